"""Lays tokens and words side by side, one to one or by length, where no letter speaks."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from corrector.linking.ties import Ties

_LONGEST: Final = 2.5
"""How many times longer or shorter than the tokens the words in their place may be."""
_MOST_PARTS: Final = 4
"""Tokens or words that are laid side by side where there are not equally many."""


def are_alike(
    mine: Sequence[int], others: Sequence[int], tokens: Sequence[str], words: Sequence[str]
) -> bool:
    """Tell whether tokens and words are about as many and as long."""
    if len(mine) != len(others) and max(len(mine), len(others)) > _MOST_PARTS:
        return False
    length = sum(len(tokens[token]) for token in mine)
    read = sum(len(words[word]) for word in others)
    return max(length, read) <= _LONGEST * min(length, read) + 1


def spread(
    mine: Sequence[int], others: Sequence[int], tokens: Sequence[str], words: Sequence[str]
) -> Ties:
    """Return ties of tokens to words, neither empty: in order, or by where their middles lie."""
    if len(mine) == len(others):
        return {token: [word] for token, word in zip(mine, others, strict=True)}
    if len(mine) < len(others):
        wholes = _wholes([words[one] for one in others], [tokens[one] for one in mine])
        found: Ties = {}
        for word, whole in zip(others, wholes, strict=True):
            found.setdefault(mine[whole], []).append(word)
        return found
    wholes = _wholes([tokens[one] for one in mine], [words[one] for one in others])
    return {token: [others[whole]] for token, whole in zip(mine, wholes, strict=True)}


def _wholes(parts: Sequence[str], wholes: Sequence[str]) -> list[int]:
    """Return into which of the fewer texts the middle of each of the many falls."""
    ends = list(accumulate(map(len, wholes)))
    part_ends = list(accumulate(map(len, parts)))
    scale = ends[-1] / part_ends[-1]
    middles = (end - len(part) / 2 for part, end in zip(parts, part_ends, strict=True))
    return [min(bisect_left(ends, middle * scale), len(wholes) - 1) for middle in middles]
