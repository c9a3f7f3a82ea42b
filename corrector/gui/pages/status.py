"""A page's status as a sign whose shape, not its colour, carries the meaning."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from corrector.record.entries import Status


def paint_status(painter: QPainter, area: QRectF, status: Status, colour: QColor) -> None:
    """Draw the sign of `status` into the square `area`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(1.2, area.width() / 9)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, cap, join))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside = area.adjusted(width, width, -width, -width)
    _SIGNS[status](painter, inside, colour)
    painter.restore()


def _ring(painter: QPainter, area: QRectF, colour: QColor) -> None:
    del colour
    painter.drawEllipse(area)


def _half_ring(painter: QPainter, area: QRectF, colour: QColor) -> None:
    painter.drawEllipse(area)
    painter.setBrush(colour)
    painter.drawPie(area, 90 * 16, 180 * 16)


def _triangle(painter: QPainter, area: QRectF, colour: QColor) -> None:
    del colour
    middle, height = area.center().x(), area.height()
    top = QPointF(middle, area.top())
    painter.drawPolygon(QPolygonF([top, area.bottomRight(), area.bottomLeft()]))
    painter.drawLine(QLineF(middle, area.top() + height * 0.42, middle, area.top() + height * 0.62))
    painter.drawPoint(QPointF(middle, area.top() + height * 0.84))


def _tick(painter: QPainter, area: QRectF, colour: QColor) -> None:
    del colour
    x, y, width, height = area.x(), area.y(), area.width(), area.height()
    corner = QPointF(x + width * 0.38, y + height * 0.85)
    painter.drawPolyline(
        [QPointF(x, y + height * 0.5), corner, QPointF(x + width, y + height * 0.1)]
    )


def _two_ticks(painter: QPainter, area: QRectF, colour: QColor) -> None:
    step = area.width() * 0.3
    _tick(painter, area.adjusted(0, 0, -step, 0), colour)
    x, y, width, height = area.x() + step, area.y(), area.width() - step, area.height()
    corner = QPointF(x + width * 0.38, y + height * 0.85)
    painter.drawLine(corner, QPointF(x + width, y + height * 0.1))


def _dashed_sheet(painter: QPainter, area: QRectF, colour: QColor) -> None:
    del colour
    pen = painter.pen()
    pen.setStyle(Qt.PenStyle.DotLine)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    side = area.width() * 0.12
    painter.drawRect(area.adjusted(side, 0, -side, 0))


_SIGNS: Final[dict[Status, Callable[[QPainter, QRectF, QColor], None]]] = {
    Status.NOT_STARTED: _ring,
    Status.IN_PROGRESS: _half_ring,
    Status.PROBLEM: _triangle,
    Status.PROOFREAD: _tick,
    Status.VALIDATED: _two_ticks,
    Status.BLANK: _dashed_sheet,
}
