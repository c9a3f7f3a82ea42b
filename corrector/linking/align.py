"""Aligns a text with a reading of its scan: which words stand for each token.

The letters that text and reading share, in order, tie most tokens to words. What is left between
two ties is matched in order where there is equally much on both sides.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from corrector.linking.links import Link, united
from corrector.ocr.words import Reading, Word
from corrector.text.edits import opcodes, ratio
from corrector.text.tokens import Span, Token, tokenise

_Shared = Counter[tuple[int, int]]
"""Number of letters that a token and a word (their indices) have in common."""
_Ties = dict[int, list[int]]
"""Index of a token -> indices of its words, both ascending."""

_LEAST_SHARED: Final = 0.5
"""Common letters, as a share of the shorter side, below which they agree by chance."""
_BY_PLACE: Final = 0.1
"""Confidence of a tie for which nothing speaks but its place between two others."""


def align(text: str, reading: Reading) -> tuple[Link, ...]:
    """Return a link for every token of `text`, in order; unlinked ones have no box.

    Several tokens may share a word (the engine joined them), and a token may have several words
    (the engine split it).
    """
    tokens = tokenise(text)
    ties = _ties_by_letters(_shared_letters(text, tokens, reading), tokens, reading.words)
    ties |= _ties_by_place(ties, len(tokens), len(reading.words))
    return tuple(
        _link(token, ties.get(index, []), reading.words) for index, token in enumerate(tokens)
    )


def _shared_letters(text: str, tokens: Sequence[Token], reading: Reading) -> _Shared:
    """Count the letters that the smallest difference between text and reading leaves equal."""
    shared: _Shared = Counter()
    of_text = _Items([token.span for token in tokens])
    of_reading = _Items([word.span for word in reading.words])
    for tag, start, end, read_start, _ in opcodes(text, reading.text):
        if tag != "equal":
            continue
        away = read_start - start
        for token, common in of_text.within(Span(start, end)):
            for word, letters in of_reading.within(common.shifted(away)):
                shared[token, word] += letters.length
    return shared


class _Items:
    """The spans of tokens or words, to be found by place."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def within(self, stretch: Span) -> Iterator[tuple[int, Span]]:
        """Yield the index of each item that reaches into `stretch`, and how far it does."""
        first = max(bisect_right(self._starts, stretch.start) - 1, 0)
        for index in range(first, len(self._spans)):
            span = self._spans[index]
            if span.start >= stretch.end:
                return
            if span.end > stretch.start:
                yield index, Span(max(span.start, stretch.start), min(span.end, stretch.end))


def _ties_by_letters(shared: _Shared, tokens: Sequence[Token], words: Sequence[Word]) -> _Ties:
    """Tie each token to the word, and each word to the token, with which it shares most."""
    best_word: dict[int, int] = {}
    best_token: dict[int, int] = {}
    for (token, word), _ in shared.most_common():
        best_word.setdefault(token, word)
        best_token.setdefault(word, token)
    ties: _Ties = {}
    for (token, word), letters in sorted(shared.items()):
        shorter = min(tokens[token].span.length, words[word].span.length)
        best = best_word[token] == word or best_token[word] == token
        if best and letters >= _LEAST_SHARED * shorter:
            ties.setdefault(token, []).append(word)
    return ties


def _ties_by_place(ties: _Ties, tokens: int, words: int) -> _Ties:
    """Tie what is left between two ties, in order, where it is equally many on both sides."""
    found: _Ties = {}
    borders = [(-1, [-1]), *sorted(ties.items()), (tokens, [words])]
    for (token, before), (next_token, after) in pairwise(borders):
        free_tokens = range(token + 1, next_token)
        free_words = range(before[-1] + 1, after[0])
        if len(free_tokens) == len(free_words):
            found |= {one: [other] for one, other in zip(free_tokens, free_words, strict=True)}
    return found


def _link(token: Token, tied: list[int], words: Sequence[Word]) -> Link:
    if not tied:
        return Link(token.span, (), 0.0, None)
    read = "".join(words[index].text for index in tied)
    likeness = 1.0 if read == token.text else max(ratio(token.text, read), _BY_PLACE)
    return Link(token.span, tuple(tied), likeness, united(words[index].box for index in tied))
