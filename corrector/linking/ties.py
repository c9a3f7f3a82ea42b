"""Decides which words each token is, from the letters they share."""

from collections.abc import Mapping, Sequence
from typing import Final

from corrector.linking.letters import Shared

Ties = dict[int, list[int]]
"""Index of a token -> indices of its words, ascending."""

_LEAST_OF_BOTH: Final = 0.5
"""Common letters, as a share of the longer side, above which a token and a word are one."""
_LEAST_OF_PART: Final = 0.7
"""Common letters, as a share of the shorter side, above which it is a part of the other."""
_ROOM: Final = 1.25
"""How much longer the parts of a word may be than the word: the engine lost letters."""


def ties_by_letters(shared: Shared, tokens: Sequence[str], words: Sequence[str]) -> Ties:
    """Tie tokens to words that share most of their letters.

    Several tokens may share a word (the engine joined them), and a token may have several words
    (the engine split it), as long as the parts have room in the whole.
    """
    ties: Ties = {}
    token_room: dict[int, float] = {}
    word_room: dict[int, float] = {}
    for likeness, _, token, word in sorted(_likely(shared, tokens, words)):
        length, read = len(tokens[token]), len(words[word])
        whole = -likeness >= _LEAST_OF_BOTH
        need = min(length, read)
        token_left = token_room.get(token, _ROOM * length)
        word_left = word_room.get(word, _ROOM * read)
        untouched = whole and token not in token_room and word not in word_room
        if untouched or (need <= token_left and need <= word_left):
            token_room[token] = token_left - need
            word_room[word] = word_left - need
            ties.setdefault(token, []).append(word)
    return {token: sorted(ties[token]) for token in sorted(ties)}


def _likely(
    shared: Mapping[tuple[int, int], int], tokens: Sequence[str], words: Sequence[str]
) -> list[tuple[float, int, int, int]]:
    """Return (minus likeness, minus letters, token, word) of pairs that may be one another."""
    found = []
    for (token, word), letters in shared.items():
        length, read = len(tokens[token]), len(words[word])
        likeness = letters / max(length, read)
        if likeness >= _LEAST_OF_BOTH or letters >= _LEAST_OF_PART * min(length, read):
            found.append((-likeness, -letters, token, word))
    return found
