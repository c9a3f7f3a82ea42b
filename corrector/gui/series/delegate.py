"""Paints one place of a series: tick, page and line, the scan, the line of the text."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
)

from corrector.gui.series.crops import Picture, SeriesCrops
from corrector.gui.series.line_in_row import line_of
from corrector.gui.series.ticking import Row
from corrector.gui.theme import OUTLINE_DARK, OUTLINE_LIGHT, mark_colours
from corrector.gui.wording import visible, word

CROP_HEIGHT: Final = 38
_PAD: Final = 5
_BAR: Final = 4
"""Pixels of the bar beside the row that is looked at: shape, not only a tint."""
_NAMES: Final = 28
"""Letters of room for page, line and why a place is not ticked."""

_Index = QModelIndex | QPersistentModelIndex


class SeriesDelegate(QStyledItemDelegate):
    """Paints rows whose data are `Row`s."""

    def __init__(
        self, crops: SeriesCrops, new_for: Callable[[str], str], parent: QListView
    ) -> None:
        super().__init__(parent)
        self._crops, self._new_for, self._list = crops, new_for, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        names = 3 * self._list.fontMetrics().lineSpacing()
        text = QFontMetrics(_font()).lineSpacing()
        height = max(names, CROP_HEIGHT + _PAD + text) + 2 * _PAD
        return QSize(self._list.viewport().width(), height)

    def tick_area(self, row: QRect) -> QRect:
        """Return where the tick box of a row stands; a click there ticks."""
        size = self._list.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)
        return QRect(row.left() + _BAR + _PAD, row.top() + _PAD, size, size)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, Row):
            return
        painter.save()
        palette, area = self._list.palette(), option.rect
        here = self._list.currentIndex().row() == index.row()
        colours = mark_colours(palette)
        painter.fillRect(area, colours.line if here else palette.color(QPalette.ColorRole.Base))
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if here:
            self._paint_here(painter, palette, area)
        self._paint_tick(painter, area, index)
        left = self._paint_names(painter, palette, area, row)
        inside = QRectF(left, area.top() + _PAD, area.right() - left - _PAD, CROP_HEIGHT)
        self._paint_crop(painter, palette, inside, row)
        self._paint_line(painter, palette, inside.translated(0, CROP_HEIGHT + _PAD), row)
        painter.restore()

    def _paint_here(self, painter: QPainter, palette: QPalette, area: QRect) -> None:
        """Show by a bar which row is looked at, and by a frame that keys go there."""
        bar = QRect(area.left(), area.top(), _BAR, area.height() - 1)
        painter.fillRect(bar, palette.color(QPalette.ColorRole.Highlight))
        if self._list.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -2))

    def _paint_tick(self, painter: QPainter, area: QRect, index: _Index) -> None:
        box = QStyleOptionButton()
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        on = QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        box.rect = self.tick_area(area)
        box.palette = self._list.palette()
        box.state = on | QStyle.StateFlag.State_Enabled
        style = self._list.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, self._list)
        # The style's own frame is not seen on a dark ground.
        painter.setPen(self._list.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawRoundedRect(QRectF(box.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)

    def _paint_names(self, painter: QPainter, palette: QPalette, area: QRect, row: Row) -> float:
        """Write page, line and why it is not ticked; return where the rest of the row begins."""
        metrics = self._list.fontMetrics()
        left = self.tick_area(area).right() + 2 * _PAD
        width = metrics.averageCharWidth() * _NAMES
        place = row.place
        line = self.tr("line {number}").format(number=place.line + 1)
        why = "" if place.settled is None else f"• {word(place.settled)}"
        painter.setFont(self._list.font())
        for at, words in enumerate((row.found.page.label, line, why)):
            role = QPalette.ColorRole.PlaceholderText if at == 1 else QPalette.ColorRole.Text
            painter.setPen(palette.color(role))
            top = area.top() + _PAD + metrics.ascent() + at * metrics.lineSpacing()
            mode = Qt.TextElideMode.ElideMiddle if at == 0 else Qt.TextElideMode.ElideRight
            painter.drawText(QPointF(left, top), metrics.elidedText(words, mode, width))
        return left + width + 2 * _PAD

    def _paint_crop(self, painter: QPainter, palette: QPalette, area: QRectF, row: Row) -> None:
        picture = self._crops.picture(row)
        if picture is not None:
            _paint_picture(painter, area, picture)
            return
        words = "…"
        if self._crops.is_read_now(row):
            words = self.tr("the scan is being read …")
        elif self._crops.is_known(row):
            words = self.tr("no place on the scan is known")
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _paint_line(self, painter: QPainter, palette: QPalette, area: QRectF, row: Row) -> None:
        font = _font()
        metrics, becomes = QFontMetrics(font), f"→ {visible(self._new_for(row.place.old))}"
        # However long the right reading is, the line it stands in has half of the room.
        becomes = metrics.elidedText(becomes, Qt.TextElideMode.ElideRight, round(area.width() / 2))
        room = metrics.horizontalAdvance(becomes) + 4 * _PAD
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        line_of(row, font, area.width() - room).draw(painter, area.topLeft())
        painter.setFont(font)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(QRectF(area.topLeft(), area.size()), int(flags), becomes)


def _paint_picture(painter: QPainter, area: QRectF, picture: Picture) -> None:
    """Paint the part of a crop around its word that fits, the word outlined."""
    pixmap, word_area = picture
    scale = min(1.0, area.height() / pixmap.height())
    width = min(float(pixmap.width()), area.width() / scale)
    left = word_area.center().x() - width / 2
    left = max(0.0, min(left, pixmap.width() - width))
    part = QRectF(left, 0, width, pixmap.height())
    target = QRectF(area.topLeft(), part.size() * scale)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(target, pixmap, part)
    shown = QRectF(word_area).translated(-left, 0)
    outline = QRectF(
        area.left() + shown.left() * scale,
        area.top() + shown.top() * scale,
        shown.width() * scale,
        shown.height() * scale,
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(target)
    for colour, pen in ((OUTLINE_LIGHT, 4.0), (OUTLINE_DARK, 2.0)):
        painter.setPen(QPen(colour, pen))
        painter.drawRoundedRect(outline.adjusted(-2, -2, 2, 2), 2, 2)
    painter.setClipping(False)


def _font() -> QFont:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
