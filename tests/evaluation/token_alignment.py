"""Says for each token of a recognised text what it really is, given the right text.

Tokens are paired in order at the least cost: alike ones with one another, two or three with one
that they were torn out of, one with two or three that were run together in it. What is left of
the recognised text is noise.
"""

from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from corrector.text.tokens import tokenise

_ALIKE = str.maketrans({**dict.fromkeys('’‘`´“”„"«»', "'"), **dict.fromkeys("–—‐", "-"), "ſ": "s"})
_ALONE = 0.9
"""Cost of a token that nothing stands for; a pair of wholly different ones costs `_UNLIKE`."""
_UNLIKE = 1.7
_JOINED = 0.15
"""Cost of each blank too many or too few, beside what the letters cost."""
_NEVER = 99.0
_MOVES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (3, 1), (1, 3))
_ANCHOR = 3
_LONG = 60
"""Longer texts are cut at `_ANCHOR` equal tokens in a row, to save time."""

Judgement = tuple[bool, str | None]
"""Whether a token is wrong, and what it really is: None where it is a piece of something."""


def plain(text: str) -> str:
    """Return `text` with quotation marks and dashes made alike: no truth is sure of them."""
    return text.translate(_ALIKE)


class Torn(NamedTuple):
    """What a piece is torn out of: all its pieces as they were read, and the whole token."""

    pieces: str
    whole: str


def aligned(read: str, true: str) -> list[Judgement]:
    """Return for each token of `read` whether it is wrong, and what it really is."""
    return [judgement for judgement, _ in aligned_and_torn(read, true)]


def aligned_and_torn(read: str, true: str) -> list[tuple[Judgement, Torn | None]]:
    """Return the same with what each token is torn out of, where it is a piece of something."""
    tokens = [token.text for token in tokenise(read)]
    truths = [token.text for token in tokenise(true)]
    result: list[tuple[Judgement, Torn | None]] = []
    for start, end, true_start, true_end in _stretches(tokens, truths):
        result += _judged(tokens[start:end], truths[true_start:true_end])
    return result


def cost_between(read: str, true: str) -> float:
    """Return how unlike two strings are: 0 for equal ones, `_UNLIKE` for wholly different ones."""
    if read == true:
        return 0.0
    return _UNLIKE * Levenshtein.normalized_distance(plain(read), plain(true))


def _stretches(tokens: list[str], truths: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield stretches to be paired by themselves, cut inside long runs of equal tokens."""
    start = true_start = 0
    if len(tokens) > _LONG:
        for code in Levenshtein.opcodes(tokens, truths):
            if code.tag == "equal" and code.src_end - code.src_start >= _ANCHOR:
                yield start, code.src_start + 1, true_start, code.dest_start + 1
                yield code.src_start + 1, code.src_end - 1, code.dest_start + 1, code.dest_end - 1
                start, true_start = code.src_end - 1, code.dest_end - 1
    yield start, len(tokens), true_start, len(truths)


def _judged(tokens: list[str], truths: list[str]) -> list[tuple[Judgement, Torn | None]]:
    if tokens == truths:
        return [((False, token), None) for token in tokens]
    result: list[tuple[Judgement, Torn | None]] = []
    for taken, start, matched, true_start in _pairing(tokens, truths):
        right = " ".join(truths[true_start : true_start + matched])
        if taken == 1:
            result.append(((plain(right) != plain(tokens[start]), right), None))
        else:
            torn = Torn(" ".join(tokens[start : start + taken]), right)
            result += [((True, None), torn)] * taken
    return result


def _pairing(tokens: list[str], truths: list[str]) -> list[tuple[int, int, int, int]]:
    """Return the cheapest pairing: how many tokens from where stand for how many from where."""
    best: dict[tuple[int, int], tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    for at in range(len(tokens) + 1):
        for true_at in range(len(truths) + 1):
            if at or true_at:
                best[at, true_at] = min(
                    (
                        best[at - taken, true_at - matched][0]
                        + _cost(tokens[at - taken : at], truths[true_at - matched : true_at]),
                        taken,
                        matched,
                    )
                    for taken, matched in _MOVES
                    if taken <= at and matched <= true_at
                )
    found = []
    at, true_at = len(tokens), len(truths)
    while at or true_at:
        _, taken, matched = best[at, true_at]
        at, true_at = at - taken, true_at - matched
        found.append((taken, at, matched, true_at))
    return found[::-1]


def _cost(read: list[str], true: list[str]) -> float:
    if not read or not true:
        return _ALONE
    whole = cost_between("".join(read), "".join(true))
    if len(read) == len(true):
        return whole
    pieces = min(cost_between(one, other) for one in read for other in true)
    return whole + _JOINED * (len(read) + len(true) - 2) if whole < pieces else _NEVER
