"""A page as formats with places see it: blocks of lines of words, each with its box."""

from collections.abc import Iterator
from dataclasses import dataclass

from corrector.scans.geometry import Box


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word of the current text.

    Attributes:
        text: without blanks, and without characters that XML cannot hold.
        box: in pixels of the stored scan, on the page.
        interpolated: nobody saw the word there; the box comes from its neighbours or its line, or
            is a part of the box of a longer word.
        confidence: the engine's, 0..1, where it read just this; else None.
        corrected: it reads otherwise than in the first version.
        former: what the first version read in its place; empty where it had nothing. Words that
            were one word share it.
        former_confidence: the engine's for `former`, 0..1, or None.
    """

    text: str
    box: Box
    interpolated: bool = False
    confidence: float | None = None
    corrected: bool = False
    former: str = ""
    former_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of the current text that has words.

    Attributes:
        text: as it stands, with its blanks, without characters that XML cannot hold.
        former: the words of the first version in its place, one blank apart.
        words: at least one.
        box: around the words.
        interpolated: the place comes from the lines around it.
    """

    text: str
    former: str
    words: tuple[PlacedWord, ...]
    box: Box
    interpolated: bool

    @property
    def corrected(self) -> bool:
        """Whether any of its words was corrected."""
        return any(word.corrected for word in self.words)


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """Lines that stand together: at least one."""

    lines: tuple[PlacedLine, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page: its blocks in the order of the text, and the pixels of the stored scan."""

    blocks: tuple[PlacedBlock, ...]
    width: int
    height: int

    def lines(self) -> Iterator[PlacedLine]:
        """Yield all lines in the order of the text."""
        for block in self.blocks:
            yield from block.lines

    @property
    def interpolated(self) -> bool:
        """Whether the place of any word is only computed."""
        return any(word.interpolated for line in self.lines() for word in line.words)
