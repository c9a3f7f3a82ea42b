"""Files of OCR find their scans by name, and give what nothing better gives."""

from pathlib import Path

import pytest

from corrector.scans.folder import list_folder
from corrector.scans.listing import FoundPage
from tests.scans.made_files import make, said, tiff

HOCR = b"<html><head><meta name='ocr-system' content='x'/></head>"
ALTO = b"<?xml version='1.0'?>\n<alto xmlns='http://www.loc.gov/standards/alto/ns-v4#'>"
PAGE = b"<?xml version='1.0'?><pc:PcGts xmlns:pc='http://schema.primaresearch.org/PAGE'>"


def pages(root: Path) -> list[FoundPage]:
    return [page for document in list_folder(root).documents for page in document.pages]


def found(root: Path) -> dict[str, tuple[str | None, str | None]]:
    """Text and file of OCR by label of page."""
    return {
        page.label: (
            None if page.text is None else str(page.text.path),
            None if page.ocr_file is None else str(page.ocr_file),
        )
        for page in pages(root)
    }


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.hocr", b"anything"),
        ("a.html", HOCR),
        ("a.XHTML", HOCR),
        ("a.xml", ALTO),
        ("a.xml", PAGE),
        ("a.xml", b"\xff\xfe" + ALTO.decode().encode("utf-16-le")),
        ("alto/a.xml", ALTO),
        ("a.gt.xml", PAGE),
    ],
)
def test_a_file_of_ocr_belongs_to_the_scan_of_its_name(
    tmp_path: Path, name: str, content: bytes
) -> None:
    make(tmp_path, "a.jpg")
    make(tmp_path, name, content=content)

    assert found(tmp_path) == {"a": (None, name)}
    assert not said(list_folder(tmp_path))


def test_a_text_of_the_scans_own_name_stays_its_text(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg", "texts/a.txt")
    make(tmp_path, "a.xml", content=ALTO)

    assert found(tmp_path) == {"a": ("texts/a.txt", "a.xml")}


def test_a_file_with_a_dotted_suffix_is_not_used_beside_an_exact_name(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg", "ocr/a.txt", "a.gt.txt", "b.jpg")
    make(tmp_path, "a.gt.xml", "b.gt.xml", "b.xml", content=ALTO)

    assert found(tmp_path) == {"a": ("ocr/a.txt", None), "b": (None, "b.xml")}
    assert not said(list_folder(tmp_path))


def test_an_exact_file_of_ocr_comes_before_a_text_with_a_dotted_suffix(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg", "a.gt.txt")
    make(tmp_path, "a.xml", content=ALTO)

    (page,) = pages(tmp_path)

    assert (page.text, str(page.ocr_file)) == (None, "a.xml")
    assert [str(text) for text in page.other_texts] == ["a.gt.txt"]


def test_dotted_text_and_dotted_ocr_go_together(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg", "a.gt.txt")
    make(tmp_path, "a.gt.xml", content=ALTO)

    assert found(tmp_path) == {"a": ("a.gt.txt", "a.gt.xml")}


def test_other_xml_and_html_is_passed_over_in_silence(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg")
    make(tmp_path, "a.xml", content=b"<mets xmlns='http://www.loc.gov/METS/'/>")
    make(tmp_path, "a.html", content=b"<html><body>about alto voices</body></html>")

    assert found(tmp_path) == {"a": (None, None)}
    assert not said(list_folder(tmp_path))


def test_a_file_of_ocr_without_a_scan_is_said(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg")
    make(tmp_path, "b.xml", content=ALTO)

    assert "name of no scan" in said(list_folder(tmp_path))["b.xml"]


def test_equally_near_files_of_ocr_are_not_taken_but_said(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg")
    make(tmp_path, "one/a.xml", "two/a.xml", content=ALTO)

    assert found(tmp_path) == {"a": (None, None)}
    assert "one/a.xml" in said(list_folder(tmp_path))["a.jpg"]


def test_only_the_beginning_of_a_file_is_looked_at(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg")
    make(tmp_path, "a.xml", content=b"<!-- " + b"x" * 2100 + b" -->" + ALTO)

    assert found(tmp_path) == {"a": (None, None)}


def test_each_frame_of_a_scan_has_its_page_of_the_file(tmp_path: Path) -> None:
    make(tmp_path, "book.tif", content=tiff(3))
    make(tmp_path, "book.hocr", content=HOCR)

    listed = [(str(page.ocr_file), page.ocr_part, page.ocr_parts) for page in pages(tmp_path)]

    assert listed == [("book.hocr", part, 3) for part in range(3)]


def test_files_named_like_the_pages_of_one_scan_belong_to_them(tmp_path: Path) -> None:
    make(tmp_path, "four.tif", content=tiff(4))
    make(tmp_path, *(f"four_{number}.alto.xml" for number in (1, 2, 4)), content=ALTO)
    make(tmp_path, "four_5.alto.xml", content=ALTO)

    assert found(tmp_path) == {
        "four:1": (None, "four_1.alto.xml"),
        "four:2": (None, "four_2.alto.xml"),
        "four:3": (None, None),
        "four:4": (None, "four_4.alto.xml"),
    }
    assert [(page.ocr_part, page.ocr_parts) for page in pages(tmp_path)][1] == (0, 1)
    assert [problem.path.name for problem in list_folder(tmp_path).problems] == ["four_5.alto.xml"]


def test_a_scan_that_bears_the_name_of_a_page_has_its_file(tmp_path: Path) -> None:
    make(tmp_path, "two.tif", content=tiff(2))
    make(tmp_path, "two_1.jpg")
    make(tmp_path, "two_1.hocr", "two_2.hocr", content=HOCR)

    assert found(tmp_path) == {
        "two:1": (None, None),
        "two:2": (None, "two_2.hocr"),
        "two_1": (None, "two_1.hocr"),
    }
