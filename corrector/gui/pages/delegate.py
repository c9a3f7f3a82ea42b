"""Paints a row of the page list: its ground, its thumbnail, and the words beside it."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from corrector.gui.pages.model import FAILED_ROLE, HEAD_ROLE, ROW_ROLE
from corrector.gui.pages.row_words import MARGIN, RowWords, row_height
from corrector.gui.pages.thumbnails import THUMBNAIL

Index = QModelIndex | QPersistentModelIndex

_ENOUGH_LETTERS: Final = 14


class PageDelegate(QStyledItemDelegate):
    """One height for all rows, so that 10,000 of them are laid out at once."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        letters = _ENOUGH_LETTERS * option.fontMetrics.averageCharWidth()
        height = max(THUMBNAIL.height(), row_height(option.fontMetrics))
        return QSize(THUMBNAIL.width() + letters + 3 * MARGIN, height + 2 * MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        _paint_ground(painter, option)
        area = option.rect.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        frame = QRect(area.topLeft(), THUMBNAIL)
        frame.moveTop(area.top() + (area.height() - THUMBNAIL.height()) // 2)
        _paint_thumbnail(painter, frame, option, index)
        words = RowWords(painter, option, area.adjusted(frame.width() + 2 * MARGIN, 0, 0, 0))
        words.paint(index.data(ROW_ROLE), index.data(HEAD_ROLE))
        if index.row() and index.data(HEAD_ROLE):
            painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            _paint_focus(painter, option)
        painter.restore()


def _paint_focus(painter: QPainter, option: QStyleOptionViewItem) -> None:
    painter.setPen(QPen(option.palette.color(QPalette.ColorRole.HighlightedText), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(option.rect.adjusted(2, 2, -3, -3))


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    element = QStyle.PrimitiveElement.PE_PanelItemViewItem
    QApplication.style().drawPrimitive(element, option, painter, option.widget)


def _paint_thumbnail(
    painter: QPainter, frame: QRect, option: QStyleOptionViewItem, index: Index
) -> None:
    pixmap: QPixmap | None = index.data(Qt.ItemDataRole.DecorationRole)
    if pixmap is not None:
        place = QRect(QPoint(0, 0), pixmap.deviceIndependentSize().toSize())
        place.moveCenter(frame.center())
        painter.drawPixmap(place, pixmap)
        painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
        painter.drawRect(place.adjusted(0, 0, -1, -1))  # white paper on a white ground
        return
    line = Qt.PenStyle.SolidLine if index.data(FAILED_ROLE) else Qt.PenStyle.DotLine
    painter.setPen(QPen(option.palette.color(QPalette.ColorRole.PlaceholderText), 1, line))
    painter.drawRect(frame.adjusted(0, 0, -1, -1))
    if index.data(FAILED_ROLE):
        _paint_broken(painter, frame, option)


def _paint_broken(painter: QPainter, frame: QRect, option: QStyleOptionViewItem) -> None:
    """Draw the sign of a scan that cannot be shown: a sheet crossed out."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    selected = option.state & QStyle.StateFlag.State_Selected
    role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
    painter.setPen(QPen(option.palette.color(role), 2))
    cross = QRect(0, 0, frame.width() // 3, frame.width() // 3)
    cross.moveCenter(frame.center())
    painter.drawLine(cross.topLeft(), cross.bottomRight())
    painter.drawLine(cross.topRight(), cross.bottomLeft())
