"""Part of the signal `shape`: shillings and pence whose digits were read as letters (Is 6d)."""

import re
from typing import Final

from corrector.suspicion.evidence.features import Features
from corrector.suspicion.places import Place

_MISREAD: Final = re.compile(r"([Il]{1,2}|U|[Il]\d|\d[Il])([sd])")
_PENCE: Final = re.compile(r"[\dIl]{1,2}[½¼¾]?d")
_POUNDS_OR_SHILLINGS: Final = re.compile(r"[\d,]+|[\dIl]{1,2}s")
_LONGEST: Final = 3
_DIGITS: Final = str.maketrans({"I": "1", "l": "1", "U": "11"})


def of_place(place: Place) -> Features:
    """Return whether letters stand for the digits of a price."""
    return {"shape.price": 1.0} if price_of(place) else {}


def price_of(place: Place) -> str:
    """Return the price that the core of the token is a misreading of, or an empty string.

    A price stands beside it: pence behind shillings, pounds or shillings before.
    """
    core = place.form.anatomy.core
    if len(core) > _LONGEST or not (found := _MISREAD.fullmatch(core)):
        return ""
    before = place.before.anatomy.core if place.before else ""
    after = place.after.anatomy.core if place.after else ""
    beside = _PENCE.fullmatch(after) if found[2] == "s" else _POUNDS_OR_SHILLINGS.fullmatch(before)
    pounds = place.before is not None and place.before.anatomy.lead.endswith("£")
    return found[1].translate(_DIGITS) + found[2] if beside or pounds else ""
