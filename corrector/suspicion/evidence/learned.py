"""Signal `learned`: persons corrected this word, these letters or such marks before."""

from math import log10
from typing import Final

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.evidence.features import Features
from corrector.suspicion.forms import Case
from corrector.suspicion.mark_changes import Where
from corrector.suspicion.places import Place
from corrector.suspicion.taught_marks import MarkHint

SIGNAL = "learned"
WEIGHTS: Final = {
    "learned.reading": 4.0,
    "learned.letters": 1.5,
    "learned.lead": 3.0,
    "learned.trail": 6.0,
}
"""Log-odds. Set by hand: no sample has a history of corrections to train them on; that they help
is measured by tests/evaluation/learning.py."""
_LISTED: Final = 1e-6
_RIGHT_ELSEWHERE: Final = 3
"""A listed word that was corrected is taken for right as often in texts not yet seen."""
_LEAST_SHARE: Final = 2e-7
_LEAST_TIMES: Final = 2
"""Letters corrected once are no rule yet, and rare words are a likely reading of no name."""
_LEAST_TIMES_BEHIND: Final = 3
_LEAST_MISREAD: Final = 0.3
"""Share of marks; those that are right more often are not doubted at all."""
_OPENERS: Final = frozenset('"“„«([')
_USUAL_MARKS: Final = {
    Where.BEFORE_SMALL: frozenset({",", "-"}),
    Where.BEFORE_CAPITAL: frozenset({"."}),
    Where.LINE_END: frozenset({".", "-"}),
}
"""Marks that stand rightly in such places so often that a few misread ones tell nothing."""
_GREETING: Final = 4
"""Lines of so few tokens (Dear Madam,) end in a comma by right."""
_UNLISTED: Final = 1e-8
_FULL_GAIN: Final = 2.0
"""Decimal logarithm; so much more frequent another word has to be for the letters to count fully:
words that are there may well have been meant."""
_COMMON: Final = 4.5
"""Zipf; letters of more frequent words are not doubted because others were misread."""


def of_place(place: Place) -> Features:
    """Return how often persons corrected the word, letters of it, or marks around such a word."""
    found: Features = {}
    if place.hints and not place.cut:
        found.update(_of_word(place))
    if place.mark_hints:
        best = place.mark_hints[0]
        if _tells(place, best):
            found[f"learned.{_kind(best)}"] = best.share
    return found


def _of_word(place: Place) -> Features:
    best = place.hints[0]
    if best.whole:
        left = place.count + _RIGHT_ELSEWHERE if place.form.share > _LISTED else 0
        return {"learned.reading": best.times / (best.times + left)}
    if place.form.zipf > _COMMON or best.share < _LEAST_SHARE or best.times < _LEAST_TIMES:
        return {}
    return {"learned.letters": best.times / (best.times + 1) * _gain(place.form.share, best.share)}


def _kind(hint: MarkHint) -> str:
    return "lead" if hint.where is Where.BEFORE_WORD else "trail"


def _tells(place: Place, hint: MarkHint) -> bool:
    """Tell whether marks that were misread elsewhere are to be doubted here at all."""
    if hint.share < _LEAST_MISREAD:
        return False
    if hint.where is Where.BEFORE_WORD:
        return hint.read not in _OPENERS
    if hint.times < _LEAST_TIMES_BEHIND or hint.read in _USUAL_MARKS[hint.where]:
        return False
    return hint.where is Where.BEFORE_SMALL or place.line_tokens > _GREETING


def _gain(own: float, other: float) -> float:
    """Return how much likelier the other word is, 0..1: `heir` is not `hair` for one misread e."""
    return min(1.0, max(0.0, log10(other / max(own, _UNLISTED)) / _FULL_GAIN))


def sentence(place: Place) -> Message:
    """Return what was corrected before, for the person."""
    template = QT_TRANSLATE_NOOP("Reasons", "“{old}” was corrected to “{new}” before ({times}).")
    if place.mark_hints and not (place.hints and not place.cut and _of_word(place)):
        return _of_marks(place.mark_hints[0], template)
    best = place.hints[0] if place.hints else None
    read, true = (best.read, best.true) if best else (place.form.anatomy.core, "")
    if best and best.whole and best.capital:
        true = true[:1].upper() + true[1:]
    if place.form.case is Case.CAPITALS:
        read, true = read.upper(), true.upper()
    return message(template, old=read, new=true, times=best.times if best else 0)


def _of_marks(hint: MarkHint, template: str) -> Message:
    if hint.true:
        return message(template, old=hint.read, new=hint.true, times=hint.times)
    deleted = QT_TRANSLATE_NOOP("Reasons", "“{old}” was deleted beside words before ({times}).")
    return message(deleted, old=hint.read, times=hint.times)
