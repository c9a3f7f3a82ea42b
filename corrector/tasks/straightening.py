"""Proposes by how much a crooked scan should be turned to be seen straight."""

from typing import Final

from corrector.ocr.line_slopes import skew_of_words
from corrector.ocr.words import Reading
from corrector.scans.image import scan_info
from corrector.scans.listing import ScanSource
from corrector.scans.previews import cached_preview
from corrector.scans.skew import skew_of
from corrector.tasks.looking import PREVIEW_LONG_SIDE

_LONG_SIDE: Final = 800
"""Pixels of the picture that is looked at: lines of ten pixels are told apart at a tenth degree."""


def straightening_angle(source: ScanSource, reading: Reading | None) -> float | None:
    """Return by how many degrees to turn a scan to the right; None where no lines are seen.

    Where a reading is known, the boxes of its words tell; else the pixels.

    Raises:
        InputError: if the scan cannot be read.
    """
    info = scan_info(source)
    skew = None
    if reading is not None and (reading.width, reading.height) == (info.width, info.height):
        skew = skew_of_words(reading.words, info.width, info.height, info.orientation)
    if skew is None:
        small = cached_preview(source, PREVIEW_LONG_SIDE)
        small.thumbnail((_LONG_SIDE, _LONG_SIDE))
        skew = skew_of(small)
    return None if skew is None else 0.0 - skew
