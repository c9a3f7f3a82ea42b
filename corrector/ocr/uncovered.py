"""Tells from the ink whether lines of a page stand where a reading has no words."""

from collections.abc import Sequence
from itertools import groupby
from statistics import median
from typing import Final

from PIL import Image, ImageDraw

from corrector.ocr.drawing import ink_of
from corrector.ocr.layout import FoundWord
from corrector.scans.geometry import Box, to_upright
from corrector.scans.image import ScanInfo

_EDGE: Final = 0.04
"""Share of the width at each side that is left out: dark borders and holes are no lines."""
_LIKE_TEXT: Final = range(15, 141)
"""Levels of ink, of 255, of a field as high as a word, in lines of text: specks have less, the
dark areas of stamps, pictures and borders more."""
_RUN: Final = 5
"""Fields of text side by side that make a piece of a line: two or three words."""
_GROWN: Final = 0.5
"""How far from its box ink still belongs to a word, in heights of a word."""
_TALL: Final = 4
"""Boxes of more than so many usual heights are no words but frames and stains read as letters."""
_USUAL_HEIGHT: Final = 16
_SMALLEST_FIELD: Final = 4
_MUCH: Final = 0.03
"""Share of the fields with text from which on something is missing. On sample pages that were
read surely it is .01 at most, but for a large signature (.04); a tenth of a page's height taken out
of the reading leaves about .1."""
_LEAST: Final = 20
"""Fields; a signature or a page number alone is less."""


def leaves_lines(preview: Image.Image, info: ScanInfo, words: Sequence[FoundWord]) -> bool:
    """Tell whether there is as much text without words as a few lines make.

    Args:
        preview: the upright scan, about 1000 pixels high.
        info: of the scan.
        words: with boxes in pixels of the stored scan.
    """
    ink = ink_of(preview)
    turned = info.orientation.turns_sides
    scale = preview.width / (info.height if turned else info.width)
    boxes = [to_upright(word.box, info.width, info.height, info.orientation) for word in words]
    height = median([box.height * scale for box in boxes] or [_USUAL_HEIGHT])
    field = max(_SMALLEST_FIELD, round(height))
    everything = _fields_of_text(ink, field)
    _take_out(ink, boxes, scale, height)
    left = _fields_of_text(ink, field)
    return left >= max(_LEAST, _MUCH * everything)


def _take_out(ink: Image.Image, boxes: Sequence[Box], scale: float, height: float) -> None:
    """Leave the ink only that is not of words."""
    pen, more = ImageDraw.Draw(ink), _GROWN * height
    for box in boxes:
        if box.height * scale <= _TALL * height:
            left, top = box.x * scale - more, box.y * scale - more
            pen.rectangle((left, top, box.right * scale + more, box.bottom * scale + more), fill=0)


def _fields_of_text(ink: Image.Image, field: int) -> int:
    """Return how many fields look like text and stand side by side."""
    edge = round(ink.width * _EDGE)
    inside = ink.crop(
        (edge, edge, max(ink.width - edge, edge + 1), max(ink.height - edge, edge + 1))
    )
    size = (max(1, inside.width // field), max(1, inside.height // field))
    levels = inside.resize(size, Image.Resampling.BOX).tobytes()
    rows = (levels[start : start + size[0]] for start in range(0, len(levels), size[0]))
    return sum(_in_runs(row) for row in rows)


def _in_runs(row: bytes) -> int:
    runs = (sum(1 for _ in run) for like, run in groupby(row, _LIKE_TEXT.__contains__) if like)
    return sum(length for length in runs if length >= _RUN)
