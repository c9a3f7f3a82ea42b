"""The editorial phenomena that a person can mark, as a table: names, keys, fields, text forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from corrector.messages import QT_TRANSLATE_NOOP


class Entry(StrEnum):
    """How the value of a field is entered."""

    WORDS = "words"
    NUMBER = "number"
    CHOICE = "choice"
    DATE = "date"
    SWITCH = "switch"
    ZONE = "zone"


class Reading(StrEnum):
    """What becomes of a phenomenon in the reading text."""

    KEPT = "kept"
    BRACKETED = "bracketed"
    LEFT_OUT = "left out"


class Extent(StrEnum):
    """What a phenomenon is said of where nothing is selected: what stands at the caret."""

    TOKEN = "token"  # noqa: S105 - a word, not a password
    LINE = "line"
    PARAGRAPH = "paragraph"
    POINT = "point"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that can be said of a phenomenon.

    Attributes:
        name: by which marks and formats know it.
        label: what the window says, with a mnemonic.
        entry: how it is entered. A date is ISO 8601, a switch ``yes`` or empty, a zone
            ``x y width height`` in pixels of the stored scan.
        choices: the values of a choice; the first is the one that is offered.
    """

    name: str
    label: str
    entry: Entry = Entry.WORDS
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phenomenon:
    """One kind of editorial mark.

    Attributes:
        name: the kind of the mark.
        label: what the window says.
        group: what it belongs with: ``reading``, ``change``, ``stamp``, ``form`` (forme work),
            ``letter`` (parts of a letter) or ``style``.
        fields: what can be said of it.
        key: in Qt's portable notation; empty where the palette is the way to it.
        needs_text: whether it stands on characters; others may stand between two.
        reading: what becomes of it in the reading text.
        stand_in: what TXT shows where the mark has no text, with the fields in braces; empty where
            nothing is missing from the text.
        extent: what it is said of where nothing is selected.
    """

    name: str
    label: str
    group: str
    fields: tuple[Field, ...] = ()
    key: str = ""
    needs_text: bool = True
    reading: Reading = Reading.KEPT
    stand_in: str = ""
    extent: Extent = Extent.TOKEN


CERTAINTY: Final = Field(
    "certainty",
    QT_TRANSLATE_NOOP("Phenomena", "&Certainty"),
    Entry.CHOICE,
    ("medium", "high", "low", "unknown"),
)
QUANTITY: Final = Field("quantity", QT_TRANSLATE_NOOP("Phenomena", "&How many"), Entry.NUMBER)
UNIT: Final = Field(
    "unit",
    QT_TRANSLATE_NOOP("Phenomena", "&Unit"),
    Entry.CHOICE,
    ("lines", "words", "characters", "paragraphs", "pages"),
)
PLACE: Final = Field(
    "place",
    QT_TRANSLATE_NOOP("Phenomena", "&Place"),
    Entry.CHOICE,
    ("", "above", "below", "inline", "margin-left", "margin-right", "top", "bottom", "overleaf"),
)
HAND: Final = Field("hand", QT_TRANSLATE_NOOP("Phenomena", "&Hand"))
DATE: Final = Field("date", QT_TRANSLATE_NOOP("Phenomena", "&Date"), Entry.DATE)
EVIDENCE: Final = Field("evidence", QT_TRANSLATE_NOOP("Phenomena", "&Evidence"))
ZONE: Final = Field("zone", QT_TRANSLATE_NOOP("Phenomena", "Place on the &scan"), Entry.ZONE)


def _reason(*choices: str) -> Field:
    return Field("reason", QT_TRANSLATE_NOOP("Phenomena", "&Reason"), Entry.CHOICE, choices)


def _type(*choices: str) -> Field:
    return Field("type", QT_TRANSLATE_NOOP("Phenomena", "&Type"), Entry.CHOICE, choices)


