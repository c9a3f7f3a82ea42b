"""Ties tokens for which no letter speaks, by the place of their neighbours on the scan.

A word that the engine misread altogether, or found in another block than the rest of its line,
stands nevertheless between the words of the tokens before and behind.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

from corrector.linking.letters import shared_letters
from corrector.linking.places import Places
from corrector.linking.ties import Ties, ties_by_letters

_LONGEST: Final = 2.5
"""How many times longer or shorter than the tokens the words in their place may be."""
_MOST_PARTS: Final = 4
"""Tokens or words that are laid side by side where there are not equally many."""


def ties_by_place(ties: Ties, tokens: Sequence[str], words: Sequence[str], places: Places) -> Ties:
    """Return ties for tokens that have none, by the places of their neighbours.

    Args:
        ties: found so far.
        tokens: all of the text, as compared.
        words: all of the reading, as compared.
        places: of the words.
    """
    used = {word for tied in ties.values() for word in tied}
    found: Ties = {}
    for run, before, behind in _runs(ties, len(tokens)):
        free = [word for word in places.near(before, behind) if word not in used]
        tied = _by_letters(run, free, tokens, words)
        if before is not None and behind is not None:
            tied |= _side_by_side(run, free, tied, tokens, words)
        found |= tied
        used.update(word for some in tied.values() for word in some)
    return found


def _runs(ties: Ties, tokens: int) -> Iterator[tuple[range, int | None, int | None]]:
    """Yield tokens that are not tied, with the word before and the word behind them."""
    for token, following in pairwise([-1, *sorted(ties), tokens]):
        if following - token > 1:
            before = ties[token][-1] if token >= 0 else None
            behind = ties[following][0] if following < tokens else None
            yield range(token + 1, following), before, behind


def _by_letters(
    run: Sequence[int], free: Sequence[int], tokens: Sequence[str], words: Sequence[str]
) -> Ties:
    return ties_by_letters(shared_letters(tokens, run, words, free), tokens, words)


def _side_by_side(
    run: Sequence[int],
    free: Sequence[int],
    tied: Ties,
    tokens: Sequence[str],
    words: Sequence[str],
) -> Ties:
    """Tie what is left between two ties, where it is about as long on both sides."""
    place = {word: at for at, word in enumerate(free)}
    first, last = run[0] - 1, run[-1] + 1
    borders = [
        (first, -1, -1),
        *((token, place[some[0]], place[some[-1]]) for token, some in sorted(tied.items())),
        (last, len(free), len(free)),
    ]
    found: Ties = {}
    for (token, _, word), (next_token, next_word, _) in pairwise(borders):
        mine, others = range(token + 1, next_token), free[word + 1 : next_word]
        if mine and others and _are_alike(mine, others, tokens, words):
            found |= _spread(mine, others, tokens, words)
    return found


def _are_alike(
    mine: Sequence[int], others: Sequence[int], tokens: Sequence[str], words: Sequence[str]
) -> bool:
    """Tell whether tokens and words are about as many and as long."""
    if len(mine) != len(others) and max(len(mine), len(others)) > _MOST_PARTS:
        return False
    length = sum(len(tokens[token]) for token in mine)
    read = sum(len(words[word]) for word in others)
    return max(length, read) <= _LONGEST * min(length, read) + 1


def _spread(
    mine: Sequence[int], others: Sequence[int], tokens: Sequence[str], words: Sequence[str]
) -> Ties:
    """Lay tokens and words side by side: one to one, or by the place of their middles."""
    if len(mine) == len(others):
        return {token: [word] for token, word in zip(mine, others, strict=True)}
    few, many = (mine, others) if len(mine) < len(others) else (others, mine)
    texts, parts = (tokens, words) if few is mine else (words, tokens)
    ends = list(accumulate(len(texts[one]) for one in few))
    total = sum(len(parts[one]) for one in many)
    middles = (end - len(parts[one]) / 2 for one, end in _with_ends(many, parts))
    found: Ties = {}
    for one, middle in zip(many, middles, strict=True):
        whole = few[min(bisect_left(ends, middle * ends[-1] / total), len(few) - 1)]
        token, word = (whole, one) if few is mine else (one, whole)
        found.setdefault(token, []).append(word)
    return found


def _with_ends(some: Sequence[int], texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    return zip(some, accumulate(len(texts[one]) for one in some), strict=True)
