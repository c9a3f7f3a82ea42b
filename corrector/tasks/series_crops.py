"""Cuts from the scan what stands around each place of a series."""

from dataclasses import dataclass
from typing import Final

from corrector.scans.geometry import Box, to_upright
from corrector.scans.image import scan_info
from corrector.tasks.collection import Collection
from corrector.tasks.looking import FullScan, Pixels, full_scan
from corrector.tasks.series import SeriesPage, places_on_scan

_AROUND: Final = 0.4
"""Of the height of a word, shown above and below it."""
_HIGHEST: Final = 2.5
"""Of the height of a word: what is shown of its line at most, where stamps make that high."""
_WIDTH: Final = 24
"""Of the height of a crop: how wide it is at most, with the word in the middle where it can."""
_LEAST_HEIGHT: Final = 48
"""Pixels of a crop below which it is not shrunk: enough for a row on a fine screen."""


@dataclass(frozen=True, slots=True)
class Crop:
    """What stands around one place on the scan.

    Attributes:
        pixels: the picture, upright.
        word: where the word stands in it, in its pixels.
    """

    pixels: Pixels
    word: Box


def crops_of(collection: Collection, found: SeriesPage) -> tuple[Crop | None, ...]:
    """Return a crop for each place of a page; None where nobody knows where it stands.

    Raises:
        InputError: if the scan or the record cannot be read.
    """
    source = collection.scan_of(found.page)
    spans = [one.span for one in found.places]
    places = places_on_scan(collection, found.page, found.text, spans) if source else ()
    if source is None or all(one.word is None for one in places):
        return (None,) * len(spans)
    info, scan = scan_info(source), full_scan(source)

    def upright(box: Box) -> Box:
        return to_upright(box, info.width, info.height, info.orientation)

    return tuple(
        None if one.word is None else _crop(scan, upright(one.word), upright(one.line or one.word))
        for one in places
    )


def _crop(scan: FullScan, word: Box, line: Box) -> Crop | None:
    width, height = scan.size
    area = _area(word, line)
    left, top = max(0, area.x), max(0, area.y)
    right, bottom = min(width, area.right), min(height, area.bottom)
    if left >= right or top >= bottom:
        return None  # the file is another by now
    shrink = max(1, (bottom - top) // (2 * _LEAST_HEIGHT))
    pixels = scan.piece(Box(left, top, right - left, bottom - top), shrink)
    inside = Box(
        (word.x - left) // shrink,
        (word.y - top) // shrink,
        max(1, word.width // shrink),
        max(1, word.height // shrink),
    )
    return Crop(pixels, inside)


def _area(word: Box, line: Box) -> Box:
    """Return the part of a line around a word that is shown."""
    top, bottom = min(line.y, word.y), max(line.bottom, word.bottom)
    if bottom - top > word.height * _HIGHEST:
        middle, half = word.y + word.height // 2, round(word.height * _HIGHEST / 2)
        top, bottom = middle - half, middle + half
    room = round(word.height * _AROUND)
    top, bottom = top - room, bottom + room
    begin = min(line.x, word.x) - room
    end = max(line.right, word.right) + room
    width = min(end - begin, max(_WIDTH * (bottom - top), word.width + 2 * room))
    middle = word.x + word.width // 2
    left = max(begin, min(middle - width // 2, end - width))
    return Box(left, top, width, bottom - top)
