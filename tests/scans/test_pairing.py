"""Texts find their scans by name and nearness, and doubts are said."""

from pathlib import Path, PurePosixPath

import pytest

from corrector.scans.folder import list_folder
from tests.scans.made_files import labels, make, pdf, said, texts, tiff


def others(root: Path) -> dict[str, list[str]]:
    return {
        page.label: [str(text) for text in page.other_texts]
        for document in list_folder(root).documents
        for page in document.pages
        if page.other_texts
    }


def test_a_text_beside_the_scan_comes_before_one_elsewhere(tmp_path: Path) -> None:
    root = make(tmp_path, "a.jpg", "a.txt", "ocr/a.txt")
    assert texts(root) == {"a": "a.txt"}
    assert others(root) == {"a": ["ocr/a.txt"]}


@pytest.mark.parametrize(
    ("scan", "text"),
    [
        ("X.jpg", "ocr/X.txt"),
        ("scans/X.jpg", "texts/X.txt"),
        ("scans/X.JPG", "x.TXT"),
        ("cafe\u0301.jpg", "ocr/caf\u00e9.txt"),
    ],
)
def test_a_text_elsewhere_belongs_to_the_scan_of_its_name(
    tmp_path: Path, scan: str, text: str
) -> None:
    assert list(texts(make(tmp_path, scan, text)).values()) == [text]


def test_equal_names_in_many_folders_are_paired_folder_by_folder(tmp_path: Path) -> None:
    names = [f"{letter}/{number}" for letter in ("a", "b", "c") for number in ("0001", "0002")]
    root = make(
        tmp_path, *(f"scans/{name}.jpg" for name in names), *(f"texts/{name}.txt" for name in names)
    )
    assert texts(root) == {f"scans/{name}": f"texts/{name}.txt" for name in names}


def test_the_nearest_text_is_taken(tmp_path: Path) -> None:
    root = make(tmp_path, "a/1.jpg", "b/1.jpg", "a/ocr/1.txt", "b/ocr/1.txt", "old/deep/1.txt")
    assert texts(root) == {"a/1": "a/ocr/1.txt", "b/1": "b/ocr/1.txt"}


def test_equally_near_texts_are_not_taken_but_said(tmp_path: Path) -> None:
    root = make(tmp_path, "a.jpg", "one/a.txt", "two/a.txt")
    assert texts(root) == {"a": None}
    assert "Several texts (2)" in said(list_folder(root))["a.jpg"]
    assert others(root) == {"a": ["one/a.txt", "two/a.txt"]}


def test_a_text_equally_near_to_two_scans_is_not_taken_but_said(tmp_path: Path) -> None:
    root = make(tmp_path, "one/a.jpg", "two/a.jpg", "a.txt")
    assert texts(root) == {"one/a": None, "two/a": None}
    assert "Several scans (2)" in said(list_folder(root))["a.txt"]


@pytest.mark.parametrize("text", ["a.txt", "ocr/a.txt"])
def test_a_text_of_two_scans_in_one_folder_goes_to_the_first(tmp_path: Path, text: str) -> None:
    root = make(tmp_path, "a.jpg", "a.tif", text)
    assert texts(root) == {"a.jpg": text, "a.tif": None}
    assert "taken for “a.jpg”" in said(list_folder(root))[text]


def test_a_text_with_a_dotted_suffix_is_taken_where_there_is_no_other(tmp_path: Path) -> None:
    root = make(tmp_path, "a.jpg", "a.gt.txt", "a.gt10.txt", "a.gt2.txt", "ocr/a.v1.txt")
    assert texts(root) == {"a": "a.gt.txt"}
    assert others(root) == {"a": ["a.gt2.txt", "a.gt10.txt", "ocr/a.v1.txt"]}


def test_texts_with_a_dotted_suffix_elsewhere_are_never_pages(tmp_path: Path) -> None:
    root = make(tmp_path, "a.jpg", "ocr_other/a.engine.txt")
    assert texts(root) == {"a": None}
    assert others(root) == {"a": ["ocr_other/a.engine.txt"]}


def test_a_text_for_one_scan_is_not_divided(tmp_path: Path) -> None:
    root = make(make(tmp_path, "a.jpg", "b.tif"), "a.txt", "b.txt", content=b"one\ftwo\f")
    assert texts(root) == {"a": "a.txt", "b": "b.txt"}


def test_a_text_for_a_file_of_several_pages_is_divided(tmp_path: Path) -> None:
    root = make(make(tmp_path, "a.tif", content=tiff(2)), "a.txt", content=b"one\ftwo\f")
    make(pdf(root / "b.pdf", [(90, 90), (90, 90)]).parent, "ocr/b.txt", content=b"1\f2")
    make(root, "a.old.txt")
    assert texts(root) == {
        "a:1": "a.txt#0",
        "a:2": "a.txt#1",
        "b:1": "ocr/b.txt#0",
        "b:2": "ocr/b.txt#1",
    }
    assert others(root) == {"a:1": ["a.old.txt"]}
    assert said(list_folder(root)) == {}


