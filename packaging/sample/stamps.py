"""Rubber stamps, pen strokes and the hand that put them on the sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from sample.paper import cloud


@dataclass(frozen=True, slots=True)
class Stamp:
    """A rubber stamp.

    Attributes:
        lines: its words and their heights in pixels.
        frame: width of its frame in pixels; 0 for none.
        ink: how black it prints, 0..1.
    """

    lines: Sequence[tuple[str, int]]
    frame: int
    ink: float


def pressed(stamp: Stamp, font: Path, chance: Random) -> Image.Image:
    """Return the print of a stamp: worn, unevenly inked, on a ground of no ink."""
    faces = [ImageFont.truetype(font, height) for _, height in stamp.lines]
    printed = list(zip(faces, stamp.lines, strict=True))
    width = max(round(face.getlength(text)) for face, (text, _) in printed) + 60
    height = sum(round(size * 1.25) for _, size in stamp.lines) + 36
    rubber = Image.new("L", (width, height))
    pen = ImageDraw.Draw(rubber)
    if stamp.frame:
        pen.rounded_rectangle((4, 4, width - 5, height - 5), 10, outline=255, width=stamp.frame)
    y = 18.0
    for face, (text, size) in printed:
        pen.text((width / 2, y), text, fill=255, font=face, anchor="ma")
        y += size * 1.25
    return _worn(rubber, stamp.ink, chance)


def _worn(rubber: Image.Image, ink: float, chance: Random) -> Image.Image:
    """Return the print with thin places, large ones from the pressure and small from the ink."""
    soft = rubber.filter(ImageFilter.GaussianBlur(0.8))
    large = cloud(rubber.size, 90, chance).point(lambda value: min(255, 95 + value))
    small = cloud(rubber.size, 5, chance).point(lambda value: min(255, 60 + 2 * value))
    worn = ImageChops.multiply(ImageChops.multiply(soft, large), small)
    return worn.point(lambda value: round(value * ink))


def put(sheet: Image.Image, mark: Image.Image, centre: tuple[int, int], turn: float) -> None:
    """Add the ink of `mark`, turned by `turn` degrees, around `centre` of the sheet."""
    turned = mark.rotate(turn, Image.Resampling.BICUBIC, expand=True)
    left, top = centre[0] - turned.width // 2, centre[1] - turned.height // 2
    box = (left, top, left + turned.width, top + turned.height)
    sheet.paste(ImageChops.screen(sheet.crop(box), turned), (left, top))


def pen_line(
    points: Sequence[tuple[float, float]], size: tuple[int, int], width: float
) -> Image.Image:
    """Return the ink of a pen drawn through the points, thinner where it moves fast."""
    finer = 3
    sheet = Image.new("L", (size[0] * finer, size[1] * finer))
    pen = ImageDraw.Draw(sheet)
    path = _curve(points)
    for (x, y), (next_x, next_y) in pairwise(path):
        fast = ((next_x - x) ** 2 + (next_y - y) ** 2) ** 0.5
        radius = finer * width / (1 + fast / 7)
        pen.line((x * finer, y * finer, next_x * finer, next_y * finer), 235, round(2 * radius))
        pen.circle((next_x * finer, next_y * finer), radius, 235)
    return sheet.resize(size, Image.Resampling.BOX)


def _curve(points: Sequence[tuple[float, float]], steps: int = 24) -> list[tuple[float, float]]:
    """Return a smooth line through the points (Catmull and Rom's spline)."""
    path: list[tuple[float, float]] = []
    padded = [points[0], *points, points[-1]]
    for start in range(len(points) - 1):
        four = padded[start : start + 4]
        for step in range(steps):
            x, y = (_between(*along, step / steps) for along in zip(*four, strict=True))
            path.append((x, y))
    return [*path, points[-1]]


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b
        + (c - a) * t
        + (2 * a - 5 * b + 4 * c - d) * t * t
        + (3 * b - a - 3 * c + d) * t * t * t
    )
