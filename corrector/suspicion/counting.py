"""Counts the words of a text, for telling names that recur from misreadings that do not."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nsmallest
from itertools import chain
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from corrector.suspicion.anatomy import anatomy_of
from corrector.text.tokens import tokenise

_RECURRING: Final = 2
_KNOWN: Final = 3
_SMALLEST_TEXT: Final = 200
"""Words of shorter texts are not taken for more frequent than they would be in one so long."""
_ABOUT: Final = 100
"""Words; so that what is ranked by their number is not ranked anew for each one more."""
_FURTHEST: Final = 2
"""Letters; one confusion may change two of them (rn, m)."""
_MOST_FOUND: Final = 2_000
_MOST_LIKEST: Final = 4
"""Words of the text that are looked at for a damaged one, itself among them."""


def word_counts(text: str) -> Counter[str]:
    """Return how often each word stands in `text`, in small letters without outer marks.

    Add the counts of pages to get those of a document or a collection.
    """
    words = (anatomy_of(token.text).word for token in tokenise(text))
    return Counter(word for word in words if word)


class WordCounts:
    """How often words stand in a text and in the collection it belongs to."""

    def __init__(
        self,
        page: Mapping[str, int],
        collection: Mapping[str, int],
        known: frozenset[str] = frozenset(),
    ) -> None:
        """Take the counts of the text and of the collection, which may be empty.

        Args:
            page: of the text.
            collection: of the collection it belongs to.
            known: words that persons know to stand there; they count as if they recurred.
        """
        self.page, self.collection, self._known = page, collection, known
        self.total = max(_ABOUT * round(sum(page.values()) / _ABOUT), _SMALLEST_TEXT)
        self._alike: dict[str, dict[str, int]] = {}
        self._similar: _Similar | None = None
        self._standing: _Words | None = None

    def of(self, word: str) -> int:
        """Return how often `word` (small letters) stands in the collection, or else the text."""
        counted = self.page.get(word, 0)
        if self.collection:
            counted = max(counted, self.collection.get(word, 0))
        return max(counted, _KNOWN) if word in self._known else counted

    def recurring_like(self, word: str) -> dict[str, int]:
        """Return the words that stand there more than once and look like `word`, with counts."""
        found = self._alike.get(word)
        if found is None:
            if self._similar is None:
                self._similar = _similar(self._recurring(), self._known)
            found = {other: self.of(other) for other in self._similar.to(word)}
            self._alike[word] = found
        return found

    def standing_like(self, word: str) -> dict[str, int]:
        """Return the words of the text that differ least from `word`, a few, with counts."""
        if self._standing is None:
            self._standing = _words(frozenset(self.page))
        return {other: self.page[other] for other in self._standing.likest(word)}

    def _recurring(self) -> frozenset[str]:
        often = {word for word, count in self.page.items() if count >= _RECURRING}
        often.update(word for word, count in self.collection.items() if count >= _RECURRING)
        return frozenset(often)


class _Words:
    """Words in which others like a given one are looked for; what was found is kept."""

    def __init__(self, words: frozenset[str]) -> None:
        by_length: dict[int, list[str]] = {}
        for word in sorted(words):
            by_length.setdefault(len(word), []).append(word)
        self._by_length = {
            length: _words_of_one_length(tuple(found)) for length, found in by_length.items()
        }

    def near(self, word: str) -> Iterator[Sequence[str]]:
        """Yield the words like `word`, those of each length by themselves, shortest first."""
        for length in range(len(word) - _FURTHEST, len(word) + _FURTHEST + 1):
            words = self._by_length.get(length)
            yield words.near(word) if words else ()

    def likest(self, word: str) -> list[str]:
        """Return the few that differ least from `word`, in up to half of its letters."""
        most = len(word) // 2
        found: list[tuple[int, str]] = []
        for length in range(len(word) - most, len(word) + most + 1):
            words = self._by_length.get(length)
            found += words.within(word, most) if words else ()
        return [other for _, other in nsmallest(_MOST_LIKEST, found) if other != word]


class _WordsOfOneLength:
    """Words of one length, which are the same ones in most texts that differ a little."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = words
        self._found: dict[str, list[str]] = {}
        self._within: dict[str, list[tuple[int, str]]] = {}

    def near(self, word: str) -> list[str]:
        """Return those like `word`, most like it first."""
        found = self._found.get(word)
        if found is None:
            if len(self._found) > _MOST_FOUND:
                self._found.clear()
            near = process.extract(
                word, self._words, scorer=Levenshtein.distance, score_cutoff=_FURTHEST, limit=None
            )
            found = self._found[word] = [other for other, _, _ in near]
        return found

    def within(self, word: str, most: int) -> list[tuple[int, str]]:
        """Return those that differ in at most so many letters, with how many."""
        found = self._within.get(word)
        if found is None:
            if len(self._within) > _MOST_FOUND:
                self._within.clear()
            near = process.extract(
                word,
                self._words,
                scorer=Levenshtein.distance,
                score_cutoff=most,
                limit=_MOST_LIKEST + 1,
            )
            found = self._within[word] = [(round(errors), other) for other, errors, _ in near]
        return found


class _Similar:
    """Finds among words that recur, and among those that are known, the ones like another."""

    def __init__(self, recurring: frozenset[str], known: frozenset[str]) -> None:
        self._lists = _words(recurring), _words(known)
        self._found: dict[str, tuple[str, ...]] = {}

    def to(self, word: str) -> tuple[str, ...]:
        """Return all others like `word`, shortest first."""
        found = self._found.get(word)
        if found is None:
            if len(self._found) > _MOST_FOUND:
                self._found.clear()
            each = zip(*(words.near(word) for words in self._lists), strict=True)
            near = chain.from_iterable(chain.from_iterable(each))
            found = self._found[word] = tuple(other for other in near if other != word)
        return found


@lru_cache(maxsize=8)
def _similar(recurring: frozenset[str], known: frozenset[str]) -> _Similar:
    return _Similar(recurring, known)


@lru_cache(maxsize=8)
def _words(words: frozenset[str]) -> _Words:
    return _Words(words)


@lru_cache(maxsize=100)
def _words_of_one_length(words: tuple[str, ...]) -> _WordsOfOneLength:
    return _WordsOfOneLength(words)
