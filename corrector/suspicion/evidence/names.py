"""Part of the signal `words`: what belongs to names of persons and streets abroad (von, Herr)."""

from typing import Final

from corrector.suspicion.evidence.features import Features
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.places import Place

_PARTICLES: Final = frozenset([
    "von", "vom", "van", "zu", "zum", "zur", "de", "du", "da", "di", "del", "della", "dos", "der",
    "den", "ter", "ten",
])  # fmt: skip
_TITLES: Final = frozenset([
    "herr", "herrn", "frau", "fraulein", "fräulein", "graf", "gräfin", "freiherr", "ritter",
    "prinz", "fürst", "monsieur", "madame", "mademoiselle", "messieurs", "signor", "signora",
    "señor", "señora", "senor", "senora", "don", "doña", "baron", "baronin",
])  # fmt: skip
"""Of German, Dutch and Romance names, as the particles are."""
_SHORTEST_NAME: Final = 3
_STREETS: Final = (
    "strasse", "straße", "gasse", "platz", "allee", "damm", "ufer", "markt", "straat", "gracht",
)  # fmt: skip
"""What names of streets end in, in German and Dutch."""
_SHORTEST_STREET: Final = 8
_THEIR_OWN: Final = frozenset({"de", "es", "fr", "it", "nl", "pt"})
"""Languages in which these are words like others."""


def of_place(place: Place, language: str) -> Features:
    """Return whether the token belongs to a name, and is no word of `language` (ISO 639-1)."""
    if language in _THEIR_OWN:
        return {}
    if is_street(place.form):
        return {"words.street": 1.0}
    return {"words.before_name": 1.0} if _stands_before_name(place) else {}


def is_street(form: Form) -> bool:
    """Tell whether `form` names a street."""
    word = form.anatomy.word
    named = form.is_word and form.case is Case.TITLE and len(word) >= _SHORTEST_STREET
    return named and word.endswith(_STREETS)


def _stands_before_name(place: Place) -> bool:
    form, after = place.form, place.after
    if after is None or form.anatomy.trail or not (_is_particle(form) or _is_title(form)):
        return False
    named = after.case is Case.TITLE and not after.anatomy.lead
    return _is_particle(after) or (named and len(after.anatomy.core) >= _SHORTEST_NAME)


def _is_particle(form: Form) -> bool:
    return form.case is Case.SMALL and form.anatomy.word in _PARTICLES


def _is_title(form: Form) -> bool:
    return form.case is Case.TITLE and form.anatomy.word in _TITLES
