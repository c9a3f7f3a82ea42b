"""Real pages for measuring links: text, reading, true line boxes; and the same texts made worse."""

import csv
import os
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corrector.ocr.layout import lay_out
from corrector.ocr.tesseract_table import found_words
from corrector.ocr.words import EngineDescription, Reading
from corrector.scans.geometry import Box
from corrector.text.tokens import Token, tokenise

SETS = ("ehri_en", "stanford1905_en", "ehri_de", "tapuscorpus_fr")


@dataclass(frozen=True)
class Letter:
    """One character of a text, and which line of the page and token of that line it came from."""

    sign: str
    line: int
    token: int


@dataclass(frozen=True)
class TruePage:
    """A page with what a person wrote and drew, and what Tesseract read.

    Attributes:
        name: of the page.
        letters: of the text; one put in by chance counts with the line and token it stands in.
        lines: the text as a person wrote it, by line.
        boxes: of the lines, drawn by a person.
        reading: by Tesseract.
    """

    name: str
    letters: tuple[Letter, ...]
    lines: tuple[str, ...]
    boxes: tuple[Box, ...]
    reading: Reading

    @property
    def text(self) -> str:
        """The text as it is given to the program."""
        return "".join(letter.sign for letter in self.letters)

    def tokens(self) -> Iterator[tuple[Token, tuple[tuple[int, int], ...]]]:
        """Yield each token of the text, and the (line, token) of the page it is made of."""
        for token in tokenise(self.text):
            letters = self.letters[token.span.start : token.span.end]
            yield token, tuple(dict.fromkeys((one.line, one.token) for one in letters))


def samples() -> Path:
    """Return the folder of the samples."""
    return Path(os.environ["CORRECTOR_SHARED"]) / "samples"


def pages_of(name: str) -> Iterator[TruePage]:
    """Yield the pages of a set in order; a verified transcription goes before the first one."""
    for table in sorted((samples() / name).glob("*.gt.lines.tsv")):
        yield page_from(table)


def page_from(table: Path) -> TruePage:
    """Return the page whose true line boxes are in `table`."""
    stem = table.name.removesuffix(".gt.lines.tsv")
    with table.open(encoding="utf-8", newline="") as file:
        rows = [
            row
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["text"].strip()
        ]
    verified = table.parent / f"{stem}.gtc.txt"
    first = table.parent / f"{stem}.gt.txt"
    written = (verified if verified.exists() else first).read_text(encoding="utf-8")
    lines = tuple(line for line in written.split("\n") if line.strip())
    if len(lines) != len(rows):
        raise ValueError(f"{stem}: {len(lines)} lines but {len(rows)} boxes")
    return TruePage(
        stem,
        tuple(letters_of(lines)),
        lines,
        tuple(Box(*(int(float(row[side])) for side in "xywh")) for row in rows),
        reading_from(table.parent / "ocr" / f"{stem}.tsv"),
    )


def reading_from(table: Path) -> Reading:
    """Return what a table of Tesseract says."""
    content = table.read_text(encoding="utf-8")
    text, words = lay_out(found_words(content))
    width, height = (int(cell) for cell in content.split("\n")[1].split("\t")[8:10])
    return Reading(text, words, width, height, EngineDescription("Tesseract", "5.3.0", ()))


def letters_of(lines: Sequence[str]) -> Iterator[Letter]:
    """Yield the characters of `lines`, which end with line breaks."""
    for number, line in enumerate(lines):
        token = 0
        for sign, before in zip(f"{line}\n", f" {line}", strict=True):
            token += sign.isspace() and not before.isspace()
            yield Letter(sign, number, token)


def with_errors(page: TruePage, rate: float, chance: random.Random) -> TruePage:
    """Return the page with a share of its characters changed, lost, or doubled by another."""
    known = sorted({letter.sign for letter in page.letters if not letter.sign.isspace()})
    letters: list[Letter] = []
    for letter in page.letters:
        if letter.sign == "\n" or chance.random() >= rate:
            letters.append(letter)
            continue
        other = replace(letter, sign=chance.choice(known))
        letters += chance.choice(([other], [], [letter, other]))
    return replace(page, letters=tuple(letters))


def rejoined(page: TruePage, chance: random.Random) -> TruePage:
    """Return the page without line breaks; words divided at a line end are whole again."""
    del chance
    letters: list[Letter] = []
    for letter in page.letters:
        if letter.sign != "\n":
            letters.append(letter)
        elif len(letters) > 1 and letters[-1].sign == "-" and letters[-2].sign.isalpha():
            letters.pop()
        else:
            letters.append(replace(letter, sign=" "))
    return replace(page, letters=tuple(letters))


def without_paragraph(page: TruePage, chance: random.Random) -> TruePage:
    """Return the page without a fifth of its lines, in one piece."""
    missing = max(len(page.lines) // 5, 1)
    first = chance.randrange(len(page.lines) - missing + 1)
    kept = (one for one in page.letters if not first <= one.line < first + missing)
    return replace(page, letters=tuple(kept))


def swapped(page: TruePage, chance: random.Random) -> TruePage:
    """Return the page with its lines in another order: three blocks, the last one first."""
    one, two = sorted(chance.sample(range(1, max(len(page.lines), 3)), 2))
    order = [*range(two, len(page.lines)), *range(one, two), *range(one)]
    rank = {line: place for place, line in enumerate(order)}
    return replace(page, letters=tuple(sorted(page.letters, key=lambda it: rank[it.line])))


def worst(page: TruePage, chance: random.Random) -> TruePage:
    """Return the page with 10 % wrong characters, without line breaks and without a paragraph."""
    return with_errors(rejoined(without_paragraph(page, chance), chance), 0.1, chance)


def noisy(page: TruePage, chance: random.Random) -> TruePage:
    """Return the page with 10 % wrong characters."""
    return with_errors(page, 0.1, chance)


VARIANTS: dict[str, Callable[[TruePage, random.Random], TruePage]] = {
    "human text": lambda page, chance: page,
    "10 % errors": noisy,
    "lines rejoined": rejoined,
    "paragraph missing": without_paragraph,
    "errors, rejoined, missing": worst,
    "blocks swapped": swapped,
}
