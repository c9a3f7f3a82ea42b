"""Counts the letters that tokens and words have in common, in order."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Levenshtein

Shared = Counter[tuple[int, int]]
"""Number of letters that a token and a word (their indices) have in common."""


def shared_letters(
    tokens: Sequence[str], some_tokens: Sequence[int], words: Sequence[str], some: Sequence[int]
) -> Shared:
    """Count the letters that the smallest difference between some tokens and words leaves equal.

    Args:
        tokens: all, as compared.
        some_tokens: indices of those to count for, in order.
        words: all, as compared.
        some: indices of the words to count for, in order.
    """
    shared: Shared = Counter()
    if not some_tokens or not some:
        return shared
    mine, of_token = _joined(tokens, some_tokens)
    read, of_word = _joined(words, some)
    for block in Levenshtein.opcodes(mine, read).as_matching_blocks():
        for place in range(block.size):
            token, word = of_token[block.a + place], of_word[block.b + place]
            if token >= 0 and word >= 0:
                shared[token, word] += 1
    return shared


def _joined(texts: Sequence[str], indices: Iterable[int]) -> tuple[str, list[int]]:
    """Return some texts with blanks between, and whose each character is (-1: a blank)."""
    owners: list[int] = []
    for index in indices:
        owners += [index] * len(texts[index])
        owners.append(-1)
    return " ".join(texts[index] for index in indices), owners
