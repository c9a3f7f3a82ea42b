"""Lays out the pieces of one line, each kind in a shape and a colour of its own."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from corrector.gui.proposals.pieces import Piece, PieceKind
from corrector.gui.theme import MarkColours
from corrector.gui.wording import visible
from corrector.tasks.proposed import ProposedChange

_REFUSED: Final = " ⟨{text}⟩"


def laid_out(
    pieces: Sequence[Piece],
    current: ProposedChange | None,
    font: QFont,
    colours: MarkColours,
    width: float,
) -> tuple[QTextLayout, float]:
    """Return the line ready to be drawn, and its height in pixels.

    Removed is struck through, added underlined, locked has a dotted line under it, what was
    refused stands in angled brackets; the current difference has a ground of its own.
    """
    text, formats = "", []
    for piece in pieces:
        shown = _shown(piece)
        part = QTextLayout.FormatRange()
        start = _units(text)
        text += shown
        part.start, part.length = start, _units(shown)
        part.format = _format(piece, piece.change is not None and piece.change == current, colours)
        formats.append(part)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats)
    return layout, _broken(layout, width)


def _broken(layout: QTextLayout, width: float) -> float:
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return height


def _shown(piece: Piece) -> str:
    if piece.kind is PieceKind.SAME:
        return piece.text
    text = visible(piece.text) if piece.text.strip() else piece.text
    return _REFUSED.format(text=text) if piece.kind is PieceKind.REFUSED else text


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _format(piece: Piece, current: bool, colours: MarkColours) -> QTextCharFormat:
    shape = QTextCharFormat()
    if piece.kind is PieceKind.REMOVED:
        shape.setForeground(colours.removed)
        shape.setFontStrikeOut(True)
    elif piece.kind is PieceKind.ADDED:
        shape.setForeground(colours.added)
        shape.setFontUnderline(True)
    elif piece.kind is PieceKind.LOCKED:
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        shape.setForeground(colours.confirmed)
    elif piece.kind is PieceKind.REFUSED:
        shape.setForeground(colours.editorial)
        shape.setFontItalic(True)
    if current:
        shape.setBackground(colours.current)
        shape.setFontWeight(QFont.Weight.Bold)
    return shape
