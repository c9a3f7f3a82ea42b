"""What the writers of one page share: its material, its places and marks, its ids, the agents."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from corrector.formats.line_ends import LineEnd, line_end_between
from corrector.formats.material import PageMaterial
from corrector.formats.reading_text import reading_of
from corrector.formats.tei.agents import Agents
from corrector.formats.tei.forms import COLUMN
from corrector.formats.tei.grid import Grid
from corrector.formats.tei.identifiers import PageIdentifiers, pointer
from corrector.formats.tei.places import Place, places_of
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.regions import (
    Arrangement,
    Arranging,
    NumberedMark,
    Region,
    numbered,
)
from corrector.formats.tei.substitutions import substitutions_in
from corrector.formats.tei.tokens import Token, tokens_of
from corrector.formats.tei.words import WordZone, words_on
from corrector.record.entries import Version
from corrector.scans.geometry import Box
from corrector.text.marks import Mark
from corrector.text.tokens import Span


@dataclass(frozen=True)
class PageContext:
    """One page on its way into TEI.

    Attributes:
        material: the page.
        position: its number in the document, from 1.
        agents: who answers for what in the document.
        profile: how the document is written.
        with_words: give the words places on the scan; a running text never does.
    """

    material: PageMaterial
    position: int
    agents: Agents
    profile: Profile
    with_words: bool = False

    @cached_property
    def ids(self) -> PageIdentifiers:
        """The ids of what stands on the page."""
        return PageIdentifiers(self.material.page.number)

    @cached_property
    def text(self) -> str:
        """What is written of the page: its current text, or that as running text."""
        return self._shown[0]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What was said about spans of `text`."""
        return self._shown[1]

    @cached_property
    def _shown(self) -> tuple[str, tuple[Mark, ...]]:
        material = self.material
        marks = material.versions[-1].marks if material.versions else ()
        if self.profile is Profile.READING:
            return reading_of(material.text, marks)
        return material.text, tuple(marks)

    @property
    def whole(self) -> Span:
        """All of the text."""
        return Span(0, len(self.text))

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """What was changed since version 0; a running text shows none of it."""
        if self.profile is Profile.READING:
            return ()
        return places_of(self.material.versions)

    @cached_property
    def numbered_marks(self) -> list[NumberedMark]:
        """The marks with their numbers."""
        return numbered(self.text, self.marks)

    @cached_property
    def arrangement(self) -> Arrangement:
        """The blocks of the page, and which places and marks elements stand around."""
        inline = self.profile is Profile.INLINE
        arranging = Arranging(self.text, self.places, self.numbered_marks, inline=inline)
        if self.profile is Profile.READING:
            return arranging.as_running_text()
        return arranging.as_on_page()

    def tokens(self) -> Iterator[Token]:
        """Yield the text with the edges of its blocks, places and marks."""
        regions: list[Region] = [*self.numbered_marks, *self.places]
        return tokens_of(self.text, self.arrangement, regions)

    def is_block(self, mark: NumberedMark) -> bool:
        """Tell whether a mark makes a block of its text."""
        return id(mark) in self._blocks

    @cached_property
    def _blocks(self) -> frozenset[int]:
        return frozenset(id(item.mark) for item in self.arrangement.items if item.mark is not None)

    def substitutes(self, mark: NumberedMark) -> bool:
        """Tell whether a mark holds nothing but deletions and additions, at least one of each."""
        return id(mark) in self._substitutions

    @cached_property
    def _substitutions(self) -> frozenset[int]:
        regions: list[Region] = [*self.numbered_marks, *self.places]
        return substitutions_in(self.text, self.arrangement.enclosed, regions)

    @cached_property
    def columns(self) -> Mapping[int, int]:
        """The numbers on the page, from 1, of marked column breaks, by the numbers of the marks."""
        breaks = [one for one in self.numbered_marks if one.form.point == COLUMN]
        found = sorted((one for one in breaks if not one.span.length), key=lambda one: one.span)
        return {one.ordinal: number for number, one in enumerate(found, start=1)}

    def grid(self, table: NumberedMark) -> Grid:
        """Return the cells of a table."""
        regions: list[Region] = [*self.numbered_marks, *self.places]
        inside = [
            one
            for one in regions
            if one is not table
            and table.span.start <= one.span.start
            and one.span.end <= table.span.end
        ]
        held = {id(one) for one in self.arrangement.enclosed}
        enclosed = [one.span for one in inside if id(one) in held]
        points = {at for one in inside for at in (one.span.start, one.span.end)}
        return Grid(self.text, table.span, enclosed, points)

    def encloses(self, place: Place) -> bool:
        """Tell whether an element stands around a place."""
        return id(place) in self._enclosed

    @cached_property
    def _enclosed(self) -> frozenset[int]:
        return frozenset(id(region) for region in self.arrangement.enclosed)

    def divides_by_line(self, block: NumberedMark) -> bool:
        """Tell whether each line of a block can be an element: nothing reaches over a line end."""
        start, end = block.span.start, block.span.end
        return not any(
            start <= one.span.start and one.span.end <= end and "\n" in one.span.of(self.text)
            for one in self.arrangement.enclosed
            if one is not block
        )

    @cached_property
    def zones(self) -> dict[int, Box]:
        """The boxes of lines, by index of the line; inside the scan and never empty."""
        size = self.material.size
        if self.material.page.scan is None or size is None or self.profile is Profile.READING:
            return {}
        zones: dict[int, Box] = {}
        boxes = self.material.boxes_of_lines()
        for index, (line, box) in enumerate(zip(self.lines, boxes, strict=False)):
            inside = _clamped(box, *size) if box is not None and line.strip() else None
            if inside is not None:
                zones[index] = inside
        return zones

    def zone_of(self, line: int) -> str | None:
        """Return a pointer to the zone of a line, or None where it has none."""
        return pointer(self.ids.line_zone(line)) if line in self.zones else None

    @cached_property
    def mark_zones(self) -> dict[int, Box]:
        """The places on the scan that people drew for marks, by the number of the mark."""
        size = self.material.size
        if self.material.page.scan is None or size is None or self.profile is Profile.READING:
            return {}
        drawn = ((one.ordinal, _drawn(one.mark.value("zone"))) for one in self.numbered_marks)
        inside = ((ordinal, _clamped(box, *size)) for ordinal, box in drawn if box is not None)
        return {ordinal: box for ordinal, box in inside if box is not None}

    def zone_of_mark(self, mark: NumberedMark) -> str | None:
        """Return a pointer to the zone that was drawn for a mark, or None."""
        drawn = mark.ordinal in self.mark_zones
        return pointer(self.ids.mark_zone(mark.ordinal)) if drawn else None

    @cached_property
    def words(self) -> tuple[WordZone, ...]:
        """The places of words on the scan, where those were wished."""
        size = self.material.size
        if not self.with_words or self.material.page.scan is None or size is None:
            return ()
        return tuple(words_on(self.material, lambda box: _clamped(box, *size)))

    def zone_of_word(self, span: Span) -> str | None:
        """Return a pointer to the zone of the word that holds `span`, or None."""
        at = bisect_right(self._word_starts, span.start) - 1
        word = self.words[at] if at >= 0 else None
        if word is None or span.end > word.span.end:
            return None
        return pointer(self.ids.word_zone(word.line, word.number))

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.span.start for word in self.words]

    def line_end_before(self, line: int) -> LineEnd:
        """Tell whether the word before the start of `line` goes on in it."""
        return line_end_between(self.lines[line - 1], self.lines[line])

    def begins_block(self, line: int) -> bool:
        """Tell whether `line` follows blank lines that follow text."""
        return (
            bool(self.lines[line].strip())
            and not self.lines[line - 1].strip()
            and line > self._first_written
        )

    @cached_property
    def line_numbers(self) -> dict[int, str]:
        """Numbers on the page, from 1, of the lines that are not blank."""
        written = [index for index, line in enumerate(self.lines) if line.strip()]
        return {index: str(number) for number, index in enumerate(written, start=1)}

    def version(self, number: int) -> Version:
        """Return the version with that number."""
        return self._by_number[number]

    @cached_property
    def _by_number(self) -> dict[int, Version]:
        return {version.number: version for version in self.material.versions}

    @cached_property
    def _first_written(self) -> int:
        return next((index for index, line in enumerate(self.lines) if line.strip()), 0)


def _drawn(zone: str) -> Box | None:
    """Return the box that a mark's field says, or None where it says none."""
    try:
        x, y, width, height = (int(number) for number in zone.split())
    except ValueError:
        return None
    return Box(x, y, width, height)


def _clamped(box: Box, width: int, height: int) -> Box | None:
    """Return the part of `box` that lies on the scan, or None where none does."""
    left, top = max(0, box.x), max(0, box.y)
    right, bottom = min(width, box.right), min(height, box.bottom)
    return Box(left, top, right - left, bottom - top) if left < right and top < bottom else None
