"""Finds the listed words that a misread word may really be, by what engines confuse."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log10
from string import ascii_lowercase
from typing import Final

from corrector.suspicion import confusions
from corrector.suspicion.confusions import Confusions
from corrector.suspicion.lexicon import SMALLEST_FREQUENCY, Lexicon

_LONGEST: Final = 24
_LONGEST_TWICE: Final = 14
_SHORTEST_TWICE: Final = 5
_RAREST_FAR: Final = 3e-7
"""Candidates two errors away must be at least this frequent."""
_RAREST_NEAR: Final = 3e-8
_SPLIT_PART: Final = 2e-5
_SHORT_SPLIT_PART: Final = 1e-3
_SHORT: Final = 2
_KEPT: Final = 12
_REPEATED_LETTER: Final = 0.5
_AGAIN: Final = 0.8
"""Errors come together: a further one costs this share of the first."""
_SHORTEST_DISTANT: Final = 5
_SHORTEST_THREE_ERRORS: Final = 9
_DEAREST_PAIR: Final = 4.3
"""Two confusions are looked at together if at least one of them is a frequent one."""
_LONG: Final = 6
_COMMON: Final = 3e-5
"""For long words more frequent than this only usual confusions are looked up, to save time."""
_NEVER: Final = 99.0
_GOOD: Final = -7.5
"""A candidate of this merit spares the search for words two confusions away."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A word that may really stand there.

    Attributes:
        word: in small letters; with a blank where two words were joined.
        cost: negative decimal logarithm of how often it is misread so.
        share: its share of running text.
        merit: decimal logarithm of how probable it is that this word was meant and misread so.
    """

    word: str
    cost: float
    share: float
    merit: float


def neighbour(word: str, cost: float, share: float) -> Neighbour:
    """Return the neighbour of these properties; `share` is above zero."""
    return Neighbour(word, cost, share, log10(share) - cost)


def neighbours_of(
    word: str, lexicon: Lexicon, *, capitals: bool, far: bool
) -> tuple[Neighbour, ...]:
    """Return the words of `lexicon` near `word`, most probable first, at most twelve.

    Args:
        word: as it was read, in small letters.
        lexicon: what words there are.
        capitals: whether it stands in capitals on the page, which are confused differently.
        far: whether to look for words that are two usual confusions away, too.
    """
    if not word or len(word) > _LONGEST:
        return ()
    table = confusions.CAPITALS if capitals else confusions.SMALL
    common = len(word) >= _LONG and lexicon.listed(word) > _COMMON
    letters = "" if common else lexicon.letters
    best = _known(_once(word, table, letters), lexicon, _RAREST_NEAR)
    for blank in _splits(word, lexicon):
        best[blank.word] = blank
    best.pop(word, None)
    if far and _is_worth_looking_far(word, best):
        for found in _known(_twice(word, table), lexicon, _RAREST_FAR).values():
            best.setdefault(found.word, found)
    best.pop(word, None)
    return tuple(sorted(best.values(), key=lambda found: -found.merit)[:_KEPT])


@lru_cache(maxsize=300)
def costs_of_one_error(word: str, *, capitals: bool) -> dict[str, float]:
    """Return all strings one error away from `word` with their costs; not to be changed."""
    if len(word) > _LONGEST:
        return {}
    return _once(word, confusions.CAPITALS if capitals else confusions.SMALL, ascii_lowercase)


@lru_cache(maxsize=20_000)
def distant_neighbours(word: str, lexicon: Lexicon) -> tuple[Neighbour, ...]:
    """Return frequent words two letters away from `word`, three from a long one; takes 2 ms."""
    if not _SHORTEST_DISTANT <= len(word) <= _LONGEST or not word.isalpha():
        return ()
    distance = 3 if len(word) >= _SHORTEST_THREE_ERRORS else 2
    return tuple(
        neighbour(other, confusions.SUBSTITUTION * away * _AGAIN, lexicon.listed(other))
        for other, away in lexicon.within(word, distance)
        if lexicon.listed(other) > _RAREST_FAR
    )


def _is_worth_looking_far(word: str, near: dict[str, Neighbour]) -> bool:
    if not _SHORTEST_TWICE <= len(word) <= _LONGEST_TWICE:
        return False
    return all(found.merit < _GOOD for found in near.values())


def _known(costs: dict[str, float], lexicon: Lexicon, rarest: float) -> dict[str, Neighbour]:
    """Return those candidates, given with their costs, that are listed words."""
    return {
        word: neighbour(word, costs[word], share)
        for word, share in lexicon.listed_among(costs).items()
        if share > rarest
    }


def _confused(word: str, table: Confusions, start: int = 0) -> Iterator[tuple[int, str, float]]:
    for at in range(start, len(word)):
        for length in range(1, confusions.LONGEST + 1):
            found = table.get(word[at : at + length])
            if found:
                before, after = word[:at], word[at + length :]
                for true, cost in found:
                    yield at + len(true), before + true + after, cost


def _once(word: str, table: Confusions, letters: str) -> dict[str, float]:
    """Return all strings one error away from `word` with their costs."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    costs = dict.fromkeys(
        [before + letter + after[1:] for before, after in cuts[:-1] for letter in letters],
        confusions.SUBSTITUTION,
    )
    costs |= dict.fromkeys(
        [before + letter + after for before, after in cuts for letter in letters],
        confusions.DROPPED,
    )
    for before, after in cuts[:-1]:
        repeated = before[-1:] == after[0]
        costs[before + after[1:]] = confusions.INSERTED - (_REPEATED_LETTER if repeated else 0.0)
    return _with_cheaper(costs, ((true, cost) for _, true, cost in _confused(word, table)))


def _twice(word: str, table: Confusions) -> dict[str, float]:
    """Return all strings two confusions away from `word`, the second right of the first."""
    pairs = (
        (twice, first + second)
        for position, once, first in _confused(word, table)
        for _, twice, second in _confused(once, table, position)
        if first + second <= _DEAREST_PAIR
    )
    return _with_cheaper({}, pairs)


def _with_cheaper(costs: dict[str, float], others: Iterator[tuple[str, float]]) -> dict[str, float]:
    for word, cost in others:
        if cost < costs.get(word, _NEVER):
            costs[word] = cost
    return costs


def _splits(word: str, lexicon: Lexicon) -> Iterator[Neighbour]:
    """Yield pairs of frequent words that were run together, also over a letter read for a blank."""
    for at in range(1, len(word)):
        before = lexicon.listed(word[:at])
        if not _stands_alone(word[:at], before):
            continue
        for skipped, cost in ((0, confusions.LOST_BLANK), (1, confusions.BLANK_AS_LETTER)):
            rest = word[at + skipped :]
            after = lexicon.listed(rest) if rest else 0.0
            if _stands_alone(rest, after):
                share = max(before * after * len(word), SMALLEST_FREQUENCY / 100)
                yield neighbour(f"{word[:at]} {rest}", cost, share)


def _stands_alone(part: str, share: float) -> bool:
    if len(part) == 1:
        return part in "ai" and share > _SHORT_SPLIT_PART
    return share > (_SHORT_SPLIT_PART if len(part) <= _SHORT else _SPLIT_PART)
