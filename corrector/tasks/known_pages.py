"""How pages of a folder and pages of a record are known from each other: by place and by label."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from corrector.record.entries import Page
from corrector.scans.listing import FoundPage, FoundText

Place = tuple[str | None, int, str | None, int]
"""What a page is known by: its scan and frame or, without a scan, its text and part."""


def place_found(page: FoundPage) -> Place:
    """Return what a page of the folder is known by."""
    if page.scan is not None:
        return str(page.scan), page.frame, None, 0
    return place_of_text(page.text)


def place_of(page: Page) -> Place:
    """Return what a page of the record is known by."""
    if page.scan is not None:
        return page.scan, page.frame, None, 0
    source = page.text_source
    return (None, 0, source.path, source.part) if source else (None, 0, None, page.id)


def places_of(page: Page) -> tuple[Place, ...]:
    """Return all that a page of the record is known by: its scan, and the text it came with."""
    source = page.text_source
    text: tuple[Place, ...] = ((None, 0, source.path, source.part),) if source else ()
    return (place_of(page), *text)


def place_of_text(text: FoundText | None) -> Place:
    """Return what a page with this text and without a scan is known by."""
    return (None, 0, None, 0) if text is None else (None, 0, str(text.path), text.part or 0)


class Labels:
    """The labels of a record; labels are unique in it, even where a file took another's name."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def free(self, page: FoundPage) -> str:
        """Return a label for a new page: its own, or else one with the suffix of its file."""
        label, number = page.label, 2
        if label in self._taken:
            label += _suffix(page)
        stem = label
        while label in self._taken:
            label, number = f"{stem} ({number})", number + 1
        self._taken.add(label)
        return label


def _suffix(page: FoundPage) -> str:
    file = page.scan or (page.text.path if page.text else PurePosixPath())
    return file.suffix
