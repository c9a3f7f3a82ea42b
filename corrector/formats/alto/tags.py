"""The tag in ALTO that says of a place that it is computed."""

from typing import Final

from lxml import etree

from corrector.formats.xml_elements import child, element_like

INTERPOLATED: Final = "interpolated"
"""Identifier of the tag for places that are computed, and its label."""
_MEANS: Final = "place computed from neighbouring words or lines"
_WITH_TAGS: Final = ("ns-v3#", "ns-v4#")
"""Ends of the namespaces in which every element may refer to tags."""


def add_tag(tags: etree._Element) -> None:
    """Append the tag to the list of tags."""
    child(tags, "OtherTag", {"ID": INTERPOLATED, "LABEL": INTERPOLATED, "DESCRIPTION": _MEANS})


def mark_interpolated(element: etree._Element, of: etree._Element | None = None) -> None:
    """Say that the place of an element is computed, where the file's version can say so.

    Args:
        element: of the file or about to be put in it.
        of: an element of the file, where `element` is not in it yet.
    """
    root = (element if of is None else of).getroottree().getroot()
    if not (etree.QName(root).namespace or "").endswith(_WITH_TAGS):
        return
    tags = root.find("{*}Tags")
    if tags is None:
        tags = element_like(root, "Tags")
        before = [one for one in root if etree.QName(one).localname in {"Description", "Styles"}]
        root.insert(root.index(before[-1]) + 1 if before else 0, tags)
    if not any(tag.get("ID") == INTERPOLATED for tag in tags):
        add_tag(tags)
    known = (element.get("TAGREFS") or "").split()
    if INTERPOLATED not in known:
        element.set("TAGREFS", " ".join([*known, INTERPOLATED]))
