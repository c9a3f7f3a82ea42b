"""Which words of one reading stand where words of another do; time grows with the words only."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from corrector.ocr.layout import FoundWord
from corrector.scans.geometry import Box

_SAME_PLACE: Final = 0.5
"""Share of the larger box that both must share, for two words to be readings of the same ink."""
_BESIDE: Final = 0.1
"""Share of a word that others may cover where it is said to stand where nothing was read."""
_LEAST_ROW: Final = 8
"""Pixels; the rows by which words are found are as high as the usual word, but not lower."""


@dataclass(frozen=True, slots=True)
class Under:
    """What another reading has where a word stands.

    Attributes:
        nearest: number of the word there that shares most with it; None where it stands alone.
        same: whether that one, and no other beside it, is a reading of the same ink.
    """

    nearest: int | None
    same: bool


class Places:
    """The words of a reading, to be found by place."""

    def __init__(self, words: Sequence[FoundWord]) -> None:
        heights = [word.box.height for word in words]
        self._row = max(_LEAST_ROW, round(median(heights))) if heights else _LEAST_ROW
        self._boxes = [word.box for word in words]
        self._rows: defaultdict[int, list[int]] = defaultdict(list)
        for number, box in enumerate(self._boxes):
            for row in self._rows_of(box):
                self._rows[row].append(number)

    def under(self, box: Box) -> Under:
        """Return what stands where `box` lies."""
        near = {number for row in self._rows_of(box) for number in self._rows.get(row, ())}
        shared = {number: _shared(box, self._boxes[number]) for number in near}
        if sum(shared.values()) < _BESIDE * _area(box):
            return Under(None, same=False)
        nearest = max(shared, key=lambda number: (shared[number], -number))
        larger = max(_area(box), _area(self._boxes[nearest]))
        inside = sum(shared[at] > _SAME_PLACE * _area(self._boxes[at]) for at in near)
        return Under(nearest, inside == 1 and shared[nearest] > _SAME_PLACE * larger)

    def _rows_of(self, box: Box) -> range:
        return range(box.y // self._row, box.bottom // self._row + 1)


def _area(box: Box) -> int:
    return max(box.width * box.height, 1)


def _shared(one: Box, other: Box) -> int:
    """Return how many pixels two boxes have in common."""
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return width * height if width > 0 and height > 0 else 0
