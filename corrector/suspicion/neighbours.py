"""Finds the listed words that a misread word may really be, by what engines confuse."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import log10
from string import ascii_lowercase
from typing import Final, NamedTuple

from rapidfuzz.distance import Prefix

from corrector.suspicion import confusions
from corrector.suspicion.confusions import Confused, confused_in
from corrector.suspicion.lexicon import SMALLEST_FREQUENCY, Lexicon
from corrector.suspicion.two_confusions import RAREST_FAR, far_strings

_LONGEST: Final = 24
_LONGEST_TWICE: Final = 14
_SHORTEST_TWICE: Final = 5
_RAREST_NEAR: Final = 3e-8
_SPLIT_PART: Final = 2e-5
_SHORT_SPLIT_PART: Final = 1e-3
_EITHER_PART: Final = 1e-5
"""Rarer words are no part; less than either share, so that rounding decides nothing."""
_SHORT: Final = 2
_KEPT: Final = 12
_REPEATED_LETTER: Final = 0.5
_LONG: Final = 6
_COMMON_LONG: Final = 1e-5
_FEW: Final = 3
_COMMON: Final = 1e-4
"""For words more frequent than this only usual confusions are looked up, to save time."""
_NEVER: Final = 99.0
_END: Final = "\n"
"""Stands in no word, not even in one whose letters were taken apart."""
_GOOD: Final = -7.5
"""A candidate of this merit spares the search for words two confusions away."""

_Found = tuple[float, float, float]
"""Merit, cost and share of a neighbour; only the best are made into one."""


class Neighbour(NamedTuple):
    """A word that may really stand there; a named tuple, for dozens are made of each shown token.

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


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """The words that may really stand there, most probable first.

    They are kept as columns: of most tokens words and merits only are gone through, and objects
    for a dozen words each would take longer to make and to be looked at by the garbage collector.
    """

    words: tuple[str, ...] = ()
    merits: tuple[float, ...] = ()
    costs: tuple[float, ...] = ()
    shares: tuple[float, ...] = ()

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Neighbour]:
        return map(Neighbour, self.words, self.costs, self.shares, self.merits)

    def __getitem__(self, at: int) -> Neighbour:
        return Neighbour(self.words[at], self.costs[at], self.shares[at], self.merits[at])


NO_NEIGHBOURS: Final = Neighbours()


def neighbour(word: str, cost: float, share: float) -> Neighbour:
    """Return the neighbour of these properties; `share` is above zero."""
    return Neighbour(word, cost, share, log10(share) - cost)


def prepare(lexicon: Lexicon) -> None:
    """Build the tables of `lexicon` now that are otherwise built when they are first needed."""
    lexicon.words_above(_RAREST_NEAR)
    lexicon.words_above(_EITHER_PART)
    lexicon.ends_of_words(RAREST_FAR)


def neighbours_of(word: str, lexicon: Lexicon, *, capitals: bool, far: bool) -> Neighbours:
    """Return the words of `lexicon` near `word`, most probable first, at most twelve.

    Args:
        word: as it was read, in small letters.
        lexicon: what words there are.
        capitals: whether it stands in capitals on the page, which are confused differently.
        far: whether to look for words that are two usual confusions away, too.
    """
    if not word or len(word) > _LONGEST:
        return NO_NEIGHBOURS
    confused = confused_in(word, confusions.CAPITALS if capitals else confusions.SMALL)
    best = _near(word, confused, lexicon)
    best.update(_splits(word, lexicon))
    best.pop(word, None)
    if far and _is_worth_looking_far(word, best):
        costs = far_strings(word, confused, lexicon)
        for other, share in lexicon.listed_among(costs, _RAREST_NEAR).items():
            if share > RAREST_FAR and other not in best:
                best[other] = _found(costs[other], share)
    best.pop(word, None)
    ranked = sorted((-merit, other, cost, share) for other, (merit, cost, share) in best.items())
    if not ranked:
        return NO_NEIGHBOURS
    worths, words, costs_of_words, shares = zip(*ranked[:_KEPT], strict=True)
    return Neighbours(words, tuple([-worth for worth in worths]), costs_of_words, shares)


def _found(cost: float, share: float) -> _Found:
    return log10(share) - cost, cost, share


def _is_common(word: str, lexicon: Lexicon) -> bool:
    share = lexicon.listed(word)
    return share > _COMMON_LONG and (len(word) >= _LONG or (share > _COMMON and len(word) > _FEW))


def _with_a_letter(word: str, lexicon: Lexicon) -> list[str]:
    """Return `word` with each letter replaced, and with one added, by those that may stand there.

    They are hundreds, put together as one text: that is several times as fast as one by one.
    """
    letters_between, padded, found = lexicon.letters_between, f" {word} ", []
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        added = letters_between(padded[at : at + 2])
        if added:
            found.append(before + f"{after}{_END}{before}".join(added) + after)
        replaced = letters_between(padded[at] + padded[at + 2]) if after else ""
        if replaced:
            after = after[1:]
            found.append(before + f"{after}{_END}{before}".join(replaced) + after)
    return _END.join(found).split(_END)


