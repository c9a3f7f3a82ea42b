"""Renders texts as pages of old books and newspapers and has Tesseract read them.

    python tests/evaluation/printed_pages.py TEXTS FONTS FOLDER LANGUAGE [--classical TESSDATA]

TEXTS holds running text (*.txt, made by old_texts.py), FONTS the faces
(*.otf, *.ttf, unpacked from packages of Debian, each into a folder of its name, for which
face a page is set in goes by the order of their paths: fonts-adf-romande, fonts-century-catalogue,
fonts-gfs-didot, fonts-junicode, fonts-ebgaramond-extra, fonts-cmu), LANGUAGE is eng, deu or fra.
Writes FOLDER as rendered_pages.py does, without second readings: the pages are for training on
text alone. Some pages are set with long s and ligatures; their truth
has the letters that are meant.

With `--classical`, Tesseract's older engine reads, which compares shapes of single letters as the
programs did that newspapers were read with. TESSDATA is a folder with eng.traineddata of the npm
package @tesseract.js-data/eng (4.0.0, unpacked) and the folder `configs` of an installed Tesseract.
That engine reads badly worn print as nothing like it, so these pages are mildly worn, upright
and without long s; faces of `rendered_pages.py` are taken, too.
"""

import argparse
import os
import random
import re
import subprocess
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from faker import Faker
from made_texts import Composer
from PIL import Image, ImageChops, ImageFilter, ImageFont, ImageOps
from rendered_pages import BOOK_FACES, FONTS, TYPEWRITERS, Wear, page_of

_FACES = (
    "RomandeADFStd-Regular.otf", "RomandeADFNo2Std-Regular.otf", "Century-Catalogue.ttf",
    "GFSDidot.otf", "JunicodeTwoBeta-Regular.otf", "JunicodeTwoBeta-Condensed.otf",
    "EBGaramond08-Regular.ttf", "EBGaramond12-Regular.ttf", "EBGaramond12-Italic.ttf",
    "cmunrm.ttf", "cmunti.ttf", "RomandeADFStd-Italic.otf",
)  # fmt: skip
_SLANTED = re.compile("ti.ttf|Italic")
_PAGES = {"eng": 109, "deu": 41, "fra": 41}
_CLASSICAL_PAGES = 140
_KINDS = ("book", "newspaper", "book", "newspaper")
_KINDS_ABROAD = ("letter", "book", "letter", "newspaper")
_LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))
_SENTENCE_END = re.compile(r"\. (?=[A-Z])")
_LONG_S = 0.12
"""Share of the books whose printer had a long s."""


@dataclass(frozen=True)
class Press:
    """What pages are printed with and read by.

    Attributes:
        texts: folder of running text.
        fonts: folder of faces.
        folder: where pages are written.
        language: as Tesseract names it.
        classical: the data of Tesseract's older engine; None for the newer one.
    """

    texts: Path
    fonts: Path
    folder: Path
    language: str
    classical: Path | None = None

    def faces(self) -> list[Path]:
        """Return the faces of books and newspapers."""
        if self.classical is None:
            return sorted(path for path in self.fonts.rglob("*") if path.name in _FACES)
        found = [path for path in self.fonts.rglob("*") if path.name in _FACES]
        upright = [path for path in found if not _SLANTED.search(path.name)]
        return sorted(
            [*upright, *(FONTS / face for face in BOOK_FACES)], key=lambda path: path.name
        )

    def read(self, scan: Path, reading: Path) -> None:
        """Have Tesseract read `scan`."""
        older = ["--tessdata-dir", str(self.classical), "--oem", "0"] if self.classical else []
        subprocess.run(
            ["tesseract", *older, str(scan), str(reading), "-l", self.language, "--psm", "3",
             "tsv", "txt"],
            env={**os.environ, "OMP_THREAD_LIMIT": "1"}, check=True, capture_output=True,
        )  # fmt: skip


@dataclass(frozen=True)
class Scan:
    """How a sheet was printed and filmed beyond its wear.

    Attributes:
        through: 0..1, how much of the other side is seen.
        spread: pixels by which ink spread (over 0) or type is thin (under 0).
        contrast: 0..1, how far greys are driven to black and white.
    """

    through: float
    spread: int
    contrast: float


