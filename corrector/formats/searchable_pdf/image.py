"""The scan on a page of a PDF: a JPEG as it is, all else as pixels without loss."""

import zlib
from typing import Final

from pikepdf import Name, Pdf, Stream

from corrector.formats.page_image import PageImage
from corrector.scans.geometry import Box, Orientation, to_upright

_LEVEL: Final = 6
"""Of zlib: higher ones take several times as long for a few per cent."""


def image_object(pdf: Pdf, image: PageImage) -> Stream:
    """Return the image as an object of `pdf`."""
    data = image.data if image.jpeg else zlib.compress(image.data, _LEVEL)
    made = Stream(pdf, data)
    made.Type = Name.XObject
    made.Subtype = Name.Image
    made.Width = image.width
    made.Height = image.height
    made.ColorSpace = Name.DeviceRGB if image.mode == "RGB" else Name.DeviceGray
    made.BitsPerComponent = 1 if image.mode == "1" else 8
    made.Filter = Name.DCTDecode if image.jpeg else Name.FlateDecode
    return made


def drawing(image: PageImage, name: str, scale: float, paper_height: float) -> bytes:
    """Return the content that puts the image upright on the paper.

    Args:
        image: as it is stored.
        name: among the resources of the page.
        scale: points a pixel.
        paper_height: in points.
    """
    origin = _seen(image, 0, image.height, scale, paper_height)
    right = _seen(image, image.width, image.height, scale, paper_height)
    top = _seen(image, 0, 0, scale, paper_height)
    matrix = (
        right[0] - origin[0],
        right[1] - origin[1],
        top[0] - origin[0],
        top[1] - origin[1],
        *origin,
    )
    figures = " ".join(f"{figure:.3f}" for figure in matrix)
    return f"q {figures} cm /{name} Do Q".encode("ascii")


def _seen(
    image: PageImage, x: int, y: int, scale: float, paper_height: float
) -> tuple[float, float]:
    """Return where a point of the stored image stands on the paper."""
    point = to_upright(Box(x, y, 0, 0), image.width, image.height, Orientation(image.orientation))
    return point.x * scale, paper_height - point.y * scale