PHENOMENA: Final[tuple[Phenomenon, ...]] = (
    Phenomenon(
        "unclear",
        QT_TRANSLATE_NOOP("Phenomena", "Unclear"),
        "reading",
        (_reason("illegible", "faded", "covered", "blurred", "overtyped"), CERTAINTY),
        key="Alt+1",
    ),
    Phenomenon(
        "gap",
        QT_TRANSLATE_NOOP("Phenomena", "Gap"),
        "reading",
        (_reason("illegible", "lost"), UNIT, QUANTITY, ZONE),
        key="Alt+2",
        needs_text=False,
        reading=Reading.BRACKETED,
        stand_in=QT_TRANSLATE_NOOP("Phenomena", "[{reason}: {quantity} {unit}]"),
        extent=Extent.POINT,
    ),
    Phenomenon(
        "redaction",
        QT_TRANSLATE_NOOP("Phenomena", "Redaction"),
        "reading",
        (
            Field("exemption", QT_TRANSLATE_NOOP("Phenomena", "&Exemption code")),
            UNIT,
            QUANTITY,
            ZONE,
        ),
        key="Alt+3",
        needs_text=False,
        reading=Reading.BRACKETED,
        stand_in=QT_TRANSLATE_NOOP("Phenomena", "[{quantity} {unit} redacted {exemption}]"),
        extent=Extent.POINT,
    ),
    Phenomenon(
        "source-error",
        QT_TRANSLATE_NOOP("Phenomena", "Error in the source"),
        "reading",
        (
            Field("correction", QT_TRANSLATE_NOOP("Phenomena", "Ri&ght would be")),
            CERTAINTY,
            EVIDENCE,
        ),
        key="Alt+4",
    ),
    Phenomenon(
        "addition",
        QT_TRANSLATE_NOOP("Phenomena", "Addition"),
        "change",
        (PLACE, HAND),
        key="Alt+5",
    ),
    Phenomenon(
        "deletion",
        QT_TRANSLATE_NOOP("Phenomena", "Deletion"),
        "change",
        (_type("strikethrough", "overtyped", "erased"), HAND),
        key="Alt+6",
        reading=Reading.LEFT_OUT,
    ),
    Phenomenon(
        "stamp",
        QT_TRANSLATE_NOOP("Phenomena", "Stamp"),
        "stamp",
        (_type("declassification", "received", "photocopy", "other"), DATE, PLACE, ZONE),
        key="Alt+7",
        needs_text=False,
        reading=Reading.LEFT_OUT,
        stand_in=QT_TRANSLATE_NOOP("Phenomena", "[stamp: {type} {date}]"),
        extent=Extent.POINT,
    ),
    Phenomenon(
        "classification",
        QT_TRANSLATE_NOOP("Phenomena", "Classification mark"),
        "form",
        (Field("struck", QT_TRANSLATE_NOOP("Phenomena", "Str&uck out"), Entry.SWITCH), PLACE, HAND),
        key="Alt+8",
        reading=Reading.LEFT_OUT,
        extent=Extent.LINE,
    ),
    Phenomenon(
        "handwriting",
        QT_TRANSLATE_NOOP("Phenomena", "Handwriting, marginalia"),
        "change",
        (PLACE, HAND, ZONE),
        key="Alt+9",
        needs_text=False,
        reading=Reading.BRACKETED,
        stand_in=QT_TRANSLATE_NOOP("Phenomena", "[handwriting, illegible]"),
        extent=Extent.POINT,
    ),
    Phenomenon(
        "supplied",
        QT_TRANSLATE_NOOP("Phenomena", "Supplied by the editor"),
        "reading",
        (_reason("lost", "omitted", "illegible", "damage"), CERTAINTY, EVIDENCE),
    ),
    Phenomenon(
        "letterhead",
        QT_TRANSLATE_NOOP("Phenomena", "Letterhead"),
        "form",
        reading=Reading.LEFT_OUT,
        extent=Extent.LINE,
    ),
    Phenomenon(
        "header",
        QT_TRANSLATE_NOOP("Phenomena", "Running head"),
        "form",
        reading=Reading.LEFT_OUT,
        extent=Extent.LINE,
    ),
    Phenomenon(
        "footer",
        QT_TRANSLATE_NOOP("Phenomena", "Footer"),
        "form",
        reading=Reading.LEFT_OUT,
        extent=Extent.LINE,
    ),
    Phenomenon(
        "page-number",
        QT_TRANSLATE_NOOP("Phenomena", "Page number"),
        "form",
        reading=Reading.LEFT_OUT,
        extent=Extent.LINE,
    ),
    Phenomenon("heading", QT_TRANSLATE_NOOP("Phenomena", "Heading"), "letter", extent=Extent.LINE),
    Phenomenon(
        "dateline",
        QT_TRANSLATE_NOOP("Phenomena", "Dateline"),
        "letter",
        (DATE,),
        extent=Extent.LINE,
    ),
    Phenomenon("address", QT_TRANSLATE_NOOP("Phenomena", "Address"), "letter", extent=Extent.LINE),
    Phenomenon(
        "salutation", QT_TRANSLATE_NOOP("Phenomena", "Salutation"), "letter", extent=Extent.LINE
    ),
    Phenomenon(
        "paragraph", QT_TRANSLATE_NOOP("Phenomena", "Paragraph"), "letter", extent=Extent.PARAGRAPH
    ),
    Phenomenon("closing", QT_TRANSLATE_NOOP("Phenomena", "Closing"), "letter", extent=Extent.LINE),
    Phenomenon(
        "signature",
        QT_TRANSLATE_NOOP("Phenomena", "Signature"),
        "letter",
        (HAND, ZONE),
        needs_text=False,
        reading=Reading.KEPT,
        stand_in=QT_TRANSLATE_NOOP("Phenomena", "[signature]"),
        extent=Extent.LINE,
    ),
    Phenomenon(
        "footnote", QT_TRANSLATE_NOOP("Phenomena", "Footnote"), "letter", extent=Extent.LINE
    ),
    Phenomenon(
        "language",
        QT_TRANSLATE_NOOP("Phenomena", "Other language"),
        "style",
        (Field("tag", QT_TRANSLATE_NOOP("Phenomena", "&Language (de, fr, la …)")),),
    ),
    Phenomenon("underlined", QT_TRANSLATE_NOOP("Phenomena", "Underlined"), "style"),
    Phenomenon("superscript", QT_TRANSLATE_NOOP("Phenomena", "Superscript"), "style"),
    Phenomenon("note", QT_TRANSLATE_NOOP("Phenomena", "Free note"), "reading", needs_text=False),
)

PHENOMENON_BY_NAME: Final[Mapping[str, Phenomenon]] = MappingProxyType(
    {one.name: one for one in PHENOMENA}
)
