"""Gives tokens that are tied to nothing their place between their neighbours on the scan."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corrector.linking.line_direction import Direction, Extent
from corrector.linking.links import Link
from corrector.scans.geometry import Box


def placed(links: Sequence[Link], text: str, direction: Direction) -> tuple[Link, ...]:
    """Return `links` with a box between neighbours for each that has no words.

    A token at the end or the beginning of its line stands beside its one neighbour, as wide as its
    letters would be there. One that is alone on its line has no place.

    Args:
        links: of successive tokens of `text`.
        text: the whole text.
        direction: which way the lines of the scan run.
    """
    found = list(links)
    for first, behind in _runs(links):
        before = links[first - 1] if first else None
        after = links[behind] if behind < len(links) else None
        boxes = _boxes(links[first:behind], before, after, text, direction)
        for index, box in zip(range(first, behind), boxes, strict=True):
            found[index] = replace(links[index], box=box, interpolated=box is not None)
    return tuple(found)


def _runs(links: Sequence[Link]) -> Iterator[tuple[int, int]]:
    """Yield from where to where links have no words."""
    first = None
    for index, link in enumerate(links):
        if link.words and first is not None:
            yield first, index
        first = None if link.words else index if first is None else first
    if first is not None:
        yield first, len(links)


def _boxes(
    run: Sequence[Link],
    before: Link | None,
    after: Link | None,
    text: str,
    direction: Direction,
) -> list[Box | None]:
    """Return where each of a run stands."""
    left = None if before is None or before.box is None else direction.extent(before.box)
    right = None if after is None or after.box is None else direction.extent(after.box)
    if left and right and left.end <= right.start and left.top < right.middle < left.bottom:
        stretch = Extent(
            left.end, right.start, min(left.top, right.top), max(left.bottom, right.bottom)
        )
        return _parts(stretch, run, direction)
    ends = [_line_of(link, text) for link in run]
    found: list[Box | None] = [None] * len(run)
    if before and left:
        count = sum(line == _line_of(before, text) for line in ends)
        found[:count] = _parts(_next_to(left, before, run[:count], 1), run[:count], direction)
    if after and right:
        some = [at for at, line in enumerate(ends) if line == _line_of(after, text)]
        first = next((at for at in some if found[at] is None), len(run))
        found[first:] = _parts(_next_to(right, after, run[first:], -1), run[first:], direction)
    return found


def _line_of(link: Link, text: str) -> int:
    """Return where the line of a token begins."""
    return text.rfind("\n", 0, link.span.start)


def _next_to(neighbour: Extent, link: Link, run: Sequence[Link], side: int) -> Extent:
    """Return the stretch behind (1) or before (-1) a neighbour that a run fills."""
    letter = (neighbour.end - neighbour.start) / max(link.span.length, 1)
    length = round(letter * sum(one.span.length + 1 for one in run))
    if side > 0:
        return Extent(neighbour.end, neighbour.end + length, neighbour.top, neighbour.bottom)
    return Extent(neighbour.start - length, neighbour.start, neighbour.top, neighbour.bottom)


def _parts(stretch: Extent, run: Sequence[Link], direction: Direction) -> list[Box | None]:
    """Return the parts of a stretch by the lengths of the tokens of a run."""
    total = sum(link.span.length for link in run)
    width = stretch.end - stretch.start
    boxes: list[Box | None] = []
    done = 0
    for link in run:
        start = stretch.start + width * done // total
        done += link.span.length
        end = stretch.start + width * done // total
        boxes.append(direction.box(Extent(start, max(end, start + 1), stretch.top, stretch.bottom)))
    return boxes
