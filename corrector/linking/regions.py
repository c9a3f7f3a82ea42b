"""Finds which links of a text its edits touch; all others only move."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corrector.linking.links import Link
from corrector.text.edits import Edit
from corrector.text.tokens import Span


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a text around edits; it begins and ends where tokens do.

    Attributes:
        first: index of the first link that the edits touch.
        behind: index behind the last one; `first` where they touch none.
        edits: in order.
        span: of the stretch in the text before the edits.
    """

    first: int
    behind: int
    edits: tuple[Edit, ...]
    span: Span

    @property
    def growth(self) -> int:
        """How many code points longer the stretch is after the edits."""
        return sum(edit.growth for edit in self.edits)


def find_regions(links: Sequence[Link], edits: Sequence[Edit]) -> Iterator[Region]:
    """Yield the regions of `edits`, which are given in the text before them, in order."""
    starts = [link.span.start for link in links]
    ends = [link.span.end for link in links]
    group: list[Edit] = []
    reached = first = behind = -1
    for edit in edits:
        low = bisect_left(ends, edit.span.start)
        high = bisect_right(starts, edit.span.end)
        if group and (low < behind or edit.span.start <= reached):
            behind = max(behind, high)
        else:
            if group:
                yield _region(links, first, behind, group)
            group, first, behind = [], low, max(low, high)
        group.append(edit)
        reached = edit.span.end
    if group:
        yield _region(links, first, behind, group)


def _region(links: Sequence[Link], first: int, behind: int, edits: Sequence[Edit]) -> Region:
    start, end = edits[0].span.start, edits[-1].span.end
    if first < behind:
        start = min(start, links[first].span.start)
        end = max(end, links[behind - 1].span.end)
    return Region(first, behind, tuple(edits), Span(start, end))
