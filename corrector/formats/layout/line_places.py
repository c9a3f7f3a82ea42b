"""Places of lines of which nobody knows them: between the lines around them."""

from collections.abc import Sequence
from itertools import groupby

from corrector.formats.reading.coordinates import clamped
from corrector.formats.reading.interpolation import stacked
from corrector.scans.geometry import Box


def all_placed(boxes: Sequence[Box | None], width: int, height: int) -> list[Box]:
    """Return `boxes` of successive lines with a place on the page for each that has none.

    Args:
        boxes: where known, in pixels.
        width: of the page.
        height: of the page.
    """
    found: list[Box] = []
    position = 0
    for known, group in groupby(boxes, key=lambda box: box is not None):
        run = list(group)
        if known:
            found += [box for box in run if box is not None]
        else:
            before = boxes[position - 1] if position else None
            behind = position + len(run)
            after = boxes[behind] if behind < len(boxes) else None
            found += _between(before, after, len(run), Box(0, 0, width, height))
        position += len(run)
    return [clamped(box, width, height) for box in found]


def _between(before: Box | None, after: Box | None, lines: int, page: Box) -> Sequence[Box]:
    if before is None and after is None:
        return stacked(lines, page)
    if before is not None and after is not None and after.y - before.bottom >= lines:
        around = before.united(after)
        gap = Box(around.x, before.bottom, around.width, after.y - before.bottom)
        return stacked(lines, gap)
    if before is not None:
        below = Box(before.x, before.bottom, before.width, before.height * lines)
        return stacked(lines, below)
    assert after is not None  # noqa: S101 - one of the two is known here
    above = Box(after.x, after.y - after.height * lines, after.width, after.height * lines)
    return stacked(lines, above)
