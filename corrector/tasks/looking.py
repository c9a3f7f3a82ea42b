"""Shows scans: thumbnails, previews and pieces of the full scan as plain pixels."""

from dataclasses import dataclass
from typing import Final, Literal

from PIL import Image

from corrector.scans.geometry import Box, Orientation, upright_size
from corrector.scans.image import open_scan, scan_info
from corrector.scans.listing import ScanSource
from corrector.scans.previews import cached_preview

THUMBNAIL_LONG_SIDE: Final = 160
"""Enough for a row of the page list on a screen with two pixels for one."""

PREVIEW_LONG_SIDE: Final = 2000
"""A page at full width on a usual screen; 4 MB grey, shown within one frame."""

# In blocks of up to 32 MB the C library gives memory back into its own pool and clears it by hand
# at the next scan, while Python stands still: 70 ms for 100 megapixels in colour. Larger blocks
# come cleared from the system: 5 ms (measured with glibc 2.36, worst gap of the main thread).
Image.core.set_block_size(64 * 1024 * 1024)  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Pixels:
    """A small picture in memory: rows from the top, bytes without padding.

    Attributes:
        width: in pixels.
        height: in pixels.
        mode: "L" for one byte of grey a pixel, "RGB" for three bytes.
        data: the bytes.
        bytes_per_line: of one row.
    """

    width: int
    height: int
    mode: Literal["L", "RGB"]
    data: bytes
    bytes_per_line: int


@dataclass(frozen=True, slots=True)
class ScanShape:
    """How large the stored scan is and how it must be turned.

    Attributes:
        width: of the stored file in pixels, before turning.
        height: of the stored file in pixels, before turning.
        orientation: what the file declares.
    """

    width: int
    height: int
    orientation: Orientation

    @property
    def upright_size(self) -> tuple[int, int]:
        """Width and height as seen."""
        return upright_size(self.width, self.height, self.orientation)


@dataclass(frozen=True, slots=True)
class Preview:
    """The whole scan, upright and small; each level has half the sides of the one before."""

    shape: ScanShape
    levels: tuple[Pixels, ...]


class FullScan:
    """A decoded scan, upright, of which pieces are cut out on demand.

    It is large (100 MB and more): keep one at a time.
    """

    def __init__(self, image: Image.Image) -> None:
        self._image = image

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels, upright."""
        return self._image.size

    def piece(self, box: Box, shrink: int = 1) -> Pixels:
        """Return what is in `box` (upright), each `shrink` x `shrink` pixels made one.

        A box that reaches over the edges of the scan is cut there.

        Raises:
            ValueError: if nothing of the scan is in the box.
        """
        width, height = self._image.size
        left, top = max(0, box.x), max(0, box.y)
        right, bottom = min(width, box.right), min(height, box.bottom)
        if left >= right or top >= bottom:
            raise ValueError(f"{box} is outside a scan of {width} x {height}")
        edges = (left, top, right, bottom)
        if shrink > 1 and self._image.mode != "1":
            return _pixels(self._image.reduce(shrink, edges))
        cut = _plain(self._image.crop(edges))
        return _pixels(cut.reduce(shrink) if shrink > 1 else cut)


def thumbnail(source: ScanSource) -> Pixels:
    """Return a thumbnail, long side at most `THUMBNAIL_LONG_SIDE`, upright.

    Raises:
        InputError: if the scan cannot be read.
    """
    return _pixels(_plain(cached_preview(source, THUMBNAIL_LONG_SIDE)))


def preview(source: ScanSource, long_side: int = PREVIEW_LONG_SIDE) -> Preview:
    """Return a preview, long side at most `long_side`, and the shape of the scan.

    Raises:
        InputError: if the scan cannot be read.
    """
    info = scan_info(source)
    shape = ScanShape(info.width, info.height, info.orientation)
    image = _plain(cached_preview(source, long_side))
    levels = [_pixels(image)]
    while max(image.size) > long_side // 3:
        image = image.reduce(2)
        levels.append(_pixels(image))
    return Preview(shape, tuple(levels))


def full_scan(source: ScanSource) -> FullScan:
    """Decode the whole scan; slow and large.

    Raises:
        InputError: if the scan cannot be read.
    """
    return FullScan(open_scan(source))


def _plain(image: Image.Image) -> Image.Image:
    # Bilevel becomes grey, so that shrinking it gives shades instead of holes.
    return image.convert("L") if image.mode == "1" else image


def _pixels(image: Image.Image) -> Pixels:
    grey = image.mode == "L"
    width, height = image.size
    return Pixels(
        width, height, "L" if grey else "RGB", image.tobytes(), width * (1 if grey else 3)
    )
