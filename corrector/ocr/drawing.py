"""Draws the picture that an engine reads in place of a scan: grey, resized, on even paper."""

from typing import Final

from PIL import ImageChops, ImageFilter, ImageOps
from PIL.Image import Image, Resampling

from corrector.ocr.preparations import Preparation

_NEIGHBOURHOOD: Final = 40
"""The paper around a letter is what is usual within a fortieth of the page's width: wider than
any letter, narrower than the shadow of a fold."""
_SMALLEST_RADIUS: Final = 10
_THIN: Final = 3
"""Pixels; strokes thinner than this vanish from what counts as paper."""
_DARKEST: Final = 0.01
"""Share of the pixels that become black: typed pages have five times as much ink."""
_FAINTEST: Final = 48
"""Levels of grey between paper and what may become black: the grain of a blank page stays grey."""
_WHITE: Final = 255
_BLANK: Final = 0.0005
"""Share of dark pixels that specks of dust may have on a blank page; one typed line has more."""


def drawn(image: Image, preparation: Preparation, slope: float = 0.0) -> Image:
    """Return `image` in grey as the preparation wants it; `image` itself stays as it is.

    Args:
        image: upright.
        preparation: what is done to it.
        slope: by how many degrees its lines sink to the right; the picture is turned as much to
            the left, around its middle, and grows so that nothing is cut off.
    """
    steps = [_resized, _evened]
    # Of both pictures the smaller one is made even: that is quicker, and reads better, too.
    if preparation.scale > 1:
        steps.reverse()
    grey = image.convert("L")
    for step in steps:
        grey = step(grey, preparation)
    return _turned(grey, slope) if slope else grey


def holds_ink(image: Image) -> bool:
    """Tell whether there is anything on a page that could be read."""
    histogram = _on_even_paper(image.convert("L")).histogram()
    return sum(histogram[: _WHITE // 2]) > _BLANK * sum(histogram)


def ink_of(image: Image) -> Image:
    """Return what is written on a page, as white on black."""
    darker = _on_even_paper(image.convert("L"))
    return darker.point([_WHITE if level <= _WHITE // 2 else 0 for level in range(256)])


def drawn_size(image: Image, preparation: Preparation) -> tuple[int, int]:
    """Return width and height of `image` as the preparation wants it, before it is turned."""
    width, height = (max(1, round(side * preparation.scale)) for side in image.size)
    return width, height


def _resized(grey: Image, preparation: Preparation) -> Image:
    if preparation.scale == 1:
        return grey
    return grey.resize(drawn_size(grey, preparation), Resampling.LANCZOS)


def _evened(grey: Image, preparation: Preparation) -> Image:
    return _on_even_paper(grey) if preparation.even_paper else grey


def _turned(grey: Image, slope: float) -> Image:
    paper = _usual_level(grey)
    return grey.rotate(slope, Resampling.BICUBIC, expand=True, fillcolor=paper)


def with_margin(image: Image, margin: int) -> Image:
    """Return `image` with `margin` pixels of its own usual paper on each side."""
    grey = image.convert("L")
    return ImageOps.expand(grey, margin, fill=_usual_level(grey))


def _usual_level(grey: Image) -> int:
    return max(range(256), key=grey.histogram().__getitem__)


def _on_even_paper(grey: Image) -> Image:
    """Return how much darker than the paper around it every pixel is, black on white."""
    radius = max(_SMALLEST_RADIUS, grey.width // _NEIGHBOURHOOD)
    paper = grey.filter(ImageFilter.MaxFilter(_THIN)).filter(ImageFilter.BoxBlur(radius))
    darker = ImageChops.subtract(paper, grey)
    black = _level_of_ink(darker)
    return darker.point([_WHITE - min(level, black) * _WHITE // black for level in range(256)])


def _level_of_ink(darker: Image) -> int:
    """Return how much darker than paper ink is; on a blank page, the least that ink can be."""
    histogram = darker.histogram()
    left = sum(histogram) * _DARKEST
    level = len(histogram)
    while left >= 0 and level > _FAINTEST:
        level -= 1
        left -= histogram[level]
    return level
