"""How well a word fits between its two neighbours, counted word by word; part of `context`."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from corrector.suspicion.collocations import BEGINNING, END, Collocations, Columns, collocations_of
from corrector.suspicion.evidence.features import Features, between
from corrector.suspicion.evidence.fitting import COMPARED, MOST_FORMS, comparison, names_in
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.neighbours import Neighbours
from corrector.suspicion.places import Place

_TRUST: Final = 0.9
"""How far the neighbours are believed against frequency and likeness."""
_MUCH: Final = 1.0
"""A decimal logarithm worth a sentence."""
_NAMES: Final = names_in("context.company_")
_MOST: Final = 4.0
"""Hardly a word fits better, and few of those that are counted so rightly."""


class Company:
    """How well words fit between the neighbours of a place, which are looked at once only."""

    __slots__ = ("_after", "_before", "_counted", "is_known", "most")

    def __init__(self, place: Place, counted: Collocations) -> None:
        """Look at the neighbours of `place`, which only the end of a sentence parts."""
        form, before, after = place.form, place.before, place.after
        self._counted, self.most = counted, _MOST
        self._before, self._after = BEGINNING, END
        if before and not before.ends_sentence:
            self._before = before.anatomy.word
        if after and not form.ends_sentence:
            self._after = after.anatomy.word
        numbers = counted.numbers
        self.is_known = self._before in numbers or self._after in numbers

    def of(self, word: str) -> float:
        """Return how well `word` fits, as a decimal logarithm; 0 if it is not known."""
        return self.of_each((word,))[0]

    def of_each(self, words: Sequence[str]) -> list[float]:
        """Return how well each of `words` fits."""
        return self._of(self._counted.columns_of(words))

    def of_form(self, form: Form) -> list[float]:
        """Return how well the word of `form` fits and, behind that, the first of its neighbours."""
        return self._of(_columns_of_form(self._counted, form.anatomy.word, form.neighbours))

    def _of(self, columns: Columns) -> list[float]:
        fits = self._counted.fits_between(self._before, columns, self._after)
        return [_TRUST * fit for fit in fits]


@lru_cache(maxsize=MOST_FORMS)
def _columns_of_form(counted: Collocations, word: str, near: Neighbours) -> Columns:
    return counted.columns_of((word, *near.words[:COMPARED]))


def of_place(place: Place, language: str) -> Features:
    """Return how well the word fits between its neighbours; nothing where neither is known."""
    counted = collocations_of(language)
    if counted is None:
        return {}
    company = Company(place, counted)
    if not company.is_known:
        return {}
    each = company.of_form(place.form)
    own = each[0]
    how = "unfit" if own < 0 else "fit"
    found = {
        f"context.company_{how}": between(abs(own), 0.0, 1.5),
        f"context.company_very_{how}": between(abs(own), 1.5, 4.0),
    }
    if place.form.anatomy.word not in counted.numbers:
        found["context.company_unknown"] = 1.0
    if place.form.ends_sentence:
        found["context.company_goes_on"] = between(_gain_of_going_on(place, counted), 0.0, 3.0)
    if not may_be_name(place):
        found.update(comparison(place.form, each, company.most, _NAMES))
    return found


def may_be_name(place: Place) -> bool:
    """Tell whether a capital follows a capital inside a sentence: a rare name resembles known ones.

    That John Miller is written of more often than John Millar says nothing of this one.
    """
    before = place.before
    if before is None or place.form.case is not Case.TITLE or before.case is not Case.TITLE:
        return False
    return not before.ends_sentence


def stops_too_early(place: Place, counted: Collocations) -> bool:
    """Tell whether a sentence ends after the word, and much more often goes on there."""
    return place.form.ends_sentence and _gain_of_going_on(place, counted) > _MUCH


def _gain_of_going_on(place: Place, counted: Collocations) -> float:
    """Return how much better the next word follows this one than a stop does, as a logarithm.

    It tells even among capitals where a sentence should not end; 0 where a word is not counted.
    """
    if place.after is None or place.after.anatomy.lead:
        return 0.0
    word, other = place.form.anatomy.word, place.after.anatomy.word
    if word not in counted or other not in counted:
        return 0.0
    return counted.fit(word, other) - counted.fit(word, END) - counted.fit(BEGINNING, other)
