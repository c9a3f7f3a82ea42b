"""The wishes that a person can have about a format, as a table: names, labels, values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from corrector.errors import UsageError
from corrector.messages import QT_TRANSLATE_NOOP


class Kind(StrEnum):
    """How the value of an option is entered."""

    SWITCH = "switch"
    CHOICE = "choice"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be wished.

    Attributes:
        name: by which the command line and the writers know it.
        label: what a person reads, to be translated.
        kind: how it is entered. A switch is ``yes`` or not there.
        choices: the values of a choice; the first is the one that is meant without a wish.
        profiles: the only ones that it means something in; empty for all.
    """

    name: str
    label: str
    kind: Kind = Kind.SWITCH
    choices: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()


YES: Final = "yes"
Wishes = Mapping[str, str]

NEWLINES: Final = MappingProxyType({"as-imported": "", "lf": "\n", "crlf": "\r\n", "cr": "\r"})
SEPARATORS: Final = MappingProxyType({"form-feed": "\f", "blank-line": "\n\n", "none": "\n"})
"""What stands between two pages that do not come from one file."""

OPTIONS: Final[Mapping[str, tuple[Option, ...]]] = MappingProxyType(
    {
        "txt": (
            Option(
                "newline",
                QT_TRANSLATE_NOOP("Formats", "Line ends"),
                Kind.CHOICE,
                tuple(NEWLINES),
            ),
            Option(
                "encoding",
                QT_TRANSLATE_NOOP("Formats", "Encoding"),
                Kind.CHOICE,
                ("utf-8", "utf-8-sig", "utf-16", "windows-1252", "iso-8859-1"),
            ),
            Option(
                "separator",
                QT_TRANSLATE_NOOP("Formats", "Between pages"),
                Kind.CHOICE,
                tuple(SEPARATORS),
            ),
            Option(
                "formework",
                QT_TRANSLATE_NOOP("Formats", "Stamps, page headers and page numbers"),
                Kind.CHOICE,
                ("left-out", "bracketed"),
                profiles=("reading",),
            ),
            Option("header", QT_TRANSLATE_NOOP("Formats", "Begin with where the text comes from")),
            Option("changes", QT_TRANSLATE_NOOP("Formats", "A table of all corrections beside it")),
        ),
        "tei": (
            Option("word-zones", QT_TRANSLATE_NOOP("Formats", "Places of the words on the scan")),
            Option("confidences", QT_TRANSLATE_NOOP("Formats", "How sure the machine was")),
            Option("initials", QT_TRANSLATE_NOOP("Formats", "Initials instead of names")),
            Option(
                "schema", QT_TRANSLATE_NOOP("Formats", "Check with this RELAX NG schema"), Kind.FILE
            ),
            Option("changes", QT_TRANSLATE_NOOP("Formats", "A table of all corrections beside it")),
        ),
    }
)
"""The options of each format that has some."""


def checked_wishes(format_name: str, wishes: Wishes) -> Wishes:
    """Return `wishes` without those that mean nothing.

    Raises:
        UsageError: if the format has no such option, or the option no such value.
    """
    known = {option.name: option for option in OPTIONS.get(format_name, ())}
    for name, value in wishes.items():
        if name not in known:
            raise UsageError(
                QT_TRANSLATE_NOOP(
                    "Formats",
                    "The format “{format}” has no option “{option}”. It has: {options}. "
                    "Nothing was written.",
                ),
                format=format_name,
                option=name,
                options=", ".join(known) or "-",
            )
        allowed = (YES, "") if known[name].kind is Kind.SWITCH else known[name].choices
        if allowed and value not in allowed:
            raise UsageError(
                QT_TRANSLATE_NOOP(
                    "Formats",
                    "“{value}” is no value of “{option}”. It can be: {values}. "
                    "Nothing was written.",
                ),
                value=value,
                option=name,
                values=", ".join(one for one in allowed if one),
            )
    return {name: value for name, value in wishes.items() if value}
