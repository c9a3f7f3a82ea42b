"""Judges whether a token is mere noise, so that nothing should stand in its place."""

from typing import Final

from corrector.suspicion.evidence import script
from corrector.suspicion.forms import Case
from corrector.suspicion.places import Place

_NUMBER_OF_LIST: Final = -4.6
_FEW: Final = 3
MUCH_ODDITY: Final = 0.3
"""Share of odd tokens around from which short ones may be debris."""
_SHORT_LINE: Final = 2
_MOSTLY: Final = 0.8


def merit_of_nothing(place: Place) -> float:
    """Return how probable it is that nothing stands at `place`, as a decimal logarithm."""
    form = place.form
    if not form.anatomy.core:
        return -2.0
    if any(name in script.of_form(form) for name in ("script.foreign", "script.accent_alone")):
        return -2.5
    if len(form.anatomy.core) == 1:
        return _merit_without_letter(place)
    few = len(form.anatomy.core) <= _FEW and (
        place.oddity_near > MUCH_ODDITY or place.line_tokens <= _SHORT_LINE
    )
    return -7.0 if few else -9.5 if len(form.anatomy.core) <= _FEW + 1 else -11.5


def _merit_without_letter(place: Place) -> float:
    if place.form.anatomy.word.isdigit() and place.form.anatomy.trail[:1] in {".", ","}:
        return _NUMBER_OF_LIST
    at_edge = place.first or place.last
    if at_edge and (place.line_tokens <= _SHORT_LINE or not place.form.anatomy.word.isalpha()):
        return -2.5
    odd_case = place.form.case is Case.SMALL and place.capitals > _MOSTLY
    if at_edge or odd_case:
        return -3.2 if odd_case else -4.5
    return -5.5 if place.form.case is Case.SMALL else -6.5
