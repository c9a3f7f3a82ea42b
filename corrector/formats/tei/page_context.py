"""What the writers of one page share: its material, its places and marks, its ids, the agents."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from corrector.formats.line_ends import LineEnd, line_end_between
from corrector.formats.material import PageMaterial
from corrector.formats.tei.agents import Agents
from corrector.formats.tei.identifiers import PageIdentifiers, pointer
from corrector.formats.tei.places import Place, places_of
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.tokens import Token, tokens_of
from corrector.record.entries import Version
from corrector.scans.geometry import Box
from corrector.text.marks import Mark


@dataclass(frozen=True)
class PageContext:
    """One page on its way into TEI.

    Attributes:
        material: the page.
        position: its number in the document, from 1.
        agents: who answers for what in the document.
        profile: how the document is written.
    """

    material: PageMaterial
    position: int
    agents: Agents
    profile: Profile

    @cached_property
    def ids(self) -> PageIdentifiers:
        """The ids of what stands on the page."""
        return PageIdentifiers(self.material.page.number)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the current text."""
        return self.material.lines

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """What was changed since version 0."""
        return places_of(self.material.versions)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What was said about spans of the current text."""
        return self.material.versions[-1].marks if self.material.versions else ()

    def tokens(self) -> Iterator[Token]:
        """Yield the current text with the edges of its places and marks."""
        enclose = self.profile is Profile.INLINE
        return tokens_of(self.material.text, self.places, self.marks, places_enclose=enclose)

    @cached_property
    def zones(self) -> dict[int, Box]:
        """The boxes of lines, by index of the line; inside the scan and never empty."""
        size = self.material.size
        if self.material.page.scan is None or size is None:
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
        written = self.profile is not Profile.READING and line in self.zones
        return pointer(self.ids.line_zone(line)) if written else None

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


def _clamped(box: Box, width: int, height: int) -> Box | None:
    """Return the part of `box` that lies on the scan, or None where none does."""
    left, top = max(0, box.x), max(0, box.y)
    right, bottom = min(width, box.right), min(height, box.bottom)
    return Box(left, top, right - left, bottom - top) if left < right and top < bottom else None
