"""Decides which words each token is, from the letters they share."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from corrector.linking.letters import Shared

Ties = dict[int, list[int]]
"""Index of a token -> indices of its words, ascending."""

_LEAST_OF_BOTH: Final = 0.5
"""Common letters, as a share of the longer side, above which a token and a word are one."""
_LEAST_OF_PART: Final = 0.7
"""Common letters, as a share of the shorter side, above which it is a part of the other."""
_LEAST_OF_WHOLE: Final = 0.4
"""Common letters of all parts together, as a share of the whole, below which it was chance."""
_ROOM: Final = 1.25
"""How much longer the parts of a word may be than the word: the engine lost letters."""


def ties_by_letters(shared: Shared, tokens: Sequence[str], words: Sequence[str]) -> Ties:
    """Tie tokens to words that share most of their letters.

    Several tokens may share a word (the engine joined them), and a token may have several words
    (the engine split it), as long as the parts have room in the whole.
    """
    pairs: set[tuple[int, int]] = set()
    token_room: dict[int, float] = {}
    word_room: dict[int, float] = {}
    for likeness, _, token, word in sorted(_likely(shared, tokens, words)):
        length, read = len(tokens[token]), len(words[word])
        need = min(length, read)
        token_left = token_room.get(token, _ROOM * length)
        word_left = word_room.get(word, _ROOM * read)
        whole = -likeness >= _LEAST_OF_BOTH
        if (
            need <= token_left
            and need <= word_left
            and (whole or need > 1 or _continues(token, word, pairs))
        ):
            token_room[token] = token_left - need
            word_room[word] = word_left - need
            pairs.add((token, word))
    return _without_chance(pairs, shared, tokens, words)


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


def _continues(token: int, word: int, pairs: set[tuple[int, int]]) -> bool:
    """Tell whether a part of one letter stands beside another part of the same whole."""
    beside = ((token - 1, word), (token + 1, word), (token, word - 1), (token, word + 1))
    return any(pair in pairs for pair in beside)


def _without_chance(
    pairs: set[tuple[int, int]], shared: Shared, tokens: Sequence[str], words: Sequence[str]
) -> Ties:
    """Return the ties of pairs whose parts together are enough of their whole."""
    of_token: Counter[int] = Counter()
    of_word: Counter[int] = Counter()
    for token, word in pairs:
        of_token[token] += shared[token, word]
        of_word[word] += shared[token, word]
    ties: Ties = {}
    for token, word in sorted(pairs):
        enough = _LEAST_OF_WHOLE * len(tokens[token]), _LEAST_OF_WHOLE * len(words[word])
        if of_token[token] >= enough[0] and of_word[word] >= enough[1]:
            ties.setdefault(token, []).append(word)
    return ties
