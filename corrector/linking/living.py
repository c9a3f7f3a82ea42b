"""Keeps the links of a text that is being edited; undone edits bring back the links of before."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from corrector.linking.links import Link
from corrector.linking.read_words import ReadWords
from corrector.linking.repair import repaired
from corrector.ocr.words import Reading
from corrector.text.edits import Edit
from corrector.text.tokens import Span

_REMEMBERED: Final = 10_000
"""States of the text whose links are remembered; eight bytes a line each."""
_NEIGHBOURS: Final = 4
"""Lines on either side of an edit whose links may change with it."""

_Line = tuple[Link, ...]
"""The links of a line, with spans that count from where the line begins."""


class LivingLinks:
    """The links of a text while it is edited.

    They are kept by lines, so that a key press costs what its line and the neighbours cost, however
    long the page is. Undo and redo need no word of their own: a text that stood here before has
    the links that it had then, however the editor lumps keys together in one step.
    """

    def __init__(
        self, links: Sequence[Link], text: str, reading: Reading, *, remembered: int = _REMEMBERED
    ) -> None:
        """Take the links of `text` to `reading`; up to `remembered` states can be undone to."""
        self._read = ReadWords.of(reading)
        self._starts = _line_starts(text)
        self._lines = _by_lines(links, self._starts)
        self._whole: tuple[Link, ...] | None = None
        self._states: OrderedDict[tuple[int, int], tuple[_Line, ...]] = OrderedDict()
        self._remembered = remembered
        self._remember(text)

    @property
    def links(self) -> tuple[Link, ...]:
        """One for every token of the text as it is now, in order."""
        if self._whole is None:
            self._whole = tuple(self._links_of(0, len(self._lines)))
        return self._whole

    @property
    def lines(self) -> Sequence[Sequence[Link]]:
        """The same line by line, spans counted from the start of the line.

        A line that an edit left alone is the same object as before.
        """
        return self._lines

    def edit(self, edits: Sequence[Edit], text: str) -> None:
        """Move and repair the links.

        Args:
            edits: in the text before them, in order, not overlapping.
            text: after the edits.
        """
        starts = _line_starts(text)
        known = self._states.get(_key(text))
        if known is not None and len(known) == len(starts):
            self._lines = list(known)
            self._states.move_to_end(_key(text))
        elif edits:
            self._repair(edits, text, starts)
        self._starts, self._whole = starts, None
        if known is None:
            self._remember(text)

    def _repair(self, edits: Sequence[Edit], text: str, starts: Sequence[int]) -> None:
        touched = self._line_at(edits[0].span.start), self._line_at(edits[-1].span.end) + 1
        first, behind = max(touched[0] - _NEIGHBOURS, 0), touched[1] + _NEIGHBOURS
        behind = min(behind, len(self._lines))
        before = self._nearest_linked(range(touched[0] - 1, -1, -1), first)
        after = self._nearest_linked(range(touched[1], len(self._lines)), behind)
        links = [*before, *self._links_of(first, behind), *after]
        new = repaired(links, edits, text, self._read, lambda: self._used_outside(first, behind))
        behind_now = behind + len(starts) - len(self._starts)
        lines = _by_lines(new[len(before) : len(new) - len(after)], starts[first:behind_now])
        self._lines = [*self._lines[:first], *lines, *self._lines[behind:]]

    def _nearest_linked(self, lines: range, border: int) -> list[Link]:
        """Return the links of the first of `lines` with words, if it lies beyond `border`."""
        found = next((one for one in lines if any(link.words for link in self._lines[one])), None)
        inside = found is None or (found >= border if lines.step < 0 else found < border)
        return [] if found is None or inside else self._links_of(found, found + 1)

    def _line_at(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _links_of(self, first: int, behind: int) -> list[Link]:
        return [
            Link(link.span.shifted(start), link.words, link.confidence, link.box, link.interpolated)
            for start, line in zip(
                self._starts[first:behind], self._lines[first:behind], strict=True
            )
            for link in line
        ]

    def _used_outside(self, first: int, behind: int) -> set[int]:
        """Return the words that the tokens of all other lines are tied to."""
        others = (*self._lines[:first], *self._lines[behind:])
        return {word for line in others for link in line for word in link.words}

    def _remember(self, text: str) -> None:
        self._states[_key(text)] = tuple(self._lines)
        if len(self._states) > self._remembered:
            self._states.popitem(last=False)


def _line_starts(text: str) -> list[int]:
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def _by_lines(links: Sequence[Link], starts: Sequence[int]) -> list[_Line]:
    """Return the links of each line of those that begin at `starts`."""
    lines: list[list[Link]] = [[] for _ in starts]
    for link in links:
        at = bisect_right(starts, link.span.start) - 1
        span = Span(link.span.start - starts[at], link.span.end - starts[at])
        lines[at].append(Link(span, link.words, link.confidence, link.box, link.interpolated))
    return [tuple(line) for line in lines]


def _key(text: str) -> tuple[int, int]:
    return len(text), hash(text)
