"""Offers &, shillings and pence, and the word I for what was read in their stead."""

from collections.abc import Iterator
from typing import Final

from corrector.suspicion.evidence.prices import price_of
from corrector.suspicion.evidence.symbols import is_misread_ampersand
from corrector.suspicion.forms import Case
from corrector.suspicion.places import Place

_MERIT: Final = -1.0
"""Better than any word: what stands beside leaves hardly anything else."""
_ENGLISH: Final = "en"
_MERIT_OF_I: Final = -3.0
"""Of the word I for the digit, before a word in small letters ..."""
_BEFORE_CAPITAL: Final = 2.0
"""... and how much less it is before others, which numbers have, too."""


def misread_signs(place: Place, language: str) -> Iterator[tuple[str, float]]:
    """Yield what the token of `place` may be instead of a word, with merits.

    Args:
        place: the suspected token.
        language: the main one (ISO 639-1); I is a word in English.
    """
    if is_misread_ampersand(place):
        yield "&", _MERIT
    if price := price_of(place):
        yield place.form.anatomy.lead + price + place.form.anatomy.trail, _MERIT
    if language == _ENGLISH and place.form.text == "1" and place.after and place.after.is_word:
        yield "I", _MERIT_OF_I if place.after.case is Case.SMALL else _MERIT_OF_I - _BEFORE_CAPITAL
