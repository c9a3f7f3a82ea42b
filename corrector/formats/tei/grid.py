"""Divides the text of a table into rows and cells: a line is a row, blanks part its cells."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from corrector.formats.tei.characters import permitted
from corrector.text.tokens import Span

_PARTING: Final = re.compile(r" *\t *| {2,}")
"""One tab with blanks around it, or two and more blanks."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the number of its row, from 0, and its text; what parts cells is in none."""

    row: int
    span: Span


class Grid:
    """The cells of one table in order."""

    def __init__(self, text: str, table: Span, enclosed: Sequence[Span], points: set[int]) -> None:
        """Divide the text of a table.

        Args:
            text: of the page.
            table: where the table stands in it.
            enclosed: spans in the table that an element stands around. Where one of them reaches
                over the border of a cell, the whole table is one.
            points: where anything begins or ends.
        """
        self._text = table.of(text)
        self._points = {at - table.start for at in points}
        inside = [one.shifted(-table.start) for one in enclosed if one.length]
        self._covered = _depths(table.length, [(one.start, one.end) for one in inside])
        crossed = [(one.start + 1, one.end) for one in inside]
        self._crossed = _depths(table.length, crossed)
        cells = [Cell(one.row, one.span.shifted(table.start)) for one in self._cells()]
        self.cells = cells if self.divided else [Cell(0, table)]

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return self.cells[-1].row + 1

    @property
    def columns(self) -> int:
        """How many cells the longest row has."""
        counts = [0] * self.rows
        for cell in self.cells:
            counts[cell.row] += 1
        return max(counts)

    def _cells(self) -> Iterator[Cell]:
        """Yield the cells as long as no element reaches over their borders."""
        self.divided = True
        row = position = 0
        for line in self._text.split("\n"):
            self.divided &= not (position and self._covered[position - 1])
            if self._says(position, line):
                for span in self._in_line(position, line):
                    yield Cell(row, span)
                row += 1
            position += len(line) + 1

    def _says(self, start: int, line: str) -> bool:
        """Tell whether anything stands in a line, or is said of it."""
        here = range(start, start + len(line) + 1)
        return bool(permitted(line).strip(" \t\r")) or any(at in self._points for at in here)

    def _in_line(self, start: int, line: str) -> Iterator[Span]:
        first = start + len(line) - len(line.lstrip(" "))
        last = start + len(line.rstrip(" \t"))
        begin = start
        for found in _PARTING.finditer(line):
            left, right = start + found.start(), start + found.end()
            if (left < first and "\t" not in found[0]) or right > last:
                continue
            self.divided &= not self._crossed[right]
            yield Span(begin, left if self._is_clear(left, right) else right)
            begin = right
        yield Span(begin, start + len(line))

    def _is_clear(self, left: int, right: int) -> bool:
        """Tell whether nothing is said of the blanks between two cells."""
        inside = range(left + 1, right)
        return not any(self._covered[left:right]) and not any(at in self._points for at in inside)


def _depths(length: int, spans: Iterable[tuple[int, int]]) -> list[int]:
    """Return for each position of a text in how many of `spans` it lies."""
    steps = [0] * (length + 2)
    for start, end in spans:
        if start < end:
            steps[start] += 1
            steps[end] -= 1
    return list(accumulate(steps))
