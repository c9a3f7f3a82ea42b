"""Lays out the line of a text around a wrong reading, the reading made prominent."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from corrector.gui.wording import visible

if TYPE_CHECKING:
    from corrector.gui.series.ticking import Row

_BEFORE: Final = 0.4
"""Of the width, that what stands before the reading may take."""


def line_of(row: "Row", font: QFont, width: float) -> QTextLayout:
    """Return the line ready to be drawn; what does not fit is cut off at either end."""
    place, text = row.place, row.found.text
    before = visible(text[place.line_span.start : place.span.start])
    after = visible(text[place.span.end : place.line_span.end])
    bold = QFont(font)
    bold.setBold(True)
    measure, old = QFontMetricsF(font), visible(place.old)
    left = width - QFontMetricsF(bold).horizontalAdvance(old)
    room = max(width * _BEFORE, left - measure.horizontalAdvance(after))
    before = measure.elidedText(before.lstrip(), Qt.TextElideMode.ElideLeft, room)
    left -= measure.horizontalAdvance(before)
    after = measure.elidedText(after.rstrip(), Qt.TextElideMode.ElideRight, max(0.0, left))
    layout = QTextLayout(before + old + after, font)
    layout.setFormats([_prominent(_units(before), _units(old))])
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout


def _prominent(start: int, length: int) -> QTextLayout.FormatRange:
    shape = QTextCharFormat()
    shape.setFontWeight(QFont.Weight.Bold)
    shape.setFontUnderline(True)
    part = QTextLayout.FormatRange()
    part.start, part.length, part.format = start, length, shape
    return part


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
