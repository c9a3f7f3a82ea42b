"""How light, how contrasting and whether inverted a scan is shown; its file is never touched."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from corrector.tasks.looking import Pixels

MOST: Final = 100
"""Brightness and contrast go from minus this to this; 0 leaves the scan as it is."""

_WHITE: Final = 255
_SHIFT: Final = 0.5
"""Of the way from black to white: how far the full brightness moves every shade."""

_GAIN: Final = 8.0
"""How many times as far apart the full contrast puts two shades: faint pencil becomes black."""


@dataclass(frozen=True, slots=True)
class Tones:
    """What is done to the shades of a scan before it is shown.

    Attributes:
        brightness: -100..100, added first, so that it says what becomes of the contrast's middle.
        contrast: -100..100, spreads the shades around the middle grey.
        inverted: light becomes dark, at last.
    """

    brightness: int = 0
    contrast: int = 0
    inverted: bool = False

    def table(self) -> bytes:
        """Return what each of the 256 shades becomes."""
        gain = _GAIN ** (self.contrast / MOST)
        shift = _SHIFT * self.brightness / MOST
        shades = []
        for value in range(_WHITE + 1):
            shade = (value / _WHITE + shift - 0.5) * gain + 0.5
            whole = min(_WHITE, max(0, round(shade * _WHITE)))
            shades.append(_WHITE - whole if self.inverted else whole)
        return bytes(shades)


PLAIN: Final = Tones()
"""The scan as it is."""


def toned(pixels: "Pixels", tones: Tones) -> "Pixels":
    """Return `pixels` with the shades that `tones` wants; works on any thread."""
    if tones == PLAIN:
        return pixels
    # One table for grey and for every channel of a colour: a millisecond for a megabyte.
    return replace(pixels, data=pixels.data.translate(tones.table()))
