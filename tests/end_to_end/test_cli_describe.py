"""Describing, exporting as wished and opening again, from the command line."""

import json
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Corrector


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "letter_01.txt").write_text("Dear Slr\nwe re-\nceived it\n")
    new = tmp_path / "new.txt"
    new.write_text("Dear Sir\nwe re-\nceived it\n")
    return folder


def test_a_letter_goes_out_as_described_and_comes_back(corrector: Corrector, letters: Path) -> None:
    out = letters.parent
    saved = corrector("save", letters, 1, "--text", out / "new.txt", "--by", "A. Reader")
    assert saved.code == 0
    assert corrector("describe", letters, "--set", "repository=A Library").code == 0
    (document,) = json.loads(corrector("info", letters, "--json").out)["documents"]
    (out / "table.csv").write_text(f"document,title\n{document['key']},The first\n")
    named = ("describe", letters, document["label"])
    told = corrector(*named, "--import", out / "table.csv", "--json")
    assert told.code == 0
    assert json.loads(told.out)["whole"] == {"repository": "A Library", "title": "The first"}

    wished = ("--word-zones", "--confidences", "--changes")
    assert corrector("export", letters, "--to", "tei", "--out", out / "tei", *wished).code == 0
    (tei,) = (out / "tei").glob("*.xml")
    assert b"<authority>A Library</authority>" in tei.read_bytes()
    (changes,) = (out / "tei").glob("*.changes.csv")
    assert "A. Reader" in changes.read_text("utf-8-sig")

    again = corrector("reopen", tei, "--into", out / "again")
    assert (again.code, again.error) == (0, "")
    assert corrector("show", out / "again", 1).out == (out / "new.txt").read_text()
    assert "Slr" in corrector("show", out / "again", 1, "--version", 0).out
    assert "The first" in corrector("describe", out / "again").out
    assert corrector("verify", out / "again").code == 0


def test_texts_are_written_as_wished(corrector: Corrector, letters: Path) -> None:
    def exported(*wishes: str) -> bytes:
        out = letters.parent / "out"
        assert corrector("export", letters, "--to", "txt", "--out", out, *wishes).code == 0
        (file,) = out.glob("*.txt")
        return file.read_bytes()

    assert exported("--newline", "crlf") == b"Dear Slr\r\nwe re-\r\nceived it\r\n"
    assert exported("--profile", "reading") == b"Dear Slr we received it\n"
    assert exported("--header").startswith(b"Document: ")
    assert exported("--encoding", "utf-8-sig").startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("export", "FOLDER", "--to", "tei", "--out", "x", "--newline", "lf"), 2),
        (("export", "FOLDER", "--to", "txt", "--out", "x", "--newline", "up"), 2),
        (("export", "FOLDER", "--to", "tei", "--out", "x", "--schema", "missing.rng"), 3),
        (("describe", "FOLDER", "--set", "colour=red"), 2),
        (("describe", "FOLDER", "nobody", "--set", "title=x"), 2),
        (("describe", "FOLDER", "nobody"), 2),
        (("describe", "FOLDER", "--import", "missing.csv"), 3),
        (("reopen", "missing.xml", "--into", "x"), 3),
    ],
)
def test_what_cannot_be_meant_is_said_in_a_sentence(
    corrector: Corrector, letters: Path, arguments: tuple[str, ...], code: int
) -> None:
    told = corrector(*(str(letters) if one == "FOLDER" else one for one in arguments))
    assert (told.code, told.out) == (code, "")
    assert told.error.startswith("corrector: ")
    assert "Traceback" not in told.error
