"""The editorial phenomena that a person can mark, as a table: names, keys, fields, text forms."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from corrector.messages import QT_TRANSLATE_NOOP
from corrector.text.phenomenon import Entry, Extent, Field, Phenomenon, Reading

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
IDENTIFIER: Final = Field(
    "identifier", QT_TRANSLATE_NOOP("Phenomena", "&Identifier or address on the web")
)
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
        (
            _reason("illegible", "faded", "covered", "blurred", "overtyped"),
            CERTAINTY,
            Field("alternative", QT_TRANSLATE_NOOP("Phenomena", "&Or perhaps")),
        ),
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
        read_as="correction",
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
        "damage",
        QT_TRANSLATE_NOOP("Phenomena", "Damage"),
        "reading",
        (
            Field(
                "agent",
                QT_TRANSLATE_NOOP("Phenomena", "&By what"),
                Entry.CHOICE,
                ("water", "fire", "tear", "fold", "mould", "ink", "punch", "rubbing", "other"),
            ),
        ),
    ),
    Phenomenon(
        "abbreviation",
        QT_TRANSLATE_NOOP("Phenomena", "Abbreviation"),
        "reading",
        (Field("expansion", QT_TRANSLATE_NOOP("Phenomena", "&Stands for")), CERTAINTY),
        read_as="expansion",
    ),
    Phenomenon("substitution", QT_TRANSLATE_NOOP("Phenomena", "Substitution"), "change"),
    Phenomenon(
        "hand-shift",
        QT_TRANSLATE_NOOP("Phenomena", "Change of hand"),
        "change",
        (HAND,),
        needs_text=False,
        extent=Extent.POINT,
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
    Phenomenon(
        "column",
        QT_TRANSLATE_NOOP("Phenomena", "Column break"),
        "form",
        (Field("number", QT_TRANSLATE_NOOP("Phenomena", "&Number"), Entry.NUMBER), ZONE),
        needs_text=False,
        reading=Reading.LEFT_OUT,
        extent=Extent.LINE_START,
    ),
    Phenomenon(
        "division",
        QT_TRANSLATE_NOOP("Phenomena", "Beginning of a part"),
        "letter",
        (
            _type("article", "advertisement", "continuation", "enclosure", "letter", "section"),
            Field("name", QT_TRANSLATE_NOOP("Phenomena", "&Name, the same in all its pieces")),
        ),
        needs_text=False,
        extent=Extent.LINE_START,
    ),
    Phenomenon("heading", QT_TRANSLATE_NOOP("Phenomena", "Heading"), "letter", extent=Extent.LINE),
    Phenomenon("byline", QT_TRANSLATE_NOOP("Phenomena", "Byline"), "letter", extent=Extent.LINE),
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
        "postscript",
        QT_TRANSLATE_NOOP("Phenomena", "Postscript"),
        "letter",
        extent=Extent.PARAGRAPH,
    ),
    Phenomenon(
        "trailer",
        QT_TRANSLATE_NOOP("Phenomena", "Trailer (copies, enclosures)"),
        "letter",
        extent=Extent.PARAGRAPH,
    ),
    Phenomenon(
        "table",
        QT_TRANSLATE_NOOP("Phenomena", "Table"),
        "letter",
        (Field("labels", QT_TRANSLATE_NOOP("Phenomena", "&Labels in row one"), Entry.SWITCH),),
        extent=Extent.PARAGRAPH,
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
    Phenomenon(
        "person", QT_TRANSLATE_NOOP("Phenomena", "Name of a person"), "style", (IDENTIFIER,)
    ),
    Phenomenon("place", QT_TRANSLATE_NOOP("Phenomena", "Name of a place"), "style", (IDENTIFIER,)),
    Phenomenon("date", QT_TRANSLATE_NOOP("Phenomena", "Date in the text"), "style", (DATE,)),
    Phenomenon(
        "query",
        QT_TRANSLATE_NOOP("Phenomena", "Open query"),
        "reading",
        (Field("question", QT_TRANSLATE_NOOP("Phenomena", "&Question")),),
        needs_text=False,
    ),
    Phenomenon("note", QT_TRANSLATE_NOOP("Phenomena", "Free note"), "reading", needs_text=False),
)

PHENOMENON_BY_NAME: Final[Mapping[str, Phenomenon]] = MappingProxyType(
    {one.name: one for one in PHENOMENA}
)
