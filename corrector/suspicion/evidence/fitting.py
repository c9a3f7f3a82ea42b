"""Which of the words that may really stand there fits best beside its neighbours, by how much."""

from collections.abc import Sequence
from math import log10
from typing import Protocol

from corrector.suspicion.evidence.features import Features, between
from corrector.suspicion.forms import Case
from corrector.suspicion.lexicon import SMALLEST_FREQUENCY
from corrector.suspicion.places import Place

_FAR_WORSE = 4.0


class Fits(Protocol):
    """What tells how well words fit beside the neighbours of one place."""

    most: float
    """A word that could not win if it fitted so well does not, however much better it fits."""

    def of(self, word: str) -> float:
        """Return how well `word` fits, as a decimal logarithm; 0 if nothing is known."""
        ...

    def of_each(self, words: Sequence[str]) -> list[float]:
        """Return how well each of `words` fits."""
        ...


def best_fitting(place: Place, fits: Fits, fit: float) -> tuple[str, float]:
    """Return the neighbour that fits best, and how much better it fits than the word itself.

    Args:
        place: of the word.
        fits: what tells how well words fit there.
        fit: how well the word itself does.
    """
    word = place.word
    own = log10(max(word.share, SMALLEST_FREQUENCY)) + fit
    best, merit, most, others = "", own - _FAR_WORSE, fits.most, word.neighbours
    for near, fit_of_near in zip(others, fits.of_each([near.word for near in others]), strict=True):
        found = near.merit + fit_of_near
        if found > merit and (near.merit + most > merit or " " in near.word):
            best, merit = near.word, found
    return best, merit - own


def comparison(place: Place, fits: Fits, name: str, fit: float) -> Features:
    """Return how much better another word would fit than a listed one; nothing for others.

    Args:
        place: of the word.
        fits: what tells how well words fit there.
        name: what the names of the features begin with.
        fit: how well the word itself fits there, its line not cutting it.
    """
    form = place.form
    if form.share <= 0 or len(form.anatomy.parts) != 1:
        return {}
    _, gain = best_fitting(place, fits, fit)
    case = "title" if form.case is Case.TITLE else "listed"
    return {
        f"{name}{case}_better": between(gain, -1.0, 1.0),
        f"{name}{case}_much_better": between(gain, 1.0, 3.0),
        f"{name}worse": between(gain, -4.0, -1.0),
    }