@pytest.mark.parametrize("text", ["despatch.txt", "texts/despatch.txt", "despatch.gt.txt"])
def test_a_text_for_a_series_is_divided(tmp_path: Path, text: str) -> None:
    root = make(tmp_path, "despatch_01.jpg", "despatch_02.jpg")
    make(root, text, content=b"one\ftwo\f")
    assert texts(root) == {"despatch_01": f"{text}#0", "despatch_02": f"{text}#1"}


@pytest.mark.parametrize("text", ["letter.txt", "letter/letter.txt", "texts/letter.txt"])
def test_a_text_for_a_folder_is_divided(tmp_path: Path, text: str) -> None:
    root = make(tmp_path, "letter/1.jpg", "letter/2.jpg", "other/1.jpg")
    make(root, text, content=b"one\ftwo\f")
    assert texts(root) == {"letter/1": f"{text}#0", "letter/2": f"{text}#1", "other/1": None}


def test_a_text_named_as_the_opened_folder_is_divided_among_numbered_pages(tmp_path: Path) -> None:
    root = make(tmp_path / "box 7", "1.jpg", "2.jpg")
    make(root, "box 7.txt", content=b"one\ftwo\f")
    assert texts(root) == {"1": "box 7.txt#0", "2": "box 7.txt#1"}


def test_too_few_parts_leave_pages_without_text_and_say_so(tmp_path: Path) -> None:
    root = make(tmp_path, "a_1.jpg", "a_2.jpg", "a_3.jpg")
    make(root, "a.txt", content=b"one\ftwo\f")
    assert texts(root) == {"a_1": "a.txt#0", "a_2": "a.txt#1", "a_3": None}
    assert "parts: 2, pages: 3" in said(list_folder(root))["a.txt"]


def test_a_text_without_form_feeds_belongs_to_the_whole_document(tmp_path: Path) -> None:
    root = make(tmp_path, "a_1.jpg", "a_2.jpg", "a.txt")
    listing = list_folder(root)
    assert [str(document.text) for document in listing.documents] == ["a.txt"]
    assert texts(root) == {"a_1": None, "a_2": None}
    assert said(listing) == {}


def test_too_many_parts_become_pages_without_scan_and_say_so(tmp_path: Path) -> None:
    root = make(make(tmp_path, "a.tif", content=tiff(2)), "a.txt", content=b"1\f2\f3\f4")
    listing = list_folder(root)
    assert labels(listing) == {"a": ["a:1", "a:2", "a:3", "a:4"]}
    assert [page.scan for page in listing.documents[0].pages][2:] == [None, None]
    assert list(texts(root).values()) == ["a.txt#0", "a.txt#1", "a.txt#2", "a.txt#3"]
    assert "parts: 4" in said(listing)["a.txt"]


def test_a_text_of_a_document_whose_pages_have_texts_is_not_used(tmp_path: Path) -> None:
    root = make(tmp_path, "a_1.jpg", "a_2.jpg", "a_1.txt", "a.txt")
    assert texts(root) == {"a_1": "a_1.txt", "a_2": None}
    assert "not used" in said(list_folder(root))["a.txt"]


def test_of_several_texts_of_a_document_the_exact_name_is_used(tmp_path: Path) -> None:
    root = make(tmp_path, "a_1.jpg", "a_2.jpg")
    make(root, "a.0.txt", "a.txt", content=b"one\ftwo")
    assert texts(root) == {"a_1": "a.txt#0", "a_2": "a.txt#1"}
    assert list(said(list_folder(root))) == ["a.0.txt"]


def test_a_text_whose_scan_is_broken_is_a_page_without_scan(tmp_path: Path) -> None:
    root = make(make(tmp_path, "a.txt"), "a.jpg", content=b"")
    assert texts(root) == {"a": "a.txt"}


def test_the_real_despatches_are_grouped_and_paired(shared: Path) -> None:
    listing = list_folder(shared / "samples" / "ehri_en")
    pages = [page for document in listing.documents for page in document.pages]
    assert {found.label: len(found.pages) for found in listing.documents} == {
        "EHRI-BF-19380509b_EN": 4,
        "EHRI-BF-19380718_EN_01": 1,
        "EHRI-DR-19390125-US": 10,
        "EHRI-DR-19390519-US": 4,
        "EHRI-DR-19421116-US": 8,
        "EHRI-ET-WL16560044": 3,
    }
    assert all(
        page.text and page.text.path == PurePosixPath(f"ocr/{page.label}.txt") for page in pages
    )
    assert {len(page.other_texts) for page in pages} == {2}
    assert listing.problems == ()
