"""Spans of a text that move with its edits, found quickly by place."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from corrector.text.edits import Edit
from corrector.text.marks import moved_span
from corrector.text.tokens import Span

Said = TypeVar("Said")


class MovingSpans(Generic[Said]):
    """What is said about spans of a text, in order of the text.

    Only what an edit touches is looked at closely; all behind it is shifted in one go, which keeps
    a key press cheap however much is marked.
    """

    def __init__(self, items: Iterable[tuple[Span, Said]] = ()) -> None:
        """Take spans of the text as it is now, in any order; they may overlap."""
        ordered = sorted(items, key=lambda item: item[0])
        self._starts = [span.start for span, _ in ordered]
        self._ends = [span.end for span, _ in ordered]
        self._said = [said for _, said in ordered]
        self._longest = max((span.length for span, _ in ordered), default=0)

    def items(self) -> list[tuple[Span, Said]]:
        """Return everything, where it stands now."""
        return self._part(0, len(self._said))

    def between(self, start: int, end: int) -> list[tuple[Span, Said]]:
        """Return what overlaps the stretch from `start` to `end`."""
        first = bisect_left(self._starts, start - self._longest)
        behind = bisect_left(self._starts, end)
        return [item for item in self._part(first, behind) if item[0].end > start]

    def at(self, position: int) -> tuple[Span, Said] | None:
        """Return what stands at the character behind `position`, else what ends there."""
        touching = self.between(position - 1, position + 1)
        covering = [item for item in touching if item[0].start <= position < item[0].end]
        ending = [item for item in touching if item[0].end == position]
        return next(iter(covering + ending), None)

    def move(self, edits: Sequence[Edit]) -> None:
        """Move everything by `edits`, all given in the text before them, in order."""
        for edit in reversed(edits):
            self._move(edit)

    def _move(self, edit: Edit) -> None:
        first = bisect_left(self._starts, edit.span.start - self._longest)
        behind = bisect_left(self._starts, edit.span.end)
        near = [
            (moved, said)
            for span, said in self._part(first, behind)
            if (moved := moved_span(span, (edit,))) is not None
        ]
        growth = edit.growth
        self._starts[first:] = [s.start for s, _ in near] + [
            start + growth for start in self._starts[behind:]
        ]
        self._ends[first:] = [s.end for s, _ in near] + [
            end + growth for end in self._ends[behind:]
        ]
        self._said[first:behind] = [said for _, said in near]
        self._longest = max([self._longest, *(span.length for span, _ in near)])

    def _part(self, first: int, behind: int) -> list[tuple[Span, Said]]:
        return [
            (Span(self._starts[index], self._ends[index]), self._said[index])
            for index in range(first, behind)
        ]
