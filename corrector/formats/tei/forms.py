"""Marks as TEI, a table: the element of each kind, its attributes, and where it may stand."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from corrector.formats.tei.moments import when
from corrector.formats.tei.web import web_address

Attributes = dict[str, str]
Convert = Callable[[str], Attributes]

_TOKEN: Final = re.compile(r"[A-Za-z0-9][\w.:-]*", re.ASCII)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_NUMBER: Final = re.compile(r"\d{1,9}(\.\d{1,9})?", re.ASCII)
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


COLUMN: Final = "cb"
"""Element of a column break, which stands before the line that it begins with."""


class Level(StrEnum):
    """Where the element of a mark may stand."""

    BLOCK = "block"
    """A block of the text; inside of another element it becomes a segment."""
    FLOAT = "float"
    """Apart from the run of the text: between blocks or in one."""
    INLINE = "inline"
    """In a block only."""


class Part(StrEnum):
    """Which part of a letter a block is; TEI orders them."""

    HEAD = "head"
    BYLINE = "byline"
    TOP = "top"
    MIDDLE = "middle"
    EITHER = "either"
    BOTTOM = "bottom"
    POSTSCRIPT = "postscript"


@dataclass(frozen=True, slots=True)
class Form:
    """How one kind of mark is written.

    Attributes:
        element: around its text.
        fixed: attributes that are always the same.
        level: where the element may stand.
        part: of a letter, for blocks.
        fields: what becomes of the mark's fields, by name.
        point: the element of a mark without text; an anchor where there is none.
        point_fixed: its attributes.
    """

    element: str
    fixed: Mapping[str, str] = field(default_factory=dict)
    level: Level = Level.INLINE
    part: Part = Part.MIDDLE
    fields: Mapping[str, Convert] = field(default_factory=dict)
    point: str = "anchor"
    point_fixed: Mapping[str, str] = field(default_factory=dict)


def _as_token(name: str, *, several: bool = False) -> Convert:
    def convert(value: str) -> Attributes:
        words = [word for word in value.split() if _TOKEN.fullmatch(word)]
        if len(words) != len(value.split()) or (len(words) > 1 and not several):
            return {}
        return {name: " ".join(words)}

    return convert


def _one_of(name: str, *allowed: str) -> Convert:
    return lambda value: {name: value} if value in allowed else {}


_UNITS: Final = {
    "lines": "line",
    "words": "word",
    "characters": "chars",
    "paragraphs": "paragraph",
    "pages": "page",
}


def _unit(value: str) -> Attributes:
    return _as_token("unit")(_UNITS.get(value, value))


def _quantity(value: str) -> Attributes:
    if _NUMBER.fullmatch(value):
        return {"quantity": value}
    return {"extent": value} if value.strip() else {}


def _when(value: str) -> Attributes:
    valid = when(value)
    return {"when": valid} if valid else {}


def _identifier(value: str) -> Attributes:
    return {"ref": value} if web_address(value) else {"key": value}


def _tag(value: str) -> Attributes:
    return {_LANG: value} if _LANGUAGE.fullmatch(value) else {}


_REASON = _as_token("reason", several=True)
_CERTAINTY = _one_of("cert", "high", "medium", "low", "unknown")
_EVIDENCE = _one_of("evidence", "internal", "external", "conjecture")
_PLACE = _as_token("place", several=True)
_SIZE: Final[Mapping[str, Convert]] = {"unit": _unit, "quantity": _quantity}


def _forme_work(kind: str) -> Form:
    return Form("fw", {"type": kind}, Level.FLOAT, fields={"place": _PLACE})


def _block(element: str, part: Part) -> Form:
    return Form(element, level=Level.BLOCK, part=part)


FORMS: Final[Mapping[str, Form]] = MappingProxyType(
    {
        "unclear": Form("unclear", fields={"reason": _REASON, "certainty": _CERTAINTY}),
        "doubtful": Form("unclear", {"cert": "low"}),
        "gap": Form(
            "seg", {"type": "gap"}, fields={"reason": _REASON, **_SIZE}, point="gap"
        ),
        "redaction": Form(
            "seg",
            {"type": "redaction"},
            fields=_SIZE,
            point="gap",
            point_fixed={"reason": "redacted"},
        ),
        "source-error": Form(
            "choice", fields={"certainty": _CERTAINTY, "evidence": _EVIDENCE}
        ),
        "addition": Form("add", fields={"place": _PLACE}),
        "deletion": Form("del", fields={"type": _as_token("rend")}),
        "stamp": Form(
            "note", {"type": "stamp"}, Level.FLOAT, fields={"place": _PLACE}, point="note",
            point_fixed={"type": "stamp"},
        ),
        "classification": _forme_work("classification"),
        "handwriting": Form(
            "note", {"type": "handwriting"}, Level.FLOAT, fields={"place": _PLACE}, point="note",
            point_fixed={"type": "handwriting"},
        ),
        "supplied": Form(
            "supplied",
            fields={"reason": _REASON, "certainty": _CERTAINTY, "evidence": _EVIDENCE},
        ),
        "damage": Form("damage", fields={"agent": _as_token("agent")}),
        "abbreviation": Form("choice", fields={"certainty": _CERTAINTY}),
        "substitution": Form("seg", {"type": "substitution"}),
        "hand-shift": Form("seg", {"type": "hand-shift"}, point="handShift"),
        "letterhead": _forme_work("letterhead"),
        "header": _forme_work("header"),
        "footer": _forme_work("footer"),
        "page-number": _forme_work("pageNum"),
        "column": Form("seg", {"type": "column"}, point=COLUMN),
        "heading": _block("head", Part.HEAD),
        "byline": _block("byline", Part.BYLINE),
        "dateline": _block("dateline", Part.TOP),
        "salutation": _block("salute", Part.TOP),
        "address": _block("address", Part.EITHER),
        "paragraph": _block("p", Part.MIDDLE),
        "closing": _block("salute", Part.BOTTOM),
        "signature": _block("signed", Part.BOTTOM),
        "postscript": _block("postscript", Part.POSTSCRIPT),
        "trailer": _block("trailer", Part.POSTSCRIPT),
        "table": _block("table", Part.MIDDLE),
        "footnote": Form("note", {"type": "footnote", "place": "bottom"}, Level.FLOAT),
        "language": Form("foreign", fields={"tag": _tag}),
        "person": Form("persName", fields={"identifier": _identifier}),
        "place": Form("placeName", fields={"identifier": _identifier}),
        "date": Form("date", fields={"date": _when}),
        "underlined": Form("hi", {"rend": "underline"}),
        "superscript": Form("hi", {"rend": "superscript"}),
    }
)  # fmt: skip
"""All kinds that have an element of their own; others are segments with the kind as type."""

WRITTEN_BY_HAND: Final = frozenset({"add", "del", "fw", "note", "signed", "seg", "figure"})
"""Elements that can say whose hand wrote them."""

POINTS_IN_BLOCKS: Final = frozenset({"handShift"})
"""Elements of marks without text that cannot stand between blocks."""


def form_of(kind: str) -> Form:
    """Return how marks of `kind` are written."""
    return FORMS.get(kind) or Form("seg", {"type": kind_token(kind)})


def kind_token(kind: str) -> str:
    """Return a mark's kind as one token, as TEI's types want it."""
    words = re.sub(r"[^A-Za-z0-9._-]+", "-", kind).strip("-._")
    return words or "mark"


DATE_OF: Final[Convert] = _when
"""What becomes of a date, in the element that holds it."""
