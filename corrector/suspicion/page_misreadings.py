"""Ranks readings once more by what the whole text shows its recognition to make of what.

On one page every second e was read as o, on another r as i. What its own other suspected tokens
seem to be, each reading counted as far as it is believed, tells that without any person
(the profiles of Reffle and Ringlstetter, Unsupervised Profiling of OCRed Historical Documents,
Pattern Recognition 46, 2013, in their simplest form).
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import Levenshtein

from corrector.suspicion.joined import Replacing

_USUAL_TOKENS: Final = 300
"""Every misreading is thought to be met once beside, in a text of so many tokens."""
_LONGEST: Final = 40
"""Signs; longer tokens are debris."""
_COUNTED: Final = 5
"""Readings of each suspected token that are counted; the others are hardly believed."""

Misreading = tuple[str, str]
"""What was read, and what really stands there."""
Ranked = tuple[tuple[Replacing, float], ...]
"""Readings with their share of belief, best first."""


class Doubted(NamedTuple):
    """A suspected token: its text, how probably it is wrong, and what it may be."""

    text: str
    score: float
    ranked: Ranked


class PageMisreadings:
    """How often each misreading seems to stand in one text."""

    def __init__(self, doubted: Iterable[Doubted], tokens: int) -> None:
        """Count what `doubted`, the suspected tokens of a text of `tokens`, seem to be."""
        self._counts: dict[Misreading, float] = {}
        for one in doubted:
            for misreading, count in _believed(one):
                self._counts[misreading] = self._counts.get(misreading, 0.0) + count
        self._share = min(1.0, _USUAL_TOKENS / max(tokens, 1))

    def ranked(self, one: Doubted) -> Ranked:
        """Return the readings of `one` ranked by what other tokens were misread as, too."""
        own: dict[Misreading, float] = {}
        for misreading, count in _believed(one):
            own[misreading] = own.get(misreading, 0.0) + count
        if not own:
            return one.ranked
        shares = [share * self._factor(one.text, reading, own) for reading, share in one.ranked]
        total = sum(share for _, share in one.ranked) / (sum(shares) or 1.0)
        found = [
            (reading, share * total) for (reading, _), share in zip(one.ranked, shares, strict=True)
        ]
        found.sort(key=lambda entry: -entry[1])
        return tuple(found)

    def _factor(self, text: str, reading: Replacing, own: dict[Misreading, float]) -> float:
        """Return how much more `reading` is believed for what other tokens show."""
        factor = 1.0
        for misreading in _misreadings_of(text, reading):
            others = self._counts.get(misreading, 0.0) - own.get(misreading, 0.0)
            factor *= 1.0 + max(others, 0.0) * self._share
        return factor


def _believed(one: Doubted) -> Iterable[tuple[Misreading, float]]:
    for reading, share in one.ranked[:_COUNTED]:
        for misreading in _misreadings_of(one.text, reading):
            yield misreading, one.score * share


def _misreadings_of(text: str, reading: Replacing) -> Sequence[Misreading]:
    if not reading.text or reading.before or reading.behind or len(text) > _LONGEST:
        return ()
    return misreadings_between(text, reading.text)


@lru_cache(maxsize=20_000)
def misreadings_between(read: str, true: str) -> tuple[Misreading, ...]:
    """Return which letters of `read` were put for which of `true`; none added, none dropped."""
    found: list[list[int]] = []
    joined = False
    for code in Levenshtein.opcodes(read, true):
        if code.tag == "equal":
            joined = False
        elif joined:
            found[-1][1], found[-1][3] = code.src_end, code.dest_end
        else:
            found.append([code.src_start, code.src_end, code.dest_start, code.dest_end])
            joined = True
    pairs = ((read[a:b], true[c:d]) for a, b, c, d in found)
    return tuple([(was, is_so) for was, is_so in pairs if was and is_so])
