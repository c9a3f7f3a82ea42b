"""Makes of what a file says of a page a reading: one text, and each word at its place in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import repeat
from types import MappingProxyType
from typing import Final

from corrector.formats.reading.coordinates import clamped, united
from corrector.formats.reading.interpolation import interpolated
from corrector.formats.reading.ocr_page import OcrPage, Place
from corrector.formats.reading.raw_page import RawBlock, RawLine, RawPage, RawWord
from corrector.ocr.words import EngineDescription, Reading, Word
from corrector.scans.geometry import Box
from corrector.text.tokens import Span

BOXES: Final = "word-boxes"
"""The parameter of the engine that says where the boxes of words come from."""

_FROM_FILE: Final = "as in the file"
_INTERPOLATED: Final = "interpolated within lines"
_PARTLY: Final = "partly interpolated within lines"
_MISSING: Final = "none"

_NO_CHARACTER: Final = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Piece:
    """One word: without blanks, with a place if there is any."""

    text: str
    box: Box | None
    confidence: float | None
    alternatives: tuple[str, ...]
    interpolated: bool


def assembled(page: RawPage, engine: EngineDescription) -> OcrPage:
    """Return the page: words one blank apart, lines a line feed, blocks an empty line.

    Boxes are cut at the edges of the page. Where a line gives several words as one, or words
    without places, their boxes are computed from the box around them.
    """
    text = _Text(*(page.size or _needed(page)))
    for block in page.blocks:
        text.add_block(block)
    described = replace(
        engine,
        languages=engine.languages or page.languages,
        parameters=MappingProxyType({**engine.parameters, BOXES: text.kind_of_boxes()}),
    )
    return OcrPage(
        Reading("".join(text.parts), tuple(text.words), text.width, text.height, described),
        page.image_name,
        page.size is not None,
        tuple(text.lines),
        tuple(text.blocks),
        frozenset(text.interpolated),
        MappingProxyType(text.alternatives),
    )


@dataclass(slots=True)
class _Text:
    """The text of a page as it grows."""

    width: int
    height: int
    parts: list[str] = field(default_factory=list)
    length: int = 0
    words: list[Word] = field(default_factory=list)
    lines: list[Place] = field(default_factory=list)
    blocks: list[Place] = field(default_factory=list)
    interpolated: set[int] = field(default_factory=set)
    alternatives: dict[int, tuple[str, ...]] = field(default_factory=dict)
    placeless: int = 0

    def add_block(self, block: RawBlock) -> None:
        """Add the lines of a block that have any words."""
        lines = [(line, pieces) for line in block.lines if (pieces := _pieces(line))]
        if not lines:
            return
        self._add("\n\n" if self.blocks else "")
        start = self.length
        for number, (line, pieces) in enumerate(lines):
            self._add("\n" if number else "")
            self._add_line(line, pieces)
        box = block.box or united(place.box for place in self.lines[-len(lines) :])
        self.blocks.append(Place(Span(start, self.length), self._on_page(box)))

    def _add_line(self, line: RawLine, pieces: Sequence[_Piece]) -> None:
        start = self.length
        for number, piece in enumerate(pieces):
            self._add(" " if number else "")
            self._add_word(piece)
        box = line.box or united(piece.box for piece in pieces)
        self.lines.append(Place(Span(start, self.length), self._on_page(box)))

    def _add_word(self, piece: _Piece) -> None:
        span = Span(self.length, self.length + len(piece.text))
        self._add(piece.text)
        box = self._on_page(piece.box)
        if box is None:
            self.placeless += 1
            return
        index = len(self.words)
        place = (len(self.blocks), len(self.lines))
        self.words.append(Word(piece.text, span, box, piece.confidence, *place))
        if piece.interpolated:
            self.interpolated.add(index)
        if piece.alternatives:
            self.alternatives[index] = piece.alternatives

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _on_page(self, box: Box | None) -> Box | None:
        return None if box is None else clamped(box, self.width, self.height)

    def kind_of_boxes(self) -> str:
        """Say where the boxes of the words come from."""
        if not self.words:
            return _MISSING
        if not self.interpolated:
            return _FROM_FILE
        return _INTERPOLATED if len(self.interpolated) == len(self.words) else _PARTLY


def _needed(page: RawPage) -> tuple[int, int]:
    """Return the size that a page must have to hold all its boxes."""
    boxes = [box for block in page.blocks for box in _boxes(block)]
    around = united(boxes)
    return (1, 1) if around is None else (max(around.right, 1), max(around.bottom, 1))


def _boxes(block: RawBlock) -> Iterator[Box | None]:
    yield block.box
    for line in block.lines:
        yield line.box
        yield from (word.box for word in line.words)


def _pieces(line: RawLine) -> list[_Piece]:
    """Return the words of a line, each with its own box or one computed from what is around it."""
    tokens = [(word, tokens_of(word.text)) for word in line.words]
    by_line: Iterator[Box | None] = repeat(None)
    if any(word.box is None for word in line.words):
        around = line.box or united(word.box for word in line.words)
        by_line = iter(_boxes_within([token for _, found in tokens for token in found], around))
    pieces: list[_Piece] = []
    for word, found in tokens:
        pieces += _pieces_of(word, found, [next(by_line) for _ in found])
    return pieces


def _pieces_of(
    word: RawWord, tokens: Sequence[str], guesses: Iterable[Box | None]
) -> Iterator[_Piece]:
    if len(tokens) == 1 and word.box is not None:
        yield _Piece(tokens[0], word.box, word.confidence, _others(word), interpolated=False)
        return
    boxes = guesses if word.box is None else interpolated(tokens, word.box)
    alternatives = _others(word) if len(tokens) == 1 else ()
    for token, box in zip(tokens, boxes, strict=True):
        yield _Piece(token, box, word.confidence, alternatives, interpolated=box is not None)


def _boxes_within(tokens: Sequence[str], box: Box | None) -> Sequence[Box | None]:
    return [None] * len(tokens) if box is None else interpolated(tokens, box)


def _others(word: RawWord) -> tuple[str, ...]:
    """Return the other readings, each once and in one form."""
    readings = (" ".join(tokens_of(other)) for other in word.alternatives)
    return tuple(dict.fromkeys(one for one in readings if one and one != word.text.strip()))


def tokens_of(text: str) -> list[str]:
    """Return the words of `text`; what is no character, and could not be saved, becomes U+FFFD."""
    return _NO_CHARACTER.sub("\ufffd", text).split()
