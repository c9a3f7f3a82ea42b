"""Whatever state a folder is in, what can be used is found and the rest is named."""

import os
import sys
from pathlib import Path

import pytest

from corrector.errors import CancelledError, InputError
from corrector.scans.folder import list_folder
from tests.scans.made_files import all_labels, labels, make, said


def test_pages_stand_in_natural_order_whatever_their_case(tmp_path: Path) -> None:
    root = make(tmp_path, "Page 10.jpg", "page 2.jpg", "PAGE 1.JPG", "page 2 b.jpg")
    found = all_labels(list_folder(root))
    assert [name.lower() for name in found] == ["page 1", "page 2", "page 10", "page 2 b"]


def test_a_listing_is_the_same_every_time(tmp_path: Path) -> None:
    root = make(tmp_path, *(f"{folder}/{n}.jpg" for folder in "ba" for n in (10, 9, 1)))
    assert list_folder(root) == list_folder(root)


def test_hidden_files_records_and_other_kinds_are_passed_over(tmp_path: Path) -> None:
    root = make(tmp_path, "a.jpg", ".b.jpg", ".git/c.jpg", "d.tsv", "e.md")
    make(root, "corrections.corrector.jpg", "corrections.corrector-journal.txt")
    listing = list_folder(root)
    assert labels(listing) == {"a": ["a"]}
    assert listing.problems == ()


def test_empty_files_are_named_and_the_rest_opens(tmp_path: Path) -> None:
    root = make(make(tmp_path, "a.jpg", "b.txt"), "b.jpg", "c.txt", content=b"")
    listing = list_folder(root)
    assert sorted(said(listing)) == ["b.jpg", "c.txt"]
    assert "zero bytes" in said(listing)["b.jpg"]
    assert labels(listing) == {"a": ["a"], "b": ["b"]}


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    root = make(tmp_path, "letter/1.jpg", "letter/2.jpg")
    (root / "letter" / "again").symlink_to(root)
    (root / "aaa").symlink_to(root / "letter")
    assert labels(list_folder(root)) == {tmp_path.name: ["letter/1", "letter/2"]}


def test_a_linked_folder_from_elsewhere_is_entered(tmp_path: Path) -> None:
    make(tmp_path / "store", "1.jpg")
    root = make(tmp_path / "box", "a/1.jpg")
    (root / "b").symlink_to(tmp_path / "store")
    assert labels(list_folder(root)) == {"a": ["a/1"], "b": ["b/1"]}


def test_a_link_to_nothing_is_named(tmp_path: Path) -> None:
    root = make(tmp_path, "a.jpg")
    (root / "gone.jpg").symlink_to(root / "nowhere.jpg")
    assert "cannot be read" in said(list_folder(root))["gone.jpg"]


def test_a_folder_that_may_not_be_entered_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make(tmp_path, "a.jpg", "closed/b.jpg")
    scandir = os.scandir

    def refusing(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    listing = list_folder(root)
    assert labels(listing) == {"a": ["a"]}
    assert "Permission denied" in said(listing)["closed"]


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode on other systems")
def test_a_name_that_is_no_text_is_named_as_far_as_it_can_be(tmp_path: Path) -> None:
    root = make(tmp_path, "a.jpg")
    (root / os.fsdecode(b"caf\xe9.jpg")).write_bytes(b"x")
    listing = list_folder(root)
    assert labels(listing) == {"a": ["a"]}
    assert "not Unicode" in said(listing)["caf\ufffd.jpg"]


def test_an_empty_folder_has_no_documents(tmp_path: Path) -> None:
    listing = list_folder(tmp_path)
    assert (listing.documents, listing.problems) == ((), ())


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    make(tmp_path, "a.jpg")
    with pytest.raises(InputError, match="not a folder"):
        list_folder(tmp_path / "a.jpg")
    with pytest.raises(InputError, match="No such file"):
        list_folder(tmp_path / "gone")


def test_listing_stops_when_told(tmp_path: Path) -> None:
    with pytest.raises(CancelledError):
        list_folder(make(tmp_path, "a.jpg"), cancelled=lambda: True)


def test_listing_stops_between_files_that_have_to_be_read(tmp_path: Path) -> None:
    answers = iter([False, False, True])
    with pytest.raises(CancelledError):
        list_folder(make(tmp_path, "1.tif", "2.tif"), cancelled=lambda: next(answers))
