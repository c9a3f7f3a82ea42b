"""Offers for a word with hyphens what each of its parts may be by itself: storv-tellei."""

import re
from collections.abc import Iterator
from math import log10
from typing import Final

from corrector.suspicion.casing import styled
from corrector.suspicion.distant import POOR, distant_neighbours
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.places import FormOf, Place

_BETWEEN: Final = re.compile("[-–—]")
_FEWEST: Final = 2
_MOST: Final = 4
"""Parts."""
_UNKNOWN: Final = -9.5
_TOGETHER: Final = 1.0
"""How much rarer a compound is than its rarest part."""


def by_parts(place: Place, form_of: FormOf, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Yield the core of `place` with the likeliest word for each part, with its merit."""
    core = place.form.anatomy.core
    parts = _BETWEEN.split(core)
    if place.cut or not _FEWEST <= len(parts) <= _MOST or not all(parts):
        return
    forms = [form_of(part) for part in parts]
    found = [likeliest(form, lexicon) for form in forms]
    pairs = zip(found, forms, strict=True)
    word = "-".join(part + form.anatomy.trail for (_, part), form in pairs)
    if word != _BETWEEN.sub("-", place.form.anatomy.word):
        yield styled(word, place), min(merit for merit, _ in found) - _TOGETHER


def likeliest(form: Form, lexicon: Lexicon, unknown: float = _UNKNOWN) -> tuple[float, str]:
    """Return the best merit, and the word that has it."""
    word = form.anatomy.word
    found = [(log10(form.share) if form.share else unknown, word)]
    if form.is_word:
        found += [(near.merit, near.word) for near in form.neighbours if " " not in near.word][:1]
        if form.is_unknown and max(found)[0] < POOR:
            capitals = form.case is Case.CAPITALS
            distant = distant_neighbours(word, lexicon, capitals=capitals)[:1]
            found += [(near.merit, near.word) for near in distant]
    return max(found)
