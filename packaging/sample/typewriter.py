"""A typewriter: strikes letters on a sheet with the small faults that each machine has."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from sample.letter import Passage

PITCH: Final = 20.0
"""Pixels from letter to letter: ten letters an inch (pica) at 200 dpi."""
HALF_FEED: Final = 16.67
"""Pixels of half a line feed: six lines an inch at 200 dpi."""
_FINER: Final = 3
"""Letters are drawn so many times larger, then reduced."""
_CELL: Final = (32, 44)
"""Pixels of the place in which one letter is struck."""
_SPREADING: Final = 0.3
"""Share of the letters that a freshly inked part of the ribbon makes fat."""


@dataclass
class Typewriter:
    """One machine with one ribbon.

    Attributes:
        font: path of the type face.
        chance: where all accidents come from.
        sheet: the ink on the sheet so far, 0 none to 255 black.
    """

    font: Path
    chance: Random
    sheet: Image.Image
    _face: ImageFont.FreeTypeFont = field(init=False)
    _bars: dict[str, tuple[float, float, float]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._face = ImageFont.truetype(self.font, round(self._size() * _FINER))

    def _size(self) -> float:
        """Return the size at which a letter of this face is one pitch wide."""
        return PITCH * 100 / ImageFont.truetype(self.font, 100).getlength("n")

    def type_passages(self, passages: Sequence[Passage], left: float, top: float) -> float:
        """Type the passages from `top` downwards; return where the next line would stand."""
        y = top
        for passage in passages:
            for line in passage.text.splitlines():
                self.type_line(line, left, y)
                y += passage.feed * HALF_FEED * (1 if line else 2 / passage.feed)
        return y

    def type_line(self, line: str, left: float, y: float) -> None:
        """Type one line; words between underscores are underlined."""
        column, underlined = 0, False
        drift = self.chance.uniform(-0.8, 0.8)
        for letter in line:
            if letter == "_":
                underlined = not underlined
                continue
            x = left + column * PITCH
            if not letter.isspace():
                self._strike(letter, x, y + drift)
            if underlined:
                self._strike("_", x, y + drift + 2)
            column += 1

    def _strike(self, letter: str, x: float, y: float) -> None:
        """Strike one letter: displaced as its type bar is bent, as black as the finger was firm."""
        aside, above, firm = self._bar(letter)
        x += aside + self.chance.gauss(0, 0.35)
        y += above + self.chance.gauss(0, 0.3)
        ink = self._inked(letter, x % 1, y % 1, firm + self.chance.gauss(0, 0.07))
        place = (int(x) - 6, int(y) - 4)
        box = (*place, place[0] + _CELL[0], place[1] + _CELL[1])
        self.sheet.paste(ImageChops.lighter(self.sheet.crop(box), ink), place)

    def _bar(self, letter: str) -> tuple[float, float, float]:
        """Return how the type bar of a letter stands: aside, down, and how firmly it strikes."""
        if letter not in self._bars:
            self._bars[letter] = (
                self.chance.gauss(0, 0.6),
                self.chance.gauss(0, 0.9),
                self.chance.uniform(0.74, 0.95),
            )
        return self._bars[letter]

    def _inked(self, letter: str, right: float, down: float, firm: float) -> Image.Image:
        """Return one struck letter: heavier on one side, with the weave of the ribbon in it."""
        large = Image.new("L", (_CELL[0] * _FINER, _CELL[1] * _FINER))
        at = ((6 + right) * _FINER, (4 + down) * _FINER)
        ImageDraw.Draw(large).text(at, letter, fill=255, font=self._face)
        if self.chance.random() < _SPREADING:
            large = large.filter(ImageFilter.MaxFilter(3))
        small = large.filter(ImageFilter.GaussianBlur(1.3)).resize(_CELL, Image.Resampling.BOX)
        return ImageChops.multiply(small, self._pressure(firm))

    def _pressure(self, firm: float) -> Image.Image:
        """Return how much ink arrives where in the cell of a letter."""
        tilt = self.chance.uniform(-0.14, 0.14)
        sides = [firm - tilt] * 4 + [firm + tilt] * 4
        rough = [side + self.chance.gauss(0, 0.09) for _ in range(10) for side in sides]
        cell = Image.new("L", (8, 10))
        cell.putdata([round(255 * min(max(ink, 0.0), 1.0)) for ink in rough])
        return cell.resize(_CELL, Image.Resampling.BICUBIC)
