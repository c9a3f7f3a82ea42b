"""Builds the tables that a lexicon keeps of its words.

The loops here go over tens of thousands of words, which takes up to a tenth of a second. They stay
interpreted where other modules are compiled: compiled loops never let the window have its turn.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import islice
from math import log10
from typing import Final

_FAMILIAR_WORDS: Final = 40_000
"""So many of a list's most frequent words teach which letters follow one another."""
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


def triples_of(frequencies: Iterable[str]) -> dict[str, float]:
    """Return the decimal logarithm of how many familiar words have three letters in a row."""
    text = f" {' '.join(islice(frequencies, _FAMILIAR_WORDS))} "
    counts = Counter([text[at : at + 3] for at in range(len(text) - 2)])
    return {each: log10(count + 1) for each, count in counts.items() if each[1] != " "}


def letters_between(triples: Iterable[Iterable[str]], letters: Container[str]) -> dict[str, str]:
    """Return which of `letters` stand between two others; a blank is a word's end."""
    found: dict[str, dict[str, None]] = {}
    for of_list in triples:
        for triple in of_list:
            if triple[1] in letters:
                found.setdefault(triple[0] + triple[2], {})[triple[1]] = None
    return {pair: "".join(between) for pair, between in found.items()}


def words_by_length(lists: Iterable[Mapping[str, float]], most: int) -> dict[int, list[str]]:
    """Return the most frequent words of each list, at most so many, by their length."""
    found: dict[int, list[str]] = {}
    for frequencies in lists:
        for word in islice(frequencies, most):
            found.setdefault(len(word), []).append(word)
    return found


def words_by_strokes(lists: Iterable[Mapping[str, float]]) -> dict[str, str]:
    """Return the most frequent words by the strokes of their letters, blanks between them.

    Most stand alone there, and need no more memory so than they have already.
    """
    found: dict[str, str] = {}
    for frequencies in lists:
        words = list(islice(frequencies, _FAMILIAR_WORDS))
        for strokes, word in zip(strokes_of(" ".join(words)).split(" "), words, strict=True):
            others = found.get(strokes)
            found[strokes] = word if others is None else f"{others} {word}"
    return found


def strokes_of(text: str) -> str:
    """Return the strokes of the letters of `text`."""
    return text.translate(_STROKES)


def ends_of(words: Sequence[str], letters: int) -> tuple[frozenset[str], frozenset[str]]:
    """Return with which letters `words` begin and end, so many of each."""
    begins, ends = {word[:letters] for word in words}, {word[-letters:] for word in words}
    return frozenset(begins), frozenset(ends)
