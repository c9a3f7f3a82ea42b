"""Tells whether a typist sets blanks before marks, as French ones do: they are no specks then."""

from collections.abc import Sequence
from typing import Final

from corrector.suspicion.places import Place

_MARKS: Final = frozenset(".,;:!?")
_FEWEST: Final = 5
_LEAST_SHARE: Final = 0.2
"""Of all such marks in the text; specks are hardly a tenth, and stand at edges."""
_SHORTEST_WORD: Final = 2


def mark_usual_lone_marks(places: Sequence[Place]) -> None:
    """Say of marks that stand alone behind words whether the whole text has them so."""
    lone = [place for place in places if place.form.text in _MARKS and _is_behind_word(place)]
    if len(lone) < _FEWEST:
        return
    attached = sum(_ends_in_mark(place) for place in places)
    if len(lone) >= _LEAST_SHARE * (len(lone) + attached):
        for place in lone:
            place.usual_mark = True


def _ends_in_mark(place: Place) -> bool:
    anatomy = place.form.anatomy
    return bool(anatomy.core) and anatomy.trail[-1:] in _MARKS


def _is_behind_word(place: Place) -> bool:
    before = place.before
    if place.first or before is None or before.anatomy.trail:
        return False
    return len(before.anatomy.core) >= _SHORTEST_WORD
