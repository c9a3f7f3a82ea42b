"""Word lists of languages: how frequent a word is, and how usual its letters are."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from operator import neg
from threading import Lock
from typing import Final

from corrector.suspicion.anatomy import is_lookable
from corrector.suspicion.word_files import frequencies_of
from corrector.suspicion.word_tables import (
    ends_of,
    letters_between,
    strokes_of,
    triples_of,
    words_by_strokes,
)

SMALLEST_FREQUENCY: Final = 1e-9
"""Share of a word that stands in no list; the lists' own rarest words have 1e-8."""
_LETTERS: Final = {
    "en": "abcdefghijklmnopqrstuvwxyz'",
    "de": "abcdefghijklmnopqrstuvwxyzäöüß",
    "fr": "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûœ'",
}
_COMPOUNDING: Final = frozenset({"de", "nl", "sv", "nb", "da", "fi"})
_SECOND_LANGUAGE: Final = 0.2
"""A word of a language that is not the first one counts this share of its frequency."""
_PART: Final = 0.1
"""A word known only by its parts counts this share of its rarest part."""
_COMPOUND_PART: Final = 3e-7
_SHORTEST_COMPOUND_PART: Final = 4
_NO_WORD: Final = re.compile(r"\d+|(?:[^\W\d_]{1,2}\.)+[^\W\d_]{0,2}|[ivx]+")
"""Parts that are numbers or initials, which no list has."""
_BLANKS: Final = str.maketrans("-–—/", "    ")
"""Parts of words put together are words by themselves."""
ENDS: Final = 4
"""Letters at the beginning and end of a word that tell that it is none."""
_HALVES: Final = 2
_loading: Final = Lock()


@dataclass(frozen=True, slots=True)
class WordList:
    """The words of one language with their shares of running text, most frequent first."""

    language: str
    frequencies: dict[str, float]
    letters: str
    triples: dict[str, float]


def word_list(language: str) -> WordList:
    """Return the list of `language` (ISO 639-1), loaded once; empty where none is installed."""
    with _loading:
        return _load(language)


@lru_cache(maxsize=8)
def _load(language: str) -> WordList:
    frequencies = frequencies_of(language)
    letters = _LETTERS.get(language, _LETTERS["en"])
    return WordList(language, frequencies, letters, triples_of(frequencies))


def _most_frequent(frequencies: Mapping[str, float], rarest: float) -> Iterator[str]:
    """Return the words above the share `rarest`; all others come behind them."""
    count = bisect_left(list(frequencies.values()), -rarest, key=neg)
    return islice(frequencies, count)


