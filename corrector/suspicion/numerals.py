"""Reads numbers back in which letters and signs stand for digits: l2, 1O, 4D8, 34$, 31sl."""

import re
from collections.abc import Iterator
from itertools import islice, product
from typing import Final

from corrector.suspicion.anatomy import Kind
from corrector.suspicion.evidence.shape import as_number
from corrector.suspicion.places import Place

DIGITS: Final = {
    **{digit: digit for digit in "0123456789.,/"},
    **dict.fromkeys("OoQ", "0"), "D": "0", **dict.fromkeys("lIij|!", "1"), "Z": "2",
    "S": "58", "s": "58", "$": "58", "G": "6", "C": "6", "b": "6", "B": "86", "h": "4", "g": "9",
}  # fmt: skip
"""What letters and signs in a number may stand for by their shapes, likeliest first."""
_MOST: Final = 4
"""Readings of one number; a token with more doubtful digits is hardly one."""
_LESS_LIKELY: Final = 0.4
"""How much less probable each further reading is."""
_ORDINAL: Final = re.compile(r"([\dOolIiSB|]*\d[\dOolIiSB|]*)([^\W_]{2})|([SlI])(th|st)")
_ENDINGS: Final = {"1": "st", "2": "nd", "3": "rd"}
_TEENS: Final = ("11", "12", "13")
_MERIT_OF_ORDINAL: Final = -4.0
_MERIT: Final = -5.0
_MERIT_BEFORE_COUNTED: Final = -3.5
_YEAR: Final = re.compile("1[6-9][0-9]{2}")
_MERIT_OF_YEAR: Final = 1.0
_LATE_YEAR: Final = re.compile("1[89][0-9]{2}")
_MERIT_OF_LATE_YEAR: Final = 0.5
"""What it adds that a number is a year, and one of those that most texts are about."""
_ENGLISH: Final = "en"
_COUNTED_THINGS: Final = frozenset([
    "percent", "per", "cent", "%", "million", "thousand", "hundred", "years", "months", "weeks",
    "days", "hours", "minutes", "dollars", "pounds", "prozent", "millionen", "jahre", "monate",
    "tage", "stunden", "mark", "pour", "millions", "ans", "mois", "jours", "francs", "tons",
    "acres", "miles", "feet", "points", "cents",
])  # fmt: skip
"""What stands behind numbers, in English, German and French."""


def numerals(place: Place, language: str) -> Iterator[tuple[str, float]]:
    """Yield the core of a token as the numbers that it may be, with merits.

    Args:
        place: the suspected token.
        language: the main one (ISO 639-1); ordinals are known in English.
    """
    yield from _numbers(place)
    if language == _ENGLISH:
        yield from _ordinals(place.form.anatomy.core)


def _ordinals(core: str) -> Iterator[tuple[str, float]]:
    """Yield the core as an ordinal, if at most one of the two letters behind its number differs."""
    found = _ORDINAL.fullmatch(core)
    if not found:
        return
    number, read = as_number(found[1] or found[3]), (found[2] or found[4]).lower()
    ending = "th" if number[-2:] in _TEENS else _ENDINGS.get(number[-1], "th")
    if read[0] == ending[0] or read[1] == ending[1]:
        yield number + ending, _MERIT_OF_ORDINAL


def _numbers(place: Place) -> Iterator[tuple[str, float]]:
    """Yield the core as numbers where it mixes digits with letters that look like digits."""
    core = place.form.anatomy.core
    if place.form.anatomy.kind not in {Kind.MIXED, Kind.CODE} or not DIGITS.keys() >= set(core):
        return
    after = place.after.anatomy.word if place.after else ""
    merit = _MERIT_BEFORE_COUNTED if after in _COUNTED_THINGS else _MERIT
    choices = product(*(DIGITS[sign] for sign in core))
    for at, digits in enumerate(islice(choices, _MOST)):
        number = "".join(digits)
        if number != core:
            more = _MERIT_OF_YEAR * bool(_YEAR.fullmatch(number))
            more += _MERIT_OF_LATE_YEAR * bool(_LATE_YEAR.fullmatch(number))
            yield number, merit + more - _LESS_LIKELY * at
