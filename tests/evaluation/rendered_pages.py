"""Renders made texts as worn scans and has Tesseract read them: pages whose truth is known.

    python tests/evaluation/rendered_pages.py TEXTS FOLDER [PAGES]

TEXTS holds running text (see made_texts.py). Writes FOLDER as a set of samples (PAGE.jpg,
PAGE.gt.lines.tsv, ocr/PAGE.tsv and .txt) with second readings in FOLDER/second. Fonts are those of
Debian's packages fonts-gnutypewriter, fonts-courier-prime, fonts-tlwg-typewriter-ttf,
fonts-freefont-ttf, fonts-oldstandard, fonts-linuxlibertine and fonts-goudybookletter.
"""

import os
import random
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from made_texts import KINDS, Composer
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from second_readings import read

FONTS = Path("/usr/share/fonts")
TYPEWRITERS = (
    "truetype/gnutypewriter/GNUTypewriter.ttf", "opentype/courier-prime/Courier Prime.otf",
    "truetype/tlwg/TlwgTypewriter.ttf", "truetype/tlwg/TlwgTypewriter-Bold.ttf",
    "truetype/freefont/FreeMonoBold.ttf",
)  # fmt: skip
BOOK_FACES = (
    "truetype/fonts-oldstandard/OldStandard-Regular.ttf", "truetype/freefont/FreeSerif.ttf",
    "opentype/linux-libertine/LinLibertine_R.otf", "opentype/sortsmill/GoudyBookletter1911.otf",
)  # fmt: skip
_MARGIN = 90
_SPECKS_OF_PAPER = 0.00002


@dataclass(frozen=True)
class Wear:
    """How badly a page was typed, kept and scanned.

    Attributes:
        jitter: pixels that letters stand off their line.
        faint: 0..1, how much lighter the faintest letters are than black.
        worn: 0..1, how much of a letter is missing, at most.
        blur: radius in pixels.
        skew: degrees.
        specks: how many, per million pixels.
        shrunk: the scan's size against that of the rendering.
    """

    jitter: float
    faint: float
    worn: float
    blur: float
    skew: float
    specks: int
    shrunk: float


def wear_of(chance: random.Random) -> Wear:
    """return some wear; a fifth of the pages is nearly clean."""
    bad = chance.choice((0.15, 0.5, 0.8, 1.1, 1.4))
    return Wear(
        jitter=bad * chance.uniform(0.3, 2.2), faint=bad * chance.uniform(0.2, 0.75),
        worn=bad * chance.uniform(0.0, 0.5), blur=0.5 + bad * chance.uniform(0.2, 1.2),
        skew=chance.uniform(-0.8, 0.8) * bad, specks=int(bad * chance.uniform(2, 70)),
        shrunk=chance.uniform(0.38, 0.75),
    )  # fmt: skip


def page_of(
    text: str, face: str, size: int, wear: Wear, chance: random.Random
) -> tuple[Image.Image, list[tuple[int, int, int, int, str]]]:
    """Return the scan of `text` and its lines with their boxes in pixels of the scan."""
    font = ImageFont.truetype(str(FONTS / face), size)
    lines, step = text.split("\n"), int(size * chance.uniform(1.15, 1.7))
    width = int(max(font.getlength(line) for line in lines)) + 2 * _MARGIN
    page = Image.new("L", (width, step * len(lines) + 2 * _MARGIN), 255)
    boxes = []
    typed = face in TYPEWRITERS
    for row, line in enumerate(lines):
        top = _MARGIN + row * step
        _type_line(page, (_MARGIN, top), line, font, wear if typed else _even(wear), chance)
        boxes.append((_MARGIN, top, int(font.getlength(line)), int(size * 1.1), line))
    _debris(page, chance, wear)
    scan = _aged(page, wear, chance)
    shrunk = [(*(int(part * wear.shrunk) for part in place), line) for *place, line in boxes]
    return scan.resize([int(side * wear.shrunk) for side in scan.size]), shrunk


def _even(wear: Wear) -> Wear:
    return Wear(wear.jitter * 0.2, wear.faint * 0.6, wear.worn, wear.blur, wear.skew, wear.specks,
                wear.shrunk)  # fmt: skip


def _type_line(
    page: Image.Image, at: tuple[int, int], line: str, font: ImageFont.FreeTypeFont, wear: Wear,
    chance: random.Random,
) -> None:  # fmt: skip
    """Type a line letter by letter, each somewhat off its place and of its own blackness."""
    draw = ImageDraw.Draw(page)
    fading = chance.uniform(0, wear.faint)
    for place, letter in enumerate(line):
        left = at[0] + font.getlength(line[:place])
        grey = int(255 * min(0.85, fading * chance.uniform(0.3, 1.0)))
        shift = (chance.gauss(0, wear.jitter / 2), chance.gauss(0, wear.jitter))
        draw.text((left + shift[0], at[1] + shift[1]), letter, font=font, fill=grey)
        if chance.random() < wear.worn * 0.25:
            _wear_off(draw, left, at[1], font.size, chance)


