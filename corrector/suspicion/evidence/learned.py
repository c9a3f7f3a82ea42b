"""Signal `learned`: persons corrected this word, or these letters, before."""

from math import log10
from typing import Final

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.evidence.features import Features
from corrector.suspicion.forms import Case
from corrector.suspicion.places import Place

SIGNAL = "learned"
WEIGHTS: Final = {"learned.reading": 4.0, "learned.letters": 1.5}
"""Log-odds. Set by hand: no sample has a history of corrections to train them on; that they help
is measured by tests/evaluation/learning.py."""
_LISTED: Final = 1e-6
_RIGHT_ELSEWHERE: Final = 3
"""A listed word that was corrected is taken for right as often in texts not yet seen."""
_LEAST_SHARE: Final = 2e-7
_LEAST_TIMES: Final = 2
"""Letters corrected once are no rule yet, and rare words are a likely reading of no name."""
_UNLISTED: Final = 1e-8
_FULL_GAIN: Final = 2.0
"""Decimal logarithm; so much more frequent another word has to be for the letters to count fully:
words that are there may well have been meant."""
_COMMON: Final = 4.5
"""Zipf; letters of more frequent words are not doubted because others were misread."""


def of_place(place: Place) -> Features:
    """Return how often persons corrected the word, or letters of it."""
    if not place.hints or place.cut:
        return {}
    best = place.hints[0]
    if best.whole:
        left = place.count + _RIGHT_ELSEWHERE if place.form.share > _LISTED else 0
        return {"learned.reading": best.times / (best.times + left)}
    if place.form.zipf > _COMMON or best.share < _LEAST_SHARE or best.times < _LEAST_TIMES:
        return {}
    return {"learned.letters": best.times / (best.times + 1) * _gain(place.form.share, best.share)}


def _gain(own: float, other: float) -> float:
    """Return how much likelier the other word is, 0..1: `heir` is not `hair` for one misread e."""
    return min(1.0, max(0.0, log10(other / max(own, _UNLISTED)) / _FULL_GAIN))


def sentence(place: Place) -> Message:
    """Return what was corrected before, for the person."""
    best = place.hints[0] if place.hints else None
    read, true = (best.read, best.true) if best else (place.form.anatomy.core, "")
    if place.form.case is Case.CAPITALS:
        read, true = read.upper(), true.upper()
    template = QT_TRANSLATE_NOOP("Reasons", "“{old}” was corrected to “{new}” before ({times}).")
    return message(template, old=read, new=true, times=best.times if best else 0)
