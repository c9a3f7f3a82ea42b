"""Words of two texts of one place, put side by side: which word was which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from corrector.text.tokens import Token

_STEPS: Final = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (3, 1), (1, 3), (4, 1), (1, 4))
_ALONE: Final = 0.3
_REPLACED: Final = 0.55
"""Less than two words alone: what stands in the place of another was that, however unlike."""
_DIVIDED: Final = 0.1
_MUCH_THE_SAME: Final = 0.7
_MOST: Final = 400
"""Pairs of words that are compared at most; a passage written anew is one pair."""


@dataclass(frozen=True, slots=True)
class WordPair:
    """Words of the current text and the words of the first version that they were.

    Attributes:
        new: one, as a rule; several where a word was divided, none where it was removed.
        old: one, as a rule; several where words were joined, none where the machine had left
            something out.
    """

    new: tuple[Token, ...]
    old: tuple[Token, ...]

    @property
    def changed(self) -> bool:
        """Whether they read otherwise now; other blanks between them change nothing."""
        return [token.text for token in self.new] != [token.text for token in self.old]

    @property
    def former(self) -> str:
        """What the first version read; empty where it had nothing."""
        return " ".join(token.text for token in self.old)


def side_by_side(new: Sequence[Token], old: Sequence[Token]) -> Iterator[WordPair]:
    """Yield the words of both texts in pairs, in order."""
    if len(new) == len(old) == 1:
        yield WordPair(tuple(new), tuple(old))
        return
    matcher = SequenceMatcher(
        None, [token.text for token in old], [token.text for token in new], autojunk=False
    )
    for _, first, last, start, end in matcher.get_opcodes():
        yield from _stretch(tuple(new[start:end]), tuple(old[first:last]))


def _stretch(new: tuple[Token, ...], old: tuple[Token, ...]) -> Iterator[WordPair]:
    """Yield the pairs of words between others that agree, or that agree all."""
    if len(new) * len(old) > _MOST:
        yield WordPair(new, old)
    elif [token.text for token in new] == [token.text for token in old]:
        yield from (WordPair((a,), (b,)) for a, b in zip(new, old, strict=True))
    else:
        at = down = 0
        for across, deep in _cheapest(new, old):
            yield WordPair(new[at : at + across], old[down : down + deep])
            at, down = at + across, down + deep


def _cheapest(new: Sequence[Token], old: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Return how many words of either text go together, step by step, so that all are most alike.

    One word may be a few others put together, but only if they read much the same.
    """
    best: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {(0, 0): (0.0, ())}
    for at in range(len(new) + 1):
        for down in range(len(old) + 1):
            if (at, down) == (0, 0):
                continue
            ways = []
            for across, deep in _STEPS:
                known = best.get((at - across, down - deep))
                if known is not None:
                    cost = _cost(new[at - across : at], old[down - deep : down])
                    ways.append((known[0] + cost, (*known[1], (across, deep))))
            best[at, down] = min(ways, key=lambda way: way[0])
    return best[len(new), len(old)][1]


def _cost(new: Sequence[Token], old: Sequence[Token]) -> float:
    """Return how little the words have to do with each other; 0 where they read the same."""
    if not new or not old:
        return _ALONE
    one, other = ("".join(token.text for token in words) for words in (new, old))
    likeness = SequenceMatcher(None, one, other, autojunk=False).ratio()
    if len(new) == len(old):
        return min(1 - likeness, _REPLACED)
    return 1 - likeness + _DIVIDED if likeness >= _MUCH_THE_SAME else float(len(new) + len(old))
