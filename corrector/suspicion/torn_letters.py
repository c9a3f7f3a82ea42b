"""Finds words of which one wide letter was read as two or three narrow ones: svith, Aliss, ami."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.neighbours import Neighbour, neighbour
from corrector.suspicion.torn_groups import torn_in

_RAREST: Final = 1e-7
"""Rarer words are found by chance."""
_LONGEST: Final = 24
"""Letters; longer runs are debris."""


@lru_cache(maxsize=20_000)
def torn_neighbours(word: str, lexicon: Lexicon) -> tuple[Neighbour, ...]:
    """Return listed words that `word`, small letters, may be, in no order."""
    if len(word) > _LONGEST:
        return ()
    best: dict[str, float] = {}
    for other, cost in _mended(word):
        best[other] = min(cost, best.get(other, cost))
    shares = lexicon.listed_among(best, _RAREST)
    return tuple([neighbour(other, best[other], share) for other, share in shares.items()])


def _mended(word: str) -> Iterator[tuple[str, float]]:
    for end, length, true, cost in torn_in(word):
        yield word[: end - length] + true + word[end:], cost
