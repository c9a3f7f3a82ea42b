"""Mends numbers with their marks and units: sums of money, fractions, thousands (10a., 34$)."""

import re
from collections.abc import Iterator
from typing import Final

from corrector.suspicion.numerals import DIGITS
from corrector.suspicion.places import Place

_BROKEN: Final = re.compile(r"(\d+)[\\$|{}'’*^?!Jj]([.,;:]?)")
"""A number with one sign that no number has: fractions are small, and mostly lost."""
_FRACTIONS: Final = "½¼¾"
_MERIT_OF_FRACTION: Final = -5.0
_THOUSANDS: Final = re.compile(r"(\D*\d{1,3})\.(\d{3}\W*)")
_MERIT_OF_THOUSANDS: Final = -5.0
_SUM: Final = re.compile(r"([\dlIiOoGCSBZ]{1,2})([sdaBJ«»])([.,;:]*)")
_BESIDE: Final = re.compile(r"£\S+|\(?[\dlIiOoGCSBZ]{1,2}[sda«»][.,;:)]*")
"""Another sum of money, read soundly or not."""
_SHILLINGS: Final = frozenset("saB«»")
_PENCE: Final = frozenset("daJ")
"""What s and d behind a number are read as."""
_MERIT_OF_SUM: Final = -2.0
_MERIT_OF_SUM_ALONE: Final = -4.5
_LESS_LIKELY: Final = 0.4
"""How much less probable each further reading is ..."""
_STOP: Final = 0.3
"""... and one with a stop that was not read."""


def damaged_numbers(place: Place) -> Iterator[tuple[str, float]]:
    """Yield what the whole token of `place` may be if it is a number, with merits."""
    text = place.token.text
    if found := _THOUSANDS.fullmatch(text):
        yield found[1] + "," + found[2], _MERIT_OF_THOUSANDS
    if found := _BROKEN.fullmatch(text):
        for at, fraction in enumerate(_FRACTIONS):
            yield found[1] + fraction + found[2], _MERIT_OF_FRACTION - _LESS_LIKELY * at
    if found := _SUM.fullmatch(text):
        yield from _sums(found, place)


def _sums(found: re.Match[str], place: Place) -> Iterator[tuple[str, float]]:
    """Yield shillings or pence, with a stop and without."""
    before = place.before.text if place.before else ""
    after = place.after.text if place.after else ""
    is_beside = _BESIDE.fullmatch(before) or _BESIDE.fullmatch(after)
    if not is_beside and not found[1].isdigit():
        return
    merit = _MERIT_OF_SUM if is_beside else _MERIT_OF_SUM_ALONE
    number = "".join(DIGITS[sign][0] for sign in found[1])
    units = [unit for unit, signs in (("s", _SHILLINGS), ("d", _PENCE)) if found[2] in signs]
    if before.rstrip(".,;:")[-1:] == "s":
        units.reverse()
    for at, unit in enumerate(units):
        for stop in dict.fromkeys((found[3], "." + found[3].lstrip("."))):
            less = _LESS_LIKELY * at + _STOP * (stop != found[3])
            yield number + unit + stop, merit - less
