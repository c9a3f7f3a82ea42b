"""Finds which tokens of a changed stretch became which: one by one, joined, split or moved over.

The cheapest way through both token rows is taken. Turning tokens into others costs the code points
removed and added; leaving out or adding a token costs its length and one more; joining and
splitting, up to three tokens at a time, is allowed only where the letters stay mostly the same.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz.distance import Indel

from corrector.text.tokens import Token

Pairing = tuple[int, int, int, int]
"""Old tokens from..to became new tokens from..to; neither range is empty."""

_MOST_TOKENS_IN_GROUP: Final = 3
_LIKENESS_OF_GROUP: Final = 0.6
_COST_OF_GROUP: Final = 0.5
_COST_OF_GAP: Final = 1.0
_SHORTEST_BAND: Final = 4
_MOST_CELLS: Final = 12_000
"""About 0.2 s; a stretch beyond that was rewritten rather than corrected."""

_Cell = tuple[int, int]
_Step = tuple[float, _Cell]


def paired_tokens(old: Sequence[Token], new: Sequence[Token]) -> list[Pairing] | None:
    """Return the pairings in order, or None where the stretch is too long to pair tokens."""
    band = abs(len(old) - len(new)) + _SHORTEST_BAND
    if (len(old) + 1) * min(2 * band + 1, len(new) + 1) > _MOST_CELLS:
        return None
    best: dict[_Cell, _Step] = {(0, 0): (0.0, (0, 0))}
    for row in range(len(old) + 1):
        for column in range(max(0, row - band), min(len(new), row + band) + 1):
            here = best.get((row, column))
            if here is not None:
                _go_on(best, (row, column), here[0], old, new)
    return _way_back(best, (len(old), len(new)))


def _go_on(
    best: dict[_Cell, _Step], cell: _Cell, cost: float, old: Sequence[Token], new: Sequence[Token]
) -> None:
    row, column = cell
    for to_row, to_column, step in _steps(old, new, row, column):
        target = (to_row, to_column)
        if target not in best or cost + step < best[target][0]:
            best[target] = (cost + step, cell)


def _steps(
    old: Sequence[Token], new: Sequence[Token], row: int, column: int
) -> Iterator[tuple[int, int, float]]:
    """Yield where one can go from a cell, cheapest kinds first, and what it costs."""
    if row < len(old) and column < len(new):
        yield row + 1, column + 1, Indel.distance(old[row].text, new[column].text)
    if row < len(old):
        yield row + 1, column, len(old[row].text) + _COST_OF_GAP
    if column < len(new):
        yield row, column + 1, len(new[column].text) + _COST_OF_GAP
    for rows in range(1, min(_MOST_TOKENS_IN_GROUP, len(old) - row) + 1):
        for columns in range(1, min(_MOST_TOKENS_IN_GROUP, len(new) - column) + 1):
            cost = _cost_of_group(old[row : row + rows], new[column : column + columns])
            if cost is not None:
                yield row + rows, column + columns, cost


def _cost_of_group(old: Sequence[Token], new: Sequence[Token]) -> float | None:
    if len(old) == 1 and len(new) == 1:
        return None
    before = "".join(token.text for token in old)
    after = "".join(token.text for token in new)
    total = len(before) + len(after)
    if 2 * min(len(before), len(after)) < _LIKENESS_OF_GROUP * total:
        return None
    cost = Indel.distance(before, after)
    if cost > (1 - _LIKENESS_OF_GROUP) * total:
        return None
    return cost + _COST_OF_GROUP * (len(old) + len(new) - 2)


def _way_back(best: dict[_Cell, _Step], end: _Cell) -> list[Pairing]:
    pairings: list[Pairing] = []
    cell = end
    while cell != (0, 0):
        before = best[cell][1]
        if before[0] < cell[0] and before[1] < cell[1]:
            pairings.append((before[0], cell[0], before[1], cell[1]))
        cell = before
    return pairings[::-1]
