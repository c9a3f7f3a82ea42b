"""Draws the picture that an engine reads in place of a scan: grey, resized, on even paper."""

from typing import Final

from PIL import ImageChops, ImageFilter, ImageOps
from PIL.Image import Image, Resampling

from corrector.ocr.preparations import Preparation

_NEIGHBOURHOOD: Final = 40
"""The paper around a letter is what is usual within a fortieth of the page's width: wider than
any letter, narrower than the shadow of a fold."""
_SMALLEST_RADIUS: Final = 10
_THIN: Final = 5
"""Pixels; strokes thinner than this vanish from what counts as paper."""
_DARKEST: Final = 1
"""Per cent of the pixels that become black."""


def drawn(image: Image, preparation: Preparation) -> Image:
    """Return `image` in grey as the preparation wants it; `image` itself stays as it is."""
    grey = image.convert("L")
    if preparation.even_paper:
        grey = _on_even_paper(grey)
    if preparation.scale != 1:
        size = tuple(max(1, round(side * preparation.scale)) for side in grey.size)
        smooth = Resampling.BOX if preparation.scale < 1 else Resampling.LANCZOS
        grey = grey.resize((size[0], size[1]), smooth)
    return grey


def with_margin(image: Image, margin: int) -> Image:
    """Return `image` with `margin` pixels of its own usual paper on each side."""
    grey = image.convert("L")
    paper = grey.resize((1, 1), Resampling.BOX).getpixel((0, 0))
    histogram = grey.histogram()
    usual = max(range(len(histogram)), key=histogram.__getitem__)
    return ImageOps.expand(grey, margin, fill=max(usual, int(str(paper))))


def _on_even_paper(grey: Image) -> Image:
    """Return how much darker than the paper around it every pixel is, black on white."""
    radius = max(_SMALLEST_RADIUS, grey.width // _NEIGHBOURHOOD)
    paper = grey.filter(ImageFilter.MaxFilter(_THIN)).filter(ImageFilter.BoxBlur(radius))
    even = ImageOps.invert(ImageChops.subtract(paper, grey))
    return ImageOps.autocontrast(even, cutoff=(_DARKEST, 0))