def _wear_off(
    draw: ImageDraw.ImageDraw, left: float, top: float, size: float, chance: random.Random
) -> None:
    """Take a piece out of a letter."""
    x, y = left + chance.uniform(0, size * 0.5), top + chance.uniform(size * 0.2, size * 0.9)
    reach = size * chance.uniform(0.04, 0.14)
    draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=255)


def _debris(page: Image.Image, chance: random.Random, wear: Wear) -> None:
    """Draw what is no type: specks, lines of the pen, the edge of the sheet, a stamp."""
    draw = ImageDraw.Draw(page)
    width, height = page.size
    for _ in range(int(wear.specks * width * height / 1e6)):
        x, y, reach = chance.uniform(0, width), chance.uniform(0, height), chance.uniform(0.5, 3.5)
        draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=chance.randrange(0, 140))
    for _ in range(chance.choice((0, 0, 1, 3))):
        x, y = chance.uniform(0, width), chance.uniform(0, height)
        points = [(x, y)]
        for _ in range(chance.randrange(2, 9)):
            x, y = x + chance.uniform(-30, 60), y + chance.uniform(-25, 25)
            points.append((x, y))
        draw.line(points, fill=chance.randrange(30, 140), width=chance.randrange(2, 5))
    if chance.random() < 0.25:
        edge = chance.randrange(8, 40)
        draw.rectangle((0, 0, edge, height), fill=chance.randrange(0, 90))


def _aged(page: Image.Image, wear: Wear, chance: random.Random) -> Image.Image:
    """Return `page` turned, blurred, on paper that is not even, with the noise of a scanner."""
    turned = page.rotate(wear.skew, Image.Resampling.BICUBIC, fillcolor=255)
    if chance.random() < 0.3:
        turned = turned.filter(ImageFilter.MinFilter(3))
    turned = turned.filter(ImageFilter.GaussianBlur(wear.blur))
    numbers = np.random.default_rng(chance.randrange(10**6))
    ink = np.asarray(turned, dtype=np.float32) / 255
    coarse = Image.fromarray(numbers.integers(0, 255, (6, 5), dtype=np.uint8))
    stains = np.asarray(coarse.resize(turned.size, Image.Resampling.BICUBIC), dtype=np.float32)
    paper = 235 - 40 * wear.faint * stains / 255
    found = paper * (0.12 + 0.88 * ink) + numbers.normal(0, 5 + 12 * wear.faint, ink.shape)
    return Image.fromarray(np.clip(found, 0, 255).astype(np.uint8))


def make(folder: Path, composer: Composer, number: int) -> None:
    """Make a page with both its readings, unless it is there."""
    chance = composer.chance
    kind = KINDS[number % len(KINDS)]
    name = f"{kind}-{number:04}_1"
    reading = folder / "ocr" / name
    if reading.with_suffix(".tsv").exists():
        return
    typed = kind in {"letter", "telegram"} or (kind == "report" and number % 2 == 0)
    face = chance.choice(TYPEWRITERS if typed else BOOK_FACES)
    width = chance.randrange(50, 72) if typed else chance.randrange(32, 60)
    text = composer.text(kind, chance.randrange(14, 34), width).text
    wear = wear_of(chance)
    scan, lines = page_of(text, face, chance.randrange(34, 46), wear, chance)
    scan.save(folder / f"{name}.jpg", quality=chance.choice((30, 50, 75)))
    rows = ["x\ty\tw\th\ttext", *("\t".join(map(str, line)) for line in lines)]
    (folder / f"{name}.gt.lines.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    command = ["tesseract", str(folder / f"{name}.jpg"), str(reading), "-l", "eng", "--psm", "3"]
    subprocess.run(
        [*command, "tsv", "txt"],
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        check=True,
        capture_output=True,
    )
    read(folder / f"{name}.jpg", folder / "second" / f"{name}.tsv", "eng", 0.8)


def main() -> None:
    texts, folder = Path(sys.argv[1]), Path(sys.argv[2])
    pages = int(sys.argv[3]) if len(sys.argv) > 3 else 320
    for part in ("ocr", "second"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for number in range(pages):
        make(folder, Composer(texts, number), number)


if __name__ == "__main__":
    main()
