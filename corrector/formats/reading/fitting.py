"""Brings the places of a page that a file describes into the pixels of the scan that is there."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from corrector.formats.reading.coordinates import clamped
from corrector.formats.reading.ocr_page import OcrPage, Place
from corrector.scans.geometry import Box, Orientation, to_stored, upright_size

_TOLERANCE: Final = 0.02
"""Share by which the proportions of page and scan may differ through rounding and trimming."""


def fitted(
    page: OcrPage, width: int, height: int, orientation: Orientation = Orientation.UPRIGHT
) -> OcrPage | None:
    """Return `page` with its places in pixels of the stored scan; None where they cannot fit.

    A page in another resolution or unit is scaled; one that was described as people see it, while
    the file of the scan declares a turn, is turned back.

    Args:
        page: as the file describes it.
        width: of the stored scan in pixels.
        height: of the stored scan in pixels.
        orientation: what the scan's file declares.
    """
    reading = page.reading
    if not page.size_known:
        inside = reading.width <= width and reading.height <= height
        return _moved(page, width, height, lambda box: box) if inside else None
    if _alike(reading.width, reading.height, width, height):
        return _scaled(page, width, height)
    seen = upright_size(width, height, orientation)
    if seen == (width, height) or not _alike(reading.width, reading.height, *seen):
        return None
    return _moved(
        _scaled(page, *seen), width, height, lambda box: to_stored(box, width, height, orientation)
    )


def _alike(width: int, height: int, other_width: int, other_height: int) -> bool:
    """Tell whether two pages have the same proportions."""
    across, down = other_width / width, other_height / height
    return abs(across - down) <= _TOLERANCE * max(across, down)


def _scaled(page: OcrPage, width: int, height: int) -> OcrPage:
    across, down = width / page.reading.width, height / page.reading.height
    if (across, down) == (1.0, 1.0):
        return page

    def scaled(box: Box) -> Box:
        x, y = round(box.x * across), round(box.y * down)
        return Box(x, y, round(box.right * across) - x, round(box.bottom * down) - y)

    return _moved(page, width, height, scaled)


def _moved(page: OcrPage, width: int, height: int, move: Callable[[Box], Box]) -> OcrPage:
    """Return the page with every box moved, on a page of the given size."""

    def put(place: Place) -> Place:
        box = None if place.box is None else clamped(move(place.box), width, height)
        return replace(place, box=box)

    words = tuple(
        replace(word, box=clamped(move(word.box), width, height)) for word in page.reading.words
    )
    return replace(
        page,
        reading=replace(page.reading, words=words, width=width, height=height),
        lines=tuple(map(put, page.lines)),
        blocks=tuple(map(put, page.blocks)),
    )
