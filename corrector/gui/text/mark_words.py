"""Says an editorial mark in words: its name, what was said of it, who said so and when."""

from collections.abc import Mapping
from html import escape
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

from corrector.gui.wording import local_time
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.text.marks import Mark
from corrector.text.phenomena import PHENOMENON_BY_NAME
from corrector.text.phenomenon import Entry, Field

_CONTEXT: Final = "Phenomena"
_VALUES: Final = (
    QT_TRANSLATE_NOOP("Phenomena", "illegible"),
    QT_TRANSLATE_NOOP("Phenomena", "faded"),
    QT_TRANSLATE_NOOP("Phenomena", "covered"),
    QT_TRANSLATE_NOOP("Phenomena", "blurred"),
    QT_TRANSLATE_NOOP("Phenomena", "overtyped"),
    QT_TRANSLATE_NOOP("Phenomena", "lost"),
    QT_TRANSLATE_NOOP("Phenomena", "omitted"),
    QT_TRANSLATE_NOOP("Phenomena", "damage"),
    QT_TRANSLATE_NOOP("Phenomena", "medium"),
    QT_TRANSLATE_NOOP("Phenomena", "high"),
    QT_TRANSLATE_NOOP("Phenomena", "low"),
    QT_TRANSLATE_NOOP("Phenomena", "unknown"),
    QT_TRANSLATE_NOOP("Phenomena", "lines"),
    QT_TRANSLATE_NOOP("Phenomena", "words"),
    QT_TRANSLATE_NOOP("Phenomena", "characters"),
    QT_TRANSLATE_NOOP("Phenomena", "paragraphs"),
    QT_TRANSLATE_NOOP("Phenomena", "pages"),
    QT_TRANSLATE_NOOP("Phenomena", "above"),
    QT_TRANSLATE_NOOP("Phenomena", "below"),
    QT_TRANSLATE_NOOP("Phenomena", "inline"),
    QT_TRANSLATE_NOOP("Phenomena", "margin-left"),
    QT_TRANSLATE_NOOP("Phenomena", "margin-right"),
    QT_TRANSLATE_NOOP("Phenomena", "top"),
    QT_TRANSLATE_NOOP("Phenomena", "bottom"),
    QT_TRANSLATE_NOOP("Phenomena", "overleaf"),
    QT_TRANSLATE_NOOP("Phenomena", "strikethrough"),
    QT_TRANSLATE_NOOP("Phenomena", "erased"),
    QT_TRANSLATE_NOOP("Phenomena", "declassification"),
    QT_TRANSLATE_NOOP("Phenomena", "received"),
    QT_TRANSLATE_NOOP("Phenomena", "photocopy"),
    QT_TRANSLATE_NOOP("Phenomena", "other"),
    QT_TRANSLATE_NOOP("Phenomena", "article"),
    QT_TRANSLATE_NOOP("Phenomena", "advertisement"),
    QT_TRANSLATE_NOOP("Phenomena", "continuation"),
    QT_TRANSLATE_NOOP("Phenomena", "enclosure"),
    QT_TRANSLATE_NOOP("Phenomena", "letter"),
    QT_TRANSLATE_NOOP("Phenomena", "section"),
    QT_TRANSLATE_NOOP("Phenomena", "water"),
    QT_TRANSLATE_NOOP("Phenomena", "fire"),
    QT_TRANSLATE_NOOP("Phenomena", "tear"),
    QT_TRANSLATE_NOOP("Phenomena", "fold"),
    QT_TRANSLATE_NOOP("Phenomena", "mould"),
    QT_TRANSLATE_NOOP("Phenomena", "ink"),
    QT_TRANSLATE_NOOP("Phenomena", "punch"),
    QT_TRANSLATE_NOOP("Phenomena", "rubbing"),
)
"""The values of choices, for translators; in the record they stand as they are here."""

_GROUPS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "reading": QT_TRANSLATE_NOOP("Phenomena", "Reading"),
        "change": QT_TRANSLATE_NOOP("Phenomena", "Changes on the page"),
        "stamp": QT_TRANSLATE_NOOP("Phenomena", "Stamps"),
        "form": QT_TRANSLATE_NOOP("Phenomena", "Page furniture"),
        "letter": QT_TRANSLATE_NOOP("Phenomena", "Parts of the text"),
        "style": QT_TRANSLATE_NOOP("Phenomena", "Script, language, names"),
    }
)


def kind_word(kind: str) -> str:
    """Return the person's word for a kind of mark."""
    known = PHENOMENON_BY_NAME.get(kind)
    return _said(known.label) if known is not None else kind


def group_word(group: str) -> str:
    """Return the person's word for a group of kinds."""
    return _said(_GROUPS[group])


def field_label(field: Field) -> str:
    """Return what the form says for a field, with a mnemonic."""
    return _said(field.label)


def value_word(value: str) -> str:
    """Return the person's word for a value that is chosen; others are the person's own."""
    return _said(value) if value in _VALUES else value


def fields_words(mark: Mark) -> str:
    """Return the fields of a mark in one line; empty where nothing was said."""
    known = PHENOMENON_BY_NAME.get(mark.kind)
    if known is None:
        return ", ".join(f"{name}: {value}" for name, value in mark.fields)
    said = (_field_words(field, mark.value(field.name)) for field in known.fields)
    return ", ".join(words for words in said if words)


def in_words(mark: Mark) -> str:
    """Return kind, fields and note of a mark in one line."""
    said = fields_words(mark)
    head = f"{kind_word(mark.kind)} ({said})" if said else kind_word(mark.kind)
    return f"{head}: {mark.note}" if mark.note else head


def signed(mark: Mark) -> str:
    """Return who said so and when."""
    return ", ".join(part for part in (mark.author, local_time(mark.time)) if part)


def explained(mark: Mark) -> str:
    """Return all that is known of a mark as rich text, for tooltips."""
    lines = [f"<b>{escape(kind_word(mark.kind))}</b>", escape(fields_words(mark))]
    lines += [escape(mark.note).replace("\n", "<br>"), escape(signed(mark))]
    return "<br>".join(line for line in lines if line)


def _field_words(field: Field, value: str) -> str:
    if not value:
        return ""
    label = field_label(field).replace("&", "")
    if field.entry is Entry.SWITCH:
        return label.lower()
    return f"{label.lower()}: {value_word(value)}"


def _said(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
