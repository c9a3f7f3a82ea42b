"""Reads PAGE of any year: regions in reading order, lines and words, whatever their namespace."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from corrector.formats.reading.coordinates import box_around, number, share, size_of, united
from corrector.formats.reading.interpolation import stacked
from corrector.formats.reading.ordering import downwards, in_reading_order, references
from corrector.formats.reading.raw_page import RawBlock, RawLine, RawPage, RawWord
from corrector.formats.reading.software import described
from corrector.ocr.words import EngineDescription
from corrector.scans.geometry import Box

ROOT: Final = "PcGts"

_DOWN: Final = "top-to-bottom"
"""The order of lines that PAGE means where it says nothing."""

_CUSTOM_ORDER: Final = re.compile(r"readingOrder\s*\{\s*index\s*:\s*(\d{1,9})")


def engine_of(root: etree._Element) -> EngineDescription:
    """Return the program or institution that made the file, as its metadata name it."""
    return described("PAGE", root.findtext("{*}Metadata/{*}Creator") or "")


def pages_of(root: etree._Element) -> Iterator[RawPage]:
    """Yield the pages of the file: one, as a rule."""
    for page in root.iter("{*}Page"):
        order = page.find("{*}ReadingOrder")
        listed = [] if order is None else references(order, "regionRef")
        regions = in_reading_order(page, list(page.iter("{*}TextRegion")), listed, "id")
        languages = (one.get("primaryLanguage") for one in (page, *regions))
        yield RawPage(
            tuple(_block(region) for region in regions),
            size_of(page.get("imageWidth"), page.get("imageHeight")),
            page.get("imageFilename") or None,
            tuple(dict.fromkeys(language for language in languages if language)),
        )


def _block(region: etree._Element) -> RawBlock:
    """Return the region; one whose text is not divided into lines gets lines of equal height."""
    found = list(region.iterchildren("{*}TextLine"))
    lines = tuple(_line(line) for line in _in_order(found))
    if lines and not _is_numbered(found) and region.get("textLineOrder", _DOWN) == _DOWN:
        lines = downwards(lines)
    if not any(line.words for line in lines):
        return RawBlock(_lines_of(region), _box(region), region)
    return RawBlock(lines, _box(region), region)


def _lines_of(region: etree._Element) -> tuple[RawLine, ...]:
    box = _box(region)
    said, confidence, _ = _readings(region)
    texts = [text for text in said.split("\n") if text.strip()]
    boxes: Sequence[Box | None] = [None] * len(texts)
    if box is not None and texts:
        boxes = stacked(len(texts), box)
    return tuple(
        RawLine((RawWord(text, None, confidence),), place)
        for text, place in zip(texts, boxes, strict=True)
    )


def _line(line: etree._Element) -> RawLine:
    """Return the line with its words or, where those say something else, with its own text.

    People correct lines; words below them are often left as the machine read them.
    """
    words = tuple(_word(word) for word in _in_order(list(line.iterchildren("{*}Word"))))
    box = _box(line) or united(word.box for word in words)
    said, confidence, others = _readings(line)
    by_words = " ".join(word.text for word in words).split()
    if said.split() and said.split() != by_words:
        return RawLine((RawWord(said, None, confidence, others, line),), box, line)
    return RawLine(tuple(word for word in words if word.text.split()), box, line)


def _word(word: etree._Element) -> RawWord:
    said, confidence, others = _readings(word)
    return RawWord(said, _box(word), confidence, others, word)


def _is_numbered(elements: Sequence[etree._Element]) -> bool:
    return all(_place(element) is not None for element in elements)


def _in_order(elements: list[etree._Element]) -> list[etree._Element]:
    """Return the lines or words by their order numbers, where all of them have one."""
    if not _is_numbered(elements):
        return elements
    return sorted(elements, key=lambda element: _place(element) or 0.0)


def _place(element: etree._Element) -> float | None:
    """Return the number that PAGE itself or, in `custom`, Transkribus gives an element."""
    custom = _CUSTOM_ORDER.search(element.get("custom") or "")
    return float(custom[1]) if custom else number(element.get("index"))


def _readings(element: etree._Element) -> tuple[str, float | None, tuple[str, ...]]:
    """Return the first reading of an element by index, its confidence, and the other readings."""
    found: list[tuple[float, int, str, float | None]] = []
    for place, reading in enumerate(element.iterchildren("{*}TextEquiv")):
        text = reading.findtext("{*}Unicode") or reading.findtext("{*}PlainText") or ""
        rank = number(reading.get("index"))
        found.append((-1.0 if rank is None else rank, place, text, share(reading.get("conf"))))
    if not found:
        return "", None, ()
    found.sort(key=lambda one: one[:2])
    return found[0][2], found[0][3], tuple(text for _, _, text, _ in found[1:])


def _box(element: etree._Element) -> Box | None:
    """Return the box around the outline; before 2013 its points were elements of their own."""
    outline = element.find("{*}Coords")
    if outline is None:
        return None
    points = outline.get("points") or " ".join(
        f"{point.get('x')},{point.get('y')}" for point in outline.iterchildren("{*}Point")
    )
    return box_around(points)
