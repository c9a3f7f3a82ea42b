"""Files that belong together become one document."""

from pathlib import Path

import pytest

from corrector.scans.folder import list_folder
from tests.scans.made_files import all_labels, labels, make, pdf, said, tiff


def test_files_that_differ_in_their_last_number_are_one_document(tmp_path: Path) -> None:
    root = make(tmp_path, "despatch 1938_1.jpg", "despatch 1938_2.tif", "despatch 1939_1.jpg")
    assert labels(list_folder(root)) == {
        "despatch 1938": ["despatch 1938_1", "despatch 1938_2"],
        "despatch 1939_1": ["despatch 1939_1"],
    }


def test_a_sub_folder_is_one_document(tmp_path: Path) -> None:
    root = make(tmp_path, "b/cover.jpg", "b/page1.jpg", "a/x/1.jpg", "c_1.jpg", "c_2.jpg")
    assert labels(list_folder(root)) == {
        "a/x": ["a/x/1"],
        "b": ["b/cover", "b/page1"],
        "c": ["c_1", "c_2"],
    }


def test_pages_that_are_only_numbered_bear_the_name_of_the_folder(tmp_path: Path) -> None:
    root = make(tmp_path / "box 7", "0001.jpg", "0002.jpg")
    assert labels(list_folder(root)) == {"box 7": ["0001", "0002"]}


def test_scans_in_one_folder_are_grouped_as_if_it_were_the_root(tmp_path: Path) -> None:
    root = make(tmp_path, "scans/a_1.jpg", "scans/a_2.jpg", "scans/b_1.jpg", "texts/a_1.txt")
    assert labels(list_folder(root)) == {
        "a": ["scans/a_1", "scans/a_2"],
        "b_1": ["scans/b_1"],
    }


def test_a_lone_file_keeps_its_name(tmp_path: Path) -> None:
    alone = ["7", "cover", "eo9981", "page 3 (verso)", "100%", "Bögen #1, 'Sie'", "a_1 [2]."]
    root = make(tmp_path, *(f"{stem}.txt" for stem in alone))
    assert labels(list_folder(root)) == {stem: [stem] for stem in alone}


def test_a_lone_scan_with_a_text_and_a_second_copy_keeps_its_name(tmp_path: Path) -> None:
    root = make(tmp_path, "Letter 3.jpg", "letter 3.tif", "Letter 3.txt")
    (document,) = list_folder(root).documents
    assert (document.label, len(document.pages)) == ("Letter 3", 2)


def test_only_a_series_drops_the_number_in_which_its_files_differ(tmp_path: Path) -> None:
    root = make(tmp_path, "Bögen #1, 'Sie'.txt", "Bögen #2, 'Sie'.txt", "100%.txt", "b 2.txt")
    assert set(labels(list_folder(root))) == {"Bögen, 'Sie'", "100%", "b 2"}


def test_a_file_of_several_pages_is_one_document(tmp_path: Path) -> None:
    root = make(tmp_path, "letter/1.tif", content=tiff(3))
    pdf(root / "letter" / "report.pdf", [(200, 300), (300, 200)])
    make(root, "letter/2.jpg", "z.jpg")
    assert labels(list_folder(root)) == {
        "letter": ["letter/2"],
        "letter/1": ["letter/1:1", "letter/1:2", "letter/1:3"],
        "letter/report": ["letter/report:1", "letter/report:2"],
        "z": ["z"],
    }


def test_labels_that_would_be_alike_keep_their_suffixes(tmp_path: Path) -> None:
    root = make(tmp_path, "a.jpg", "a.tif", "b.jpg")
    assert all_labels(list_folder(root)) == ["a.jpg", "a.tif", "b"]


def test_documents_of_one_name_are_told_apart(tmp_path: Path) -> None:
    root = make(tmp_path, "letter/1.jpg", "letter_1.jpg", "letter_2.jpg")
    pdf(root / "letter.pdf", [(200, 300), (200, 300)])
    assert set(labels(list_folder(root))) == {"letter/", "letter_#", "letter.pdf"}


def test_texts_without_scans_are_grouped_alike(tmp_path: Path) -> None:
    root = make(tmp_path, "ocr/a_1.txt", "ocr/a_10.txt", "ocr/a_2.txt")
    assert labels(list_folder(root)) == {"a": ["ocr/a_1", "ocr/a_2", "ocr/a_10"]}


def test_each_part_of_a_text_without_scan_is_a_page(tmp_path: Path) -> None:
    root = make(tmp_path, "report.txt", content=b"one\ftwo\fthree\f")
    (document,) = list_folder(root).documents
    assert [page.label for page in document.pages] == ["report:1", "report:2", "report:3"]
    assert [page.text.part for page in document.pages if page.text] == [0, 1, 2]
    assert {page.scan for page in document.pages} == {None}


def test_a_text_elsewhere_without_scan_joins_the_series_it_belongs_to(tmp_path: Path) -> None:
    root = make(tmp_path, "a_1.jpg", "a_3.jpg", "ocr/a_1.txt", "ocr/a_2.txt", "ocr/a_3.txt")
    assert labels(list_folder(root)) == {"a": ["a_1", "ocr/a_2", "a_3"]}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.tif", b"II*\0nonsense", "not a sound TIFF"),
        ("a.tif", b"\xff\xd8\xff\xe0", "not a sound TIFF"),
        ("a.tif", tiff(2)[:-1300], "not a sound TIFF"),
        ("a.pdf", b"%PDF-1.7 and nothing else", "not a sound PDF"),
        ("a.txt", b"\x89PNG\0\0\0", "not a text file"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_opens(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    root = make(make(tmp_path, name, content=content), "b.jpg")
    listing = list_folder(root)
    assert labels(listing) == {"b": ["b"]}
    assert reason in said(listing)[name]


def test_thumbnails_inside_a_tiff_are_no_pages(tmp_path: Path) -> None:
    data = tiff(2, tiffinfo={254: 1})
    root = make(make(tmp_path, "a.tif", content=data), "b.tif", content=tiff(2, big_tiff=True))
    assert labels(list_folder(root)) == {"a": ["a"], "b": ["b:1", "b:2"]}
