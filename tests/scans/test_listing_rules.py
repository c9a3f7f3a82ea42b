"""What holds for every folder: nothing is lost, nothing is used twice, all labels differ."""

import tempfile
from collections import Counter
from itertools import product
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from corrector.scans.folder import list_folder
from corrector.scans.listing import FoundPage, Listing
from tests.scans.made_files import make, tiff

FOLDERS = ("", "a/", "scans/", "texts/", "texts/a/")
STEMS = ("1", "2", "a", "A", "a_1", "a_2", "a_1.gt", "a.gt")
FILES = [
    f"{folder}{stem}{suffix}"
    for folder, stem, suffix in product(FOLDERS, STEMS, (".jpg", ".txt", ".tif"))
]
SEVERAL = {".txt": b"one\ftwo\fthree\f", ".tif": tiff(2), ".jpg": b"not decoded"}


def pages(listing: Listing) -> list[FoundPage]:
    return [page for document in listing.documents for page in document.pages]


def listed(names: frozenset[str], several: bool) -> Listing:
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            content = SEVERAL[Path(name).suffix] if several else None
            make(Path(folder), name, content=content)
        return list_folder(Path(folder))


@settings(deadline=None, max_examples=150)
@given(names=st.frozensets(st.sampled_from(FILES), max_size=10), several=st.booleans())
def test_nothing_is_lost_or_used_twice(names: frozenset[str], several: bool) -> None:
    listing = listed(names, several)
    scans = Counter((str(page.scan), page.frame) for page in pages(listing) if page.scan)
    assert set(scans.values()) <= {1}
    assert {name for name, _ in scans} == {name for name in names if not name.endswith(".txt")}
    whole = [str(document.text) for document in listing.documents if document.text]
    used = {str(page.text.path) for page in pages(listing) if page.text} | {*whole}
    assert len(whole) == len(set(whole))
    others = [str(text) for page in pages(listing) for text in page.other_texts]
    problems = {str(problem.path) for problem in listing.problems}
    assert used | set(others) | problems >= {name for name in names if name.endswith(".txt")}
    assert used.isdisjoint(others)
    assert len(others) == len(set(others))
    parts = Counter((page.text.path, page.text.part) for page in pages(listing) if page.text)
    assert set(parts.values()) <= {1}


@example(names=frozenset({"A.jpg", "A.tif", "a/1.jpg"}), several=True)
@settings(deadline=None, max_examples=150)
@given(names=st.frozensets(st.sampled_from(FILES), max_size=10), several=st.booleans())
def test_all_labels_and_keys_differ(names: frozenset[str], several: bool) -> None:
    listing = listed(names, several)
    labels = [page.label for page in pages(listing)]
    assert len(labels) == len(set(labels))
    assert len({document.key for document in listing.documents}) == len(listing.documents)
    assert len({document.label for document in listing.documents}) == len(listing.documents)
    assert all(document.pages for document in listing.documents)
