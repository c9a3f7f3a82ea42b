"""Ties tokens to words by their letters and their order alone, block by block."""

from collections.abc import Sequence

from corrector.linking.anchors import find_anchors
from corrector.linking.chains import find_chains, without_chance
from corrector.linking.gaps import find_gaps
from corrector.linking.letters import Shared, shared_letters
from corrector.linking.ties import Ties, ties_by_letters


def tie(tokens: Sequence[str], words: Sequence[str]) -> Ties:
    """Tie tokens to words, both as compared (`anchors.plain`) and given by place."""
    anchors = without_chance(find_chains(find_anchors(tokens, words)))
    shared = Shared({(one.token, one.word): len(tokens[one.token]) for one in anchors})
    for free, candidates in find_gaps(anchors, len(tokens), len(words)):
        for pair, letters in shared_letters(tokens, free, words, candidates).items():
            shared[pair] = max(shared[pair], letters)
    return ties_by_letters(shared, tokens, words)
