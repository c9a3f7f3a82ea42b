"""Names of TEI's elements and how elements are made; the only place that knows the namespace."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from corrector.formats.tei.characters import visible

Element = etree._Element
"""lxml gives the type of its elements no public name."""

NAMESPACE: Final = "http://www.tei-c.org/ns/1.0"
XML: Final = "http://www.w3.org/XML/1998/namespace"
XML_ID: Final = f"{{{XML}}}id"
XML_LANG: Final = f"{{{XML}}}lang"
TEI_VERSION: Final = "4.12.0"
MACHINE_WITNESS: Final = "wOCR"
PAGE_WITNESS: Final = "wIMG"


def tei(name: str) -> str:
    """Return the element name `name` in TEI's namespace, as lxml writes it."""
    return f"{{{NAMESPACE}}}{name}"


def local_name(element: Element) -> str:
    """Return the element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def child(
    parent: Element,
    name: str,
    attributes: Mapping[str, str | None] | None = None,
    text: str = "",
) -> Element:
    """Append an element to `parent`; attributes that are None or empty are left out."""
    element = etree.SubElement(parent, tei(name), _present(attributes or {}))
    if text:
        element.text = visible(text)
    return element


def root_element() -> Element:
    """Return an empty TEI element, its namespace bound to no prefix."""
    # The stubs do not know that None stands for "no prefix".
    prefixes = {None: NAMESPACE}
    return etree.Element(tei("TEI"), {"version": TEI_VERSION}, nsmap=prefixes)  # type: ignore[arg-type]


def _present(attributes: Mapping[str, str | None]) -> dict[str, str]:
    return {name: visible(value) for name, value in attributes.items() if value}
