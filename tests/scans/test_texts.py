"""Text files are read whole, in parts, and refused plainly when they cannot be."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrector.errors import InputError
from corrector.scans import texts
from corrector.scans.texts import read_text_file, split_at_form_feeds


def test_a_file_is_divided_at_its_form_feeds(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"one\r\n\ftwo\r\n\f")
    found = read_text_file(path)
    assert found.parts == ("one\n", "two\n")
    assert found.after == ("\f", "\f")
    assert found.form.newline == "\r\n"
    assert found.sha256 == hashlib.sha256(b"one\r\n\ftwo\r\n\f").hexdigest()
    assert path.read_bytes() == b"one\r\n\ftwo\r\n\f"


def test_an_empty_file_has_one_empty_part(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.touch()
    assert read_text_file(path).parts == ("",)


def test_a_guessed_encoding_is_passed_on(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"caf\xe9")
    assert "Windows-1252" in str(read_text_file(path).notices[0])


@given(st.text(st.sampled_from("ab\f\n")))
def test_parts_and_what_follows_them_are_the_whole_text(text: str) -> None:
    parts, after = split_at_form_feeds(text)
    assert "".join(a + b for a, b in zip(parts, after, strict=True)) == text
    assert len(parts) == max(1, text.count("\f") + (not text.endswith("\f")))


def test_a_missing_file_is_said_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.txt.*No such file"):
        read_text_file(tmp_path / "gone.txt")


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "MAX_TEXT_BYTES", 4)
    path = tmp_path / "large.txt"
    path.write_bytes(b"12345")
    with pytest.raises(InputError, match="larger than"):
        read_text_file(path)
    path.write_bytes(b"1234")
    assert read_text_file(path).parts == ("1234",)
