"""Names of TEI's elements and how elements are made; the only place that knows the namespace."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from corrector.formats.tei.characters import permitted, visible

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


class Ink:
    """Writes running text and elements one after the other; the text is kept to the character."""

    def __init__(self, parent: Element) -> None:
        """Begin at the end of the empty element `parent`."""
        self._open = [parent]
        self._last: Element | None = None

    @property
    def depth(self) -> int:
        """How many elements are open inside the first one."""
        return len(self._open) - 1

    @property
    def current(self) -> Element:
        """The element that is written into."""
        return self._open[-1]

    def text(self, text: str) -> None:
        """Write `text` without the characters that XML refuses."""
        text = permitted(text)
        if not text:
            return
        if self._last is None:
            self._open[-1].text = (self._open[-1].text or "") + text
        else:
            self._last.tail = (self._last.tail or "") + text

    def empty(self, name: str, attributes: Mapping[str, str | None] | None = None) -> Element:
        """Write an element without content."""
        self._last = child(self._open[-1], name, attributes)
        return self._last

    def enter(self, name: str, attributes: Mapping[str, str | None] | None = None) -> Element:
        """Open an element; what follows is written into it."""
        element = child(self._open[-1], name, attributes)
        self._open.append(element)
        self._last = None
        return element

    def leave(self) -> None:
        """Close the element opened last."""
        self._last = self._open.pop()


def lined(ink: Ink, text: str) -> None:
    """Write `text` with an `lb` for each of its line feeds."""
    first, *others = text.split("\n")
    ink.text(first)
    for line in others:
        ink.empty("lb")
        ink.text(line)
