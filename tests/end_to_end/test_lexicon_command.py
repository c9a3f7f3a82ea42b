"""corrector lexicon: lists of words come in from files, all of them or none."""

from pathlib import Path

import pytest

from tests.end_to_end.conftest import Corrector


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "letter_01.txt").write_text("one page\n", "utf-8")
    return folder


def test_lists_and_hunspell_files_are_imported(
    corrector: Corrector, letters: Path, tmp_path: Path
) -> None:
    (tmp_path / "plain.txt").write_text("Damgarten\n", "utf-8")
    (tmp_path / "names.dic").write_text("1\nRibnitz/S\n", "utf-8")
    said = corrector("lexicon", letters, "import", tmp_path / "plain.txt", tmp_path / "names.dic")
    assert said.code == 0
    assert corrector("lexicon", letters, "list").out == "Damgarten\nRibnitz\n"


@pytest.mark.parametrize("broken", [None, b"\x00\x01\xff", b""])
def test_a_file_that_cannot_be_read_leaves_the_lexicon_as_it_was(
    corrector: Corrector, letters: Path, tmp_path: Path, broken: bytes | None
) -> None:
    (tmp_path / "plain.txt").write_text("Damgarten\n", "utf-8")
    bad = tmp_path / "bad.dic"
    if broken is not None:
        bad.write_bytes(broken)
    said = corrector("lexicon", letters, "import", tmp_path / "plain.txt", bad)
    assert (said.code, said.out) == (3, "")
    assert "bad.dic" in said.error
    assert "words added" not in said.error
    assert corrector("lexicon", letters, "list").out == ""


def test_words_are_removed_as_they_were_added(corrector: Corrector, letters: Path) -> None:
    assert "2 words added" in corrector("lexicon", letters, "add", "Bad Doberan").error
    assert corrector("lexicon", letters, "list").out == "Bad\nDoberan\n"
    assert "2 words removed" in corrector("lexicon", letters, "remove", "bad  doberan").error
    assert corrector("lexicon", letters, "list").out == ""
