"""Regions of a page's text, changed places and marks, and which of them an element can enclose."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from corrector.formats.tei.characters import permitted
from corrector.formats.tei.forms import POINTS_IN_BLOCKS, Form, Level, Part, form_of
from corrector.formats.tei.nesting import Borders, Nest
from corrector.formats.tei.places import Place
from corrector.text.marks import Mark
from corrector.text.tokens import Span

_SIGNATURE = "signature"
_DIVISION = "division"
DEEPEST = 30
"""Parsers refuse files nested some 250 deep, and a mark may be three elements."""


@dataclass(frozen=True, slots=True)
class NumberedMark:
    """A mark with its number on the page, from 1."""

    ordinal: int
    mark: Mark

    @property
    def span(self) -> Span:
        """What the mark is about."""
        return self.mark.span

    @property
    def form(self) -> Form:
        """How marks of its kind are written."""
        return form_of(self.mark.kind)


Region = Place | NumberedMark


@dataclass(frozen=True, slots=True)
class Item:
    """A block of a page: one that somebody marked, or what stands between two such blocks.

    Attributes:
        span: in the text.
        mark: that makes it a block; None for what stands between.
        loose: whether nothing stands in it that needs a block around it.
        division: that begins with it; None where the one before goes on.
    """

    span: Span
    mark: NumberedMark | None = None
    loose: bool = False
    division: NumberedMark | None = None

    @property
    def part(self) -> Part:
        """Which part of a letter it is."""
        return Part.MIDDLE if self.mark is None else self.mark.form.part


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the regions of a page are written.

    Attributes:
        items: the blocks of the page in order.
        enclosed: the regions that an element stands around, outer ones first; those of `items`
            are among them. All others get a point at each end.
    """

    items: tuple[Item, ...]
    enclosed: tuple[Region, ...]


def numbered(text: str, marks: Iterable[Mark]) -> list[NumberedMark]:
    """Return the marks that are about `text`, with their numbers."""
    return [
        NumberedMark(ordinal, mark)
        for ordinal, mark in enumerate(marks, start=1)
        if 0 <= mark.span.start <= mark.span.end <= len(text)
    ]


