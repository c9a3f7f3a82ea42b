"""Part of the signal `shape`: acronyms, which no list has all of (the INF treaty)."""

from typing import Final

from corrector.suspicion.anatomy import Kind
from corrector.suspicion.evidence.features import Features, between
from corrector.suspicion.evidence.punctuation import lead_is_odd, trail_is_odd
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.places import Place

_SHORTEST, _LONGEST = 2, 6
_MANY: Final = 0.5
"""Share of capitals in its line from which a word in capitals is none for that."""
_CLEAN, _DAMAGED = 0.05, 0.2
"""Share of odd tokens around up to which a word in capitals is meant, and from which it is not:
of a small letter a misreading seldom makes a capital, of a whole word only where much is wrong."""
_KNOWN: Final = 3.0
"""Zipf; rarer neighbours may be misread themselves."""
_USUAL: Final = 4.0
"""Zipf; more frequent words are these words, or numbers misread (SO years)."""


def of_place(place: Place) -> Features:
    """Return how much the token, in capitals among small letters, looks like an acronym."""
    if not _may_be_acronym(place.form) or place.capitals >= _MANY:
        return {}
    beside = [one for one in (place.before, place.after) if one is not None]
    if not all(map(_is_sound, beside)) or not any(map(_is_in_small_letters, beside)):
        return {}
    clean = 1.0 - between(place.oddity_near, _CLEAN, _DAMAGED)
    return {"shape.acronym": clean} if clean else {}


def _may_be_acronym(form: Form) -> bool:
    if form.case is not Case.CAPITALS or not form.is_word or form.zipf >= _USUAL:
        return False
    core = form.anatomy.core
    marked = lead_is_odd(form.anatomy.lead) or trail_is_odd(form.anatomy.trail)
    return _SHORTEST <= len(core) <= _LONGEST and core.isalpha() and not marked


def _is_sound(form: Form) -> bool:
    """Tell whether a word that lists know stands there, a number, or another acronym."""
    if form.anatomy.kind is Kind.NUMBER or _may_be_acronym(form):
        return True
    return form.is_word and form.zipf >= _KNOWN


def _is_in_small_letters(form: Form) -> bool:
    return form.case is Case.SMALL and form.is_word and not form.is_unknown
