"""Which way the lines of a scan run: a file may be stored turned by a quarter or on its head."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corrector.ocr.words import Word
from corrector.scans.geometry import Box


@dataclass(frozen=True, slots=True)
class Extent:
    """A box as its line sees it, in pixels; the line runs towards greater `start`.

    Attributes:
        start: where it begins on the line.
        end: where it ends.
        top: its edge towards the line above.
        bottom: its edge towards the line below.
    """

    start: int
    end: int
    top: int
    bottom: int

    @property
    def middle(self) -> float:
        """How far down the page it stands."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Direction:
    """Turns boxes into extents and back.

    Attributes:
        upright: lines run along x; else along y.
        sign: 1 where they run towards greater values, else -1.
    """

    upright: bool = True
    sign: int = 1

    def extent(self, box: Box) -> Extent:
        """Return `box` as its line sees it."""
        if self.upright:
            start, end, top, bottom = box.x, box.right, box.y, box.bottom
        else:
            start, end, top, bottom = box.y, box.bottom, box.x, box.right
        if self.sign < 0:
            start, end = -end, -start
        return Extent(start, end, top, bottom)

    def box(self, extent: Extent) -> Box:
        """Return the box that a line sees as `extent`."""
        start, end = extent.start, extent.end
        if self.sign < 0:
            start, end = -end, -start
        length, height = end - start, extent.bottom - extent.top
        if self.upright:
            return Box(start, extent.top, length, height)
        return Box(extent.top, start, height, length)


def direction_of(words: Sequence[Word]) -> Direction:
    """Return which way the words of most lines follow one another."""
    right = down = 0
    for word, following in pairwise(words):
        if word.line == following.line:
            right += following.box.x - word.box.x
            down += following.box.y - word.box.y
    upright = abs(right) >= abs(down)
    return Direction(upright, 1 if (right if upright else down) >= 0 else -1)
