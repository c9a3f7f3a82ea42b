"""Texts come out of their bytes and go back into them byte for byte."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrector.errors import ExitCode, InputError
from corrector.text.decoding import TextForm, decode, encode

UNUSUAL = "a\u00a0b\u2028c\u0085d\fe\u0301 \U0001d504 ſ \ufeff\v"


def templates(data: bytes) -> str:
    return " ".join(str(notice) for notice in decode(data).notices)


def test_plain_utf8_is_read_without_a_word() -> None:
    found = decode("Zürich, 3 °C\n".encode())
    assert found.text == "Zürich, 3 °C\n"
    assert found.form == TextForm("utf-8", mark=False, newline="\n")
    assert found.notices == ()


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"").text == ""
    assert encode("", decode(b"").form) == b""


@pytest.mark.parametrize(
    ("data", "encoding", "mark"),
    [
        (b"\xef\xbb\xbfna\xc3\xafve", "utf-8", True),
        ("naïve".encode("utf-16-le"), "utf-16-le", False),
        ("naïve".encode("utf-16-be"), "utf-16-be", False),
        (b"\xff\xfe" + "naïve".encode("utf-16-le"), "utf-16-le", True),
        (b"\xfe\xff" + "naïve".encode("utf-16-be"), "utf-16-be", True),
        (b"na\xefve", "windows-1252", False),
    ],
)
def test_each_encoding_is_recognised(data: bytes, encoding: str, mark: bool) -> None:
    found = decode(data)
    assert found.text == "naïve"
    assert (found.form.encoding, found.form.mark) == (encoding, mark)
    assert encode(found.text, found.form) == data


def test_bytes_that_windows_1252_does_not_know_are_read_as_iso_8859_1() -> None:
    found = decode(b"caf\xe9 \x81")
    assert found.form.encoding == "iso-8859-1"
    assert "ISO-8859-1" in templates(b"caf\xe9 \x81")


def test_greek_utf16_without_a_mark_is_recognised_by_its_blanks() -> None:
    text = "Το ποίημα είναι γραμμένο στο χαρτί\n"
    assert decode(text.encode("utf-16-be")).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("control", ["\t", "\v", "\f", "\r\n", "\x1a", "\x7f", "\x85", "\u2028"])
def test_utf16_without_a_mark_may_hold_what_old_programs_left(control: str, encoding: str) -> None:
    text = f"Dear Sir,{control}I have the honour{control}"
    assert decode(text.encode(encoding)).text == text.replace("\r\n", "\n")


def test_marked_utf16_is_read_whatever_it_holds() -> None:
    assert decode(b"\xff\xfe" + "a\x01b\x1bc".encode("utf-16-le")).text == "a\x01b\x1bc"


@pytest.mark.parametrize("data", [b"na\xefve", "naïve".encode("utf-16-le")])
def test_a_guessed_encoding_is_named(data: bytes) -> None:
    assert re.search("Windows-1252|UTF-16", templates(data))


def test_unusual_characters_stay_as_they_are() -> None:
    assert decode(UNUSUAL.encode()).text == UNUSUAL


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_are_remembered(newline: str) -> None:
    data = f"one{newline}two{newline}".encode()
    found = decode(data)
    assert found.text == "one\ntwo\n"
    assert found.form.newline == newline
    assert encode(found.text, found.form) == data


def test_of_mixed_line_ends_the_commonest_is_remembered_and_said() -> None:
    found = decode(b"one\r\ntwo\r\nthree\nfour\r")
    assert found.text == "one\ntwo\nthree\nfour\n"
    assert found.form.newline == "\r\n"
    assert "CR LF" in str(found.notices[0])


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0",
        b"text with one \0 in it",
        b"\0" * 100,
        b"\xff\xfe\0\0a\0\0\0",
        b"\xff\xfea\0b",
        bytes(range(256)),
        b"".join(number.to_bytes(2, "big") for number in range(32, 2000, 7)) + b"\0\x02",
        b"".join(number.to_bytes(2, "little") for number in range(300)),
        "a text\x1b[1m".encode("utf-16-le"),
    ],
    ids=[
        "png",
        "one zero",
        "zeros",
        "utf-32",
        "cut utf-16",
        "all bytes",
        "numbers from 32",
        "numbers from 0",
        "an escape",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="not a text file") as caught:
        decode(data)
    assert caught.value.exit_code is ExitCode.INPUT


def test_a_character_without_a_place_in_the_encoding_is_named() -> None:
    with pytest.raises(InputError, match=r"“Ж” \(U\+0416\).*Windows-1252"):
        encode("Жук", TextForm("windows-1252"))


def test_half_a_surrogate_pair_cannot_be_written() -> None:
    with pytest.raises(InputError, match=r"U\+D800"):
        encode("\ud800", TextForm())


@given(
    text=st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"])),
    encoding=st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_a_marked_file_goes_back_byte_for_byte(text: str, encoding: str, newline: str) -> None:
    data = encode(text, TextForm(encoding, mark=True, newline=newline))
    found = decode(data)
    assert found.text == text
    assert encode(found.text, found.form) == data


@given(st.binary())
def test_any_file_that_is_read_goes_back_byte_for_byte(data: bytes) -> None:
    try:
        found = decode(data)
    except InputError:
        return
    if not any("different ways" in str(notice) for notice in found.notices):
        assert encode(found.text, found.form) == data


@given(
    text=st.text(st.characters(codec="cp1252", exclude_characters="\r\0")),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_an_eight_bit_file_goes_back_byte_for_byte(text: str, newline: str) -> None:
    data = encode(text, TextForm("windows-1252", newline=newline))
    try:
        found = decode(data)
    except InputError:
        assert data.startswith((b"\xff\xfe", b"\xfe\xff"))
        return
    assert encode(found.text, found.form) == data
