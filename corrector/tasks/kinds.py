"""Kinds of suspicions: what seems to be wrong, told by the signal that weighed most."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from corrector.suspicion.findings import Suspicion


class Kind(StrEnum):
    """What seems to be wrong with a token."""

    WORD = "word"
    DIGITS = "digits"
    CASE = "case"
    JOIN = "join"
    PUNCTUATION = "punctuation"
    SIGN = "sign"
    NOISE = "noise"
    CONTEXT = "context"
    SCAN = "scan"
    LEARNED = "learned"


KIND_OF_SIGNAL: Final[Mapping[str, Kind]] = {
    "words": Kind.WORD,
    "recurrence": Kind.WORD,
    "shape": Kind.DIGITS,
    "case": Kind.CASE,
    "joins": Kind.JOIN,
    "punctuation": Kind.PUNCTUATION,
    "symbols": Kind.SIGN,
    "script": Kind.SIGN,
    "noise": Kind.NOISE,
    "context": Kind.CONTEXT,
    "confidence": Kind.SCAN,
    "reading": Kind.SCAN,
    "learned": Kind.LEARNED,
}
"""Every signal belongs to one kind; what is not named here counts as a misread word."""


def kind_of(suspicion: Suspicion) -> Kind:
    """Return the kind of `suspicion`: that of its heaviest reason."""
    heaviest = next(iter(suspicion.reasons), None)
    return Kind.WORD if heaviest is None else KIND_OF_SIGNAL.get(heaviest.signal, Kind.WORD)


def tally(suspicions: Iterable[Suspicion]) -> Counter[Kind]:
    """Return how many of the `suspicions` are of each kind."""
    return Counter(kind_of(one) for one in suspicions)
