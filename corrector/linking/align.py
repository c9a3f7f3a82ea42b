"""Aligns a text with a reading of its scan: which words stand for each token.

Agreements that are rare on both sides are chained to blocks, whatever the order of the blocks; the
letters that text and reading share between them tie most of the rest; what is left is tied by the
place of its neighbours on the scan. Line breaks count for nothing.
"""

from collections.abc import Sequence
from typing import Final

from corrector.linking.anchors import Anchor, find_anchors, plain
from corrector.linking.by_place import ties_by_place
from corrector.linking.chains import find_chains, without_chance
from corrector.linking.gaps import find_gaps
from corrector.linking.letters import Shared, shared_letters
from corrector.linking.linking import linked
from corrector.linking.links import Link
from corrector.linking.places import Places
from corrector.linking.ties import Ties, ties_by_letters
from corrector.ocr.words import Reading
from corrector.text.tokens import tokenise

_PASSES_BY_PLACE: Final = 2
"""What was tied by place is a neighbour for others."""


def align(text: str, reading: Reading) -> tuple[Link, ...]:
    """Return a link for every token of `text`, in order; unlinked ones have no box.

    Several tokens may share a word (the engine joined them), and a token may have several words
    (the engine split it).
    """
    tokens = tokenise(text)
    mine = [plain(token.text) for token in tokens]
    read = [plain(word.text) for word in reading.words]
    ties = tie(mine, read)
    places = Places(reading.words)
    for _ in range(_PASSES_BY_PLACE):
        ties |= ties_by_place(ties, mine, read, places)
    return linked(tokens, ties, reading.words)


def tie(tokens: Sequence[str], words: Sequence[str]) -> Ties:
    """Tie tokens to words by their letters and their order alone."""
    anchors = _anchors(tokens, words)
    shared = Shared({(one.token, one.word): len(tokens[one.token]) for one in anchors})
    for free, candidates in find_gaps(anchors, len(tokens), len(words)):
        for pair, letters in shared_letters(tokens, free, words, candidates).items():
            shared[pair] = max(shared[pair], letters)
    return ties_by_letters(shared, tokens, words)


def _anchors(tokens: Sequence[str], words: Sequence[str]) -> list[Anchor]:
    """Return anchors without chance agreements, ascending by token."""
    return without_chance(find_chains(find_anchors(tokens, words)))
