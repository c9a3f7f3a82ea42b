"""Puts the data's words into the person's language: messages, origins, causes, times."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from corrector.messages import QT_TRANSLATE_NOOP, Message, filled

_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "imported": QT_TRANSLATE_NOOP("Words", "imported"),
        "recognised": QT_TRANSLATE_NOOP("Words", "recognised"),
        "typed": QT_TRANSLATE_NOOP("Words", "typed"),
        "candidate": QT_TRANSLATE_NOOP("Words", "candidate taken"),
        "series": QT_TRANSLATE_NOOP("Words", "series"),
        "restored": QT_TRANSLATE_NOOP("Words", "restored"),
        "merged": QT_TRANSLATE_NOOP("Words", "merged"),
        "proposal": QT_TRANSLATE_NOOP("Words", "proposal taken"),
        "tool": QT_TRANSLATE_NOOP("Words", "text tool"),
        "misread-character": QT_TRANSLATE_NOOP("Words", "misread character"),
        "split": QT_TRANSLATE_NOOP("Words", "word split"),
        "joined": QT_TRANSLATE_NOOP("Words", "words joined"),
        "inserted-noise": QT_TRANSLATE_NOOP("Words", "noise removed"),
        "omitted": QT_TRANSLATE_NOOP("Words", "omission filled"),
        "case": QT_TRANSLATE_NOOP("Words", "case"),
        "punctuation": QT_TRANSLATE_NOOP("Words", "punctuation"),
        "source-error": QT_TRANSLATE_NOOP("Words", "error in the source"),
        "editorial": QT_TRANSLATE_NOOP("Words", "editorial"),
        "high": QT_TRANSLATE_NOOP("Words", "high"),
        "medium": QT_TRANSLATE_NOOP("Words", "medium"),
        "low": QT_TRANSLATE_NOOP("Words", "low"),
        "unknown": QT_TRANSLATE_NOOP("Words", "not said"),
        "confirmed": QT_TRANSLATE_NOOP("Words", "confirmed"),
        "error in the source": QT_TRANSLATE_NOOP("Words", "error in the source"),
        "its text is another by now": QT_TRANSLATE_NOOP("Words", "its text is another by now"),
        "it has unsaved typing": QT_TRANSLATE_NOOP("Words", "it has unsaved typing"),
        "somebody else edits it": QT_TRANSLATE_NOOP("Words", "somebody else edits it"),
        "it could not be saved": QT_TRANSLATE_NOOP("Words", "it could not be saved"),
        "it was not reached": QT_TRANSLATE_NOOP("Words", "it was not reached"),
        "not started": QT_TRANSLATE_NOOP("Words", "not started"),
        "in progress": QT_TRANSLATE_NOOP("Words", "in progress"),
        "problem": QT_TRANSLATE_NOOP("Words", "problem"),
        "proofread": QT_TRANSLATE_NOOP("Words", "proofread"),
        "validated": QT_TRANSLATE_NOOP("Words", "validated"),
        "blank": QT_TRANSLATE_NOOP("Words", "blank"),
        "marks-before-word": QT_TRANSLATE_NOOP("Words", "before a word"),
        "marks-before-capital": QT_TRANSLATE_NOOP("Words", "before a capital"),
        "marks-before-small": QT_TRANSLATE_NOOP("Words", "before a small letter"),
        "marks-line-end": QT_TRANSLATE_NOOP("Words", "at the end of a line"),
    }
)


_CONTEXTS: Final = ("Errors", "Reasons", "Scans", "Opening", "Formats")
"""Under these the rooms that know no window collect their sentences."""


def worded(message: Message, context: str = "") -> str:
    """Return the whole sentence of `message` in the person's language.

    Args:
        message: template and values.
        context: the translation context under which the template was collected, where known;
            otherwise every context of the rooms without a window is tried.
    """
    for known in (context,) if context else _CONTEXTS:
        template = QCoreApplication.translate(known, message.template)
        if template != message.template:
            return filled(template, message.values)
    return str(message)


def word(value: StrEnum) -> str:
    """Return the person's word for an origin, a cause, a certainty, a status or a place."""
    return QCoreApplication.translate("Words", _WORDS.get(value.value, value.value))


def local_time(time: str) -> str:
    """Return an ISO 8601 time with zone as the person's clock and locale write it.

    What is no such time is returned as it stands: an old record must not become unreadable.
    """
    try:
        moment = datetime.fromisoformat(time).astimezone()
    except ValueError:
        return time
    shown = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(shown, QLocale.FormatType.ShortFormat)


def visible(text: str) -> str:
    """Return a short `text` with signs for blanks that could not be seen, for lists and labels."""
    signs = {"\n": "↵", "\t": "⇥", "\u00a0": "⍽", "\u2028": "↲", "\u2029": "¶", "\u00ad": "‧"}
    return "".join(signs.get(character, character) for character in text)
