"""What the caller knows beside the text: confidences, other readings, words, confirmations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from corrector.suspicion.learning import NOTHING_LEARNED, Learned
from corrector.text.tokens import Span

_NO_CONFIDENCES: Final[Mapping[Span, float]] = MappingProxyType({})
_NO_READINGS: Final[Mapping[Span, str]] = MappingProxyType({})
_NO_WORDS: Final[Mapping[str, int]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything known about a text that does not stand in it; whatever is missing is not used.

    Attributes:
        confidences: the engine's confidence for a token, 0..1, by the token's span.
        readings: what a fresh recognition of the scan read for a token, by the token's span;
            for tokens that it read just so as well.
        sureness: the engine's confidence, 0..1, in what `readings` has, where it gives any.
        collection_words: how often a word stands in the whole document or collection, as
            `corrector.suspicion.counting.word_counts` counts.
        known_words: words of the person's or the collection's lexicon, in small letters; they are
            never suspected.
        confirmed: spans that a person called right; they are never suspected.
        learned: what corrections and confirmations of persons in the collection teach.
    """

    confidences: Mapping[Span, float] = field(default_factory=lambda: _NO_CONFIDENCES)
    readings: Mapping[Span, str] = field(default_factory=lambda: _NO_READINGS)
    sureness: Mapping[Span, float] = field(default_factory=lambda: _NO_CONFIDENCES)
    collection_words: Mapping[str, int] = field(default_factory=lambda: _NO_WORDS)
    known_words: frozenset[str] = frozenset()
    confirmed: tuple[Span, ...] = ()
    learned: Learned = NOTHING_LEARNED


NO_EVIDENCE: Final = Evidence()
