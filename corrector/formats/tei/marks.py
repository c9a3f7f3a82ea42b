"""Writes the element of a mark, and the note that says who set it, when, and what was said."""

from typing import Final

from corrector.formats.line_ends import LineEnd
from corrector.formats.projection import PROPOSED
from corrector.formats.tei.forms import COLUMN, DATE_OF, WRITTEN_BY_HAND, Form, Level, kind_token
from corrector.formats.tei.identifiers import pointer
from corrector.formats.tei.ink import Ink
from corrector.formats.tei.moments import when
from corrector.formats.tei.page_context import PageContext
from corrector.formats.tei.regions import NumberedMark
from corrector.formats.tei.vocabulary import XML_ID, Element, child

_SEGMENT = "seg"
_GAPS = frozenset({"gap", "redaction"})
_CHOICES: Final = {
    "source-error": ("sic", "corr", "correction"),
    "abbreviation": ("abbr", "expan", "expansion"),
    "unclear": ("unclear", "unclear", "alternative"),
}
"""Kinds that may have two readings: the elements of both, and the field with the second."""


def open_mark(context: PageContext, ink: Ink, mark: NumberedMark, *, plain: bool = False) -> None:
    """Enter the elements around the text of a mark.

    Args:
        context: the page.
        ink: to write with.
        mark: whose text follows.
        plain: not as a block but as a segment, or as a block that only says what it is.
    """
    names = _elements(context, mark, plain=plain)
    for number, (name, attributes) in enumerate(names):
        identity = _identity(context, mark) | _place_on_scan(context, mark)
        ink.enter(name, attributes | identity if number == 0 else attributes)


def close_mark(context: PageContext, ink: Ink, mark: NumberedMark, *, plain: bool = False) -> None:
    """Leave what `open_mark` entered."""
    kind = kind_token(mark.mark.kind)
    names = _elements(context, mark, plain=plain)
    if kind in _GAPS:
        ink.empty("gap", _gap(mark))
    for number in reversed(range(len(names))):
        ink.leave()
        if number and names[0][0] == "choice":
            _second_reading(context, ink, mark)


def put_point(context: PageContext, ink: Ink, mark: NumberedMark) -> None:
    """Write a mark that has no text."""
    form, kind = mark.form, kind_token(mark.mark.kind)
    identity = _identity(context, mark)
    if form.point == "anchor" and kind != "signature":
        ink.empty("anchor", identity)
        return
    identity |= _place_on_scan(context, mark)
    if form.point == "handShift":
        new = context.agents.hands.of(mark.mark.value("hand"))
        ink.empty(form.point, identity | ({"new": pointer(new)} if new else {}))
    elif kind == "signature":
        drawing(ink, identity | _hand(context, mark, "figure"))
    elif form.point == "gap":
        ink.enter("gap", _gap(mark) | identity)
        exemption = mark.mark.value("exemption")
        if exemption.strip():
            ink.enter("desc")
            ink.text(exemption)
            ink.leave()
        ink.leave()
    else:
        hand = _hand(context, mark, form.point)
        ink.enter(form.point, dict(form.point_fixed) | _from_fields(mark) | hand | identity)
        if kind == "stamp":
            ink.empty("stamp", _stamp(mark))
        else:
            ink.empty("gap", {"reason": "illegible"})
        ink.leave()


def put_column(
    context: PageContext, ink: Ink, mark: NumberedMark, end: LineEnd | None, number: int
) -> None:
    """Write a column break.

    Args:
        context: the page.
        ink: to write with.
        mark: that says where the column begins.
        end: of the line before, where the line of the column is still to start; None where it
            begins within a line. An anchor keeps the place there: the break tells none.
        number: of the column on the page, from 1, where the mark says none.
    """
    said = {"n": mark.mark.value("number") or str(number)} | _place_on_scan(context, mark)
    identity = _identity(context, mark)
    if end is None:
        ink.empty("anchor", identity)
        ink.empty(COLUMN, said)
    else:
        if end is LineEnd.WORD_ENDS:
            ink.text("\n")
        divided = {} if end is LineEnd.WORD_ENDS else {"break": end.value}
        ink.empty(COLUMN, said | divided | identity)


def sign(context: PageContext, ink: Ink, mark: NumberedMark, *, plain: bool) -> None:
    """Write a signature without text as the block that it is."""
    attributes = _identity(context, mark) | _place_on_scan(context, mark)
    if plain:
        ink.enter("ab", attributes | {"type": "signature"})
    else:
        ink.enter("signed", attributes | _hand(context, mark, "signed"))


def drawing(ink: Ink, attributes: dict[str, str] | None = None) -> None:
    """Write the picture of a signature that cannot be read."""
    ink.enter("figure", {"type": "signature"} | (attributes or {}))
    ink.enter("figDesc")
    ink.text("Signature.")
    ink.leave()
    ink.leave()


