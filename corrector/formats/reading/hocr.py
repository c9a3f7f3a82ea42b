"""Reads hOCR: pages, paragraphs, lines and words told by the classes of HTML elements."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from lxml import etree

from corrector.formats.reading.coordinates import box_between, numbers, share, size_of
from corrector.formats.reading.hocr_words import alternatives_of, text_of
from corrector.formats.reading.raw_page import RawBlock, RawLine, RawPage, RawWord
from corrector.formats.reading.software import described
from corrector.ocr.words import EngineDescription
from corrector.scans.geometry import Box

ROOT: Final = "html"

_PAGE: Final = frozenset({"ocr_page"})
_BLOCKS: Final = frozenset({"ocr_par", "ocr_carea", "ocrx_block", "ocr_column"})
_LINES: Final = frozenset(
    {"ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"}
)
"""Tesseract gives a line of a heading or a caption one of the last four classes instead."""
_WORDS: Final = frozenset({"ocrx_word", "ocr_word"})

_BOX: Final = re.compile(r"(?:^|;)\s*bbox\s+([^;]*)")
_CONFIDENCE: Final = re.compile(r"(?:^|;)\s*x_wconf\s+([^;\s]+)")
_IMAGE: Final = re.compile(r"""(?:^|;)\s*image\s+(?:"([^"]*)"|'([^']*)'|([^;]+))""")
_PER_CENT: Final = 100.0


def engine_of(root: etree._Element) -> EngineDescription:
    """Return the program that the head of the file names."""
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() == "ocr-system":
            return described("hOCR", meta.get("content") or "")
    return described("hOCR", "")


def pages_of(root: etree._Element) -> Iterator[RawPage]:
    """Yield the pages of the file."""
    for page in root.iter(etree.Element):
        if _is(page, _PAGE):
            yield RawPage(
                tuple(_block_elements(page)), _size(page), _image_of(page), _languages(page)
            )


def _block_elements(page: etree._Element) -> Iterator[RawBlock]:
    """Yield the blocks: what carries text, gathered by the paragraph that it stands in."""
    carriers = _carriers(page)
    for block, of_block in groupby(carriers, key=lambda one: _around(one, _BLOCKS, page)):
        lines = [
            _line(line, list(of_line))
            for line, of_line in groupby(of_block, key=lambda one: _around(one, _LINES, page))
        ]
        yield RawBlock(tuple(lines), None if block is page else _box(block))


def _carriers(page: etree._Element) -> list[etree._Element]:
    """Return the words or, where there are none, the lines or paragraphs, in the file's order."""
    found: list[etree._Element] = []
    filled: set[etree._Element] = set()
    levels = [
        [one for one in page.iter(etree.Element) if _is(one, kind)]
        for kind in (_WORDS, _LINES, _BLOCKS)
    ]
    for level in levels:
        for element in reversed(level):
            if element not in filled:
                found.append(element)
                filled.update(element.iterancestors())
                filled.add(element)
    order = {element: place for place, element in enumerate(page.iter(etree.Element))}
    return sorted(found, key=order.__getitem__)


def _line(line: etree._Element, carriers: list[etree._Element]) -> RawLine:
    words = tuple(
        RawWord(text_of(one), _box(one), _confidence(one), alternatives_of(one)) for one in carriers
    )
    return RawLine(words, _box(line) if _is(line, _LINES) else None)


def _around(element: etree._Element, kind: frozenset[str], page: etree._Element) -> etree._Element:
    """Return the nearest element of a kind that `element` is or stands in; the page for none."""
    for one in (element, *element.iterancestors()):
        if one is page or _is(one, kind):
            return one
    return page


def _is(element: etree._Element, kind: frozenset[str]) -> bool:
    return not kind.isdisjoint((element.get("class") or "").split())


def _box(element: etree._Element) -> Box | None:
    found = _BOX.search(element.get("title") or "")
    edges = numbers(found[1]) if found else []
    return box_between(*edges[:4]) if len(edges) >= 4 else None  # noqa: PLR2004 - four edges


def _size(page: etree._Element) -> tuple[int, int] | None:
    box = _box(page)
    return None if box is None else size_of(str(box.right), str(box.bottom))


def _confidence(element: etree._Element) -> float | None:
    found = _CONFIDENCE.search(element.get("title") or "")
    return share(found[1], _PER_CENT) if found else None


def _image_of(page: etree._Element) -> str | None:
    found = _IMAGE.search(page.get("title") or "")
    name = next((group for group in found.groups() if group), "") if found else ""
    return name.strip() or None


def _languages(page: etree._Element) -> tuple[str, ...]:
    found = (element.get("lang") for element in page.iter(etree.Element))
    return tuple(dict.fromkeys(language for language in found if language))
