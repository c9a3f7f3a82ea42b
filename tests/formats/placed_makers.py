"""Pages whose words have places: a reading of the first text, linked to the last."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree

from corrector.formats.material import PageMaterial
from corrector.formats.page_image import PageImage
from corrector.formats.reading.detect import pages_in
from corrector.formats.tei.characters import permitted
from corrector.linking.align import align
from corrector.linking.interpolation import placed
from corrector.linking.line_direction import direction_of
from corrector.ocr.words import EngineDescription, Reading, Word
from corrector.scans.geometry import Box
from corrector.text.tokens import tokenise
from tests.formats.material_makers import Makers

WIDTH, HEIGHT = 1000, 2000
ENGINE = EngineDescription("tesseract", "5.3.0", ("eng",))


def reading_of(text: str) -> Reading:
    """A reading of `text` on a typewriter: ten pixels a letter, forty a line."""
    words: list[Word] = []
    start = block = 0
    for number, line in enumerate(text.split("\n")):
        block += not line.strip()
        for token in tokenise(line):
            x, y = 50 + 10 * token.span.start, 50 + 40 * number
            if unicodedata.bidirectional(line.strip()[0]) in {"R", "AL"}:
                x = WIDTH - x - 10 * token.span.length
            box = Box(x % WIDTH, y % (HEIGHT - 40), 10 * token.span.length, 30)
            words.append(Word(token.text, token.span.shifted(start), box, 0.9, block, number))
        start += len(line) + 1
    return Reading(text, tuple(words), WIDTH, HEIGHT, ENGINE)


def placed_page(make: Makers, *texts: str, **given: Any) -> PageMaterial:
    """A page that was recognised as the first of `texts` and corrected to the others."""
    reading = reading_of(texts[0])
    links = placed(align(texts[-1], reading), texts[-1], direction_of(reading.words))
    known: dict[str, Any] = {"reading": reading, "links": links, "image": white}
    return make.page(*texts, **(known | given))


def white() -> PageImage:
    """An empty sheet of paper."""
    return PageImage(WIDTH, HEIGHT, "1", b"\xff" * (WIDTH // 8 * HEIGHT), jpeg=False)


def lines_of(text: str) -> list[str]:
    """The lines of a text that have words, one blank between words, as XML can hold them."""
    lines = (" ".join(permitted(word) for word in line.split()) for line in text.split("\n"))
    return [" ".join(line.split()) for line in lines if line.strip()]


def lines_in(content: bytes) -> list[str]:
    """The lines of the one page of a file in hOCR, ALTO or PAGE."""
    (page,) = pages_in(content, Path("written"))
    return lines_of(page.reading.text)


def found(content: bytes, name: str) -> list[etree._Element]:
    """All elements of that name, whatever their namespace."""
    return list(etree.fromstring(content).iter(f"{{*}}{name}"))


Check = Callable[[str, bytes], None]