def _second_reading(context: PageContext, ink: Ink, mark: NumberedMark) -> None:
    """Write the second of two readings: what would be right, what is meant, what else it is."""
    _, element, name = _CHOICES[kind_token(mark.mark.kind)]
    said = {} if element == "unclear" else _from_fields(mark)
    proposed = {"type": PROPOSED} if element == "corr" else {}
    ink.enter(element, said | proposed | {"resp": _resp(context, mark)})
    ink.text(mark.mark.value(name))
    ink.leave()


def _elements(
    context: PageContext, mark: NumberedMark, *, plain: bool
) -> list[tuple[str, dict[str, str]]]:
    """Return the elements around the text of a mark, the outermost first."""
    form, kind = mark.form, kind_token(mark.mark.kind)
    if form.level is Level.BLOCK and plain:
        return [("ab", {"type": kind})]
    if form.level is Level.BLOCK and not context.is_block(mark):
        return [(_SEGMENT, {"type": kind} | _hand(context, mark, _SEGMENT))]
    attributes = dict(form.fixed) | _from_fields(mark) | _hand(context, mark, form.element)
    if kind in _CHOICES:
        first, second, name = _CHOICES[kind]
        inner = (first, attributes if first == second else {})
        return [("choice", {}), inner] if mark.mark.value(name) else [inner]
    if kind == "substitution" and context.substitutes(mark):
        return [("subst", {})]
    if kind in _GAPS or (kind == "language" and not attributes):
        return [(_SEGMENT, {"type": kind})]
    return [(form.element, attributes), *_inner(context, mark, form, kind)]


def _inner(
    context: PageContext, mark: NumberedMark, form: Form, kind: str
) -> list[tuple[str, dict[str, str]]]:
    """Return the elements inside of that of the mark."""
    if kind == "stamp":
        return [("stamp", _stamp(mark))]
    if kind == "classification" and mark.mark.value("struck"):
        return [("del", {"rend": "strikethrough"} | _hand(context, mark, "del"))]
    if kind == "dateline" and DATE_OF(mark.mark.value("date")):
        return [("date", DATE_OF(mark.mark.value("date")))]
    if form.element == "postscript":
        return [("p", {})]
    return []


def _from_fields(mark: NumberedMark) -> dict[str, str]:
    """Return the attributes that the fields of the mark make."""
    found: dict[str, str] = {}
    for name, convert in mark.form.fields.items():
        if mark.mark.value(name):
            found |= convert(mark.mark.value(name))
    return found


def _gap(mark: NumberedMark) -> dict[str, str]:
    found = dict(mark.form.point_fixed) | _from_fields(mark)
    return {"reason": "illegible"} | found


def _stamp(mark: NumberedMark) -> dict[str, str]:
    kind = mark.mark.value("type")
    return ({"type": kind_token(kind)} if kind else {}) | DATE_OF(mark.mark.value("date"))


def _hand(context: PageContext, mark: NumberedMark, element: str) -> dict[str, str]:
    hand = context.agents.hands.of(mark.mark.value("hand"))
    return {"hand": pointer(hand)} if hand and element in WRITTEN_BY_HAND else {}


def _place_on_scan(context: PageContext, mark: NumberedMark) -> dict[str, str]:
    zone = context.zone_of_mark(mark)
    return {"facs": zone} if zone else {}


def _identity(context: PageContext, mark: NumberedMark) -> dict[str, str]:
    return {XML_ID: context.ids.of("m", mark.ordinal), "resp": _resp(context, mark)}


def _resp(context: PageContext, mark: NumberedMark) -> str:
    return pointer(context.agents.of_mark(mark.mark.author).identifier)


def mark_note(
    context: PageContext, parent: Element, mark: NumberedMark, *, ends: tuple[str, str]
) -> None:
    """Append the note on a mark, pointing at where it begins and ends in the text.

    It holds all that was said, also what the element has no attribute for.
    """
    start, end = ends
    kind = kind_token(mark.mark.kind)
    attributes = {
        "type": "mark",
        "subtype": kind,
        "n": mark.mark.kind if mark.mark.kind != kind else None,
        "target": pointer(start),
        "targetEnd": pointer(end) if end != start else None,
        "resp": _resp(context, mark),
    }
    inside = Ink(child(parent, "note", attributes))
    if when(mark.mark.time):
        inside.empty("date", {"when": mark.mark.time})
    inside.text(mark.mark.note)
    if mark.mark.fields:
        inside.enter("list", {"type": "fields"})
        for name, value in mark.mark.fields:
            inside.enter("item", {"n": name})
            inside.text(value)
            inside.leave()
        inside.leave()


def query_annotation(
    context: PageContext, parent: Element, mark: NumberedMark, *, ends: tuple[str, str]
) -> None:
    """Append the annotation of an open query, which begins and ends at `ends` in the text."""
    annotation = child(
        parent,
        "annotation",
        {
            XML_ID: context.ids.of("q", mark.ordinal),
            "motivation": "questioning",
            "target": " ".join(pointer(end) for end in dict.fromkeys(ends)),
            "resp": _resp(context, mark),
        },
    )
    question = mark.mark.value("question") or mark.mark.note
    if question:
        Ink(child(annotation, "note")).text(question)
