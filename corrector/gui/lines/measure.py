"""How large strips of a scan are shown above the lines of a text, and where they begin."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from corrector.gui.lines.places import AreaOf, LinePlace, middle_of
from corrector.linking.links import Link

LEAST: Final = 18
"""Pixels of the window: a lower strip shows nothing."""

MOST: Final = 96
"""Pixels of the window: higher ones leave no room for lines; beside it stands the whole scan."""

_AROUND: Final = 1.45
"""Height of a strip in heights of a usual line: the strokes above and below belong to it."""

_TALLEST: Final = 3.2
"""Height of a strip at most, in heights of a usual word, however crooked the lines are."""

_FEW_LETTERS: Final = 3
"""Words shorter than this say little of how wide a letter is: their boxes have no gaps."""

_STAND_APART: Final = 20
"""One line in so many may reach further out than the strips are laid out for."""

_PAD_LETTERS: Final = 1.5
"""What is shown left and right of the longest line, in letters."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The same for all strips of a page, so that they can be compared and nothing jumps.

    Attributes:
        scale: pixels of the window for one of the scan.
        left: where strips begin on the sheet, in pixels of the scan.
        height: of a strip, in pixels of the window.
    """

    scale: float
    left: float
    height: int

    def top(self, place: LinePlace) -> float:
        """Return where the strip of a line begins on the sheet, in pixels of the window."""
        middle = place.area.center().y() if place.area is not None else 0.0
        return middle * self.scale - self.height / 2

    def begin(self, place: LinePlace) -> float:
        """Return the left edge of the strip of a line on the sheet, in pixels of the window."""
        left = place.area.left() if place.area is not None else self.left
        return min(self.left, left) * self.scale


def measured(
    places: Sequence[LinePlace],
    links: Iterable[Link],
    area_of: AreaOf,
    *,
    word_height: float,
    letter: float,
    column: float,
) -> Measure | None:
    """Return how strips are shown so that their words stand about where the typed ones do.

    Args:
        places: of all lines.
        links: of all tokens.
        area_of: see `AreaOf`.
        word_height: of a usual word, in pixels of the scan.
        letter: width of a typed letter, in pixels of the window.
        column: width of the text, in pixels of the window.

    Returns:
        None where nothing is known of any line.
    """
    areas = [place.area for place in places if place.area is not None and not place.guessed]
    wide = _letter_width(links, area_of)
    if not areas or not wide or not word_height:
        return None
    pad = _PAD_LETTERS * wide
    left = max(0.0, _low([area.left() for area in areas]) - pad)
    right = -_low([-area.right() for area in areas]) + pad
    scale = min(letter / wide, column / max(1.0, right - left))
    line_height = min(middle_of(area.height() for area in areas) * _AROUND, word_height * _TALLEST)
    height = min(MOST, max(LEAST, round(line_height * scale)))
    return Measure(scale, left, height)


def _letter_width(links: Iterable[Link], area_of: AreaOf) -> float:
    return middle_of(
        area_of(link.box).width() / link.span.length
        for link in links
        if link.words and link.box is not None and link.span.length >= _FEW_LETTERS
    )


def _low(edges: Sequence[float]) -> float:
    """Return the lowest edge but for a few that stand apart: stamps, notes in the margin."""
    return sorted(edges)[len(edges) // _STAND_APART]
