"""Texts go in and come out byte for byte, and looking leaves no trace."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.conftest import Corrector

EXACT = {
    "plain": b"One line\nand another\n",
    "no-end": b"no line feed at the end",
    "windows": b"One\r\nTwo\r\n\r\nThree",
    "old-mac": b"One\rTwo\r",
    "blank-lines": b"\n\n\nOne\n\n\n",
    "blanks": b"  indented\t tab \n trailing  \n",
    "separators": "no\u00a0break\u2028line\u2029paragraph\x85next\u200bzero\n".encode(),
    "vertical": b"a\x0bb\x1cc\x1dd\n",
    "astral": "\U0001f600 \U00010400 e\u0301 \u00e9 \ufb01\n".encode(),
    "right-to-left": "\u202bשלום\u202c\n".encode(),
}
SPOKEN = {
    "windows-1252": ("Caf\u00e9 \u2013 \u201cquoted\u201d\n", "cp1252"),
    "latin-1": ("Stra\u00dfe\x81\n", "latin-1"),
    "utf-16": ("Gr\u00fc\u00dfe aus K\u00f6ln\r\nzwei\r\n", "utf-16"),
    "utf-16-be": ("Eine l\u00e4ngere Zeile ohne Marke\n", "utf-16-be"),
    "utf-8-sig": ("\u00c4rger\n", "utf-8-sig"),
}


def look(corrector: Corrector, folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(corrector("info", folder, "--json").out)
    return found


@pytest.mark.parametrize("name", EXACT)
def test_an_imported_text_is_shown_and_exported_byte_for_byte(
    corrector: Corrector, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "letter.txt").write_bytes(EXACT[name])
    assert corrector("show", folder, 1).out.encode() == EXACT[name]
    out = tmp_path / "out"
    for profile in ("page", "original"):
        told = corrector(
            "export", folder, "--to", "txt", "--profile", profile, "--out", out / profile
        )
        assert told.code == 0
        assert (out / profile / "letter.txt").read_bytes() in {
            EXACT[name],
            EXACT[name].replace(b"\r\n", b"\n").replace(b"\r", b"\n"),
        }
    assert (out / "original" / "letter.txt").read_bytes() == EXACT[name]
    assert (folder / "letter.txt").read_bytes() == EXACT[name]


def test_form_feeds_divide_a_text_and_come_back_in_the_export(
    corrector: Corrector, tmp_path: Path
) -> None:
    folder = tmp_path / "minutes"
    folder.mkdir()
    data = b"One\n\fTwo\n\f\fFour"
    (folder / "minutes.txt").write_bytes(data)
    assert [page["label"] for page in look(corrector, folder)["pages"]] == [
        f"minutes:{number}" for number in range(1, 5)
    ]
    assert corrector("show", folder, "minutes:2").out == "Two\n"
    assert corrector("show", folder, 3).out == ""
    corrector("export", folder, "--to", "txt", "--out", tmp_path / "out")
    assert (tmp_path / "out" / "minutes.txt").read_bytes() == data


def test_an_empty_text_is_told_and_harms_nothing(corrector: Corrector, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "full.txt").write_text("full\n")
    found = look(corrector, tmp_path)
    assert [page["label"] for page in found["pages"]] == ["full"]
    assert [one["path"] for one in found["problems"]] == ["empty.txt"]
    assert corrector("check", tmp_path / "empty.txt").code == 0


@pytest.mark.parametrize("name", SPOKEN)
def test_an_old_encoding_is_said_read_and_written_back_where_asked(
    corrector: Corrector, tmp_path: Path, name: str
) -> None:
    text, encoding = SPOKEN[name]
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "letter.txt").write_bytes(text.encode(encoding))
    assert corrector("show", folder, 1).out == text
    problems = look(corrector, folder)["problems"]
    assert [one["path"] for one in problems] == ([] if "utf-8" in encoding else ["letter.txt"])
    out = tmp_path / "out"
    corrector("export", folder, "--to", "txt", "--out", out / "page")
    corrector("export", folder, "--to", "txt", "--profile", "original", "--out", out / "original")
    marked = "\ufeff" if encoding == "utf-8-sig" else ""
    page = (out / "page" / "letter.txt").read_bytes().decode("utf-8")
    assert page.replace("\r\n", "\n") == marked + text.replace("\r\n", "\n")
    assert (out / "original" / "letter.txt").read_bytes() == text.encode(encoding)

    new = tmp_path / "new.txt"
    new.write_text("something else\n")
    assert corrector("save", folder, 1, "--text", new, "--by", "A").code == 0
    again = look(corrector, folder)["problems"]
    assert again == problems, "what was guessed is still said once there is a record"


def test_a_text_that_is_no_text_is_left_out_and_told(corrector: Corrector, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("good\n")
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 4)
    found = look(corrector, tmp_path)
    assert [page["label"] for page in found["pages"]] == ["good"]
    assert [one["path"] for one in found["problems"]] == ["bad.txt"]


def test_looking_leaves_no_trace(corrector: Corrector, despatch: Path, tmp_path: Path) -> None:
    def listing() -> list[tuple[str, int, int]]:
        return [
            (str(path), path.stat().st_size, path.stat().st_mtime_ns)
            for path in sorted(despatch.rglob("*"))
        ]

    before = listing()
    out = tmp_path / "edition"
    for arguments in (
        ("info", despatch),
        ("check", despatch),
        ("show", despatch, 1),
        ("history", despatch),
        ("verify", despatch),
        ("export", despatch, "--to", "tei", "--out", out),
    ):
        assert corrector(*arguments).code == 0
    assert listing() == before