class Arranging:
    """Sorts the regions of one page: fixed places first, floats, blocks, then all the others."""

    def __init__(
        self, text: str, places: Sequence[Place], marks: Sequence[NumberedMark], *, inline: bool
    ) -> None:
        """Take the page's text, its places and marks.

        Args:
            text: the current text.
            places: its changed places, apart from each other, in order.
            marks: what was said about spans of it.
            inline: every place has its element in the text, also over line ends.
        """
        self._text = text
        self._places = places
        self._marks = sorted(marks, key=lambda one: (one.span.start, -one.span.end, one.ordinal))
        self._inline = inline
        self._fixed = [place for place in places if inline or place.emended]
        self._nest = Nest(len(text))
        self._borders = Borders(len(text))
        self._enclosed: list[Region] = []
        self._blocks: list[NumberedMark] = []
        self._divisions: dict[int, NumberedMark] = {}

    def as_on_page(self) -> Arrangement:
        """Return the arrangement of a page with lines; marked blocks may begin anywhere."""
        self._keep(self._fixed)
        self._floats()
        self._mark_blocks()
        self._divide()
        items = list(self._between_blocks())
        self._others()
        self._enclosed = self._shallow()
        return Arrangement(tuple(self._judged(items)), tuple(self._enclosed))

    def as_running_text(self) -> Arrangement:
        """Return the arrangement of a running text, whose blocks are apart by two line feeds."""
        items: list[Item] = []
        start = 0
        for part in self._text.split("\n\n"):
            span = Span(start, start + len(part))
            start = span.end + 2
            items.append(Item(span, loose=not self._text and not self._marks))
            self._borders.add(span.start)
            self._borders.add(span.end)
        self._floats()
        blocks = self._exact_blocks({item.span for item in items})
        divisions = {
            one.span.start: one
            for one in reversed(self._marks)
            if one.mark.kind == _DIVISION and not one.span.length
        }
        self._others()
        self._enclosed = self._shallow()
        apart = self._apart_in_running_text()
        made = (
            replace(
                item,
                mark=blocks.get(item.span),
                division=divisions.get(item.span.start),
                loose=item.loose or (item.span in apart and item.span not in blocks),
            )
            for item in items
        )
        return Arrangement(tuple(made), tuple(self._enclosed))

    def _apart_in_running_text(self) -> set[Span]:
        """Return the spans of floats that can stand between blocks if they are one themselves."""
        enclosed = {id(region) for region in self._enclosed}
        touched: set[int] = set()
        for mark in self._marks:
            if not mark.span.length or id(mark) not in enclosed:
                touched |= {mark.span.start, mark.span.end}
        return {
            one.span
            for one in self._enclosed
            if _floats(one) and not touched & {one.span.start, one.span.end}
        }

    def _keep(self, regions: Iterable[Region]) -> None:
        for region in regions:
            self._nest.add(region.span)
            self._enclosed.append(region)

    def _fits(self, region: Region) -> bool:
        span = region.span
        return bool(span.length) and not (self._borders.within(span) or self._nest.crosses(span))

    def _floats(self) -> None:
        for mark in self._marks:
            begins_with_line = permitted(mark.span.of(self._text)).startswith("\n")
            if mark.form.level is Level.FLOAT and not begins_with_line and self._fits(mark):
                self._keep([mark])

    def _mark_blocks(self) -> None:
        """Choose the marked blocks: apart from each other and inside of nothing else."""
        end = 0
        for mark in self._marks:
            span = mark.span
            if mark.form.level is not Level.BLOCK or span.start < end:
                continue
            signed = span.length == 0 and mark.mark.kind == _SIGNATURE
            if self._nest.holds(span) or not (signed or self._is_block(mark)):
                continue
            end = span.end
            self._blocks.append(mark)
            self._keep([mark])
            self._borders.add(span.start)
            self._borders.add(span.end)

    def _is_block(self, mark: NumberedMark) -> bool:
        text = permitted(mark.span.of(self._text))
        return bool(text.strip(" \t\r\n")) and text[0] != "\n" and self._fits(mark)

    def _divide(self) -> None:
        """Choose the divisions: those that begin with a line and inside of nothing."""
        for mark in self._marks:
            at = mark.span.start
            begins_line = not at or self._text[at - 1] == "\n"
            divides = mark.mark.kind == _DIVISION and not mark.span.length and begins_line
            if divides and at < len(self._text) and not self._nest.holds(mark.span):
                self._divisions.setdefault(at, mark)
                self._borders.add(at)

    def _exact_blocks(self, spans: set[Span]) -> dict[Span, NumberedMark]:
        """Choose the marks that are just one block of a running text, one for each block."""
        found: dict[Span, NumberedMark] = {}
        for mark in self._marks:
            block = mark.form.level is Level.BLOCK and mark.span in spans
            signed = mark.span.length == 0 and mark.mark.kind == _SIGNATURE
            if block and mark.span not in found and (signed or self._is_block(mark)):
                found[mark.span] = mark
                self._enclosed.append(mark)
                self._nest.add(mark.span)
        return found

    def _others(self) -> None:
        """Enclose what still fits: places within a line, then marks from left to right."""
        chosen = {id(region) for region in (*self._enclosed, *self._fixed)}
        for place in self._places:
            one_line = self._text.find("\n", place.span.start, place.span.end) < 0
            if id(place) not in chosen and one_line and self._fits(place):
                self._keep([place])
        for mark in self._marks:
            apart = mark.form.level is Level.FLOAT
            if id(mark) not in chosen and not apart and self._fits(mark):
                self._keep([mark])

    def _shallow(self) -> list[Region]:
        """Return the enclosed regions without those that lie too deep in others to be read."""
        needed = {id(one) for one in (*self._fixed, *self._blocks)}
        kept: list[Region] = []
        ends: list[int] = []
        for region in sorted(self._enclosed, key=lambda one: (one.span.start, -one.span.end)):
            while ends and ends[-1] <= region.span.start:
                ends.pop()
            if len(ends) < DEEPEST or id(region) in needed:
                kept.append(region)
                ends.append(region.span.end)
        return kept

    def _between_blocks(self) -> Iterator[Item]:
        """Yield the marked blocks and what stands between them."""
        position = 0
        for block in self._blocks:
            yield from self._cut(position, block.span.start)
            yield Item(block.span, block)
            position = block.span.end
        end = len(self._text)
        regions: list[Region] = [*self._places, *self._marks]
        kept = {id(block) for block in self._blocks}
        if (
            position < end
            or not self._blocks
            or any(one.span.start == one.span.end == end and id(one) not in kept for one in regions)
        ):
            yield from list(self._cut(position, end)) or [Item(Span(end, end))]

    def _cut(self, start: int, end: int) -> Iterator[Item]:
        """Yield what stands from `start` to `end`, cut where divisions begin."""
        cuts = sorted(at for at in self._divisions if start < at < end)
        for first, last in pairwise([start, *cuts, end]):
            if first < last:
                yield Item(Span(first, last))

    def _judged(self, items: Sequence[Item]) -> Iterator[Item]:
        """Yield `items`, those loose that need no block; an empty rest only where it is needed."""
        divisions = dict(self._divisions)
        floats = [one for one in self._enclosed if _floats(one)]
        floating = _depths(len(self._text), [one.span for one in floats])
        floated = Nest(len(self._text))
        for one in floats:
            floated.add(one.span)
        apart = {id(one) for one in (*floats, *self._blocks)}
        needing = [one for one in self._enclosed if id(one) not in apart and self._needs_block(one)]
        held = sorted(
            one.span.start
            for one in (*needing, *self._points_in_blocks())
            if not floated.covers(one.span)
        )
        for item in items:
            last = items[-1] is item
            loose = item.mark is None and self._loose(item, floating, held, last)
            yield replace(item, loose=loose, division=divisions.pop(item.span.start, None))

    def _points_in_blocks(self) -> Iterator[NumberedMark]:
        for mark in self._marks:
            if not mark.span.length and mark.form.point in POINTS_IN_BLOCKS:
                yield mark

    def _needs_block(self, region: Region) -> bool:
        """Tell whether the element of `region` cannot stand between blocks."""
        return isinstance(region, NumberedMark) or bool(region.emended) or not self._inline

    def _loose(self, item: Item, floating: list[int], held: list[int], last: bool) -> bool:
        start, end = item.span.start, item.span.end + last
        if bisect_left(held, start) < bisect_left(held, end):
            return False
        return all(
            floating[position]
            or self._text[position] in " \t\n"
            or not permitted(self._text[position])
            for position in range(start, item.span.end)
        )


def _floats(region: Region) -> bool:
    return isinstance(region, NumberedMark) and region.form.level is Level.FLOAT


def _depths(length: int, spans: Iterable[Span]) -> list[int]:
    """Return for each position of a text in how many of `spans` its character lies."""
    steps = [0] * (length + 1)
    for span in spans:
        steps[span.start] += 1
        steps[span.end] -= 1
    return list(accumulate(steps))
