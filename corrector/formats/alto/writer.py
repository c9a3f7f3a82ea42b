"""Writes a page as ALTO 4: strings in their boxes, corrected ones with what they read before."""

from typing import Final

from lxml import etree

from corrector.formats.alto.correcting import MACHINE, AltoRewrite
from corrector.formats.alto.description import write_description
from corrector.formats.alto.tags import INTERPOLATED, add_tag
from corrector.formats.layout.placed_page import PlacedBlock, PlacedLine, PlacedPage, PlacedWord
from corrector.formats.layout.writing import PlacedFormat
from corrector.formats.material import PageMaterial
from corrector.formats.xml_elements import child, document
from corrector.scans.geometry import Box

NAMESPACE: Final = "http://www.loc.gov/standards/alto/ns-v4#"
VERSION: Final = "4.4"


def write_page(material: PageMaterial, page: PlacedPage, program_version: str) -> bytes:
    """Return the page as a file."""
    # The stubs do not know that None stands for "no prefix".
    prefixes = {None: NAMESPACE}
    root = etree.Element(
        etree.QName(NAMESPACE, "alto"),
        {"SCHEMAVERSION": VERSION},
        nsmap=prefixes,  # type: ignore[arg-type]
    )
    write_description(root, material, program_version)
    if page.interpolated:
        add_tag(child(root, "Tags"))
    _write_layout(root, material, page)
    etree.indent(root, " ")
    return document(root)


def place(box: Box) -> dict[str, str | None]:
    """Return the attributes that say where something stands."""
    return {
        "HPOS": str(box.x),
        "VPOS": str(box.y),
        "WIDTH": str(box.width),
        "HEIGHT": str(box.height),
    }


def _write_layout(root: etree._Element, material: PageMaterial, page: PlacedPage) -> None:
    size: dict[str, str | None] = {"WIDTH": str(page.width), "HEIGHT": str(page.height)}
    number = str(material.page.number)
    layout = child(root, "Layout")
    sheet = child(layout, "Page", {"ID": "page", "PHYSICAL_IMG_NR": number, **size})
    space = child(sheet, "PrintSpace", place(Box(0, 0, page.width, page.height)))
    for number_of_block, block in enumerate(page.blocks, start=1):
        _write_block(space, block, f"b{number_of_block}")


def _write_block(space: etree._Element, block: PlacedBlock, identifier: str) -> None:
    element = child(space, "TextBlock", {"ID": identifier, **place(block.box)})
    for number, line in enumerate(block.lines, start=1):
        _write_line(element, line, f"{identifier}_l{number}")


def _write_line(block: etree._Element, line: PlacedLine, identifier: str) -> None:
    attributes = {
        "ID": identifier,
        "TAGREFS": INTERPOLATED if line.interpolated else None,
        **place(line.box),
        "CS": "true" if line.corrected else None,
    }
    element = child(block, "TextLine", attributes)
    for number, word in enumerate(line.words, start=1):
        if number > 1:
            child(element, "SP")
        _write_word(element, word, f"{identifier}_w{number}")


def _write_word(line: etree._Element, word: PlacedWord, identifier: str) -> None:
    attributes = {
        "ID": identifier,
        "TAGREFS": INTERPOLATED if word.interpolated else None,
        **place(word.box),
        "CONTENT": word.text,
        "WC": None if word.confidence is None else f"{word.confidence:.3f}",
        "CS": "true" if word.corrected else None,
    }
    element = child(line, "String", attributes)
    if word.former:
        child(element, "ALTERNATIVE", {"PURPOSE": MACHINE}, word.former)


ALTO: Final = PlacedFormat(".alto.xml", write_page, AltoRewrite())
