"""What a file says of a page before it is put in order: blocks of lines of words, as found."""

from dataclasses import dataclass, field

from lxml import etree

from corrector.scans.geometry import Box


@dataclass(frozen=True, slots=True)
class RawWord:
    """A piece of a line with its place; some programs give a whole line as one piece.

    Attributes:
        text: as in the file, maybe with blanks in it.
        box: as in the file; None where it is not said.
        confidence: 0..1, or None.
        alternatives: other readings, likeliest first.
        element: that holds it, for those who change it.
    """

    text: str
    box: Box | None
    confidence: float | None = None
    alternatives: tuple[str, ...] = ()
    element: etree._Element | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line: its pieces from first to last, and its own place."""

    words: tuple[RawWord, ...]
    box: Box | None
    element: etree._Element | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class RawBlock:
    """Lines that belong together, and their common place."""

    lines: tuple[RawLine, ...]
    box: Box | None = None
    element: etree._Element | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page: its blocks in reading order.

    Attributes:
        blocks: in reading order.
        size: width and height in the file's own unit, or None where it is not said.
        image_name: of the scan, or None.
        languages: as the file names them.
    """

    blocks: tuple[RawBlock, ...]
    size: tuple[int, int] | None
    image_name: str | None
    languages: tuple[str, ...] = ()
