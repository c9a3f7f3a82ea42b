"""Files that are broken, huge, hostile or none of the known kinds fail with a sentence."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corrector.errors import InputError
from corrector.formats.reading import parsing
from corrector.formats.reading.detect import pages_in, read_ocr_file
from tests.formats.ocr_file_makers import WORD, alto, hocr, page_xml, put, string

LAUGHS = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 9))
GOOD = alto(f"<TextBlock><TextLine>{string('good', (1, 1, 9, 9))}</TextLine></TextBlock>")


def with_doctype(data: bytes, inside: str, name: str = "alto") -> bytes:
    head, _, rest = data.partition(b"?>")
    return head + b"?>" + f"<!DOCTYPE {name} [{inside}]>".encode() + rest


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n",
        b"\0" * 100,
        b"<",
        b"no markup at all",
        b"\xff\xd8\xff\xe0 a picture",
        GOOD[:-20],
        GOOD.replace(b"good", b"\xff\xfe"),
        GOOD.replace(b"UTF-8", b"no-such-encoding"),
        b"<?xml version='1.0'?><mets xmlns='http://www.loc.gov/METS/'/>",
        b"<?xml version='1.0'?><alto/>",
        b"<?xml version='1.0'?><PcGts/>",
        b"<html><body><p>a page of the web</p></body></html>",
        hocr("word").replace(b"word", b"\xff"),
        hocr("").replace(b"UTF-8", b"klingon").replace(b"utf-8", b"klingon"),
        with_doctype(GOOD, f'<!ENTITY l0 "ha">{LAUGHS}').replace(b"good", b"&l8;"),
        with_doctype(GOOD, '<!ENTITY x SYSTEM "file:///etc/passwd">').replace(b"good", b"&x;"),
        with_doctype(GOOD, '<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;'),
        with_doctype(GOOD, '<!ENTITY x "y">').decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        b"<?xml version='1.0'?><alto>" + b"<a>" * 5000 + b"</a>" * 5000 + b"</alto>",
        hocr("<div>" * 5000 + "deep" + "</div>" * 5000),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = put(tmp_path, data)

    with pytest.raises(InputError, match="Nothing was changed"):
        read_ocr_file(path)

    assert path.read_bytes() == data


def test_an_undeclared_or_external_doctype_is_never_fetched(tmp_path: Path) -> None:
    outside = put(tmp_path, b"<!ELEMENT alto ANY>", "outside.dtd")
    data = GOOD.replace(b"?>", f'?><!DOCTYPE alto SYSTEM "{outside}">'.encode(), 1)
    outside.unlink()

    assert read_ocr_file(put(tmp_path, data))[0].reading.text == "good"


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_ocr_file(tmp_path / "gone.xml")


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsing, "MAX_BYTES", 100)

    with pytest.raises(InputError, match="larger than"):
        read_ocr_file(put(tmp_path, GOOD))


def test_what_is_no_character_does_not_get_into_a_text(tmp_path: Path) -> None:
    body = "<span class='ocrx_word' title='bbox 0 0 9 9'>a\0b&#0;&#55296;c</span>"
    (page,) = read_ocr_file(put(tmp_path, hocr(body), "a.hocr"))

    assert not set(page.reading.text) & {"\0", "\ud800"}
    assert page.reading.text.startswith("a")


WHOLE = (
    GOOD,
    hocr(WORD.format(text="good word", box="1 2 30 40", confidence=50)),
    page_xml(
        "<TextRegion id='r'><Coords points='1,2 3,4 5,6'/><TextLine><Coords points='1,2 30,40'/>"
        "<TextEquiv><Unicode>good word</Unicode></TextEquiv></TextLine></TextRegion>"
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(WHOLE), st.data())
def test_changed_bytes_give_a_sound_page_or_a_sentence(data: bytes, choose: st.DataObject) -> None:
    at = choose.draw(st.integers(0, len(data) - 1))
    changed = data[:at] + choose.draw(st.binary(max_size=6)) + data[at + 1 :]
    try:
        pages = pages_in(changed, Path("changed.xml"))
    except InputError:
        return
    for page in pages:
        for word in page.reading.words:
            assert word.span.of(page.reading.text) == word.text
            assert word.box.x >= 0 <= word.box.y
            assert word.box.right <= page.reading.width
            assert word.box.bottom <= page.reading.height
