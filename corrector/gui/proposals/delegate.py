"""Paints one line of a proposal: the scan, the line as it is, the line as it was read anew."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from corrector.gui.proposals.course import Course
from corrector.gui.proposals.line_layout import laid_out
from corrector.gui.proposals.pieces import Piece, new_pieces, old_pieces
from corrector.gui.theme import mark_colours
from corrector.scans.geometry import Box
from corrector.tasks.proposed import ProposedLine

CROP_HEIGHT: Final = 40
_PAD: Final = 6
_GUTTER: Final = 78
_BAR: Final = 4
"""Pixels of the bar beside the line that is looked at: shape, not only a tint."""

CropOf = Callable[[Box, Box | None, int, int], QPixmap | None]
"""Box of the line, box of the difference, width and height in pixels; a picture or None."""


class ProposalDelegate(QStyledItemDelegate):
    """Paints rows whose data are `ProposedLine`s."""

    def __init__(self, course: Course, crop_of: CropOf, parent: QListView) -> None:
        super().__init__(parent)
        self._course, self._crop_of, self._list = course, crop_of, parent

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line = index.data(Qt.ItemDataRole.UserRole)
        width = self._list.viewport().width()
        if not isinstance(line, ProposedLine):
            return QSize(width, CROP_HEIGHT)
        palette = self._list.palette()
        text = sum(
            laid_out(pieces, None, _font(), mark_colours(palette), width - _GUTTER - _PAD)[1]
            for pieces in _rows(line)
        )
        return QSize(width, round(text) + self._crop_height(line) + 4 * _PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(line, ProposedLine):
            return
        painter.save()
        palette, area = option.palette, option.rect
        here = self._course.current in line.changes
        colours = mark_colours(palette)
        ground = colours.line if here else palette.color(QPalette.ColorRole.Base)
        painter.fillRect(area, ground)
        if here:
            bar = QRectF(area.left(), area.top(), _BAR, area.height() - 1)
            painter.fillRect(bar, palette.color(QPalette.ColorRole.Highlight))
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        self._paint_inside(painter, QRectF(area), line, palette)
        painter.restore()

    def _paint_inside(
        self, painter: QPainter, area: QRectF, line: ProposedLine, palette: QPalette
    ) -> None:
        colours, current = mark_colours(palette), self._course.current
        left, width = area.left() + _GUTTER, area.width() - _GUTTER - _PAD
        top = area.top() + _PAD
        place = QRectF(left, top, width, self._crop_height(line))
        self._label(painter, palette, place, self._number(line))
        if not self._paint_crop(painter, line, place):
            painter.drawText(place, self.tr("no place on the scan is known"))
        top = place.bottom() + _PAD
        for name, pieces in zip((self.tr("now"), self.tr("read anew")), _rows(line), strict=True):
            layout, height = laid_out(pieces, current, _font(), colours, width)
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            layout.draw(painter, QPointF(left, top))
            self._label(painter, palette, QRectF(left, top, width, height), name)
            top += height + _PAD / 2

    def _crop_height(self, line: ProposedLine) -> int:
        return CROP_HEIGHT if line.box is not None else self._list.fontMetrics().lineSpacing()

    def _paint_crop(self, painter: QPainter, line: ProposedLine, area: QRectF) -> bool:
        """Paint the scan of a line; return whether there was anything to paint."""
        current = self._course.current
        box = current.box if current is not None and current in line.changes else None
        if line.box is None:
            return False
        picture = self._crop_of(line.box, box, int(area.width()), int(area.height()))
        if picture is not None:
            painter.drawPixmap(area.topLeft(), picture)
        return picture is not None

    def _label(self, painter: QPainter, palette: QPalette, area: QRectF, words: str) -> None:
        """Write beside what is in `area` what it is."""
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        left = area.left() - _GUTTER + _BAR
        place = QRectF(left, area.top(), _GUTTER - _BAR - _PAD, area.height())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(place, int(flags), words)

    def _number(self, line: ProposedLine) -> str:
        if line.changes[0].own_line:
            return self.tr("new line")
        return self.tr("line {number}").format(number=line.number + 1)


def _rows(line: ProposedLine) -> tuple[list[Piece], list[Piece]]:
    return old_pieces(line), new_pieces(line)


def _font() -> QFont:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
