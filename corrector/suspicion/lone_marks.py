"""Tells whether a typist sets blanks before marks, as French ones do: they are no specks then.

Old print has them before the high marks only (what will you have ?).
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from corrector.suspicion.places import Place

_KINDS: Final = (
    (frozenset(".,;:!?"), 5, 0.2),
    (frozenset(";:!?"), 3, 0.5),
    (frozenset("!?"), 2, 0.5),
)
"""Marks, how many of them must stand alone at least, and their least share of all such marks in the
text; of specks it is hardly a tenth, and they stand at edges."""
_SHORTEST_WORD: Final = 2
_ENDING: Final = frozenset(".,;:")
"""Marks that belong to the word before them."""


def mark_usual_lone_marks(places: Sequence[Place]) -> None:
    """Say of marks that stand alone behind words whether the whole text has them so.

    Where it does not, the word before has lost its mark.
    """
    for marks, fewest, least_share in _KINDS:
        lone = [place for place in places if place.form.text in marks and _is_behind_word(place)]
        if len(lone) < fewest:
            continue
        attached = sum(_ends_in(marks, place) for place in places)
        if len(lone) >= least_share * (len(lone) + attached):
            for place in lone:
                place.usual_mark = True
    for word, mark in pairwise(places):
        stray = mark.form.text in _ENDING and not mark.usual_mark
        word.before_stray = stray and _is_behind_word(mark)


def _ends_in(marks: frozenset[str], place: Place) -> bool:
    anatomy = place.form.anatomy
    return bool(anatomy.core) and anatomy.trail[-1:] in marks


def _is_behind_word(place: Place) -> bool:
    before = place.before
    if place.first or before is None or before.anatomy.trail:
        return False
    return len(before.anatomy.core) >= _SHORTEST_WORD
