"""Chooses the best of several readings of a scan and betters it by the others."""

from collections.abc import Mapping, Sequence
from typing import Final

from corrector.ocr.combining import combined
from corrector.ocr.layout import FoundWord
from corrector.ocr.looking import Try
from corrector.ocr.preparations import AS_IT_IS
from corrector.ocr.quality import IsKnown, confidence_of, score_of

_AS_GOOD: Final = 0.97
"""Share of the score of another reading that one must reach to be taken because it is surer."""


def best_of(
    tries: Sequence[Try], is_known: IsKnown
) -> tuple[tuple[FoundWord, ...], Mapping[str, str]]:
    """Return the words that several readings make together, and what is to be known of it.

    Args:
        tries: at least one; how the scan was read as it is comes first.
        is_known: tells words of the language; asked only where there are several tries.
    """
    if len(tries) == 1:
        return tries[0].words, tries[0].parameters
    scores = [score_of(one.words, is_known) for one in tries]
    best = _best(tries, scores)
    order = [best, *(number for number in range(len(tries)) if number != best)]
    result = combined([tries[number].words for number in order], is_known)
    names = [one.preparation.name for one in tries]
    told = {
        **tries[best].parameters,
        "preparation": names[best],
        "tried": _told([(names[at], round(score)) for at, score in enumerate(scores)]),
        "combined": _told(
            [(names[at], taken) for at, taken in zip(order, result.taken, strict=True)]
        ),
    }
    return result.words, told


def _best(tries: Sequence[Try], scores: Sequence[float]) -> int:
    """Return the number of the reading that the others are to better.

    One that does not look for columns and blocks mixes their lines: it only lends its words.
    """
    chosen = 0
    for number in range(1, len(tries)):
        if tries[number].preparation.segmentation != AS_IT_IS.segmentation:
            continue
        surer = confidence_of(tries[number].words) > confidence_of(tries[chosen].words)
        needed = scores[chosen] * _AS_GOOD if surer and scores[chosen] > 0 else scores[chosen]
        if scores[number] > needed:
            chosen = number
    return chosen


def _told(numbers: Sequence[tuple[str, int]]) -> str:
    return "; ".join(f"{name} {number}" for name, number in numbers)
