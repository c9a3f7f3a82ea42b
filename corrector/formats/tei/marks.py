"""Marks as TEI: the element for each kind, and the note that says who set it and why."""

from typing import Final

from corrector.formats.tei.identifiers import pointer
from corrector.formats.tei.ink import Ink
from corrector.formats.tei.moments import when
from corrector.formats.tei.page_context import PageContext
from corrector.formats.tei.tokens import NumberedMark
from corrector.formats.tei.vocabulary import XML_ID, Element, child

_ELEMENTS: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "unclear": ("unclear", {}),
    "doubtful": ("unclear", {"cert": "low"}),
    "addition": ("add", {}),
    "deletion": ("del", {}),
    "source error": ("sic", {}),
    "stamp": ("stamp", {}),
    "classification": ("fw", {"type": "classification"}),
    "header": ("fw", {"type": "header"}),
    "page number": ("fw", {"type": "pageNum"}),
}
"""Kinds that TEI has an element for; all others become a segment with the kind as its type."""


def mark_element(context: PageContext, numbered: NumberedMark) -> tuple[str, dict[str, str]]:
    """Return name and attributes of the element around the text of a mark."""
    fallback = ("seg", {"type": _kind(numbered)})
    name, attributes = _ELEMENTS.get(numbered.mark.kind, fallback)
    resp = pointer(context.agents.of_mark(numbered.mark.author).identifier)
    identifier = context.ids.of("m", numbered.ordinal)
    return name, attributes | {XML_ID: identifier, "resp": resp}


def mark_note(
    context: PageContext, parent: Element, numbered: NumberedMark, *, ends: tuple[str, str]
) -> None:
    """Append the note on a mark, pointing at where it begins and ends in the text."""
    start, end = ends
    attributes = {
        "type": "mark",
        "subtype": _kind(numbered),
        "target": pointer(start),
        "targetEnd": pointer(end) if end != start else None,
        "resp": pointer(context.agents.of_mark(numbered.mark.author).identifier),
    }
    ink = Ink(child(parent, "note", attributes))
    if when(numbered.mark.time):
        ink.empty("date", {"when": numbered.mark.time})
    ink.text(numbered.mark.note)


def _kind(numbered: NumberedMark) -> str:
    """Return the mark's kind as one token, as TEI's `type` wants it."""
    return "-".join(numbered.mark.kind.split()) or "mark"
