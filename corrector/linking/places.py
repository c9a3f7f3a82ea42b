"""Finds words of a reading by their place on the scan."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from corrector.linking.line_direction import Extent, direction_of
from corrector.ocr.words import Word

_REACH: Final = 12.0
"""Heights of a word beyond the last neighbour where the rest of its line is looked for."""

_MOST_READ: Final = 4
"""Words between two others in the reading that may stand anywhere."""


class Places:
    """The words of a reading, to be found by place on the scan."""

    def __init__(self, words: Sequence[Word]) -> None:
        """Take all words of a reading; they are known by their index."""
        direction = direction_of(words)
        self._extents = [direction.extent(word.box) for word in words]
        self._by_middle = sorted(
            (extent.middle, index) for index, extent in enumerate(self._extents)
        )
        self._lines = [word.line for word in words]

    def near(self, before: int | None, behind: int | None) -> list[int]:
        """Return the words that may stand between two, as one reads.

        On one line these are the words between; else those behind the one and before the other, on
        their lines; and where nothing is there, the few that the engine read between them.
        """
        if before is not None and behind is not None and self.are_on_a_line(before, behind):
            left, right = self._extents[before], self._extents[behind]
            found = self._inside(left.end, right.start, (left, right))
        else:
            after = [] if before is None else self._beside(before, 1)
            ahead = [] if behind is None else self._beside(behind, -1)
            found = [*after, *(word for word in ahead if word not in after)]
        if not found and before is not None and behind is not None:
            found = list(range(before + 1, min(behind, before + 1 + _MOST_READ)))
        return found

    def _beside(self, neighbour: int, side: int) -> list[int]:
        """Return the words behind (1) or before (-1) one on its line, as one reads."""
        one = self._extents[neighbour]
        reach = int(_REACH * (one.bottom - one.top))
        low, high = (one.end, one.end + reach) if side > 0 else (one.start - reach, one.start)
        return self._inside(low, high, (one,))

    def are_on_a_line(self, before: int, behind: int) -> bool:
        """Tell whether two words stand on one line, the first before the second."""
        left, right = self._extents[before], self._extents[behind]
        height = max(left.bottom - left.top, right.bottom - right.top)
        level = abs(left.middle - right.middle) <= height / 2
        follows = left.start <= right.start
        return follows and (level or self._lines[before] == self._lines[behind])

    def _inside(self, low: int, high: int, guides: Sequence[Extent]) -> list[int]:
        """Return the words at the height of the nearest of `guides` whose middle lies between."""
        found = []
        first = bisect_left(self._by_middle, (min(one.top for one in guides),))
        behind = bisect_left(self._by_middle, (max(one.bottom for one in guides),))
        for _, index in self._by_middle[first:behind]:
            extent = self._extents[index]
            middle = (extent.start + extent.end) / 2
            guide = min(guides, key=lambda one: abs(one.start + one.end - 2 * middle))
            if low <= middle <= high and guide.top <= extent.middle <= guide.bottom:
                found.append((extent.start, index))
        return [index for _, index in sorted(found)]
