"""What a phenomenon is: its name, its fields, what it is said of, what becomes of it in texts."""

from dataclasses import dataclass
from enum import StrEnum


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
    LINE_START = "line start"


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
        read_as: the field that says what the reading text has in place of its text, if any.
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
    read_as: str = ""
