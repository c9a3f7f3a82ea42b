"""Finds strings from which two confusions may have made a word, as few of them as can be words."""

from bisect import bisect_left
from typing import Final

from corrector.suspicion.confusions import Confused
from corrector.suspicion.lexicon import ENDS, Lexicon

RAREST_FAR: Final = 3e-7
"""Candidates two errors away must be at least this frequent."""
_DEAREST_PAIR: Final = 4.3
"""Two confusions are looked at together if at least one of them is a frequent one."""
_NEVER: Final = 99.0

_First = tuple[int, int, str, float, bool]
"""A confusion, and whether the letters behind it may stand there behind what it makes."""
_Second = tuple[int, str, float]
"""Where a confusion begins, the rest of the word with what really stood there, and its cost."""


def far_strings(word: str, confused: list[Confused], lexicon: Lexicon) -> dict[str, float]:
    """Return strings two confusions away from `word`, the second right of the first, with costs.

    Those are left out that no frequent word begins or ends like, or in which a confusion would
    make three letters that familiar words do not have in a row.
    """
    costs: dict[str, float] = {}
    begins, ends = lexicon.ends_of_words(RAREST_FAR)
    firsts, beside, wholes = _fitting_in(word, confused, lexicon)
    beside = [found for found in beside if len(found[1]) < ENDS or found[1][-ENDS:] in ends]
    wholes = [found for found in wholes if len(found[1]) < ENDS or found[1][-ENDS:] in ends]
    frequent = [found for found in wholes if found[2] <= _DEAREST_PAIR / 2]
    for at, end, true, cost, fits_behind in firsts:
        head, dearest = word[:at] + true, _DEAREST_PAIR - cost
        if len(head) >= ENDS and head[:ENDS] not in begins:
            continue
        seconds = beside[bisect_left(beside, (end,)) : bisect_left(beside, (end + 2,))]
        if fits_behind:
            far = wholes if cost <= _DEAREST_PAIR / 2 else frequent
            seconds += far[bisect_left(far, (end + 2,)) :]
        for second, tail, second_cost in seconds:
            if second_cost <= dearest:
                other = head + word[end:second] + tail
                if cost + second_cost < costs.get(other, _NEVER):
                    costs[other] = cost + second_cost
    return costs


def _fitting_in(
    word: str, confused: list[Confused], lexicon: Lexicon
) -> tuple[list[_First], list[_Second], list[_Second]]:
    """Return which of two confusions may be the first, which the second, and which far behind.

    Letters of the word stay on the left of the first and on the right of the second, and where two
    stay between them also on the other sides.
    """
    firsts: list[_First] = []
    seconds: list[_Second] = []
    wholes: list[_Second] = []
    known, padded, length = lexicon.triples, f" {word} ", len(word)
    for at, end, true, cost in confused:
        behind = end == length or true[-1] + padded[end + 1 : end + 3] in known
        before = at == 0 or padded[at - 1 : at + 1] + true[0] in known
        if before:
            firsts.append((at, end, true, cost, behind))
        if behind:
            found = at, true + word[end:], cost
            seconds.append(found)
            if before:
                wholes.append(found)
    return firsts, seconds, wholes