def costs_of_one_error(word: str, others: Iterable[str], *, capitals: bool) -> dict[str, float]:
    """Return the costs of those of `others` that are one error away from `word`."""
    if len(word) > _LONGEST:
        return {}
    cheap = _costs_of_confusions(word, capitals=capitals)
    costs = {other: cheap.get(other) or _cost_of_any_letter(word, other) for other in others}
    return {other: cost for other, cost in costs.items() if cost < _NEVER}


@lru_cache(maxsize=300)
def _costs_of_confusions(word: str, *, capitals: bool) -> dict[str, float]:
    confused = confused_in(word, confusions.CAPITALS if capitals else confusions.SMALL)
    cheap = _cheap(word, confused)
    return _costs_of_cheap(cheap, word, confused, frozenset(cheap))


def _cost_of_any_letter(word: str, other: str) -> float:
    """Return what it costs that one letter of `other` was read for another or overlooked."""
    at = Prefix.similarity(word, other)
    if other[at : at + 1] in ascii_lowercase and len(other) > at:
        if other[at + 1 :] == word[at + 1 :] and len(other) == len(word):
            return confusions.SUBSTITUTION
        if other[at + 1 :] == word[at:]:
            return confusions.DROPPED
    return _NEVER


def _is_worth_looking_far(word: str, near: dict[str, _Found]) -> bool:
    if not _SHORTEST_TWICE <= len(word) <= _LONGEST_TWICE:
        return False
    return all(merit < _GOOD for merit, _, _ in near.values())


def _near(word: str, confused: list[Confused], lexicon: Lexicon) -> dict[str, _Found]:
    """Return the listed words one error away from `word`.

    Most strings so near are no words, so that costs are worked out for those only that are. What
    is confused costs less than a letter replaced or overlooked.
    """
    cheap = _cheap(word, confused)
    others = () if _is_common(word, lexicon) else _with_a_letter(word, lexicon)
    listed = lexicon.listed_among(chain(cheap, others), _RAREST_NEAR)
    costs = _costs_of_cheap(cheap, word, confused, listed)
    return {
        other: _found(costs.get(other) or _cost_of_letter(word, other), share)
        for other, share in listed.items()
    }


def _cost_of_letter(word: str, other: str) -> float:
    return confusions.SUBSTITUTION if len(word) == len(other) else confusions.DROPPED


def _cheap(word: str, confused: list[Confused]) -> list[str]:
    """Return `word` without one of its letters, and then what it may be taken for."""
    heads = [word[:at] for at in range(len(word))]
    tails = [word[at:] for at in range(len(word) + 1)]
    found = [head + tail for head, tail in zip(heads, tails[1:], strict=True)]
    found += [f"{heads[at]}{true}{tails[end]}" for at, end, true, _ in confused]
    return found


def _costs_of_cheap(
    cheap: list[str], word: str, confused: list[Confused], among: Container[str]
) -> dict[str, float]:
    """Return the costs of those of `cheap`, which is what `_cheap` returns, that are `among`."""
    costs: dict[str, float] = {}
    for at, other in enumerate(cheap):
        if other not in among:
            continue
        if at < len(word):
            repeated = at > 0 and word[at - 1] == word[at]
            costs[other] = confusions.INSERTED - _REPEATED_LETTER * repeated
        else:
            costs[other] = min(confused[at - len(word)][3], costs.get(other, _NEVER))
    return costs


def _splits(word: str, lexicon: Lexicon) -> Iterator[tuple[str, _Found]]:
    """Yield pairs of frequent words that were run together, also over a letter read for a blank."""
    frequent = lexicon.words_above(_EITHER_PART)
    for at in range(1, len(word)):
        first = word[:at]
        if first not in frequent:
            continue
        before = lexicon.listed(first)
        if not _stands_alone(first, before):
            continue
        for skipped, cost in ((0, confusions.LOST_BLANK), (1, confusions.BLANK_AS_LETTER)):
            rest = word[at + skipped :]
            after = lexicon.listed(rest) if rest in frequent else 0.0
            if _stands_alone(rest, after):
                share = max(before * after * len(word), SMALLEST_FREQUENCY / 100)
                yield f"{first} {rest}", _found(cost, share)


def _stands_alone(part: str, share: float) -> bool:
    if len(part) == 1:
        return part in "ai" and share > _SHORT_SPLIT_PART
    return share > (_SHORT_SPLIT_PART if len(part) <= _SHORT else _SPLIT_PART)
