"""Learns from what persons corrected and confirmed: which letters are misread, which words exist.

Pure functions over plain data; nothing is ever learned from what a machine did.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from rapidfuzz.distance import Levenshtein

from corrector.suspicion.anatomy import anatomy_of, is_lookable

HUMAN_ORIGINS: Final = frozenset({"typed", "candidate", "series"})
"""How a correction must have come to be, so that something is learned from it."""
_LONGEST: Final = 3
"""Letters; longer stretches that differ are other words, not confusions."""
_FEWEST_LETTERS: Final = 2
_LEAST_LIKENESS: Final = 0.4
_NO_COUNTS: Final[Mapping[tuple[str, str, bool], int]] = MappingProxyType({})
_NO_READINGS: Final[Mapping[tuple[str, str], int]] = MappingProxyType({})

Confusion = tuple[str, str, bool]
"""What was read, what really stood there (both in small letters), and whether in capitals."""


@dataclass(frozen=True, slots=True)
class Taught:
    """One correction: the reading before and after, and how it came to be."""

    old: str
    new: str
    origin: str


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """What was learned from persons; words are in small letters without outer marks.

    Attributes:
        confusions: how often letters were read for others.
        readings: how often a word was corrected to another one, by (old, new).
        words: words that persons typed as new readings.
        confirmed: words that persons called right.
    """

    confusions: Mapping[Confusion, int] = field(default_factory=lambda: _NO_COUNTS)
    readings: Mapping[tuple[str, str], int] = field(default_factory=lambda: _NO_READINGS)
    words: frozenset[str] = frozenset()
    confirmed: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.confusions or self.readings or self.words or self.confirmed)


NOTHING_LEARNED: Final = Learned()


def learned_from(corrections: Iterable[Taught], confirmed: Iterable[str] = ()) -> Learned:
    """Return what `corrections` and the texts of confirmed spans teach.

    Corrections of another origin than a person's are passed over. A correction that was taken
    back by the opposite one teaches no reading.
    """
    confusions: Counter[Confusion] = Counter()
    readings: Counter[tuple[str, str]] = Counter()
    for old, new in _word_pairs(corrections):
        before, after = anatomy_of(old), anatomy_of(new)
        if before.word == after.word or not _is_word(before.word) or not after.word:
            continue
        readings[before.word, after.word] += 1
        confusions.update(_confusions(before.word, after.word, capitals=before.core.isupper()))
    return _from_counts(confusions, readings, _words_of(confirmed))


def merged(first: Learned, second: Learned) -> Learned:
    """Return what both learned, counts added; opposite corrections take one another back."""
    return _from_counts(
        Counter(first.confusions) + Counter(second.confusions),
        Counter(first.readings) + Counter(second.readings),
        first.confirmed | second.confirmed,
    )


def _from_counts(
    confusions: Counter[Confusion], readings: Counter[tuple[str, str]], confirmed: frozenset[str]
) -> Learned:
    kept = {pair: count - readings[pair[::-1]] for pair, count in readings.items()}
    kept = {pair: count for pair, count in kept.items() if count > 0}
    words = frozenset(new for _, new in kept if _is_word(new))
    return Learned(dict(confusions), kept, words, confirmed)


def _word_pairs(corrections: Iterable[Taught]) -> Iterator[tuple[str, str]]:
    """Yield the tokens of human corrections in pairs, where their numbers agree."""
    for one in corrections:
        old, new = one.old.split(), one.new.split()
        if one.origin in HUMAN_ORIGINS and len(old) == len(new):
            for before, after in zip(old, new, strict=True):
                if is_lookable(before) and is_lookable(after) and before != after:
                    yield before, after


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    words = (anatomy_of(token).word for text in texts for token in text.split())
    return frozenset(word for word in words if _is_word(word))


def _is_word(word: str) -> bool:
    """Tell whether `word` has letters enough to be known again: a number or a letter has not."""
    letters = sum(sign.isalpha() for sign in word)
    return is_lookable(word) and letters >= _FEWEST_LETTERS


def _confusions(old: str, new: str, *, capitals: bool) -> Iterator[Confusion]:
    """Yield the short stretches that differ between `old` and `new`."""
    if Levenshtein.normalized_similarity(old, new) < _LEAST_LIKENESS:
        return
    for start, end, new_start, new_end in _differing(old, new):
        read, true = old[start:end], new[new_start:new_end]
        if 0 < len(read) <= _LONGEST and 0 < len(true) <= _LONGEST:
            yield read, true, capitals


def _differing(old: str, new: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield the borders of the stretches that differ, those side by side taken together."""
    stretch: tuple[int, int, int, int] | None = None
    for code in Levenshtein.opcodes(old, new):
        if code.tag == "equal":
            if stretch:
                yield stretch
            stretch = None
        elif stretch is None:
            stretch = code.src_start, code.src_end, code.dest_start, code.dest_end
        else:
            stretch = stretch[0], code.src_end, stretch[2], code.dest_end
    if stretch:
        yield stretch
