"""Takes a token apart: what stands before the word, the word, what stands after, and its kind."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

_ROMAN: Final = re.compile(r"(?=[IVXLCDM])M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,4})")
_NUMBER: Final = re.compile(
    r"\d+([.,:/'’\-–]\d+)*(st|nd|rd|th|d|s|er|re|e|ème|eme|te|ten|ter|'s|’s)?", re.IGNORECASE
)
_SECTION: Final = re.compile(r"\d+(\.\d+)*\((\d{1,2}|[a-z]|[ivx]{1,4})")
"""Of a law or an order: 1.5(b), whose last mark is none of its core."""
_MEASURE: Final = re.compile(
    r"\d+([.,/½¼¾]\d*)*(ft|yds?|lbs?|oz|cwt|qrs?|dwt|mm|cm|km|kg|hp|mph|ins|min|sec|hrs?|vo|to|mo|a\.m|p\.m)"
)
"""Numbers with their unit (6ft, 28lbs, 10a.m), and sizes of books (4to, 8vo)."""
_INITIALS: Final = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_ORDINAL: Final = re.compile("[SlI]th|lst")
"""A letter read for a digit: Sth, lst."""
_CODE: Final = re.compile(r"[A-Z]{1,3}[.\-]?\d{1,5}|\d{1,4}[.\-]?[A-Za-z]")
APOSTROPHES: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "ſ": "s"})
_DOUBLED: Final = re.compile("'{2,}")
STOP_AND_DASH: Final = re.compile(r"(?<=[^\W\d_]{2})[.,;:?!][-–—]+")
"""Inside a token; print sets a dash between sentences without blanks (at noon.-The ship)."""
_BETWEEN: Final = re.compile(rf"{STOP_AND_DASH.pattern}|[-–—/]+")
_LONGEST_WORD: Final = 40
"""Letters; longer runs are taken for debris and never looked up letter by letter."""


class Kind(Enum):
    """What sort of token this is, by its characters alone."""

    WORD = "word"
    NUMBER = "number"
    ROMAN = "roman"
    INITIALS = "initials"
    CODE = "code"
    MIXED = "mixed"
    MARKS = "marks"


RIGHT_BY_SHAPE: Final = frozenset({Kind.NUMBER, Kind.INITIALS, Kind.ROMAN})
"""Kinds that no word list can confirm, and that need none."""


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The parts of a token: `lead + core + trail` is the whole token.

    Attributes:
        lead: marks before the first letter or digit.
        core: from the first letter or digit to the last; empty where there is none.
        trail: marks after the last letter or digit.
        kind: what sort of token it is.
        word: the core in small letters with straight apostrophes, for looking it up.
        parts: `word` without the hyphens, dashes and strokes between its parts, and without
            stops before dashes.
    """

    lead: str
    core: str
    trail: str
    kind: Kind
    word: str
    parts: tuple[str, ...]


@lru_cache(maxsize=100_000)
def anatomy_of(token: str) -> Anatomy:
    """Return the parts of `token`."""
    start, end = 0, len(token)
    while start < end and not token[start].isalnum():
        start += 1
    while end > start and not token[end - 1].isalnum():
        end -= 1
    core = token[start:end]
    word = _DOUBLED.sub("'", core.lower().translate(APOSTROPHES))
    parts = tuple(part for part in _BETWEEN.split(word) if part)
    return Anatomy(token[:start], core, token[end:], _kind(core), word, parts)


def _kind(core: str) -> Kind:
    if not core:
        return Kind.MARKS
    if core.isalpha():
        return _kind_of_letters(core)
    if _NUMBER.fullmatch(core) or _MEASURE.fullmatch(core) or _SECTION.fullmatch(core):
        return Kind.NUMBER
    if _INITIALS.fullmatch(core):
        return Kind.INITIALS
    if any(sign.isdigit() for sign in core):
        return _kind_with_digits(core)
    return Kind.WORD


def _kind_of_letters(core: str) -> Kind:
    """Return the kind of a token of nothing but letters, as most are."""
    if len(core) > 1 and (_ROMAN.fullmatch(core) or (core.islower() and _small_roman(core))):
        return Kind.ROMAN
    return Kind.MIXED if _ORDINAL.fullmatch(core) else Kind.WORD


def _small_roman(core: str) -> bool:
    return set(core) <= set("ivx") and _ROMAN.fullmatch(core.upper()) is not None


def _kind_with_digits(core: str) -> Kind:
    pieces = [piece for piece in re.split(r"[-–—/.,:]", core) if piece]
    sound = all(piece.isdigit() or piece.isalpha() or _CODE.fullmatch(piece) for piece in pieces)
    return Kind.CODE if sound or _CODE.fullmatch(core) else Kind.MIXED


def is_lookable(word: str) -> bool:
    """Tell whether `word` is short enough to be compared with word lists."""
    return 0 < len(word) <= _LONGEST_WORD