class Lexicon:
    """Several languages at once, the first being the main one.

    Tables are built when they are first needed and kept in fields of their own: a compiled class
    would work a `cached_property` out at every access.
    """

    def __init__(self, languages: tuple[str, ...]) -> None:
        """Load the lists of `languages`; those without a list are passed over."""
        self.languages = languages
        self.lists = tuple(found for found in map(word_list, languages) if found.frequencies)
        self.letters = "".join(dict.fromkeys("".join(found.letters for found in self.lists)))
        self._main = self.lists[0].frequencies if self.lists else {}
        self._others = tuple(found.frequencies for found in self.lists[1:])
        self._counting: dict[float, frozenset[str]] = {}
        self._ends: dict[float, tuple[frozenset[str], frozenset[str]]] = {}
        self._between: dict[str, str] | None = None
        self._triples: Container[str] | None = None
        self._by_strokes: dict[str, str] | None = None
        self._compounding = bool(_COMPOUNDING.intersection(languages))

    @property
    def triples(self) -> Container[str]:
        """Three letters, or a word's end and two letters, that familiar words have in a row."""
        found = self._triples
        if found is None:
            of_all = chain.from_iterable(listed.triples for listed in self.lists)
            alone = len(self.lists) == 1
            found = self._triples = self.lists[0].triples if alone else frozenset(of_all)
        return found

    def letters_between(self, pair: str) -> str:
        """Return the letters that may stand between the two of `pair`; blanks are ends of words."""
        between = self._between
        if between is None:
            between = self._between = letters_between(
                (found.triples for found in self.lists), self.letters
            )
        return between.get(pair, "")

    @property
    def main(self) -> str:
        """The main language; empty if there is none."""
        return self.languages[0] if self.languages else ""

    def listed(self, word: str) -> float:
        """Return the share of `word` (small letters) in running text; 0 if it is in no list."""
        best = self._main.get(word, 0.0)
        for frequencies in self._others:
            best = max(best, frequencies.get(word, 0.0) * _SECOND_LANGUAGE)
        return best

    def listed_among(self, words: Iterable[str], rarest: float) -> dict[str, float]:
        """Return the shares of those of `words` (small letters) that are in a list.

        Args:
            words: some hundreds of them; they are looked up among those that count only, a table
                that fits where processors look first.
            rarest: the share above which words count; one of few, for each has its own table.
        """
        share_of = self.listed if self._others else self._main.__getitem__
        return {word: share_of(word) for word in self.words_above(rarest).intersection(words)}

    def ends_of_words(self, rarest: float) -> tuple[frozenset[str], frozenset[str]]:
        """Return the first and the last letters of words above that share, `ENDS` of each."""
        found = self._ends.get(rarest)
        if found is None:
            words = list(self._words_above(rarest))  # in the order of memory: twice as fast
            found = self._ends[rarest] = ends_of(words, ENDS)
        return found

    def words_above(self, rarest: float) -> frozenset[str]:
        """Return the words above that share, one of few, for each has its own table."""
        found = self._counting.get(rarest)
        if found is None:
            found = self._counting[rarest] = frozenset(self._words_above(rarest))
        return found

    def _words_above(self, rarest: float) -> Iterator[str]:
        others = (_most_frequent(found, rarest / _SECOND_LANGUAGE) for found in self._others)
        return chain(_most_frequent(self._main, rarest), *others)

    def frequency(self, word: str) -> float:
        """Return the share of `word`, also when only its base or its parts are listed."""
        if not is_lookable(word):
            return 0.0
        return self.listed(word) or self._possessive(word) or self._compound(word)

    def prepare(self) -> None:
        """Build all tables now that are otherwise built when they are first needed."""
        _ = self.letters_between(""), self.triples, self.of_strokes("")

    def of_strokes(self, word: str) -> list[str]:
        """Return frequent words whose letters have the same strokes as those of `word`."""
        by_strokes = self._by_strokes
        if by_strokes is None:
            by_strokes = self._by_strokes = words_by_strokes(
                found.frequencies for found in self.lists
            )
        return by_strokes.get(strokes_of(word), "").split()

    def of_parts(self, parts: tuple[str, ...]) -> float:
        """Return the share of the rarest of `parts`, numbers passed over.

        A word that a line end once cut (`exe-cuted`) is known by the whole of it.
        """
        shares = [self.frequency(part) for part in parts if not _NO_WORD.fullmatch(part)]
        if not shares:
            return 0.0
        if len(parts) == 1:
            return shares[0]
        return (
            max(min(shares), self.listed("".join(parts)) if len(parts) == _HALVES else 0.0) * _PART
        )

    def familiarity(self, word: str) -> tuple[float, float]:
        """Return how usual the letter sequences of `word` are: the rarest one and the mean."""
        padded = f" {word[:60].translate(_BLANKS)} "
        starts = range(len(padded) - 2)
        triples = [padded[at : at + 3] for at in starts if padded[at + 1] != " "]
        by_list = [[found.triples.get(triple, 0.0) for triple in triples] for found in self.lists]
        values = list(map(max, *by_list)) if len(by_list) > 1 else (by_list or [[]])[0]
        return (min(values), sum(values) / len(values)) if values else (0.0, 0.0)

    def _possessive(self, word: str) -> float:
        if "'" not in word:
            return 0.0
        for ending in ("'s", "'"):
            if word.endswith(ending):
                return self.listed(word[: -len(ending)]) * _PART
        before, _, after = word.partition("'")
        if "fr" in self.languages and before in {"l", "d", "qu", "n", "s", "j", "m", "t", "c"}:
            return self.listed(after) * _PART
        if "en" in self.languages and before == "m":
            return max(self.listed("mc" + after), self.listed("mac" + after)) * _PART
        return 0.0

    def _compound(self, word: str, depth: int = 2) -> float:
        if not self._compounding or len(word) < 2 * _SHORTEST_COMPOUND_PART:
            return 0.0
        best = 0.0
        for at in range(_SHORTEST_COMPOUND_PART, len(word) - _SHORTEST_COMPOUND_PART + 1):
            after = self.listed(word[at:])
            if after >= _COMPOUND_PART:
                before = self._first_part(word[:at], depth)
                best = max(best, min(before, after)) if before >= _COMPOUND_PART else best
        return best * _PART

    def _first_part(self, part: str, depth: int) -> float:
        """Return the share of a compound's beginning, its joint (s, n, es) taken off."""
        share = self.listed(part)
        if part[-1] in "sn":
            share = max(share, self.listed(part[:-1]))
        if share < _COMPOUND_PART and depth > 1:
            inner = part[:-1] if part[-1] == "s" else part
            share = max(share, self._compound(inner, depth - 1) / _PART)
        return share
