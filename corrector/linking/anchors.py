"""Finds where text and reading surely say the same: words, and runs of words, that are rare."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_RUNS: Final = (1, 2, 3, 5)
"""Tokens compared as one: together they tie words that are frequent one by one, and tell apart
phrases that come again with another ending."""
_MOST_PAIRS: Final = 6
"""A run that stands twice in the text and three times in the reading still says something."""


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A token and a word that read the same.

    Attributes:
        token: place of the token in the sequence that was compared.
        word: place of the word in its sequence.
        weight: how much the agreement says: letters that agree, less where they are frequent.
    """

    token: int
    word: int
    weight: float


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """Return what of a word is compared: letters and digits, case ignored, or all where none is."""
    return "".join(filter(str.isalnum, text)).casefold() or text


def find_anchors(tokens: Sequence[str], words: Sequence[str]) -> list[Anchor]:
    """Return all anchors between two sequences of plain texts, ascending by token and word."""
    weights: dict[tuple[int, int], float] = {}
    for run in _RUNS:
        mine, others = _runs(tokens, run), _runs(words, run)
        for letters, starts in mine.items():
            there = others.get(letters, ())
            for start, other, weight in _pairs(letters, starts, there) if there else ():
                for place in range(run):
                    pair = start + place, other + place
                    weights[pair] = max(weights.get(pair, 0.0), weight)
    return [Anchor(token, word, weight) for (token, word), weight in sorted(weights.items())]


def _runs(texts: Sequence[str], length: int) -> Mapping[tuple[str, ...], list[int]]:
    """Return where each run of `length` texts starts."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for start, run in enumerate(zip(*(texts[place:] for place in range(length)), strict=False)):
        found[run].append(start)
    return found


def _pairs(
    run: tuple[str, ...], starts: Sequence[int], there: Sequence[int]
) -> Iterator[tuple[int, int, float]]:
    """Yield where a run stands on both sides, and what that says.

    Frequent runs say nothing, nor does a word that is only repeated.
    """
    pairs = len(starts) * len(there)
    if pairs > _MOST_PAIRS or len(set(run)) <= len(run) // 2:
        return
    letters = sum(map(len, set(run)))
    if letters < len(run) + 1:
        return
    weight = letters / pairs
    for start in starts:
        for other in there:
            yield start, other, weight
