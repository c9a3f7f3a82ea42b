"""Elements of XML formats: children in their parent's namespace, attributes that may be absent."""

from collections.abc import Mapping

from lxml import etree

from corrector.formats.tei.characters import permitted

Attributes = Mapping[str, str | None]


def child(
    parent: etree._Element, name: str, attributes: Attributes | None = None, text: str | None = None
) -> etree._Element:
    """Append an element in the namespace of `parent`; attributes without a value are left out."""
    made = element_like(parent, name, attributes)
    made.text = None if text is None else permitted(text)
    parent.append(made)
    return made


def element_like(
    other: etree._Element, name: str, attributes: Attributes | None = None
) -> etree._Element:
    """Return a new element in the namespace of `other`, for somewhere near it."""
    made = other.makeelement(etree.QName(etree.QName(other).namespace, name))
    for key, value in (attributes or {}).items():
        if value is not None:
            made.set(key, permitted(value))
    return made


def document(root: etree._Element, doctype: str = "") -> bytes:
    """Return the bytes of the file, in UTF-8 with a declaration."""
    content: bytes = etree.tostring(root, encoding="UTF-8")
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n'
    kind = f"{doctype}\n".encode("ascii") if doctype else b""
    return head + kind + content.rstrip(b"\n") + b"\n"
