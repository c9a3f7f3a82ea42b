"""What may be wrong with what is said of a document: dates and languages in words of their own."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from corrector.messages import QT_TRANSLATE_NOOP, Message, message

DATES: Final = ("date", "date-received")
LANGUAGE: Final = "language"

_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
"""ISO 8601: a year, a month or a day."""
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""BCP 47 without its rarer forms: two or three letters, then subtags."""
_BETWEEN: Final = re.compile(r"[\s,;+]+")


def doubts_about(said: Mapping[str, str]) -> Mapping[str, Message]:
    """Return a sentence for each field whose value programs will not understand, by its name.

    Nothing hinders such a value: people may well say “about 1939”.
    """
    found = {name: _date_doubt(said.get(name, "")) for name in DATES}
    found[LANGUAGE] = _language_doubt(said.get(LANGUAGE, ""))
    return {name: doubt for name, doubt in found.items() if doubt is not None}


def _date_doubt(said: str) -> Message | None:
    if not said.strip() or _is_date(said.strip()):
        return None
    return message(
        QT_TRANSLATE_NOOP(
            "Descriptions",
            "“{value}” is no date like 1939-05-19, 1939-05 or 1939. It is kept in these words, "
            "which programs cannot sort.",
        ),
        value=said.strip(),
    )


def _is_date(said: str) -> bool:
    found = _DATE.fullmatch(said)
    if found is None:
        return False
    try:
        date(*(int(part or 1) for part in found.groups()))
    except ValueError:  # such as February 30
        return False
    return True


def _language_doubt(said: str) -> Message | None:
    odd = [one for one in _BETWEEN.split(said) if one and not _LANGUAGE.fullmatch(one)]
    if not odd:
        return None
    return message(
        QT_TRANSLATE_NOOP(
            "Descriptions",
            "“{value}” is no language code like en, de or fr-CA. It is kept, but left out of TEI.",
        ),
        value=odd[0],
    )
