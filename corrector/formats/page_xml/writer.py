"""Writes a page as PAGE 2019: regions, lines and words, each with its readings."""

from typing import Final

from lxml import etree

from corrector.formats.layout.placed_page import PlacedBlock, PlacedLine, PlacedPage, PlacedWord
from corrector.formats.layout.writing import PlacedFormat
from corrector.formats.material import PageMaterial
from corrector.formats.page_xml.correcting import PageRewrite
from corrector.formats.page_xml.metadata import write_metadata
from corrector.formats.page_xml.outline import INTERPOLATED, points
from corrector.formats.xml_elements import child, document

NAMESPACE: Final = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"


def write_page(material: PageMaterial, page: PlacedPage, program_version: str) -> bytes:
    """Return the page as a file."""
    # The stubs do not know that None stands for "no prefix".
    prefixes = {None: NAMESPACE}
    root = etree.Element(etree.QName(NAMESPACE, "PcGts"), nsmap=prefixes)  # type: ignore[arg-type]
    write_metadata(root, material, program_version)
    attributes = {
        "imageFilename": material.page.scan or "",
        "imageWidth": str(page.width),
        "imageHeight": str(page.height),
    }
    sheet = child(root, "Page", attributes)
    if page.blocks:
        _write_order(sheet, len(page.blocks))
    for number, block in enumerate(page.blocks, start=1):
        _write_region(sheet, block, f"r{number}")
    etree.indent(root, " ")
    return document(root)


def reading(
    parent: etree._Element, text: str, index: int, confidence: float | None = None
) -> etree._Element:
    """Append a reading; 0 is the one in use."""
    conf = None if confidence is None else f"{confidence:.3f}"
    element = child(parent, "TextEquiv", {"index": str(index), "conf": conf})
    child(element, "Unicode", text=text)
    return element


def _write_order(sheet: etree._Element, regions: int) -> None:
    group = child(child(sheet, "ReadingOrder"), "OrderedGroup", {"id": "order"})
    for index in range(regions):
        child(group, "RegionRefIndexed", {"index": str(index), "regionRef": f"r{index + 1}"})


def _write_region(sheet: etree._Element, block: PlacedBlock, identifier: str) -> None:
    region = child(sheet, "TextRegion", {"id": identifier})
    child(region, "Coords", {"points": points(block.box)})
    for number, line in enumerate(block.lines, start=1):
        made = _write_line(region, line, f"{identifier}_l{number}")
        made.set("index", str(number - 1))
    reading(region, "\n".join(line.text for line in block.lines), 0)


def _write_line(region: etree._Element, line: PlacedLine, identifier: str) -> etree._Element:
    custom = INTERPOLATED if line.interpolated else None
    element = child(region, "TextLine", {"id": identifier, "custom": custom})
    child(element, "Coords", {"points": points(line.box)})
    for number, word in enumerate(line.words, start=1):
        _write_word(element, word, f"{identifier}_w{number}")
    reading(element, line.text, 0)
    if line.corrected:
        reading(element, line.former, 1)
    return element


def _write_word(line: etree._Element, word: PlacedWord, identifier: str) -> None:
    custom = INTERPOLATED if word.interpolated else None
    element = child(line, "Word", {"id": identifier, "custom": custom})
    child(element, "Coords", {"points": points(word.box)})
    reading(element, word.text, 0, word.confidence)
    if word.corrected:
        reading(element, word.former, 1, word.former_confidence)


PAGE_XML: Final = PlacedFormat(".page.xml", write_page, PageRewrite())
