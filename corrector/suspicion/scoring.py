"""Weighs what the signals say into one calibrated number, by a trained table of weights."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from typing import Final

from corrector.paths import resources
from corrector.suspicion.evidence import learned
from corrector.suspicion.evidence.features import Features
from corrector.suspicion.evidence.given import Evidence
from corrector.suspicion.places import Place
from corrector.suspicion.signals import signal_of

WEIGHTS_FILE: Final = ("suspicion", "weights.json")
BY_HAND: Final = {
    **learned.WEIGHTS,
    "words.old": -9.0,
    "words.in_old_text": -1.5,
    "words.foreign": -7.0,
    "words.before_name": -4.0,
    "words.street": -3.0,
    "shape.initials_usual": 0.8,
    "shape.reference": -6.0,
    "shape.district": -6.0,
    "shape.page_number": -3.0,
    "shape.acronym": -4.0,
    "punctuation.rule": -2.0,
    "punctuation.lead_quote_paired": 1.5,
    "punctuation.trail_quote_owner": 0.5,
    "punctuation.number_of_list": 5.0,
    "punctuation.lone_usual": -5.0,
    "symbols.ampersand": 4.0,
    "symbols.and": -7.0,
    "shape.price": 4.0,
    "joins.split_agreed": 4.0,
}
"""Log-odds of what no training text shows: corrections made before, old spelling, other languages
on the same page and what belongs to their names, typists who set blanks before marks, references to
archives, acronyms, postal districts, the sign & between names, usual initials (made pages have too
many that are misread), page numbers in a text of several pages, pages that quote in single marks,
owners (days' march), and, in too few pages, numbers of lists with a letter for their stop (4e
Jews), letters for the sign & (Carr A Co.) and for digits of prices (Is 6d), and words without their
blank that two recognitions read alike. Training leaves these as they are."""
_STEEPEST: Final = 30.0
_ENGLISH: Final = "en"


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model: how much each feature adds to the log-odds of being wrong.

    Attributes:
        bias: the log-odds of a token of which nothing is said.
        by_feature: what a feature of value 1 adds.
        threshold: the score from which F1 was best on training documents that were left out.
    """

    bias: float
    by_feature: Mapping[str, float]
    threshold: float = 0.5

    def sum_of(self, features: Features) -> float:
        """Return what `features` add to the log-odds."""
        weight_of, total = self.by_feature.get, 0.0
        for name, value in features.items():
            if value:
                total += weight_of(name, 0.0) * value
        return total

    def by_signal(self, features: Features) -> dict[str, float]:
        """Return what each signal adds to the log-odds."""
        sums: dict[str, float] = {}
        for name, value in features.items():
            signal = signal_of(name)
            sums[signal] = sums.get(signal, 0.0) + self.by_feature.get(name, 0.0) * value
        return sums


@dataclass(frozen=True, slots=True)
class Model:
    """The weights for each kind of evidence.

    Attributes:
        weights: by what is known beside the text: `text`, `confidence`, `reading`, `both`.
    """

    weights: Mapping[str, Weights]

    def for_place(self, place: Place) -> Weights:
        """Return the weights trained for the evidence that there is for `place`."""
        if place.confidence is None and place.reading is None:
            return self.weights["text"]
        return self._where(read=place.confidence is not None, again=place.reading is not None)

    def threshold(self, evidence: Evidence) -> float:
        """Return from which score tokens are shown where the person wishes nothing else."""
        return self._where(read=bool(evidence.confidences), again=bool(evidence.readings)).threshold

    def _where(self, *, read: bool, again: bool) -> Weights:
        """Return the weights for what an engine was confident of, and for what was read again."""
        if read:
            return self.weights["both" if again else "confidence"]
        return self.weights["reading" if again else "text"]


def probability(log_odds: float) -> float:
    """Return the probability of `log_odds`, 0..1."""
    if -_STEEPEST < log_odds < _STEEPEST:
        return 1 / (1 + exp(-log_odds))
    return 1 / (1 + exp(-max(min(log_odds, _STEEPEST), -_STEEPEST)))


@lru_cache(maxsize=2)
def _shipped(name: str) -> Model:
    content = json.loads(resources().joinpath(*WEIGHTS_FILE).read_text(encoding="utf-8"))
    weights = {
        kind: Weights(table["bias"], {**table["weights"], **BY_HAND}, table["threshold"])
        for kind, table in content[name].items()
    }
    return Model(weights)


def shipped_model(language: str = _ENGLISH) -> Model:
    """Return the model that is shipped for texts in `language` (ISO 639-1) mostly.

    tests/evaluation/train_suspicion.py makes it. English has weights of its own, for most training
    texts are English; all other languages have those of which German and French decide more.
    """
    return _shipped("models" if language in {_ENGLISH, ""} else "other_languages")
