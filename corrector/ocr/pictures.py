"""What an engine is shown of a scan, and the way of every box back to the stored file."""

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from corrector.errors import InputError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.ocr.preparations import Preparation
from corrector.scans.geometry import Box, Orientation, to_stored, to_upright
from corrector.scans.image import ScanInfo, open_scan
from corrector.scans.listing import ScanSource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PIL.Image import Image

    from corrector.ocr.layout import FoundWord

_READ_AS_THEY_ARE: Final = {"JPEG": {"L", "RGB"}, "PNG": {"1", "L", "RGB"}}
"""Formats and modes that Tesseract's own decoder reads just as ours does. Not TIFF: of a file
with many images Tesseract reads them all."""
_KNOWN_RESOLUTIONS: Final = range(70, 2401)
"""Dots per inch that Tesseract believes; without one it guesses from the size of the letters."""
_MARGIN: Final = 10
"""Pixels of paper put around a region: letters that touch the border of a picture get lost."""
_SMALLEST_REGION: Final = 8
"""Pixels a side; below, there is no letter in it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What an engine shall read.

    Attributes:
        source: the scan that it was made of; named in messages.
        image: the picture; None where the file of the scan can be read just as it is.
        resolution: in dots per inch, or None where nobody knows.
    """

    source: ScanSource
    image: "Image | None"
    resolution: int | None


@dataclass(frozen=True, slots=True)
class Way:
    """The way from a picture back to the scan that it was made of.

    Attributes:
        info: of the scan.
        scale: pixels of the picture for one of the upright scan.
        left: where the upright scan begins in the picture at its own size, in pixels; negative
            where only a region is shown.
        top: the same from above.
        turn: by how many degrees the picture was turned to the left, around its middle.
        middle: of the picture before it was turned, in pixels from its left and top.
        turned_middle: of the picture after it.
    """

    info: ScanInfo
    scale: float
    left: int = 0
    top: int = 0
    turn: float = 0.0
    middle: tuple[float, float] = (0.0, 0.0)
    turned_middle: tuple[float, float] = (0.0, 0.0)

    def back(self, words: "Iterable[FoundWord]") -> "tuple[FoundWord, ...]":
        """Return the words with their boxes in pixels of the stored scan."""
        return tuple(replace(word, box=self._back(word.box)) for word in words)

    def _back(self, box: Box) -> Box:
        box = self._turned_back(box) if self.turn else box
        x, y = round(box.x / self.scale), round(box.y / self.scale)
        right, bottom = round(box.right / self.scale), round(box.bottom / self.scale)
        upright = Box(x - self.left, y - self.top, right - x, bottom - y)
        if self.info.orientation == Orientation.UPRIGHT:
            return upright
        return to_stored(upright, self.info.width, self.info.height, self.info.orientation)

    def _turned_back(self, box: Box) -> Box:
        """Return the smallest upright box around one that was turned."""
        cosine, sine = math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))
        corners = [
            (x - self.turned_middle[0], y - self.turned_middle[1])
            for x in (box.x, box.right)
            for y in (box.y, box.bottom)
        ]
        across = [x * cosine - y * sine + self.middle[0] for x, y in corners]
        down = [x * sine + y * cosine + self.middle[1] for x, y in corners]
        left, top = round(min(across)), round(min(down))
        return Box(left, top, round(max(across)) - left, round(max(down)) - top)


def picture_of(
    source: ScanSource,
    info: ScanInfo,
    preparation: Preparation,
    region: Box | None = None,
    slope: float = 0.0,
) -> tuple[Picture, Way]:
    """Return what the engine shall read of a scan or a region of it, and the way back.

    Args:
        source: the file and which image of it.
        info: what the file declares.
        preparation: what is done to the scan.
        region: in pixels of the stored file; None means all of it.
        slope: by how many degrees lines sink to the right on the upright scan; used where the
            preparation makes them level.

    Raises:
        InputError: the scan cannot be opened, or the region holds nothing of it.
    """
    resolution = round(info.resolution or 0)
    known = resolution if resolution in _KNOWN_RESOLUTIONS else None
    if region is None and preparation.draws_nothing:
        upright = info.orientation == Orientation.UPRIGHT
        as_it_is = upright and info.mode in _READ_AS_THEY_ARE.get(info.format, ())
        return Picture(source, None if as_it_is else open_scan(source), known), Way(info, 1.0)
    return _drawn(source, info, preparation, region, slope if preparation.straight else 0.0)


def _drawn(
    source: ScanSource,
    info: ScanInfo,
    preparation: Preparation,
    region: Box | None,
    slope: float,
) -> tuple[Picture, Way]:
    """Return a picture made of the scan; its resolution is Tesseract's to guess."""
    # Imported late: the window starts without it.
    from corrector.ocr.drawing import drawn, drawn_size, with_margin

    image = open_scan(source)
    left = top = 0
    if region is not None:
        upright = _inside(region, info, source)
        image = with_margin(
            image.crop((upright.x, upright.y, upright.right, upright.bottom)), _MARGIN
        )
        left, top = _MARGIN - upright.x, _MARGIN - upright.y
    width, height = drawn_size(image, preparation)
    image = drawn(image, preparation, slope)
    middles = (width / 2, height / 2), (image.width / 2, image.height / 2)
    way = Way(info, preparation.scale, left, top, slope, *middles)
    return Picture(source, image, None), way


def _inside(region: Box, info: ScanInfo, source: ScanSource) -> Box:
    """Return the part of a region that lies on the scan, on the upright one."""
    x, y = max(region.x, 0), max(region.y, 0)
    right, bottom = min(region.right, info.width), min(region.bottom, info.height)
    if min(right - x, bottom - y) < _SMALLEST_REGION:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Recognition",
                "There is nothing to read in this region of “{path}”: it is smaller than "
                "{smallest} pixels or lies beside the scan. Nothing was changed. Draw it larger.",
            ),
            path=str(source.path),
            smallest=_SMALLEST_REGION,
        )
    inside = Box(x, y, right - x, bottom - y)
    return to_upright(inside, info.width, info.height, info.orientation)
