"""Old paper: its tone, fibres, fold and specks, and how a scanner sees it."""

from random import Random
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

SIZE: Final = (1654, 2339)
"""Pixels of an A4 page at 200 dpi."""
_TONE: Final = 238
_DARKEST: Final = 34
"""Grey of the paper and of full ink."""


def cloud(size: tuple[int, int], grain: int, chance: Random) -> Image.Image:
    """Return soft noise over all greys, with hills about `grain` pixels wide."""
    small = (max(2, size[0] // grain), max(2, size[1] // grain))
    noise = Image.frombytes("L", small, chance.randbytes(small[0] * small[1]))
    return ImageOps.autocontrast(noise.resize(size, Image.Resampling.BICUBIC))


def paper(chance: Random) -> Image.Image:
    """Return an empty sheet, yellowed towards its edges, folded across the middle."""
    sheet = Image.new("L", SIZE, _TONE)
    for grain, depth in ((420, 12), (70, 6), (9, 4)):
        darker = cloud(SIZE, grain, chance).point(lambda value, by=depth: value * by // 255)
        sheet = ImageChops.subtract(sheet, darker)
    sheet = ImageChops.subtract(sheet, _edges())
    sheet = ImageChops.subtract(sheet, _fold(chance))
    return ImageChops.subtract(sheet, _specks(chance))


def _edges() -> Image.Image:
    """Return how much darker the sheet is at its borders."""
    frame = Image.new("L", (SIZE[0] // 8, SIZE[1] // 8), 26)
    frame.paste(0, (9, 9, frame.width - 9, frame.height - 9))
    return frame.filter(ImageFilter.GaussianBlur(7)).resize(SIZE, Image.Resampling.BICUBIC)


def _fold(chance: Random) -> Image.Image:
    """Return the shadow of a fold: a crease with a wide soft side below."""
    row = SIZE[1] // 3 + chance.randrange(-40, 40)
    shadow = Image.new("L", SIZE)
    pen = ImageDraw.Draw(shadow)
    slope = chance.randrange(-8, 8)
    for distance in range(90):
        depth = round(20 * (1 - distance / 90) ** 2)
        pen.line((0, row + distance, SIZE[0], row + slope + distance), depth, 2)
    pen.line((0, row, SIZE[0], row + slope), 42, 2)
    return shadow.filter(ImageFilter.GaussianBlur(1.2))


def _specks(chance: Random) -> Image.Image:
    """Return dust and small stains."""
    specks = Image.new("L", SIZE)
    pen = ImageDraw.Draw(specks)
    for _ in range(170):
        x, y = chance.randrange(SIZE[0]), chance.randrange(SIZE[1])
        radius = min(chance.expovariate(1.1), 3.2)
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), chance.randrange(30, 130))
    return specks.filter(ImageFilter.GaussianBlur(0.7))


def punched(sheet: Image.Image, rows: tuple[int, ...]) -> Image.Image:
    """Return the sheet with the holes of a binder at its left edge."""
    pen = ImageDraw.Draw(sheet)
    for row in rows:
        pen.ellipse((58, row - 22, 102, row + 22), 70, 120, 3)
    return sheet


def scanned(sheet: Image.Image, ink: Image.Image, turn: float) -> Image.Image:
    """Return what a scanner makes of a sheet with ink on it, laid down `turn` degrees askew."""
    full = Image.new("L", SIZE, _DARKEST)
    page = Image.composite(full, sheet, ink)
    return page.rotate(turn, Image.Resampling.BICUBIC, fillcolor=_TONE - 30)
