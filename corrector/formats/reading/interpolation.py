"""Places of words of which only the line's place is known: letter by letter along the line."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from corrector.scans.geometry import Box

_UPRIGHT: Final = 2.0
"""A box this many times as high as wide holds a line that runs downwards."""

_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})


def interpolated(words: Sequence[str], box: Box) -> tuple[Box, ...]:
    """Return a box for each of `words`, which stand one after the other in `box`.

    Every letter, and every gap between words, is taken to be equally wide. Hebrew and Arabic run
    from right to left.
    """
    letters = sum(map(len, words))
    if box.height > _UPRIGHT * box.width and letters > len(words) > 0 and letters > 1:
        return tuple(
            Box(box.x, start, box.width, end - start)
            for start, end in _stretches(words, box.y, box.height)
        )
    found = _stretches(words, box.x, box.width)
    if _is_right_to_left(words):
        found = ((2 * box.x + box.width - end, 2 * box.x + box.width - at) for at, end in found)
    return tuple(Box(start, box.y, end - start, box.height) for start, end in found)


def stacked(lines: int, box: Box) -> tuple[Box, ...]:
    """Return a box for each of so many lines, which stand one below the other in `box`."""
    edges = [box.y + round(box.height * line / lines) for line in range(lines + 1)]
    return tuple(
        Box(box.x, edges[line], box.width, edges[line + 1] - edges[line]) for line in range(lines)
    )


def _stretches(words: Sequence[str], start: int, length: int) -> Iterator[tuple[int, int]]:
    whole = sum(map(len, words)) + len(words) - 1
    done = 0
    for word in words:
        end = done + len(word)
        yield start + round(length * done / whole), start + round(length * end / whole)
        done = end + 1


def _is_right_to_left(words: Sequence[str]) -> bool:
    """Tell whether most of the letters that have a direction run to the left."""
    directions = [unicodedata.bidirectional(letter) for word in words for letter in word]
    backwards = sum(direction in _RIGHT_TO_LEFT for direction in directions)
    return backwards > directions.count("L")
