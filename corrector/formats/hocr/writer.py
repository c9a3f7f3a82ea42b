"""Writes a page as hOCR: words in their boxes, the text in the tags the corrected one alone.

The specification has marks for several readings of a word within the text; programs that take
all text of a word would show both. So the reading before the correction stands in a `data-`
attribute, and the properties `x_corrected` and `x_interpolated` say what kind of word it is.
"""

from typing import Final
from urllib.parse import quote

from lxml import etree

from corrector.formats.hocr.correcting import HocrRewrite
from corrector.formats.hocr.properties import CORRECTED, FORMER, INTERPOLATED, box_property
from corrector.formats.layout.placed_page import PlacedBlock, PlacedLine, PlacedPage, PlacedWord
from corrector.formats.layout.steps import CORRECTOR, steps_of
from corrector.formats.layout.writing import PlacedFormat
from corrector.formats.material import PageMaterial
from corrector.formats.xml_elements import child, document
from corrector.scans.geometry import Box

NAMESPACE: Final = "http://www.w3.org/1999/xhtml"
_CAPABILITIES: Final = "ocr_page ocr_carea ocr_par ocr_line ocrx_word ocrp_wconf"
_PLAIN: Final = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"%;')
"""Characters that a string within a property may hold as they are."""


def write_page(material: PageMaterial, page: PlacedPage, program_version: str) -> bytes:
    """Return the page as a file."""
    # The stubs do not know that None stands for "no prefix".
    prefixes = {None: NAMESPACE}
    root = etree.Element(etree.QName(NAMESPACE, "html"), nsmap=prefixes)  # type: ignore[arg-type]
    _write_head(root, material, program_version)
    body = child(root, "body")
    sheet = child(body, "div", _said("ocr_page", "page_1", *_page_properties(material, page)))
    for number, block in enumerate(page.blocks, start=1):
        _write_block(sheet, block, number)
    _set_apart(root)
    return document(root, doctype="<!DOCTYPE html>")


def _write_head(root: etree._Element, material: PageMaterial, program_version: str) -> None:
    steps = steps_of(material, program_version)
    engine = next((step for step in steps if step.generation and not step.agency), None)
    program = f"{CORRECTOR} {program_version}".strip()
    system = f"{engine.software} {engine.software_version}".strip() if engine else program
    head = child(root, "head")
    child(head, "title", text=material.page.label)
    child(head, "meta", {"charset": "utf-8"})
    for name, content in (
        ("ocr-system", system),
        ("ocr-capabilities", _CAPABILITIES),
        ("ocr-number-of-pages", "1"),
        ("generator", program),
    ):
        child(head, "meta", {"name": name, "content": content})


def _page_properties(material: PageMaterial, page: PlacedPage) -> tuple[str, ...]:
    name = quote(material.page.scan or "", safe=_PLAIN, errors="surrogateescape")
    return (
        box_property(Box(0, 0, page.width, page.height)),
        f'image "{name}"',
        f"ppageno {material.page.number - 1}",
    )


def _write_block(sheet: etree._Element, block: PlacedBlock, number: int) -> None:
    box = box_property(block.box)
    area = child(sheet, "div", _said("ocr_carea", f"block_{number}", box))
    paragraph = child(area, "p", _said("ocr_par", f"par_{number}", box))
    for at, line in enumerate(block.lines, start=1):
        _write_line(paragraph, line, f"{number}_{at}")


def _write_line(paragraph: etree._Element, line: PlacedLine, number: str) -> None:
    said = [box_property(line.box), *([INTERPOLATED] if line.interpolated else [])]
    element = child(paragraph, "span", _said("ocr_line", f"line_{number}", *said))
    for at, word in enumerate(line.words, start=1):
        made = _write_word(element, word, f"{number}_{at}")
        made.tail = " " if at < len(line.words) else None


def _write_word(line: etree._Element, word: PlacedWord, number: str) -> etree._Element:
    said = [box_property(word.box)]
    if word.confidence is not None:
        said.append(f"x_wconf {round(100 * word.confidence)}")
    if word.corrected:
        said.append(CORRECTED)
    if word.interpolated:
        said.append(INTERPOLATED)
    attributes = _said("ocrx_word", f"word_{number}", *said)
    attributes[FORMER] = word.former if word.corrected else None
    return child(line, "span", attributes, word.text)


def _said(kind: str, identifier: str, *properties: str) -> dict[str, str | None]:
    return {"class": kind, "id": identifier, "title": "; ".join(properties)}


def _set_apart(element: etree._Element) -> None:
    """Put everything but the words of a line on lines of their own."""
    if not len(element) or element.get("class") == "ocr_line":
        return
    element.text = "\n"
    for inner in element:
        inner.tail = "\n"
        _set_apart(inner)


HOCR: Final = PlacedFormat(".hocr", write_page, HocrRewrite())
