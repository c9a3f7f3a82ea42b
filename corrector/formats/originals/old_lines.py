"""The lines of an imported page, each word with its element and its place in the first version."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from corrector.formats.reading.assembling import tokens_of
from corrector.formats.reading.raw_page import RawBlock, RawLine, RawPage, RawWord
from corrector.scans.geometry import Box


@dataclass(slots=True, eq=False)
class OldWord:
    """An element with one word or, where the file gives no words, with a whole line.

    Attributes:
        element: that holds the text.
        tokens: of the text.
        box: as in the file; None where it is not said.
    """

    element: etree._Element
    tokens: tuple[str, ...]
    box: Box | None


@dataclass(slots=True, eq=False)
class OldLine:
    """A line: its element, that of its block, and its words.

    Attributes:
        element: of the line; None where the file gives none.
        block: element of the block; None where the file gives none.
        words: with any text.
        box: as in the file.
    """

    element: etree._Element | None
    block: etree._Element | None
    words: list[OldWord]
    box: Box | None

    @property
    def text(self) -> str:
        """The words, one blank apart."""
        return " ".join(token for word in self.words for token in word.tokens)


@dataclass(frozen=True, slots=True)
class OldPage:
    """A page as it was imported.

    Attributes:
        text: as its reading gave it.
        lines: with any text.
        owners: the line and the word behind each position where a token of `text` begins.
    """

    text: str
    lines: tuple[OldLine, ...]
    owners: dict[int, tuple[OldLine, OldWord]] = field(repr=False)


def old_page(page: RawPage) -> OldPage | None:
    """Return the page; None where a text stands in no element of its own."""
    blocks = [
        [line for raw in block.lines if (line := _line(raw, block)).words] for block in page.blocks
    ]
    texts: list[str] = []
    owners: dict[int, tuple[OldLine, OldWord]] = {}
    start = 0
    for lines in (block for block in blocks if block):
        for line in lines:
            owners.update(_owners(line, start))
            start += len(line.text) + 1
        start += 1
        texts.append("\n".join(line.text for line in lines))
    if any(word.element is None for block in page.blocks for word in _said(block)):
        return None
    return OldPage("\n\n".join(texts), tuple(line for block in blocks for line in block), owners)


def _line(raw: RawLine, block: RawBlock) -> OldLine:
    words = [
        OldWord(word.element, tuple(tokens_of(word.text)), word.box)
        for word in raw.words
        if word.element is not None and tokens_of(word.text)
    ]
    return OldLine(raw.element, block.element, words, raw.box)


def _said(block: RawBlock) -> Iterator[RawWord]:
    """Yield the words of a block that are not blank."""
    for line in block.lines:
        yield from (word for word in line.words if tokens_of(word.text))


def _owners(line: OldLine, start: int) -> Iterator[tuple[int, tuple[OldLine, OldWord]]]:
    """Yield where each token begins that the line has, which begins at `start`."""
    for word in line.words:
        for token in word.tokens:
            yield start, (line, word)
            start += len(token) + 1
