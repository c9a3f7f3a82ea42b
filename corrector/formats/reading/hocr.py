"""Reads hOCR: pages, paragraphs, lines and words told by the classes of HTML elements."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
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

_PAGE: Final = "page"
_BLOCK: Final = "block"
_LINE: Final = "line"
_WORD: Final = "word"
_KINDS: Final = {
    "ocr_page": _PAGE,
    **dict.fromkeys(("ocr_par", "ocr_carea", "ocrx_block", "ocr_column"), _BLOCK),
    **dict.fromkeys(("ocr_line", "ocrx_line"), _LINE),
    # Tesseract gives a line of a heading or a caption one of these classes instead.
    **dict.fromkeys(("ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"), _LINE),
    **dict.fromkeys(("ocrx_word", "ocr_word"), _WORD),
}

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
    for page in page_elements(root):
        yield RawPage(tuple(_block_elements(page)), _size(page), _image_of(page), _languages(page))


def page_elements(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements of the pages."""
    for element in root.iter(etree.Element):
        if _kind(element.get("class")) == _PAGE:
            yield element


def _block_elements(page: etree._Element) -> Iterator[RawBlock]:
    """Yield the blocks: what carries text, gathered by the paragraph that it stands in."""
    kinds = {
        element: kind
        for element in page.iter(etree.Element)
        if (kind := _kind(element.get("class"))) is not None
    }
    carriers = _carriers(kinds)
    for block, of_block in groupby(carriers, key=lambda one: _around(one, _BLOCK, kinds)):
        lines = [
            _line(line, list(of_line))
            for line, of_line in groupby(of_block, key=lambda one: _around(one, _LINE, kinds))
        ]
        yield RawBlock(tuple(lines), None if block is None else _box(block), block)


def _carriers(kinds: Mapping[etree._Element, str]) -> list[etree._Element]:
    """Return the words or, where there are none, the lines or paragraphs, in the file's order."""
    found: set[etree._Element] = set()
    filled: set[etree._Element] = set()
    for level in (_WORD, _LINE, _BLOCK):
        # From the end, so that the innermost of several within each other comes first.
        for element in reversed([one for one, kind in kinds.items() if kind == level]):
            if element not in filled:
                found.add(element)
                above: etree._Element | None = element
                while above is not None and above not in filled:
                    filled.add(above)
                    above = above.getparent()
    return [element for element in kinds if element in found]


def _line(line: etree._Element | None, carriers: list[etree._Element]) -> RawLine:
    words = tuple(
        RawWord(text_of(one), _box(one), _confidence(one), alternatives_of(one), one)
        for one in carriers
    )
    return RawLine(words, None if line is None else _box(line), line)


def _around(
    element: etree._Element, wanted: str, kinds: Mapping[etree._Element, str]
) -> etree._Element | None:
    """Return the nearest element of a kind on the page that `element` is or stands in."""
    one: etree._Element | None = element
    while one is not None:
        kind = kinds.get(one)
        if kind == wanted:
            return one
        one = None if kind == _PAGE else one.getparent()
    return None


@cache
def _kind(classes: str | None) -> str | None:
    """Return what an element of these classes is, or None."""
    return next((_KINDS[name] for name in (classes or "").split() if name in _KINDS), None)


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
