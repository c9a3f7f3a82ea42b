"""Reads the table (TSV) in which Tesseract says what it found on a page."""

from typing import Final

from corrector.ocr.layout import FoundWord
from corrector.scans.geometry import Box

HEADER: Final = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
)
"""First line of the table."""
_CELLS: Final = 12
_WORD_LEVEL: Final = "5"
_HIGHEST_CONFIDENCE: Final = 100.0


def found_words(table: str) -> tuple[FoundWord, ...]:
    """Return the words of the table in Tesseract's reading order; boxes as Tesseract saw them.

    Raises:
        ValueError: this is not such a table.
    """
    # Not splitlines: a word may hold one of the rarer line separators of Unicode.
    header, *rows = table.replace("\r\n", "\n").split("\n")
    if header != HEADER:
        raise ValueError(header[:80])
    return tuple(_word(row) for row in rows if row.split("\t", 1)[0] == _WORD_LEVEL)


def _word(row: str) -> FoundWord:
    """Return the word of one row; Tesseract may leave out the last cell of a blank word."""
    cells = row.split("\t", _CELLS - 1)
    block, paragraph, line = (int(cell) for cell in cells[2:5])
    left, top, width, height = (int(cell) for cell in cells[6:10])
    return FoundWord(
        text=cells[11] if len(cells) == _CELLS else "",
        box=Box(left, top, width, height),
        confidence=_confidence(cells[10]),
        block=block,
        paragraph=paragraph,
        line=line,
    )


def _confidence(cell: str) -> float | None:
    """Return a confidence in per cent as 0..1; Tesseract writes -1 where it has none."""
    value = float(cell) / _HIGHEST_CONFIDENCE
    return min(value, 1.0) if value >= 0 else None
