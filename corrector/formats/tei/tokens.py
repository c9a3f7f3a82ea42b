"""The stream that all profiles are written from: blocks, text, line starts, where regions open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from corrector.formats.tei.forms import COLUMN, Level
from corrector.formats.tei.regions import Arrangement, Item, NumberedMark, Region


@dataclass(frozen=True, slots=True)
class Run:
    """Text without line feeds."""

    text: str


@dataclass(frozen=True, slots=True)
class LineStart:
    """The start of the line `index`, from 0, of the current text, and where that is."""

    index: int
    position: int


Border = Literal["open", "close", "start", "end", "point"]


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a region begins or ends.

    Attributes:
        border: `open` and `close` of an element around the region; `start` and `end` of a region
            that no element can be put around; `point` of an empty one.
        region: the place or mark.
    """

    border: Border
    region: Region


@dataclass(frozen=True, slots=True)
class ItemEdge:
    """Where an item begins or ends; its mark, if it has one, needs no other edge.

    Attributes:
        begins: rather than ends.
        index: of the item on the page.
        marked: whether somebody marked it as a block.
    """

    begins: bool
    index: int
    marked: bool


Token = Run | LineStart | Edge | ItemEdge

_ENDS, _ITEM_ENDS, _ITEM_EMPTY, _ITEM_BEGINS, _POINTS, _BEGINS, _LAST = range(7)
"""What comes first at one position: what ends there, then what has no length, then what begins."""

_Placed = tuple[int, int, int, int, int, Token]
"""Position, rank, three keys of order within the rank, token."""


def tokens_of(text: str, arrangement: Arrangement, regions: Sequence[Region]) -> Iterator[Token]:
    """Yield the tokens of a page's text in order.

    A line start stands inside the blocks that begin with its line, and inside of what ends with
    the line feed before it.

    Args:
        text: of the page.
        arrangement: its blocks, and which regions elements stand around.
        regions: all of them; the order decides between those at the same place.
    """
    return _Stream(text).tokens(_placed(arrangement, regions))


class _Stream:
    """Deals out the text between the edges."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = self._line = 0
        self._waiting: LineStart | None = LineStart(0, 0)

    def tokens(self, placed: Sequence[_Placed]) -> Iterator[Token]:
        """Yield all tokens; the last of `placed` ends an item at the end of the text."""
        for position, group in groupby(placed, key=lambda one: one[0]):
            yield from self._runs(position)
            here = list(group)
            begins = any(one[1] in (_ITEM_EMPTY, _ITEM_BEGINS) for one in here)
            if any(one[1] == _ENDS for one in here):
                yield from self._line_start()
            for one in here:
                if not _before_line(one, begins=begins):
                    yield from self._line_start()
                yield one[-1]

    def _line_start(self) -> Iterator[Token]:
        if self._waiting is not None:
            yield self._waiting
            self._waiting = None

    def _runs(self, end: int) -> Iterator[Token]:
        """Yield the text up to `end`; the start of a line that begins there waits."""
        if end == self._position:
            return
        first, *others = self._text[self._position : end].split("\n")
        yield from self._line_start()
        if first:
            yield Run(first)
        self._position += len(first)
        for other in others:
            yield from self._line_start()
            self._line += 1
            self._position += 1
            self._waiting = LineStart(self._line, self._position)
            if other:
                yield from self._line_start()
                yield Run(other)
            self._position += len(other)


def _before_line(placed: _Placed, *, begins: bool) -> bool:
    """Tell whether what is `placed` at the start of a line comes before the line starts.

    So does what opens a block around the line, a column that begins with the line and, where a
    block `begins`, the end of what stands before it, unless the end was marked behind the line
    feed.
    """
    rank, token = placed[1], placed[-1]
    if isinstance(token, ItemEdge):
        return token.begins or (rank == _ITEM_ENDS and begins and not token.marked)
    if not isinstance(token, Edge):
        return False
    opens = rank == _BEGINS and token.border == "open"
    return (opens and _floats(token.region)) or _begins_column(token)


def _placed(arrangement: Arrangement, regions: Sequence[Region]) -> list[_Placed]:
    """Return all edges in the order in which they are written."""
    found: list[_Placed] = []
    blocks = {id(item.mark) for item in arrangement.items}
    enclosed = {id(region) for region in arrangement.enclosed}
    starts = {item.span.start: index for index, item in enumerate(arrangement.items)}
    for index, item in enumerate(arrangement.items):
        followed = starts.get(item.span.end, -1) > index
        found += _edges_of_item(index, item, followed=followed)
    for rank, region in enumerate(regions):
        if id(region) not in blocks:
            found += _edges_of(region, rank, encloses=id(region) in enclosed)
    return sorted(found, key=lambda one: one[:-1])


def _edges_of_item(index: int, item: Item, *, followed: bool) -> Iterator[_Placed]:
    """Yield the edges of an item.

    What has no length at its end stands in it unless another item begins there.
    """
    start, end = item.span.start, item.span.end
    marked = item.mark is not None
    begins, ends = ItemEdge(True, index, marked), ItemEdge(False, index, marked)
    if start == end and followed:
        yield start, _ITEM_EMPTY, index, 0, 0, begins
        yield end, _ITEM_EMPTY, index, 1, 0, ends
    else:
        yield start, _ITEM_BEGINS, 0, 0, 0, begins
        yield end, _ITEM_ENDS if followed else _LAST, 0, 0, 0, ends


def _edges_of(region: Region, rank: int, *, encloses: bool) -> Iterator[_Placed]:
    """Yield the edges of a region: outer ones open first and close last."""
    start, end = region.span.start, region.span.end
    if not encloses and start == end:
        point = Edge("point", region)
        yield start, _POINTS, -1 if _begins_column(point) else rank, 0, 0, point
        return
    first: Border = "open" if encloses else "start"
    last: Border = "close" if encloses else "end"
    if start == end:
        # An empty element opens and closes among the points of its position.
        yield start, _POINTS, rank, 0, 0, Edge(first, region)
        yield start, _POINTS, rank, 1, 0, Edge(last, region)
        return
    depth = 0 if _floats(region) else 1
    yield start, _BEGINS, -end, depth, rank, Edge(first, region)
    yield end, _ENDS, -start, -depth, -rank, Edge(last, region)


def _begins_column(edge: Edge) -> bool:
    region = edge.region
    breaks = isinstance(region, NumberedMark) and region.form.point == COLUMN
    return breaks and edge.border == "point"


def _floats(region: Region) -> bool:
    return isinstance(region, NumberedMark) and region.form.level is Level.FLOAT
