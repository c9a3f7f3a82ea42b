"""Paints the three lines of words of a row: document, number and label, status and suspicions."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from corrector.gui.pages.rows import PageRow
from corrector.gui.pages.somebody import paint_somebody
from corrector.gui.pages.status import paint_status
from corrector.gui.wording import word

MARGIN: Final = 6
_LINES: Final = 3
_BETWEEN: Final = 3


def row_height(metrics: QFontMetrics) -> int:
    """Return the height of the words in a font with these metrics."""
    return _LINES * (metrics.height() + _BETWEEN)


class RowWords:
    """Draws into one area of one row."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        self._painter = painter
        self._area = area
        self._font = QFont(option.font)
        self._metrics = option.fontMetrics
        self._step = option.fontMetrics.height() + _BETWEEN
        selected = option.state & QStyle.StateFlag.State_Selected
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        self._colour = option.palette.color(role)

    def paint(self, row: PageRow, head: str) -> None:
        """Draw what there is to say about `row`; `head` stands above it where not empty."""
        lines = _LINES if head else _LINES - 1
        top = self._area.top() + (self._area.height() - lines * self._step) // 2
        if head:
            self._write(head, self._line(top), bold=True)
            top += self._step
        self._label(row, self._line(top))
        self._status(row, self._line(top + self._step))

    def _line(self, top: int) -> QRect:
        return QRect(self._area.left(), top, self._area.width(), self._step)

    def _label(self, row: PageRow, line: QRect) -> None:
        number = f"{row.number}   "
        self._write(number, line)
        line.setLeft(line.left() + self._metrics.horizontalAdvance(number))
        if row.unsaved:
            line.setRight(line.right() - self._step)
            self._dot(line)
        if row.claimed:
            line.setRight(line.right() - self._step)
            side = self._metrics.ascent()
            sign = QRectF(
                line.right() + self._step - side, line.center().y() - side / 2, side, side
            )
            paint_somebody(self._painter, sign, self._colour)
        # Labels of one collection begin alike; what tells them apart stands at the end.
        self._write(row.label, line, elide=Qt.TextElideMode.ElideLeft)

    def _dot(self, line: QRect) -> None:
        side = self._step * 0.42
        left, top = line.right() + self._step - side, line.center().y() - side / 2
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colour)
        self._painter.drawEllipse(QRectF(left, top, side, side))

    def _status(self, row: PageRow, line: QRect) -> None:
        side = self._metrics.ascent()
        sign = QRectF(line.left(), line.center().y() - side / 2, side, side)
        paint_status(self._painter, sign, row.status, self._colour)
        line.setLeft(line.left() + side + MARGIN)
        if row.suspicions is not None:
            line.setRight(self._count(row.suspicions, line) - MARGIN)
        self._write(word(row.status), line)

    def _count(self, number: int, line: QRect) -> int:
        """Draw the number of suspicions in a pill at the right; return its left edge."""
        words = str(number)
        width = max(self._step, self._metrics.horizontalAdvance(words) + self._step // 2 + 2)
        pill = QRectF(line.right() - width, line.top() + 0.5, width, self._step - 1)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(self._colour)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        if number:
            self._painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        self._painter.setFont(self._font)
        self._painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        return int(pill.left())

    def _write(
        self,
        words: str,
        line: QRect,
        *,
        bold: bool = False,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        font = QFont(self._font)
        font.setBold(bold)
        self._painter.setFont(font)
        self._painter.setPen(self._colour)
        shown = QFontMetrics(font).elidedText(words, elide, line.width())
        sides = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(line, sides, shown)
