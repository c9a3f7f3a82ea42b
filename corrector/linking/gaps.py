"""Says which words may be the tokens between two anchors."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from corrector.linking.anchors import Anchor

_TAIL: Final = 8
"""Words beyond twice the tokens of a gap that are looked at: noise between lines."""
_WIDEST: Final = 60
"""Words more than that many times two are not looked at as one gap: a lost block of the text."""

Gap = tuple[range, list[int]]
"""Tokens, and the words that they may be, all by place."""


def find_gaps(anchors: Sequence[Anchor], tokens: int, words: int) -> Iterator[Gap]:
    """Yield the tokens between anchors with the free words behind the one, before the other.

    Args:
        anchors: ascending by token; no two share a token or a word.
        tokens: how many there are.
        words: how many there are.
    """
    taken = sorted(anchor.word for anchor in anchors)
    borders = [(-1, -1), *((one.token, one.word) for one in anchors), (tokens, words)]
    for (token, word), (next_token, next_word) in pairwise(borders):
        free = range(token + 1, next_token)
        if not free:
            continue
        yield free, _candidates(word, next_word, 2 * len(free) + _TAIL, taken, words)


def _candidates(before: int, behind: int, most: int, taken: Sequence[int], words: int) -> list[int]:
    """Return the free words between two, or at most `most` after the one and before the other."""
    if before < behind and behind - before - 1 <= 2 * most + _WIDEST:
        used = set(taken[bisect_left(taken, before) : bisect_left(taken, behind)])
        return [word for word in range(before + 1, behind) if word not in used]
    after = bisect_left(taken, before + 1)
    first_taken = taken[after] if after < len(taken) else words
    last_taken = taken[bisect_left(taken, behind) - 1] if bisect_left(taken, behind) else -1
    tail = range(before + 1, min(first_taken, before + 1 + most))
    head = range(max(last_taken + 1, behind - most), behind)
    return sorted({*tail, *head}) if before < behind else [*tail, *head]
