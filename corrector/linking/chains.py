"""Chains anchors that follow one another on both sides; blocks may stand in another order.

The heaviest chain is taken first, then the heaviest of what is left, and so on. A chain is a block
of the page that text and reading have in common: a paragraph, a column, a stamp.
"""

import sys
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

from corrector.linking.anchors import Anchor

_LOOK_BACK: Final = 16
"""Anchors before one that may precede it in its chain."""
_FARTHEST: Final = 60
"""Tokens or words between two anchors of a chain: a few lines that the engine lost."""
_SHIFT_COST: Final = 0.25
"""Letters that a step must bring for each word that one side has more than the other."""
_JUMP_COST: Final = 6.0
"""Letters of agreement that are never given up for staying in order."""
_LEAST_WEIGHT: Final = 10.0
"""Letters in agreement below which a chain that is out of order is taken for chance."""

Chain = list[Anchor]


def find_chains(anchors: Sequence[Anchor]) -> list[Chain]:
    """Return chains of `anchors`, the heaviest first; each token and word is in one at most.

    Args:
        anchors: ascending.
    """
    chains: list[Chain] = []
    left = list(anchors)
    while left:
        taken = _heaviest(left)
        chains += taken
        tokens = {anchor.token for chain in taken for anchor in chain}
        words = {anchor.word for chain in taken for anchor in chain}
        left = [one for one in left if one.token not in tokens and one.word not in words]
    return chains


def without_chance(chains: Iterable[Chain]) -> list[Anchor]:
    """Return the anchors of chains that are no chance agreement, ascending by token.

    A light chain is kept where it stands in order between its neighbours on both sides.
    """
    light: list[Chain] = []
    kept: list[Anchor] = []
    for chain in chains:
        heavy = sum(anchor.weight for anchor in chain) >= _LEAST_WEIGHT and len(chain) > 1
        if heavy or not (kept or light):
            kept += chain
        else:
            light.append(chain)
    kept.sort()
    for chain in light:
        if _is_in_order(chain, kept):
            at = bisect_left(kept, chain[0])
            kept[at:at] = chain
    return kept


def _heaviest(anchors: Sequence[Anchor]) -> list[Chain]:
    """Return the heaviest chain, and those others that share no token and no word with it."""
    scores, before = _scores(anchors)
    used = [False] * len(anchors)
    tokens: set[int] = set()
    words: set[int] = set()
    chains: list[Chain] = []
    for end in sorted(range(len(anchors)), key=scores.__getitem__, reverse=True):
        chain: Chain = []
        at = end
        while at >= 0 and not used[at]:
            used[at] = True
            if anchors[at].token in tokens or anchors[at].word in words:
                break
            chain.append(anchors[at])
            at = before[at]
        if chain:
            chains.append(chain[::-1])
            tokens.update(anchor.token for anchor in chain)
            words.update(anchor.word for anchor in chain)
    return chains


def _scores(anchors: Sequence[Anchor]) -> tuple[list[float], list[int]]:
    """Return the weight of the best chain that ends in each anchor, and the anchor before."""
    places = [(one.token, one.word, one.weight) for one in anchors]
    scores: list[float] = []
    before: list[int] = []
    for at, (token, word, weight) in enumerate(places):
        best, behind = 0.0, -1
        for earlier in range(at - 1, max(at - _LOOK_BACK, 0) - 1, -1):
            other_token, other_word, _ = places[earlier]
            if token - other_token > _FARTHEST:
                break
            if scores[earlier] <= best or token == other_token:
                continue
            if not 0 < word - other_word <= _FARTHEST:
                continue
            shift = abs(token - other_token - word + other_word)
            score = scores[earlier] - min(_SHIFT_COST * shift, _JUMP_COST)
            if score > best:
                best, behind = score, earlier
        scores.append(best + weight)
        before.append(behind)
    return scores, before


def _is_in_order(chain: Chain, kept: Sequence[Anchor]) -> bool:
    """Tell whether a chain stands between the words of the anchors around its tokens."""
    at = bisect_left(kept, chain[0])
    low = kept[at - 1].word if at else -1
    high = kept[at].word if at < len(kept) else sys.maxsize
    clear = at == bisect_left(kept, chain[-1])
    return clear and low < chain[0].word and chain[-1].word < high
