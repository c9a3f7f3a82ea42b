"""Which of the words that may really stand there fits best beside its neighbours, by how much."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10
from operator import add
from typing import Final, Protocol

from corrector.suspicion.evidence.features import Features, between
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.lexicon import SMALLEST_FREQUENCY
from corrector.suspicion.neighbours import Neighbours

_FAR_WORSE = 4.0
_LITTLE, _MUCH, _VERY_MUCH = -1.0, 1.0, 3.0
"""Decimal logarithms by which another word fits better."""
COMPARED: Final = 6
"""Neighbours of a word that are compared with it, the best by themselves; others win so seldom that
twice as many change F1 of no set by more than .002 (tests/evaluation/suspicion.py)."""
MOST_FORMS: Final = 5_000
"""Words with their neighbours that are kept ready to be looked up: tables of all words are so large
that finding some of them takes longer than comparing them; about 1 KB each."""


class Fits(Protocol):
    """What tells how well words fit beside the neighbours of one place."""

    most: float
    """A word that could not win if it fitted so well does not, however much better it fits."""

    def of_form(self, form: Form) -> list[float]:
        """Return how well the word of `form` fits and, behind that, `COMPARED` of its neighbours.

        The first ones, as decimal logarithms; 0 if nothing is known.
        """
        ...


def best_fitting(word: Form, each: Sequence[float], most: float) -> tuple[str, float]:
    """Return the neighbour that fits best, and how much better it fits than the word itself.

    Args:
        word: what stands there.
        each: how well it and its neighbours fit, as `Fits.of_form` returns.
        most: as `Fits` has it.
    """
    own = log10(max(word.share, SMALLEST_FREQUENCY)) + each[0]
    least, near = own - _FAR_WORSE, word.neighbours
    if not near:
        return "", least - own
    merits = list(map(add, near.merits, each[1:]))  # as many as there are in both
    merit = max(merits)
    if merit <= least:
        return "", least - own
    if max(each) > most:
        best, merit = _best_believed(near, merits, least, most)
        return best, merit - own
    return near.words[merits.index(merit)], merit - own


def _best_believed(
    near: Neighbours, merits: Sequence[float], least: float, most: float
) -> tuple[str, float]:
    """Return the neighbour that fits best and its merit, passing over what fits incredibly well."""
    best, merit = "", least
    for word, own, found in zip(near.words, near.merits, merits, strict=False):
        if found > merit and (own + most > merit or " " in word):
            best, merit = word, found
    return best, merit


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the features that tell how much better another word would fit."""

    better: str
    much_better: str
    worse: str


def names_in(group: str) -> tuple[Names, Names]:
    """Return the names in `group` of features, for listed words and for those with a capital."""
    of_listed, of_titles = (
        Names(f"{group}{case}_better", f"{group}{case}_much_better", f"{group}worse")
        for case in ("listed", "title")
    )
    return of_listed, of_titles


def comparison(
    form: Form, each: Sequence[float], most: float, names: tuple[Names, Names]
) -> Features:
    """Return how much better another word would fit than a listed one; nothing for others.

    Args:
        form: what stands there, no line end cutting it.
        each: how well it and its neighbours fit, as `Fits.of_form` returns.
        most: as `Fits` has it.
        names: of the features, as `names_in` returns.
    """
    if form.share <= 0 or len(form.anatomy.parts) != 1:
        return {}
    _, gain = best_fitting(form, each, most)
    name = names[form.case is Case.TITLE]
    if gain <= _LITTLE:
        return {name.worse: between(gain, -_FAR_WORSE, _LITTLE)}
    return {
        name.better: between(gain, _LITTLE, _MUCH),
        name.much_better: between(gain, _MUCH, _VERY_MUCH),
        name.worse: 1.0,
    }
