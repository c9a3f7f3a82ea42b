"""Ranks readings by what is learned of how right ones differ from what merits alone put first."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from math import exp, log
from operator import itemgetter
from typing import Final

from corrector.paths import resources
from corrector.suspicion.anatomy import Anatomy, Kind, anatomy_of
from corrector.suspicion.joined import Replacing
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.places import Place
from corrector.suspicion.scoring import probability

FILE: Final = ("suspicion", "ranking.json")
MOST_RANKED: Final = 20
"""Readings of the most merit that are looked at once more."""
MERIT: Final = "merit"
_HOPELESS: Final = 5.0
"""So much less merit no traits make up for."""
_LONGEST_COUNTED: Final = 3
_FEW: Final = 3
"""Letters; longer runs are seldom mere debris."""

Traits = dict[str, float]
"""How a reading differs from the token, by name; what it has not is left out."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What is learned of readings; tests/evaluation/train_ranking.py makes it.

    Attributes:
        by_trait: what each trait adds to the log-odds of a reading against other ones.
        bias: log-odds of the right reading being among them, at no sum ...
        of_sum: ... and what the logarithm of the sum of their odds adds.
    """

    by_trait: Mapping[str, float]
    bias: float
    of_sum: float


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """Return the weights that are shipped."""
    content = json.loads(resources().joinpath(*FILE).read_text(encoding="utf-8"))
    return Weights(content["weights"], content["trust"]["bias"], content["trust"]["sum"])


def best_by_merit(merits: Mapping[str, float]) -> list[tuple[str, float]]:
    """Return the readings that traits can make the first ones, or those that come next."""
    best = nlargest(MOST_RANKED, merits.items(), key=itemgetter(1))
    least = best[0][1] - _HOPELESS if best else 0.0
    return [one for one in best if one[1] >= least]


def shares_of(
    merits: Iterable[tuple[Replacing, float]], place: Place, lexicon: Lexicon
) -> list[tuple[Replacing, float]]:
    """Return readings with their shares of belief, best first; something else has the rest.

    Args:
        merits: decimal logarithms of how probable each reading is to have been misread so.
        place: where they are to stand.
        lexicon: the words of the languages.
    """
    weights = shipped_weights()
    by_trait, odds = weights.by_trait, []
    for reading, merit in merits:
        traits = traits_of(reading, place, lexicon)
        added = sum([by_trait[name] * traits[name] for name in traits])
        odds.append((reading, exp(by_trait[MERIT] * merit + added)))
    total = sum([found for _, found in odds])
    there = probability(weights.bias + weights.of_sum * log(total)) if total else 0.0
    odds.sort(key=itemgetter(1), reverse=True)
    return [(reading, there * found / total) for reading, found in odds]


def traits_of(reading: Replacing, place: Place, lexicon: Lexicon) -> Traits:
    """Return the traits of `reading` at `place`; one that joins tokens has none but its merit."""
    text, own = reading.text, place.form.anatomy
    if reading.before or reading.behind:
        return {}
    if not text:
        return {"nothing": 1.0} if len(own.core) <= _FEW else {}
    anatomy = anatomy_of(text)
    longer = len(anatomy.word) - len(own.word)
    found = {"longer": float(max(min(longer, _LONGEST_COUNTED), -_LONGEST_COUNTED))}
    if anatomy.lead != own.lead:
        found["lead"] = 1.0
    if " " in text:
        found["blank"] = 1.0
    elif _is_new_and_unlisted(anatomy, own, lexicon):
        found["unlisted"] = 1.0
    return found


def _is_new_and_unlisted(anatomy: Anatomy, own: Anatomy, lexicon: Lexicon) -> bool:
    is_new = anatomy.kind is Kind.WORD and anatomy.word != own.word
    return is_new and not (lexicon.frequency(anatomy.word) or lexicon.of_parts(anatomy.parts))
