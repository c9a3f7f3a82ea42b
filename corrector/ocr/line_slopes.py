"""How crooked the lines of a reading are, from the boxes of its words."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from statistics import median
from typing import Final

from corrector.ocr.words import Word
from corrector.scans.geometry import Orientation, to_upright

_LEAST_WORDS: Final = 4
"""Of a line: in shorter ones an ascender more at one end looks like a slope."""

_LEAST_LINES: Final = 3
_APART: Final = 1 / 3
"""Of the length of a line: words nearer to each other say little about its slope."""

_Point = tuple[float, float]


def skew_of_words(
    words: Iterable[Word], width: int, height: int, orientation: Orientation
) -> float | None:
    """Return by how many degrees lines sink to the right on the upright scan.

    None where there are too few words to tell.

    Args:
        words: with boxes in pixels of the stored scan.
        width: of the stored scan in pixels.
        height: of the stored scan in pixels.
        orientation: what the stored scan declares.
    """
    lines: defaultdict[int, list[_Point]] = defaultdict(list)
    for word in words:
        box = to_upright(word.box, width, height, orientation)
        lines[word.line].append((box.x + box.width / 2, box.y + box.height / 2))
    long = [points for points in lines.values() if len(points) >= _LEAST_WORDS]
    angles = [_angle(points) for points in long]
    return round(median(angles), 1) if len(angles) >= _LEAST_LINES else None


def _angle(points: Sequence[_Point]) -> float:
    """Return the slope of a line in degrees, the median between its words that stand apart.

    Lines that run down or up the page are as crooked as they are off that way.
    """
    length = max(math.dist(one, other) for one, other in combinations(points, 2))
    apart = (
        (one, other)
        for one, other in combinations(points, 2)
        if math.dist(one, other) >= length * _APART
    )
    return median(_off_straight(one, other) for one, other in apart)


def _off_straight(one: _Point, other: _Point) -> float:
    degrees = math.degrees(math.atan2(other[1] - one[1], other[0] - one[0]))
    return (degrees + 45) % 90 - 45
