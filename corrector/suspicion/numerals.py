"""Reads numbers back in which letters stand for digits: l2, 1O, 31sl."""

import re
from collections.abc import Iterator
from typing import Final

from corrector.suspicion.anatomy import Kind
from corrector.suspicion.evidence.shape import as_number
from corrector.suspicion.places import Place

_ORDINAL: Final = re.compile(r"([\dOolIiSB|]*\d[\dOolIiSB|]*)([^\W_]{2})|([SlI])(th|st)")
_ENDINGS: Final = {"1": "st", "2": "nd", "3": "rd"}
_TEENS: Final = ("11", "12", "13")
_MERIT_OF_ORDINAL: Final = -4.0
_MERIT: Final = -5.0
_MERIT_BEFORE_COUNTED: Final = -3.5
_ENGLISH: Final = "en"
_COUNTED_THINGS: Final = frozenset([
    "percent", "per", "cent", "%", "million", "thousand", "hundred", "years", "months", "weeks",
    "days", "hours", "minutes", "dollars", "pounds", "prozent", "millionen", "jahre", "monate",
    "tage", "stunden", "mark", "pour", "millions", "ans", "mois", "jours", "francs",
])  # fmt: skip


def numerals(place: Place, language: str) -> Iterator[tuple[str, float]]:
    """Yield the core of a token as the number that it may be, with merits.

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
    """Yield the core as a number where it mixes digits with letters that look like digits."""
    form = place.form
    if form.anatomy.kind not in {Kind.MIXED, Kind.CODE}:
        return
    number = as_number(form.anatomy.core)
    if number != form.anatomy.core and number.replace(",", "").replace(".", "").isdigit():
        after = place.after.anatomy.word if place.after else ""
        yield number, _MERIT_BEFORE_COUNTED if after in _COUNTED_THINGS else _MERIT