def make(press: Press, number: int) -> None:
    """Make the page `number` with its reading, unless it is there."""
    composer = Composer(press.texts, 7000 + number)
    chance, language = composer.chance, press.language
    kind = (_KINDS if language == "eng" else _KINDS_ABROAD)[number % len(_KINDS_ABROAD)]
    name = f"{kind}-{language}{number:04}_1"
    reading = press.folder / "ocr" / name
    if reading.with_suffix(".tsv").exists():
        return
    news = kind == "newspaper"
    columns = chance.choice((1, 2, 2, 3)) if news else 1
    width = chance.randrange(26, 40) if news else chance.randrange(40, 66)
    height = chance.randrange(30, 50) if news else chance.randrange(24, 36)
    lines = list(_lines(composer, kind, language, width, columns * height))
    faces = [FONTS / face for face in TYPEWRITERS] if kind == "letter" else press.faces()
    face = chance.choice(faces).resolve()
    long_s = 0.0 if press.classical else _LONG_S
    printed = _set_in_type(lines, chance, face, long_s)
    shown = [printed[at : at + height] for at in range(0, len(lines), height)]
    wear_of = _mild_wear_of if press.classical else _wear_of
    scan, boxes = _sheet(shown, face, chance, wear_of)
    target = press.folder / f"{name}.jpg"
    scan.save(target, quality=chance.choice((30, 50, 75)))
    rows = ["x\ty\tw\th\ttext"]
    rows += ["\t".join(map(str, (*box, line))) for box, line in zip(boxes, lines, strict=True)]
    target.with_suffix(".gt.lines.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    press.read(target, reading)


def _lines(composer: Composer, kind: str, language: str, width: int, count: int) -> Iterator[str]:
    """Return `count` lines of a book or a newspaper; blank lines are none."""
    found = list(_parts(composer, kind, language, width, count))
    return (line for line in found[:count] if line.strip())


def _parts(composer: Composer, kind: str, language: str, width: int, count: int) -> Iterator[str]:
    chance, made = composer.chance, 0
    if kind == "book":
        title = " ".join(composer.prose(1, 200)).upper().strip(" .")[: width // 2]
        number = str(chance.randrange(2, 600))
        yield f"{number} {title}" if chance.random() < 0.5 else f"{title} {number}"
    if kind == "letter":
        yield from _head(language, chance)
    while made < count:
        if kind == "newspaper" and language == "eng" and chance.random() < 0.6:
            text = composer.text(chance.choice(("news", "list")), count // 3, width).text
            lines = [part for line in text.split("\n") for part in textwrap.wrap(line, width)]
        else:
            lines = list(composer.prose(chance.randrange(2, 7), width))
            if kind == "newspaper" and lines:
                lines = _as_in_newspapers(lines, width, chance)
        yield from lines
        made += max(len(lines), 1)


def _head(language: str, chance: random.Random) -> Iterator[str]:
    """Yield the first lines of a letter: from whom, where and when, to whom, about what."""
    faker = Faker("de_DE" if language == "deu" else "fr_FR")
    faker.seed_instance(chance.getrandbits(30))
    day, month, year = chance.randrange(1, 29), faker.month_name(), chance.randrange(1900, 1970)
    yield faker.company()
    if language == "deu":
        yield f"{faker.city()}, den {day}. {chance.randrange(1, 13)}. {year}"
        yield f"{chance.choice(('Herrn', 'Frau', 'An'))} {faker.name()}"
        yield f"Betr.: {faker.last_name()}, Nr. {chance.randrange(10, 9000)}"
        yield f"Sehr geehrter Herr {faker.last_name()}!"
    else:
        yield f"{faker.city()}, le {day} {month} {year}"
        yield f"{chance.choice(('M.', 'Monsieur', 'Mme', 'Madame'))} {faker.name()}"
        yield f"Objet : {faker.last_name()}, n° {chance.randrange(10, 9000)}"
        yield f"Monsieur {faker.last_name()},"
    yield from faker.address().split("\n")


def _as_in_newspapers(lines: list[str], width: int, chance: random.Random) -> list[str]:
    """Return `lines` with a heading, or with dashes where sentences end."""
    if chance.random() < 0.4:
        return [lines[0].upper().strip()[: width - 6] + ".", *lines]
    return [_SENTENCE_END.sub(lambda _: chance.choice((".—", ". ", ".-")), line) for line in lines]


def _set_in_type(
    lines: list[str], chance: random.Random, face: Path, share_of_long_s: float
) -> list[str]:
    """Return `lines` as this printer set them: letters that he had not are left as they are."""
    long_s, joined = chance.random() < share_of_long_s, chance.random() < 0.5
    font = ImageFont.truetype(str(face), 20)
    cmap = {sign for sign in "ſﬁﬂﬀﬃﬄ" if font.getmask(sign).getbbox() and _has(font, sign)}
    found = lines
    if long_s and "ſ" in cmap:
        found = [_with_long_s(line) for line in found]
    if joined:
        for letters, sign in _LIGATURES:
            if sign in cmap:
                found = [line.replace(letters, sign) for line in found]
    return found


def _has(font: ImageFont.FreeTypeFont, sign: str) -> bool:
    """Tell whether `font` has `sign` and not the box for what is missing."""
    return bytes(font.getmask(sign)) != bytes(font.getmask("\U000fffff"))


def _with_long_s(line: str) -> str:
    return "".join(
        "ſ" if sign == "s" and line[at + 1 : at + 2].isalpha() else sign
        for at, sign in enumerate(line)
    )


def _sheet(
    columns: list[list[str]],
    face: Path,
    chance: random.Random,
    wear_of: Callable[[random.Random], Wear],
) -> tuple[Image.Image, list[tuple[int, int, int, int]]]:
    """Return the scan of `columns` side by side, and the boxes of their lines."""
    wear, scan = wear_of(chance), _scan_of(chance)
    size, state = chance.randrange(32, 46), chance.getrandbits(30)
    pieces, boxes, left = [], [], 0
    still = Wear(wear.jitter, wear.faint, wear.worn, 0.3, 0.0, wear.specks, 1.0)
    for lines in columns:
        piece, found = page_of("\n".join(lines), str(face), size, still, random.Random(state))  # noqa: S311 - not a secret
        piece = piece.crop((55, 0, piece.width - 55, piece.height))
        boxes += [(left + x - 55, y, w, h) for x, y, w, h, _ in found]
        left += piece.width
        pieces.append(piece)
    page = Image.new("L", (left, max(piece.height for piece in pieces)), 225)
    for piece in pieces:
        page.paste(piece, (page.width - left, 0))
        left -= piece.width
    aged = _filmed(page, wear, scan)
    shrunk = aged.resize([int(side * wear.shrunk) for side in aged.size])
    part = wear.shrunk
    return shrunk, [
        (int(x * part), int(y * part), int(w * part), int(h * part)) for x, y, w, h in boxes
    ]


def _wear_of(chance: random.Random) -> Wear:
    bad = chance.choice((0.2, 0.5, 0.8, 1.0, 1.2))
    return Wear(
        jitter=0.3 * bad, faint=bad * chance.uniform(0.1, 0.7), worn=bad * chance.uniform(0.0, 0.6),
        blur=0.4 + bad * chance.uniform(0.3, 1.6), skew=chance.uniform(-0.5, 0.5) * bad,
        specks=int(bad * chance.uniform(5, 120)), shrunk=chance.uniform(0.38, 0.66),
    )  # fmt: skip


def _mild_wear_of(chance: random.Random) -> Wear:
    bad = chance.uniform(0.05, 0.3)
    return Wear(
        jitter=0.3 * bad, faint=bad * chance.uniform(0.1, 0.6), worn=bad * chance.uniform(0.0, 0.5),
        blur=0.4 + bad * chance.uniform(0.3, 1.2), skew=chance.uniform(-0.4, 0.4) * bad,
        specks=int(bad * chance.uniform(5, 80)), shrunk=chance.uniform(0.5, 0.85),
    )  # fmt: skip


def _scan_of(chance: random.Random) -> Scan:
    return Scan(
        chance.choice((0.0, 0.0, 0.15, 0.35)), chance.choice((-3, 0, 0, 3, 3)),
        chance.choice((0.0, 0.3, 0.8)),
    )  # fmt: skip


def _filmed(page: Image.Image, wear: Wear, scan: Scan) -> Image.Image:
    """Return `page` with the other side, spread or thin ink, blur, and the contrast of a film."""
    if scan.spread:
        change = ImageFilter.MinFilter(3) if scan.spread > 0 else ImageFilter.MaxFilter(3)
        page = _uneven(page, page.filter(change))
    if scan.through:
        other = ImageOps.mirror(page).filter(ImageFilter.GaussianBlur(2.5))
        faint = other.point(lambda grey: int(255 - (255 - grey) * scan.through))
        page = ImageChops.multiply(page, faint)
    page = page.rotate(wear.skew, Image.Resampling.BICUBIC, fillcolor=225)
    page = page.filter(ImageFilter.GaussianBlur(wear.blur))
    grey = np.asarray(page, dtype=np.float32)
    middle = np.percentile(grey, 60) - 55
    steep = (grey - middle) * (1 + 6 * scan.contrast) + 128
    return Image.fromarray(np.clip(steep if scan.contrast else grey, 0, 255).astype(np.uint8))


def _uneven(page: Image.Image, changed: Image.Image) -> Image.Image:
    """Return a mean of both, for ink does not spread evenly."""
    return Image.blend(page, changed, 0.6)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("texts", "fonts", "folder"):
        parser.add_argument(name, type=Path)
    parser.add_argument("language", choices=_PAGES)
    parser.add_argument("--classical", type=Path, help="data of the older engine, which reads then")
    chosen = parser.parse_args()
    press = Press(**vars(chosen))
    (press.folder / "ocr").mkdir(parents=True, exist_ok=True)
    for number in range(_CLASSICAL_PAGES if press.classical else _PAGES[press.language]):
        make(press, number)


if __name__ == "__main__":
    main()
