"""How crooked the lines of a scan are, seen from its pixels alone."""

import math
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from PIL import Image, ImageOps

STEEPEST: Final = 6.0
"""Degrees looked for: feeders and hands seldom lay a sheet more crookedly."""

_COARSE: Final = 0.5
_FINE: Final = 0.1
"""Degrees between two attempts; 0.1 is two pixels at the end of a line of a thousand."""

_MARGIN: Final = 0.08
"""Of width and height left out at each edge: dark borders and spines are no lines."""

_LEAST_SIDE: Final = 64
"""Pixels; in a smaller picture nothing is seen."""

_PLAIN_GAIN: Final = 1.04
"""How much clearer the lines must stand at an angle than without turning, to propose it."""


def skew_of(image: Image.Image) -> float | None:
    """Return by how many degrees the lines of `image` sink to the right; None where none are seen.

    Lines stand out most where the scan is turned straight: then rows of letters and the blank
    rows between them differ most. A preview of 700 to 1000 pixels is enough, and quicker.

    Args:
        image: upright, in mode 1, L or RGB.
    """
    ink = _ink(image)
    if min(ink.size) < _LEAST_SIDE or ink.height < 4 * _lost(ink):
        return None
    straight = _clearness(ink, 0.0)
    steps = round(STEEPEST / _COARSE)
    small = ink.reduce(2) if min(ink.size) >= 2 * _LEAST_SIDE else ink
    coarse = _clearest(small, (step * _COARSE for step in range(-steps, steps + 1)))
    around = round(_COARSE / _FINE)
    angle = _clearest(ink, (coarse + step * _FINE for step in range(-around, around + 1)))
    best = _clearness(ink, angle)
    if not best or abs(angle) >= STEEPEST:
        return None
    return round(angle, 1) if best >= straight * _PLAIN_GAIN else 0.0


def _ink(image: Image.Image) -> Image.Image:
    """Return what is written as light on black, without the edges."""
    grey = image.convert("L")
    across, down = round(grey.width * _MARGIN), round(grey.height * _MARGIN)
    inside = grey.crop((across, down, grey.width - across, grey.height - down))
    return ImageOps.invert(ImageOps.autocontrast(inside, cutoff=(0, 50)))


def _clearest(ink: Image.Image, angles: Iterable[float]) -> float:
    return max(angles, key=lambda angle: (_clearness(ink, angle), -abs(angle)))


def _clearness(ink: Image.Image, angle: float) -> float:
    """Return how much neighbouring rows differ once lines sunk by `angle` are level."""
    sink = math.tan(math.radians(angle))
    shear = (1, 0, 0, sink, 1, -sink * ink.width / 2)
    level = ink.transform(ink.size, Image.Transform.AFFINE, shear, Image.Resampling.BILINEAR)
    rows = level.resize((1, ink.height), Image.Resampling.BOX).tobytes()[_lost(ink) : -_lost(ink)]
    return float(sum((one - other) ** 2 for one, other in pairwise(rows)))


def _lost(ink: Image.Image) -> int:
    """Return how many rows at top and bottom are left out, for shearing may bring in the edge."""
    return math.ceil(math.tan(math.radians(STEEPEST + _COARSE)) * ink.width / 2) + 1
