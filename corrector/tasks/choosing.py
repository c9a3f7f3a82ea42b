"""Which pages a person means: one page by number or label, several by ranges."""

import re
from collections.abc import Sequence
from typing import Final

from corrector.errors import UsageError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.entries import Page

_RANGE: Final = re.compile(r"(\d*)-(\d*)")
_NUMBER: Final = re.compile(r"[0-9]{1,9}")
"""No collection has more pages; Python would not even convert thousands of digits."""


def page_of(pages: Sequence[Page], reference: str) -> Page:
    """Return the page that `reference` names.

    Args:
        pages: all pages of the collection, in order.
        reference: a number in collection order or a label; ``number:5`` and ``label:5`` say which
            of the two is meant.

    Raises:
        UsageError: if there is no such page, or number and label name two different ones.
    """
    kind, colon, rest = reference.partition(":")
    by_number = _numbered(pages, rest if colon and kind == "number" else reference)
    by_label = _labelled(pages, rest if colon and kind == "label" else reference)
    if by_number and by_label and by_number != by_label:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{reference}” is the number of one page and the label of another. "
                "Write number:{reference} or label:{reference}.",
            ),
            reference=reference,
        )
    page = by_number or by_label
    if page is None:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "There is no page “{reference}”. Pages of the collection: {count}. "
                "“corrector info” lists their labels.",
            ),
            reference=reference,
            count=len(pages),
        )
    return page


def pages_of(pages: Sequence[Page], specification: str | None) -> tuple[Page, ...]:
    """Return the pages that `specification` names, in collection order, each once.

    Args:
        pages: all pages of the collection, in order.
        specification: numbers, ranges and labels with commas between, such as ``1,3-5,9-``;
            None means all. A label that has commas itself must stand
            alone.

    Raises:
        UsageError: if a part of it names nothing.
    """
    if specification is None:
        return tuple(pages)
    whole = _labelled(pages, specification)
    if whole is not None:
        return (whole,)
    chosen: set[int] = set()
    for part in filter(None, map(str.strip, specification.split(","))):
        chosen.update(page.number for page in _part(pages, part))
    if not chosen:
        raise UsageError(
            QT_TRANSLATE_NOOP("Errors", "“{specification}” names no page."),
            specification=specification,
        )
    return tuple(page for page in pages if page.number in chosen)


def _numbered(pages: Sequence[Page], text: str) -> Page | None:
    number = int(text) if _NUMBER.fullmatch(text) else 0
    return pages[number - 1] if 1 <= number <= len(pages) else None


def _labelled(pages: Sequence[Page], text: str) -> Page | None:
    return next((page for page in pages if page.label == text), None)


def _part(pages: Sequence[Page], part: str) -> Sequence[Page]:
    found = _RANGE.fullmatch(part)
    if not found or part == "-" or _labelled(pages, part):
        return [page_of(pages, part)]
    first = page_of(pages, f"number:{found[1]}").number if found[1] else 1
    last = page_of(pages, f"number:{found[2]}").number if found[2] else len(pages)
    return pages[first - 1 : last]


def without_text(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return the pages that have a scan and no text yet, nor a text that waits to be divided."""
    return tuple(
        page for page in pages if page.scan is not None and not page.versions and not page.waiting
    )
