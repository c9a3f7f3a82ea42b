"""Numbers and boxes as OCR files write them; nonsense is no number, never a failure."""

import math
import re
from collections.abc import Iterable
from typing import Final

from corrector.scans.geometry import Box

LARGEST: Final = 1_000_000
"""Pixels beyond which a coordinate is a mistake: scans have a tenth of that at most."""

_NUMBER: Final = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def number(text: str | None) -> float | None:
    """Return the number that `text` is, or None."""
    try:
        found = float(text or "")
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def numbers(text: str) -> list[float]:
    """Return the numbers in `text`, whatever stands between them."""
    return [found for found in map(float, _NUMBER.findall(text)) if math.isfinite(found)]


def side(text: str | None) -> int | None:
    """Return the width or height of a page, or None if it can be none."""
    found = number(text)
    return round(found) if found is not None and 1 <= found <= LARGEST else None


def size_of(width: str | None, height: str | None) -> tuple[int, int] | None:
    """Return the size of a page, or None where one side is missing or absurd."""
    across, down = side(width), side(height)
    return None if across is None or down is None else (across, down)


def box_between(left: float, top: float, right: float, bottom: float) -> Box:
    """Return the box with these edges, whichever of two opposite ones is the smaller."""
    x, end = sorted(round(_limited(edge)) for edge in (left, right))
    y, floor = sorted(round(_limited(edge)) for edge in (top, bottom))
    return Box(x, y, end - x, floor - y)


def box_around(points: str) -> Box | None:
    """Return the box around the points written as ``x,y x,y`` or ``x y x y``; None without any."""
    found = numbers(points)
    across, down = found[0::2], found[1::2]
    if not across or not down:
        return None
    return box_between(min(across), min(down), max(across), max(down))


def united(boxes: Iterable[Box | None]) -> Box | None:
    """Return the smallest box around all that are boxes, or None where none is."""
    found: Box | None = None
    for box in boxes:
        if box is not None:
            found = box if found is None else found.united(box)
    return found


def clamped(box: Box, width: int, height: int) -> Box:
    """Return what of `box` lies on the page; at least one pixel at the edge nearest to it."""
    x, y = (min(max(edge, 0), limit - 1) for edge, limit in ((box.x, width), (box.y, height)))
    right, bottom = min(max(box.right, x + 1), width), min(max(box.bottom, y + 1), height)
    return Box(x, y, right - x, bottom - y)


def share(text: str | None, whole: float = 1.0) -> float | None:
    """Return a confidence of `whole` as 0..1, or None where none is given."""
    found = number(text)
    return None if found is None or found < 0 else min(found / whole, 1.0)


def _limited(edge: float) -> float:
    return min(max(edge, -LARGEST), LARGEST)
