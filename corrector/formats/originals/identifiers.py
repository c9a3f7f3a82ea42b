"""Identifiers for new elements in a file that has its own."""

from lxml import etree


def new_identifier(near: etree._Element, attribute: str) -> str:
    """Return an identifier that the file does not have, made from that of an element near by."""
    root = near.getroottree().getroot()
    taken = {one.get(attribute) for one in root.iter(etree.Element)}
    stem = near.get(attribute) or "new"
    number = 1
    while f"{stem}_n{number}" in taken:
        number += 1
    return f"{stem}_n{number}"
