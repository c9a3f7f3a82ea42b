"""Reads ALTO 1 to 4: pages, blocks, lines and strings, whatever their namespace."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from corrector.formats.reading.coordinates import box_around, box_between, number, share, size_of
from corrector.formats.reading.ordering import in_reading_order, references
from corrector.formats.reading.raw_page import RawBlock, RawLine, RawPage, RawWord
from corrector.formats.reading.software import described
from corrector.ocr.words import EngineDescription
from corrector.scans.geometry import Box

ROOT: Final = "alto"

_SOFT_HYPHEN: Final = "\u00ad"
_HYPHENS: Final = ("-", "\u2010", "\u2e17", "\u00ac", _SOFT_HYPHEN, "=")
_MARGINS_BEFORE: Final = ("TopMargin", "LeftMargin")
_MARGINS_AFTER: Final = ("RightMargin", "BottomMargin")


def engine_of(root: etree._Element) -> EngineDescription:
    """Return the program that made the text: the last step that is not mere preparation."""
    steps = [
        step
        for step in root.iter("{*}ocrProcessingStep", "{*}Processing")
        if step.findtext("{*}processingCategory", "contentGeneration") == "contentGeneration"
    ]
    software = [step.find("{*}processingSoftware") for step in steps]
    known = [one for one in software if one is not None]
    if not known:
        return described("ALTO", "")
    name = known[-1].findtext("{*}softwareName") or known[-1].findtext("{*}softwareCreator") or ""
    return described("ALTO", name, known[-1].findtext("{*}softwareVersion") or "")


def pages_of(root: etree._Element) -> Iterator[RawPage]:
    """Yield the pages; sizes and places are in the unit of the file."""
    image = root.findtext(".//{*}sourceImageInformation/{*}fileName")
    for page in root.iter("{*}Page"):
        space = page.find("{*}PrintSpace")
        size = _size(page) or (None if space is None else _size(space))
        yield RawPage(
            tuple(_block(block) for block in _blocks(root, page)),
            size,
            (image or "").strip() or None,
            _languages(page),
        )


def _size(element: etree._Element) -> tuple[int, int] | None:
    return size_of(element.get("WIDTH"), element.get("HEIGHT"))


def _blocks(root: etree._Element, page: etree._Element) -> list[etree._Element]:
    """Return the text blocks in reading order; the file lists all margins before the rest."""
    found: list[etree._Element] = []
    for names in (_MARGINS_BEFORE, ("PrintSpace",), _MARGINS_AFTER):
        for part in page.iterchildren(*(f"{{*}}{name}" for name in names)):
            found += part.iter("{*}TextBlock")
    order = root.find("{*}ReadingOrder")
    return in_reading_order(page, found, [] if order is None else references(order, "REF"), "ID")


def _block(block: etree._Element) -> RawBlock:
    lines = tuple(_line(line) for line in block.iterchildren("{*}TextLine"))
    return RawBlock(lines, _box(block), block)


def _line(line: etree._Element) -> RawLine:
    """Return the line; a hyphen at its end is what the page shows, SUBS_CONTENT is not."""
    words = [
        RawWord(
            string.get("CONTENT") or "",
            _box(string),
            share(string.get("WC")),
            tuple(other.text or "" for other in string.iterchildren("{*}ALTERNATIVE")),
            string,
        )
        for string in line.iterchildren("{*}String")
    ]
    hyphen = line.find("{*}HYP")
    if hyphen is not None and words and not words[-1].text.endswith(_HYPHENS):
        words[-1] = _hyphenated(words[-1], hyphen)
    return RawLine(tuple(words), _box(line), line)


def _hyphenated(word: RawWord, hyphen: etree._Element) -> RawWord:
    """Return the word with its hyphen; a soft one is one that the page shows, so it is visible."""
    written = (hyphen.get("CONTENT") or "-").replace(_SOFT_HYPHEN, "-")
    place = _box(hyphen)
    box = word.box if word.box is None or place is None else word.box.united(place)
    return RawWord(word.text.rstrip() + written, box, word.confidence, (), word.element)


def _box(element: etree._Element) -> Box | None:
    """Return the rectangle of an element or, where it has none, the box around its polygon."""
    left, top, width, height = (
        number(element.get(name)) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT")
    )
    if left is not None and top is not None and width is not None and height is not None:
        return box_between(left, top, left + width, top + height)
    polygon = element.find("{*}Shape/{*}Polygon")
    return None if polygon is None else box_around(polygon.get("POINTS") or "")


def _languages(page: etree._Element) -> tuple[str, ...]:
    found = (element.get("LANG") or element.get("language") for element in page.iter("{*}*"))
    return tuple(dict.fromkeys(language for language in found if language))
