"""Where each line of a text stands on the scan, as far as its links tell; pure geometry."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from corrector.linking.links import Link
from corrector.scans.geometry import Box

_STRAY: Final = 1.6
"""Heights of a usual word between the middles of a line and of a word that is still on it."""

AreaOf = Callable[[Box], QRectF]
"""Where a box of the stored file is on the sheet, as the scan is turned, in pixels of the scan."""


@dataclass(frozen=True, slots=True)
class LinePlace:
    """What is known of the place of one line of the text.

    Attributes:
        has_text: whether the line has any words.
        area: around the line on the sheet, in pixels of the scan; None where it is unknown.
        guessed: the engine read none of its words; the area is only that between neighbours.
        first: where in the line the first word starts that has a place, in code points.
    """

    has_text: bool
    area: QRectF | None = None
    guessed: bool = False
    first: int = 0


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    area: QRectF
    interpolated: bool


def middle_of(values: Iterable[float]) -> float:
    """Return the median; 0 of nothing. `statistics` is not loaded for it: start-up time counts."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else 0.0


def usual_height(links: Iterable[Link], area_of: AreaOf) -> float:
    """Return the median height of the words that were read, in pixels of the scan; 0 for none."""
    read = (link.box for link in links if link.words and link.box is not None)
    return middle_of(area_of(box).height() for box in read)


def line_place(links: Sequence[Link], area_of: AreaOf, height: float) -> LinePlace:
    """Return the place of one line.

    Args:
        links: one for every token of the line, in order, spans counted from its start.
        area_of: see `AreaOf`.
        height: of a usual word, in pixels of the scan.
    """
    known = [
        _Word(link.span.start, area_of(link.box), link.interpolated)
        for link in links
        if link.box is not None
    ]
    read = [word for word in known if not word.interpolated]
    words = list(_together(read or known, height))
    if not words:
        return LinePlace(bool(links))
    area = words[0].area
    for word in words[1:]:
        area = area.united(word.area)
    return LinePlace(True, area, not read, words[0].start)


def neighbours(places: Sequence[LinePlace], number: int) -> tuple[int | None, int | None]:
    """Return the numbers of the nearest lines before and after that have a place."""
    before = (other for other in range(number - 1, -1, -1) if places[other].area is not None)
    after = (other for other in range(number + 1, len(places)) if places[other].area is not None)
    return next(before, None), next(after, None)


def _together(words: Sequence[_Word], height: float) -> Iterator[_Word]:
    """Yield the words that stand in one line; one tied to a stray place is not of it."""
    if not words:
        return
    middle = middle_of(word.area.center().y() for word in words)
    for word in words:
        if abs(word.area.center().y() - middle) <= max(height, word.area.height()) * _STRAY:
            yield word
