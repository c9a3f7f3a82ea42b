"""Ties tokens for which no letter speaks, by the place of their neighbours on the scan.

A word that the engine misread altogether, or found in another block than the rest of its line,
stands nevertheless between the words of the tokens before and behind.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from corrector.linking.letters import shared_letters
from corrector.linking.places import Places
from corrector.linking.side_by_side import are_alike, spread
from corrector.linking.ties import Ties, ties_by_letters


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
        if mine and others and are_alike(mine, others, tokens, words):
            found |= spread(mine, others, tokens, words)
    return found
