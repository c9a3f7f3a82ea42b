"""Draws the shapes of editorial marks: around words, between two letters, as icons."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap, QPolygonF

from corrector.gui.text.mark_looks import Shape, colour_of, shape_of

SIGN: Final = 7.0
"""Pixels: width and height of the sign of a mark that has no text."""

_THIN, _THICK = 1.3, 2.0
_TICK: Final = 4.0
_ICON: Final = 16
_DOTS: Final = (1.0, 2.0)
_DASHES_AND_DOTS: Final = (4.0, 2.0, 1.0, 2.0)


def paint_frame(
    painter: QPainter, area: QRectF, shape: Shape, colour: QColor, *, first: bool, last: bool
) -> None:
    """Draw a mark around a stretch of one line.

    Args:
        painter: in pixels of the window.
        area: the stretch, without the frame.
        shape: of the mark.
        colour: of the mark.
        first: whether the mark begins in this stretch.
        last: whether it ends in this stretch.
    """
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _FRAMES[shape](painter, area, colour, first, last)


def paint_sign(
    painter: QPainter, at: QPointF, height: float, shape: Shape, *, colour: QColor, ground: QColor
) -> None:
    """Draw a mark without text: a stem between two letters, and a sign on top of it.

    Args:
        painter: in pixels of the window.
        at: the top of the line between the two letters.
        height: of the line.
        shape: of the mark.
        colour: of the mark.
        ground: of the text.
    """
    painter.setPen(QPen(colour, _THIN))
    painter.drawLine(QLineF(at.x(), at.y() + SIGN / 2, at.x(), at.y() + height))
    painter.setBrush(ground)
    painter.setPen(QPen(colour, _THICK))
    painter.drawPolygon(_outline(shape, QPointF(at.x(), at.y() + 1)))


def mark_icon(kind: str, palette: QPalette) -> QIcon:
    """Return a picture of how a kind of mark is drawn, for lists and menus."""
    pixmap = QPixmap(QSize(_ICON, _ICON) * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area, colour = QRectF(3, 4, 10, 9), colour_of(kind, palette)
    paint_frame(painter, area, shape_of(kind), colour, first=True, last=True)
    painter.end()
    return QIcon(pixmap)


def _pen(colour: QColor, width: float, pattern: tuple[float, ...] = ()) -> QPen:
    pen = QPen(colour, width)
    if pattern:
        pen.setDashPattern(list(pattern))
    return pen


def _sides(painter: QPainter, area: QRectF, first: bool, last: bool) -> None:
    """Draw a frame that is open where the mark goes on in another line."""
    painter.drawLine(QLineF(area.topLeft(), area.topRight()))
    painter.drawLine(QLineF(area.bottomLeft(), area.bottomRight()))
    if first:
        painter.drawLine(QLineF(area.topLeft(), area.bottomLeft()))
    if last:
        painter.drawLine(QLineF(area.topRight(), area.bottomRight()))


def _dotted(painter: QPainter, area: QRectF, colour: QColor, first: bool, last: bool) -> None:
    painter.setPen(_pen(colour, _THIN, _DOTS))
    _sides(painter, area, first, last)


def _angles(painter: QPainter, area: QRectF, colour: QColor, first: bool, last: bool) -> None:
    painter.setPen(_pen(colour, _THICK))
    middle = area.center().y()
    for wanted, top, bottom, outward in (
        (first, area.topLeft(), area.bottomLeft(), -_TICK),
        (last, area.topRight(), area.bottomRight(), _TICK),
    ):
        if wanted:
            tip = QPointF(top.x() + outward, middle)
            painter.drawPolyline(QPolygonF([top, tip, bottom]))


def _double(painter: QPainter, area: QRectF, colour: QColor, first: bool, last: bool) -> None:
    painter.setPen(_pen(colour, 1.0))
    _sides(painter, area, first, last)
    _sides(painter, area.adjusted(-2, -2, 2, 2), first, last)


def _bar(painter: QPainter, area: QRectF, colour: QColor, first: bool, last: bool) -> None:
    painter.setPen(_pen(colour, _THICK))
    painter.drawLine(QLineF(area.topLeft(), area.topRight()))
    for wanted, corner in ((first, area.topLeft()), (last, area.topRight())):
        if wanted:
            painter.drawLine(QLineF(corner, corner + QPointF(0, _TICK)))


def _brackets(painter: QPainter, area: QRectF, colour: QColor, first: bool, last: bool) -> None:
    painter.setPen(_pen(colour, _THICK))
    tick = min(_TICK, area.width() / 4)
    for wanted, top, bottom, inward in (
        (first, area.topLeft(), area.bottomLeft(), tick),
        (last, area.topRight(), area.bottomRight(), -tick),
    ):
        if wanted:
            corners = (top + QPointF(inward, 0), top, bottom, bottom + QPointF(inward, 0))
            painter.drawPolyline(QPolygonF(list(corners)))


def _below(painter: QPainter, area: QRectF, colour: QColor, first: bool, last: bool) -> None:
    del first, last
    painter.setPen(_pen(colour, _THICK, _DASHES_AND_DOTS))
    painter.drawLine(QLineF(area.bottomLeft(), area.bottomRight()))


_FRAMES: Final[Mapping[Shape, Callable[[QPainter, QRectF, QColor, bool, bool], None]]] = (
    MappingProxyType(
        {
            Shape.DOTTED_FRAME: _dotted,
            Shape.ANGLES: _angles,
            Shape.DOUBLE_FRAME: _double,
            Shape.BAR_ABOVE: _bar,
            Shape.BRACKETS: _brackets,
            Shape.LINE_BELOW: _below,
        }
    )
)
_CORNERS: Final[Mapping[Shape, tuple[tuple[float, float], ...]]] = MappingProxyType(
    {
        Shape.DOTTED_FRAME: ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        Shape.ANGLES: ((-1, -1), (1, -1), (0, 1)),
        Shape.DOUBLE_FRAME: ((-0.5, -1), (0.5, -1), (1, 0), (0.5, 1), (-0.5, 1), (-1, 0)),
        Shape.BAR_ABOVE: ((-1, -1), (1, -1), (1, 0), (-1, 0)),
        Shape.BRACKETS: ((0, -1), (1, 0), (0, 1), (-1, 0)),
        Shape.LINE_BELOW: ((-1, 0), (1, 0), (1, 1), (-1, 1)),
    }
)
"""The signs of marks without text, from -1 to 1: square, triangle, hexagon, bar, diamond, bar."""


def _outline(shape: Shape, middle: QPointF) -> QPolygonF:
    half = SIGN / 2
    return QPolygonF([middle + QPointF(x * half, y * half) for x, y in _CORNERS[shape]])
