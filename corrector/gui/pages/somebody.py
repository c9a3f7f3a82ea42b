"""The sign of a page that somebody else edits: head and shoulders."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath


def paint_somebody(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """Draw head and shoulders, filled, into the square `area`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    side = area.width()
    head = side * 0.42
    painter.drawEllipse(QRectF(area.center().x() - head / 2, area.top() + side * 0.06, head, head))
    wide = QRectF(area.left() + side * 0.08, area.top() + side * 0.55, side * 0.84, side * 0.84)
    shoulders = QPainterPath()
    shoulders.moveTo(wide.right(), wide.center().y())
    shoulders.arcTo(wide, 0, 180)
    shoulders.closeSubpath()
    painter.drawPath(shoulders)
    painter.restore()
