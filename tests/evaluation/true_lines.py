"""Finds the true line that each recognised word stands in, by place and by likeness.

Boxes of true lines overlap the lines beside them where a page is skewed, so the place alone would
give words to wrong lines. Neighbours in a recognised line mostly stand in one true line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from token_alignment import cost_between

_REACH = 2.0
"""Heights of a line between its middle and that of a word, at most."""
_BESIDE = 30
"""Pixels that a word may stand beside its line."""
_DISTANCE = 0.3
_NOWHERE = 0.95
"""Cost of standing in no true line: near that of unlike words in a near line."""
_CHANGE = 0.6
"""Cost of standing in another line than the word before."""


@dataclass(frozen=True)
class TrueLine:
    """A line of the truth with its box in pixels."""

    left: float
    top: float
    width: float
    height: float
    text: str


def homes_of(words: Sequence[dict[str, str]], lines: Sequence[TrueLine]) -> list[int | None]:
    """Return for each word (a row of Tesseract's table) the number of its line, or None."""
    truths = [line.text.split() for line in lines]
    homes: list[int | None] = []
    for _, group in groupby(
        words, lambda word: (word["block_num"], word["par_num"], word["line_num"])
    ):
        homes += _cheapest([_costs(word, lines, truths) for word in group])
    return homes


def _costs(
    word: dict[str, str], lines: Sequence[TrueLine], truths: list[list[str]]
) -> dict[int | None, float]:
    """Return the costs of all lines that the word may stand in, and of none."""
    costs: dict[int | None, float] = {None: _NOWHERE}
    for number, away in _near(word, lines):
        unlike = min(
            (cost_between(word["text"].strip(), true) for true in truths[number]), default=1
        )
        costs[number] = _DISTANCE * away + min(unlike, 1.0)
    return costs


def _near(word: dict[str, str], lines: Sequence[TrueLine]) -> Iterator[tuple[int, float]]:
    """Yield the lines in reach with their distances, in heights."""
    middle_x = float(word["left"]) + float(word["width"]) / 2
    middle_y = float(word["top"]) + float(word["height"]) / 2
    for number, line in enumerate(lines):
        if line.height and line.left - _BESIDE <= middle_x <= line.left + line.width + _BESIDE:
            away = abs(middle_y - line.top - line.height / 2) / line.height
            if away < _REACH:
                yield number, away


def _cheapest(costs: list[dict[int | None, float]]) -> list[int | None]:
    """Return the cheapest way through the words of a recognised line."""
    sums = [dict(costs[0])]
    came: list[dict[int | None, int | None]] = []
    for own in costs[1:]:
        before = sums[-1]
        cheapest = min(before, key=before.__getitem__)
        came.append(
            {
                home: home
                if home in before and before[home] <= before[cheapest] + _CHANGE
                else cheapest
                for home in own
            }
        )
        sums.append(
            {
                home: cost + before[came[-1][home]] + _CHANGE * (came[-1][home] != home)
                for home, cost in own.items()
            }
        )
    way = [min(sums[-1], key=sums[-1].__getitem__)]
    for sources in reversed(came):
        way.append(sources[way[-1]])
    return way[::-1]
