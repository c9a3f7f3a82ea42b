"""Word lists of languages: how frequent a word is, and how usual its letters are."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, islice
from math import log10
from operator import neg
from threading import Lock
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from corrector.suspicion.anatomy import is_lookable
from corrector.suspicion.word_files import frequencies_of

SMALLEST_FREQUENCY: Final = 1e-9
"""Share of a word that stands in no list; the lists' own rarest words have 1e-8."""
_FAMILIAR_WORDS: Final = 40_000
"""So many of a list's most frequent words teach which letters follow one another."""
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
_STROKES: Final = str.maketrans(
    {
        **dict.fromkeys("iltjfr1!|", "i"),
        **dict.fromkeys("nuhk", "ii"),
        **dict.fromkeys("mw", "iii"),
        **dict.fromkeys("aceos0", "o"),
        **dict.fromkeys("b6", "io"),
        **dict.fromkeys("dg", "oi"),
        **dict.fromkeys("yv", "v"),
        "'": "",
    }
)
"""Upright strokes and round ones that letters of small print consist of."""
_BLANKS: Final = str.maketrans("-–—/", "    ")
"""Parts of words put together are words by themselves."""
ENDS: Final = 4
"""Letters at the beginning and end of a word that tell that it is none."""
_HALVES: Final = 2
_MOST_DISTANT: Final = 8
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
    return WordList(language, frequencies, letters, _triples(frequencies))


def _triples(frequencies: dict[str, float]) -> dict[str, float]:
    """Return the decimal logarithm of how many familiar words have three letters in a row."""
    text = f" {' '.join(islice(frequencies, _FAMILIAR_WORDS))} "
    counts = Counter([text[at : at + 3] for at in range(len(text) - 2)])
    return {each: log10(count + 1) for each, count in counts.items() if each[1] != " "}


def _most_frequent(frequencies: Mapping[str, float], rarest: float) -> Iterator[str]:
    """Return the words above the share `rarest`; all others come behind them."""
    count = bisect_left(list(frequencies.values()), -rarest, key=neg)
    return islice(frequencies, count)


class Lexicon:
    """Several languages at once, the first being the main one."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        """Load the lists of `languages`; those without a list are passed over."""
        self.languages = languages
        self.lists = tuple(found for found in map(word_list, languages) if found.frequencies)
        self.letters = "".join(dict.fromkeys("".join(found.letters for found in self.lists)))
        self._main = self.lists[0].frequencies if self.lists else {}
        self._others = tuple(found.frequencies for found in self.lists[1:])
        self._counting: dict[float, frozenset[str]] = {}
        self._ends: dict[float, tuple[frozenset[str], frozenset[str]]] = {}
        self._compounding = bool(_COMPOUNDING.intersection(languages))

    @cached_property
    def _between(self) -> dict[str, str]:
        """Which letters stand between two others in familiar words; a blank is a word's end."""
        found: dict[str, dict[str, None]] = {}
        for listed in self.lists:
            for triple in listed.triples:
                if triple[1] in self.letters:
                    found.setdefault(triple[0] + triple[2], {})[triple[1]] = None
        return {pair: "".join(letters) for pair, letters in found.items()}

    @cached_property
    def triples(self) -> Container[str]:
        """Three letters, or a word's end and two letters, that familiar words have in a row."""
        if len(self.lists) == 1:
            return self.lists[0].triples
        return frozenset(chain.from_iterable(found.triples for found in self.lists))

    def letters_between(self, pair: str) -> str:
        """Return the letters that may stand between the two of `pair`; blanks are ends of words."""
        return self._between.get(pair, "")

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
            begins, ends = {word[:ENDS] for word in words}, {word[-ENDS:] for word in words}
            found = self._ends[rarest] = frozenset(begins), frozenset(ends)
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

    @cached_property
    def _by_ends(self) -> dict[tuple[int, str, str], list[str]]:
        """The most frequent words by length and first letter, and by length and last letter."""
        found: dict[tuple[int, str, str], list[str]] = {}
        for listed in self.lists:
            for word in islice(listed.frequencies, _FAMILIAR_WORDS):
                found.setdefault((len(word), word[0], ""), []).append(word)
                found.setdefault((len(word), "", word[-1]), []).append(word)
        return found

    @cached_property
    def _by_strokes(self) -> dict[str, str]:
        """The most frequent words by the strokes of their letters, with blanks between them.

        Most stand alone there, and need no more memory so than they have already.
        """
        found: dict[str, str] = {}
        for listed in self.lists:
            words = list(islice(listed.frequencies, _FAMILIAR_WORDS))
            all_strokes = " ".join(words).translate(_STROKES).split(" ")
            for strokes, word in zip(all_strokes, words, strict=True):
                others = found.get(strokes)
                found[strokes] = word if others is None else f"{others} {word}"
        return found

    def prepare(self) -> None:
        """Build all tables now that are otherwise built when they are first needed."""
        _ = self._between, self.triples, self._by_ends, self._by_strokes

    def of_strokes(self, word: str) -> list[str]:
        """Return frequent words whose letters have the same strokes as those of `word`."""
        return self._by_strokes.get(word.translate(_STROKES), "").split()

    def within(self, word: str, distance: int) -> dict[str, int]:
        """Return frequent words at most `distance` letters away, with distances.

        Only words that begin or end with the same letter as `word` are looked at.
        """
        found: dict[str, int] = {}
        for length in range(len(word) - distance, len(word) + distance + 1):
            for ends in ((length, word[0], ""), (length, "", word[-1])):
                near = process.extract(
                    word,
                    self._by_ends.get(ends, []),
                    scorer=Levenshtein.distance,
                    score_cutoff=distance,
                    limit=_MOST_DISTANT,
                )
                found.update((other, round(away)) for other, away, _ in near)
        return found

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
