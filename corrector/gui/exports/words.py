"""The person's words for what can be chosen in an export, and keys for what has none."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

from corrector.messages import QT_TRANSLATE_NOOP

_VALUES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "as-imported": QT_TRANSLATE_NOOP("ExportWords", "as in the imported file"),
        "lf": QT_TRANSLATE_NOOP("ExportWords", "LF (Linux, macOS)"),
        "crlf": QT_TRANSLATE_NOOP("ExportWords", "CR LF (Windows)"),
        "cr": QT_TRANSLATE_NOOP("ExportWords", "CR (old Macintosh)"),
        "utf-8": QT_TRANSLATE_NOOP("ExportWords", "as the profile says"),
        "utf-8-sig": QT_TRANSLATE_NOOP("ExportWords", "UTF-8 with byte order mark"),
        "utf-16": QT_TRANSLATE_NOOP("ExportWords", "UTF-16"),
        "windows-1252": QT_TRANSLATE_NOOP("ExportWords", "Windows-1252"),
        "iso-8859-1": QT_TRANSLATE_NOOP("ExportWords", "ISO 8859-1"),
        "form-feed": QT_TRANSLATE_NOOP("ExportWords", "a form feed"),
        "blank-line": QT_TRANSLATE_NOOP("ExportWords", "an empty line"),
        "none": QT_TRANSLATE_NOOP("ExportWords", "nothing"),
        "left-out": QT_TRANSLATE_NOOP("ExportWords", "left out"),
        "bracketed": QT_TRANSLATE_NOOP("ExportWords", "in brackets"),
    }
)
_UNITS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "as-imported": QT_TRANSLATE_NOOP("ExportWords", "each imported file"),
        "page": QT_TRANSLATE_NOOP("ExportWords", "each page"),
        "document": QT_TRANSLATE_NOOP("ExportWords", "each document"),
        "collection": QT_TRANSLATE_NOOP("ExportWords", "everything together"),
    }
)


def value_words(value: str) -> str:
    """Return what a person reads for a value of an option."""
    return _words(_VALUES, value)


def unit_words(unit: str) -> str:
    """Return what a person reads for what goes into one file."""
    return _words(_UNITS, unit)


def format_words(text: str) -> str:
    """Return a title or label of the table of formats in the person's language."""
    return QCoreApplication.translate("Formats", text)


def with_mnemonic(text: str, taken: set[str]) -> str:
    """Return `text` with its first letter that is not `taken` underlined, and take that letter."""
    plain = text.replace("&", "&&")
    for place, letter in enumerate(plain):
        if letter.isascii() and letter.isalpha() and letter.lower() not in taken:
            taken.add(letter.lower())
            return f"{plain[:place]}&{plain[place:]}"
    return plain


def _words(table: Mapping[str, str], value: str) -> str:
    return QCoreApplication.translate("ExportWords", table.get(value, value))
