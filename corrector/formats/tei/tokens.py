"""The stream that all profiles are written from: text, line starts, and where regions open."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corrector.formats.tei.places import Place
from corrector.text.marks import Mark
from corrector.text.tokens import Span


@dataclass(frozen=True, slots=True)
class Run:
    """Text without line feeds."""

    text: str


@dataclass(frozen=True, slots=True)
class LineStart:
    """The start of the line `index`, from 0, of the current text."""

    index: int


@dataclass(frozen=True, slots=True)
class NumberedMark:
    """A mark with its number on the page, from 1."""

    ordinal: int
    mark: Mark

    @property
    def span(self) -> Span:
        """What the mark is about."""
        return self.mark.span


Region = Place | NumberedMark
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


Token = Run | LineStart | Edge
_RANK: dict[Border, int] = {"close": 0, "end": 0, "point": 1, "start": 2, "open": 2}


def tokens_of(
    text: str, places: Sequence[Place], marks: Sequence[Mark], *, places_enclose: bool
) -> Iterator[Token]:
    """Yield the tokens of a page's current text in order.

    Args:
        text: the current text.
        places: its changed places, apart from each other, in order.
        marks: what was said about spans of it.
        places_enclose: put an element around a place even where it reaches over a line end;
            otherwise only where an error of the source was emended.
    """
    numbered = [
        NumberedMark(ordinal, mark)
        for ordinal, mark in enumerate(marks, start=1)
        if 0 <= mark.span.start <= mark.span.end <= len(text)
    ]
    edges = _edges(text, places, numbered, places_enclose=places_enclose)
    position = line = 0
    yield LineStart(0)
    for at, edge in edges:
        yield from _runs(text[position:at], line)
        line += text.count("\n", position, at)
        position = at
        yield edge
    yield from _runs(text[position:], line)


def _runs(text: str, line: int) -> Iterator[Token]:
    first, *others = text.split("\n")
    if first:
        yield Run(first)
    for index, other in enumerate(others, start=line + 1):
        yield LineStart(index)
        if other:
            yield Run(other)


def _edges(
    text: str, places: Sequence[Place], marks: Sequence[NumberedMark], *, places_enclose: bool
) -> list[tuple[int, Edge]]:
    """Return all edges in the order in which they are written."""
    enclosing: list[Region] = [
        place for place in places if places_enclose or place.emended or _in_line(text, place.span)
    ]
    for mark in sorted(marks, key=lambda item: (item.span.start, -item.span.end)):
        if _in_line(text, mark.span) and not _crosses(mark.span, enclosing):
            enclosing.append(mark)
    enclosed = {id(region) for region in enclosing}
    found: list[tuple[int, int, int, int, Edge]] = []
    regions: list[Region] = [*marks, *places]
    for rank, region in enumerate(regions):
        found += _edges_of(region, rank, encloses=id(region) in enclosed)
    return [(entry[0], entry[-1]) for entry in sorted(found, key=lambda entry: entry[:-1])]


def _edges_of(
    region: Region, rank: int, *, encloses: bool
) -> Iterator[tuple[int, int, int, int, Edge]]:
    """Yield the edges of a region with what they are sorted by: outer regions open first."""
    start, end = region.span.start, region.span.end
    if not encloses and start == end:
        yield start, _RANK["point"], 0, 2 * rank, Edge("point", region)
        return
    first: Border = "open" if encloses else "start"
    last: Border = "close" if encloses else "end"
    if start == end:
        # An empty element opens and closes among the points of its position.
        yield start, _RANK["point"], 0, 2 * rank, Edge(first, region)
        yield start, _RANK["point"], 0, 2 * rank + 1, Edge(last, region)
        return
    yield start, _RANK[first], -end, rank, Edge(first, region)
    yield end, _RANK[last], -start, -rank, Edge(last, region)


def _in_line(text: str, span: Span) -> bool:
    """Tell whether an element may stand around `span`: it is not empty and within one line."""
    return span.length > 0 and text.find("\n", span.start, span.end) < 0


def _crosses(span: Span, others: Iterable[Region]) -> bool:
    """Tell whether `span` and one of `others` overlap without one holding the other."""
    return any(
        span.start < other.span.start < span.end < other.span.end
        or other.span.start < span.start < other.span.end < span.end
        for other in others
    )
