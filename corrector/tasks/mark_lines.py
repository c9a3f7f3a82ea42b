"""The lines of a page as the rules for proposed marks see them: words, and place on the page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from corrector.linking.align import align
from corrector.linking.links import Link
from corrector.ocr.words import Reading
from corrector.text.tokens import Span

_LINE: Final = re.compile(r"[^\n]*[^\s][^\n]*")
_ODD: Final = re.compile(r"[^\w#]+")
_DIGITS: Final = re.compile(r"\d+")
_ALIKE: Final = 0.8
"""Likeness from which two lines count as one that was read differently; a stamp on a bad page
loses about every sixth letter."""
_HIGH: Final = 0.15
"""Share of the height of a scan, at the top and at the bottom, that holds page furniture."""
_LINES: Final = 4
"""Lines from the top or bottom that do so where no scan tells."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    Attributes:
        text: without the blanks around it.
        span: of `text`.
        number: among the lines that are not blank, from 0.
        behind: how many such lines follow.
        height: of its middle on the scan, from 0 at the top to 1; None where nobody knows.
        alone: whether blank lines, or the ends of the text, are on both sides of it.
    """

    text: str
    span: Span
    number: int
    behind: int
    height: float | None = None
    alone: bool = False

    @property
    def words(self) -> list[str]:
        """Its words."""
        return self.text.split()

    @property
    def is_high(self) -> bool:
        """Whether it stands where page furniture stands above a text."""
        return self.number < _LINES if self.height is None else self.height < _HIGH

    @property
    def is_low(self) -> bool:
        """Whether it stands where page furniture stands below a text."""
        return self.behind < _LINES if self.height is None else self.height > 1 - _HIGH

    @property
    def core(self) -> str:
        """What recurs of it: letters without case, digits as signs, nothing else."""
        return _ODD.sub(" ", _DIGITS.sub("#", self.text.casefold())).strip()


def lines_of(text: str, reading: Reading | None = None) -> tuple[Line, ...]:
    """Return the lines of `text`, with their heights where a reading of the scan tells them."""
    found = list(_LINE.finditer(text))
    links = align(text, reading) if reading is not None else ()
    lines = []
    for number, one in enumerate(found):
        words = one[0].strip()
        start = one.start() + one[0].index(words)
        span = Span(start, start + len(words))
        height = _height(links, span, reading.height) if reading is not None else None
        behind = len(found) - 1 - number
        lines.append(Line(words, span, number, behind, height, _is_alone(text, one.span())))
    return tuple(lines)


def alike(first: str, second: str) -> bool:
    """Tell whether two cores of lines are one text that was read twice."""
    if first == second:
        return True
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _height(links: Sequence[Link], span: Span, whole: int) -> float | None:
    boxes = [one.box for one in links if one.box is not None and span.overlaps(one.span)]
    if not boxes or not whole:
        return None
    middles = sorted(box.y + box.height / 2 for box in boxes)
    return middles[len(middles) // 2] / whole


def _is_alone(text: str, place: tuple[int, int]) -> bool:
    before, behind = text[: place[0]].rstrip(" \t"), text[place[1] :].lstrip(" \t")
    above = before.endswith("\n") and (not before.strip() or before.rstrip(" \t").endswith("\n\n"))
    below = not behind.strip() or behind.startswith("\n\n")
    return (above or not before.strip()) and below
