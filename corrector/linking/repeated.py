"""Exchanges phrases that stand twice, where each then follows on the words beside it.

Where the blocks of text and reading are not in the same order, the order of a phrase that both have
twice says nothing; the words before and behind it do.
"""

from collections.abc import Sequence
from typing import Final

from corrector.linking.ties import Ties

_LEAST_GAIN: Final = 2
"""Sides that follow on after an exchange and did not before: one more may be chance."""


def exchanged(ties: Ties, tokens: Sequence[str], words: Sequence[str]) -> Ties:
    """Return `ties` with phrases exchanged that stand twice on both sides.

    Args:
        ties: found by letters and order.
        tokens: all of the text, as compared.
        words: all of the reading, as compared.
    """
    phrases = _Phrases(ties, tokens, words)
    for token in sorted(phrases.word_of):
        for step in (1, -1):
            other = phrases.rival(token, step)
            if other is not None:
                phrases.exchange_if_better(token, other, -step)
    return ties | {token: [word] for token, word in phrases.word_of.items()}


class _Phrases:
    """Tokens that have one word each, while some of them are exchanged."""

    def __init__(self, ties: Ties, tokens: Sequence[str], words: Sequence[str]) -> None:
        self.word_of = {token: tied[0] for token, tied in ties.items() if len(tied) == 1}
        self._token_of = {word: token for token, word in self.word_of.items()}
        self._tokens, self._words = tokens, words

    def rival(self, token: int, step: int) -> int | None:
        """Return the like token that has the word which the neighbour of `token` follows on."""
        own, beside = self.word_of[token], self.word_of.get(token + step)
        if beside is None or beside == own + step:
            return None
        wanted = beside - step
        if not 0 <= wanted < len(self._words) or self._words[wanted] != self._words[own]:
            return None
        other = self._token_of.get(wanted)
        alike = other is not None and self._tokens[other] == self._tokens[token]
        return other if alike else None

    def exchange_if_better(self, token: int, other: int, step: int) -> None:
        """Exchange the phrases that run from both tokens in the direction `step`."""
        length = self._length(token, other, step)
        pairs = [(token + step * at, other + step * at) for at in range(length)]
        before = self._following(pairs)
        self._swap(pairs)
        if self._following(pairs) - before < _LEAST_GAIN:
            self._swap(pairs)

    def _length(self, token: int, other: int, step: int) -> int:
        """Return how many tokens the two phrases have in common, each read in one piece."""
        for length in range(1, abs(token - other)):
            mine, its = token + step * length, other + step * length
            alike = mine in self.word_of and its in self.word_of
            if not alike or self._tokens[mine] != self._tokens[its]:
                return length
            if not (self._goes_on(mine, step) and self._goes_on(its, step)):
                return length
        return abs(token - other)

    def _goes_on(self, token: int, step: int) -> bool:
        return self.word_of[token] - self.word_of[token - step] == step

    def _swap(self, pairs: Sequence[tuple[int, int]]) -> None:
        for one, two in pairs:
            first, second = self.word_of[one], self.word_of[two]
            self.word_of[one], self.word_of[two] = second, first
            self._token_of[first], self._token_of[second] = two, one

    def _following(self, pairs: Sequence[tuple[int, int]]) -> int:
        """Return how often a token follows on the one before, in the reading as in the text."""
        tokens = {one for pair in pairs for one in pair}
        known = (one for one in tokens | {one + 1 for one in tokens} if one in self.word_of)
        return sum(self.word_of.get(one - 1, -9) + 1 == self.word_of[one] for one in known)
