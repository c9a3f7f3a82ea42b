"""Reads numbers back whose digits were read as letters or signs: 4D8, 34$, fined 10a."""

import re
from collections.abc import Iterator
from itertools import islice, product
from typing import Final

from corrector.suspicion.anatomy import Kind
from corrector.suspicion.places import Place

_DIGITS: Final = {
    **{digit: digit for digit in "0123456789.,/"},
    **dict.fromkeys("OoQ", "0"), "D": "0", **dict.fromkeys("lIij|!", "1"), "Z": "2",
    "S": "58", "s": "58", "$": "58", "G": "6", "C": "6", "b": "6", "B": "86", "h": "4", "g": "9",
}  # fmt: skip
"""What letters and signs may stand for, likeliest first."""
_MOST: Final = 4
_MERIT: Final = -5.0
_MERIT_BEFORE_COUNTED: Final = -3.5
_LESS_LIKELY: Final = 0.4
_YEAR: Final = re.compile("1[6-9][0-9]{2}")
_MERIT_OF_YEAR: Final = 1.0
_LATE_YEAR: Final = re.compile("1[89][0-9]{2}")
_MERIT_OF_LATE_YEAR: Final = 0.5
_COUNTED_THINGS: Final = frozenset([
    "percent", "per", "cent", "%", "million", "thousand", "hundred", "years", "months", "weeks",
    "days", "hours", "minutes", "dollars", "pounds", "prozent", "millionen", "jahre", "monate",
    "tage", "stunden", "mark", "pour", "millions", "ans", "mois", "jours", "francs", "tons",
    "acres", "miles", "feet", "points", "cents",
])  # fmt: skip
_BROKEN: Final = re.compile(r"(\d+)[\\$|{}'’*^?!Jj]([.,;:]?)")
_THOUSANDS: Final = re.compile(r"(\D*\d{1,3})\.(\d{3}\W*)")
_FRACTIONS: Final = "½¼¾"
_MERIT_OF_FRACTION: Final = -5.0
_SUM: Final = re.compile(r"([\dlIiOoGCSBZ]{1,2})([sdaBJ«»])([.,;:]*)")
_BESIDE: Final = re.compile(r"£\S+|\(?[\dlIiOoGCSBZ]{1,2}[sda«»][.,;:)]*")
_SHILLINGS: Final = frozenset("saB«»")
_PENCE: Final = frozenset("daJ")
_MERIT_OF_SUM: Final = -2.0
_MERIT_OF_SUM_ALONE: Final = -4.5
_STOP: Final = 0.3


def damaged_numbers(place: Place) -> Iterator[tuple[str, float]]:
    """Yield what the whole token of `place` may be if it is a number, with merits."""
    text = place.token.text
    if place.form.anatomy.kind in {Kind.MIXED, Kind.CODE}:
        yield from _numbers(place)
    if found := _THOUSANDS.fullmatch(text):
        yield found[1] + "," + found[2], _MERIT_OF_FRACTION
    if found := _BROKEN.fullmatch(text):
        for at, fraction in enumerate(_FRACTIONS):
            yield found[1] + fraction + found[2], _MERIT_OF_FRACTION - _LESS_LIKELY * at
    if found := _SUM.fullmatch(text):
        yield from _sums(found, place)


def _numbers(place: Place) -> Iterator[tuple[str, float]]:
    """Yield the core with its letters as digits, all that they may be."""
    anatomy = place.form.anatomy
    core = anatomy.core
    if not all(sign in _DIGITS for sign in core) or not any(map(str.isdigit, core)):
        return
    after = place.after.anatomy.word if place.after else ""
    merit = _MERIT_BEFORE_COUNTED if after in _COUNTED_THINGS else _MERIT
    choices = product(*(_DIGITS[sign] for sign in core))
    for at, digits in enumerate(islice(choices, _MOST)):
        number = "".join(digits)
        if number != core:
            more = _MERIT_OF_YEAR * bool(_YEAR.fullmatch(number))
            more += _MERIT_OF_LATE_YEAR * bool(_LATE_YEAR.fullmatch(number))
            yield anatomy.lead + number + anatomy.trail, merit + more - _LESS_LIKELY * at


def _sums(found: re.Match[str], place: Place) -> Iterator[tuple[str, float]]:
    """Yield shillings or pence, with a stop and without."""
    before = place.before.text if place.before else ""
    after = place.after.text if place.after else ""
    is_beside = _BESIDE.fullmatch(before) or _BESIDE.fullmatch(after)
    if not is_beside and not found[1].isdigit():
        return
    merit = _MERIT_OF_SUM if is_beside else _MERIT_OF_SUM_ALONE
    number = "".join(_DIGITS[sign][0] for sign in found[1])
    units = [unit for unit, signs in (("s", _SHILLINGS), ("d", _PENCE)) if found[2] in signs]
    if before.rstrip(".,;:")[-1:] == "s":
        units.reverse()
    for at, unit in enumerate(units):
        for stop in dict.fromkeys((found[3], "." + found[3].lstrip("."))):
            less = _LESS_LIKELY * at + _STOP * (stop != found[3])
            yield number + unit + stop, merit - less
