"""Opens scans: what a scan is, the scan whole and upright, and a small preview of it."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import ExifTags, Image, ImageFile

from corrector.scans.colours import plain
from corrector.scans.failures import BROKEN, no_such_frame, reading
from corrector.scans.geometry import Orientation
from corrector.scans.kinds import is_pdf
from corrector.scans.limits import check_size
from corrector.scans.listing import ScanSource
from corrector.scans.pdf import STORED_RESOLUTION, page_size, render_page, render_preview
from corrector.scans.png import png_exif

_FORMATS: Final = ("JPEG", "TIFF", "PNG", "WEBP", "BMP", "JPEG2000")
"""Nothing else is tried: some of Pillow's formats start other programs."""

_TURNS: Final = {
    Orientation.MIRRORED: Image.Transpose.FLIP_LEFT_RIGHT,
    Orientation.HALF_TURN: Image.Transpose.ROTATE_180,
    Orientation.FLIPPED: Image.Transpose.FLIP_TOP_BOTTOM,
    Orientation.TRANSPOSED: Image.Transpose.TRANSPOSE,
    Orientation.QUARTER_TURN_RIGHT: Image.Transpose.ROTATE_270,
    Orientation.TRANSVERSED: Image.Transpose.TRANSVERSE,
    Orientation.QUARTER_TURN_LEFT: Image.Transpose.ROTATE_90,
}

_PLAUSIBLE: Final = range(10, 20_001)
"""Dots per inch that a scanner may have; other values are leftovers of careless programs."""

_INVENTED: Final = 72
_UNITS: Final = frozenset({1, 2})
"""Of a JPEG's header: dots per inch and per centimetre; 0 says how pixels are shaped, no more."""

_GAP: Final = 1.0
"""How far above the wanted size cheap steps (coarse decoding, whole-number reduction) stop: twice
the size takes twice the time, and no difference shows on typescript."""


@dataclass(frozen=True, slots=True)
class ScanInfo:
    """What the header of a scan says.

    Attributes:
        width: of the stored image, in pixels, before it is turned upright.
        height: of the stored image, in pixels.
        orientation: what must be done to the stored image to see it upright.
        mode: of the stored pixels, as Pillow calls it: 1, L, RGB, CMYK, I;16 ...
        format: JPEG, TIFF, PNG, WEBP, BMP, JPEG2000, MPO or PDF.
        resolution: in dots per inch, or None if the file does not say.
    """

    width: int
    height: int
    orientation: Orientation
    mode: str
    format: str
    resolution: float | None


def scan_info(source: ScanSource) -> ScanInfo:
    """Return what the header of a scan says; no pixel is decoded.

    The stored pixels of a page of a PDF are those of its rendering at `STORED_RESOLUTION`.

    Raises:
        InputError: if the scan cannot be read or is too large.
    """
    if is_pdf(source.path):
        width, height = page_size(source.path, source.frame)
        check_size(source.path, width, height)
        return ScanInfo(width, height, Orientation.UPRIGHT, "RGB", "PDF", STORED_RESOLUTION)
    with _stored(source) as image:
        width, height = _stored_size(image)
        return ScanInfo(
            width,
            height,
            _orientation(image),
            image.mode,
            image.format or "",
            _resolution(image),
        )


def open_scan(source: ScanSource, *, resolution: float = STORED_RESOLUTION) -> Image.Image:
    """Return a scan whole, upright, in mode 1, L or RGB; its file is closed again.

    Args:
        source: which scan.
        resolution: at which a page of a PDF is rendered, in dots per inch.

    Raises:
        InputError: if the scan cannot be read or is too large.
    """
    if is_pdf(source.path):
        return render_page(source.path, source.frame, resolution)
    with _stored(source) as image:
        turn = _turn_after_loading(image)
        image.load()
        return _finished(image, plain(image), turn)


def open_preview(source: ScanSource, long_side: int) -> Image.Image:
    """Return a scan upright, in L or RGB, at most `long_side` pixels wide and high.

    Raises:
        InputError: if the scan cannot be read or is too large.
    """
    if is_pdf(source.path):
        return render_preview(source.path, source.frame, long_side)
    with _stored(source) as image:
        turn = _turn_after_loading(image)
        factor = _GAP * long_side / max(image.size)
        image.draft(None, (math.ceil(image.width * factor), math.ceil(image.height * factor)))
        image.load()
        small = _smaller(image, long_side)
        return _finished(image, plain(small), turn)


def _smaller(image: Image.Image, long_side: int) -> Image.Image:
    """Return `image` no larger than asked; only grey, colour and CMYK can be scaled smoothly."""
    if image.mode not in {"L", "RGB", "CMYK"}:
        profile = image.info.get("icc_profile")
        image = image.convert("L") if image.mode == "1" else plain(image)
        image.info = {} if profile is None else image.info
    image.thumbnail((long_side, long_side), Image.Resampling.BICUBIC, reducing_gap=_GAP)
    return image


def _finished(stored: Image.Image, image: Image.Image, turn: Orientation) -> Image.Image:
    """Return `image` upright and without what could make others turn or colour it once more."""
    upright = image.transpose(_TURNS[turn]) if turn in _TURNS else image
    resolution = _resolution(stored)
    upright.info = {} if resolution is None else {"dpi": (resolution, resolution)}
    return upright


@contextmanager
def _stored(source: ScanSource) -> Iterator[ImageFile.ImageFile]:
    """Give the image of `source` with its header read; the file is closed afterwards.

    Pillow is given an open file, not a name: it would map the pixels of a file that it can name,
    and a mapped file that shrinks on a network share ends the whole program.
    """
    path = source.path
    with reading(path), path.open("rb") as file, Image.open(file, formats=_FORMATS) as image:
        if source.frame:
            _seek(image, path, source.frame)
        check_size(path, *image.size)
        yield image


def _seek(image: ImageFile.ImageFile, path: Path, frame: int) -> None:
    try:
        image.seek(frame)
    except EOFError as error:
        raise no_such_frame(path, frame) from error


def _stored_size(image: ImageFile.ImageFile) -> tuple[int, int]:
    """Return the size before turning; Pillow gives the size of a TIFF as it is after turning."""
    if image.format == "TIFF" and _orientation(image).turns_sides:
        return image.height, image.width
    return image.size


def _orientation(image: ImageFile.ImageFile) -> Orientation:
    """Return what the file declares; a declaration that makes no sense counts as none."""
    try:
        exif = png_exif(image) if image.format == "PNG" else image.getexif()
        return Orientation(exif.get(ExifTags.Base.Orientation, Orientation.UPRIGHT))
    except BROKEN:
        return Orientation.UPRIGHT


def _turn_after_loading(image: ImageFile.ImageFile) -> Orientation:
    """Return what is left to do once the pixels are loaded: Pillow turns a TIFF itself."""
    return Orientation.UPRIGHT if image.format == "TIFF" else _orientation(image)


def _resolution(image: Image.Image) -> float | None:
    try:
        resolution = float(image.info["dpi"][0])
        told = round(resolution) in _PLAUSIBLE and not _is_invented(image, resolution)
    except BROKEN:
        return None
    return resolution if told else None


def _is_invented(image: Image.Image, resolution: float) -> bool:
    """Tell whether the resolution is what Pillow makes up for a JPEG with EXIF that tells none."""
    if image.format not in {"JPEG", "MPO"} or resolution != _INVENTED:
        return False
    in_header = image.info.get("jfif_unit") in _UNITS
    return not in_header and image.getexif().get(ExifTags.Base.XResolution) != _INVENTED
