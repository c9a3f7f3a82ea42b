"""Finds a date in the words of a stamp and writes it as ISO 8601, where it has one meaning only."""

import re
from typing import Final

_MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_NAMED: Final = re.compile(
    r"\b(?:(?P<before>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<month>[A-Za-z]{3,9})\.?"
    r"(?:\s+(?P<after>\d{1,2})(?:st|nd|rd|th)?)?,?\s+(?P<year>1[5-9]\d\d|20\d\d)\b"
)
_GERMAN: Final = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(1[5-9]\d\d|20\d\d)\b")
_ISO: Final = re.compile(r"\b(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")
_DAYS: Final = 31
_MONTHS_OF_YEAR: Final = 12


def date_in(words: str) -> str:
    """Return the date in `words`; empty where there is none, or one of two meanings (3/4/08)."""
    iso = _ISO.search(words)
    if iso is not None:
        return iso[0]
    for found in _NAMED.finditer(words):
        month = found["month"].lower()[:3]
        if month in _MONTHS:
            day = found["before"] or found["after"] or ""
            return _written(found["year"], _MONTHS.index(month) + 1, int(day) if day else None)
    german = _GERMAN.search(words)
    if german is not None and int(german[2]) <= _MONTHS_OF_YEAR:
        return _written(german[3], int(german[2]), int(german[1]))
    return ""


def _written(year: str, month: int, day: int | None) -> str:
    if day is None:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{day:02}" if 1 <= day <= _DAYS else ""
