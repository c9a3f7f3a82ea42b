"""Sets the parts around the text on lines of their own; the text itself is never touched."""

from typing import Final

from corrector.formats.tei.vocabulary import Element, local_name

_SET_APART: Final = frozenset(
    (
        "TEI",
        "teiHeader",
        "fileDesc",
        "titleStmt",
        "respStmt",
        "editionStmt",
        "extent",
        "publicationStmt",
        "sourceDesc",
        "listBibl",
        "listWit",
        "encodingDesc",
        "editorialDecl",
        "correction",
        "normalization",
        "hyphenation",
        "segmentation",
        "classDecl",
        "taxonomy",
        "category",
        "appInfo",
        "application",
        "profileDesc",
        "langUsage",
        "revisionDesc",
        "listChange",
        "facsimile",
        "surface",
        "text",
        "standOff",
        "listApp",
    )
)
"""Elements that hold nothing but elements, in which blanks mean nothing."""


def set_apart(element: Element, level: int = 0) -> None:
    """Put each child of `element` on a line of its own, by one blank further in for each level."""
    if local_name(element) not in _SET_APART or not len(element):
        return
    element.text = "\n" + " " * (level + 1)
    for inner in element:
        inner.tail = element.text
        set_apart(inner, level + 1)
    element[-1].tail = "\n" + " " * level
