"""The text of a page from the words that an engine found on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from corrector.ocr.words import Word
from corrector.scans.geometry import Box
from corrector.text.tokens import Span

_BLANK: Final = " "
_NEW_LINE: Final = "\n"
_NEW_PARAGRAPH: Final = "\n\n"


@dataclass(frozen=True, slots=True)
class FoundWord:
    """One word as an engine delivers it, before it has a place in the text.

    Attributes:
        text: what the engine read; may be blank.
        box: where it stands on the scan, in pixels of the stored file.
        confidence: the engine's own, 0..1; None where the engine gives none.
        block: the engine's number of the layout block.
        paragraph: its number of the paragraph in the block.
        line: its number of the line in the paragraph.
    """

    text: str
    box: Box
    confidence: float | None
    block: int
    paragraph: int
    line: int


def lay_out(found: Iterable[FoundWord]) -> tuple[str, tuple[Word, ...]]:
    """Return the text of the words, in their order, and the words with their spans in it.

    Words of a line are parted by one blank, lines by a line break, paragraphs and blocks by a
    blank line; blank words are left out.
    """
    text = ""
    words: list[Word] = []
    before: FoundWord | None = None
    for word in found:
        reading = _BLANK.join(word.text.split())
        if not reading:
            continue
        text += _gap(before, word)
        words.append(_placed(word, reading, len(text), before, words[-1] if words else None))
        text += reading
        before = word
    return text, tuple(words)


def _gap(before: FoundWord | None, word: FoundWord) -> str:
    """Return what parts two words that follow one another."""
    if before is None:
        return ""
    if (before.block, before.paragraph) != (word.block, word.paragraph):
        return _NEW_PARAGRAPH
    return _BLANK if before.line == word.line else _NEW_LINE


def _placed(
    word: FoundWord, reading: str, start: int, before: FoundWord | None, last: Word | None
) -> Word:
    """Return the word at `start`, its block and line counted on from the last word's."""
    block = line = 0
    if before is not None and last is not None:
        block = last.block + (before.block != word.block)
        line = last.line + (_gap(before, word) != _BLANK)
    return Word(reading, Span(start, start + len(reading)), word.box, word.confidence, block, line)
