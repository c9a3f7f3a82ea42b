"""Draws what is marked on a scan, each kind by a shape of its own, seen on any paper."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPen, QPolygonF

from corrector.gui import theme
from corrector.gui.scan.placing import Placing
from corrector.scans.geometry import Box

_AWAY: Final = 3.0
"""Pixels between a word and its outline, so that no stroke of a letter is hidden."""

_SELECTED_AWAY: Final = 1.0
_DASHES: Final = [4.0, 3.0]
_GRIP: Final = 3.5
"""Pixels from the middle to the side of the grips at the corners of a region."""


def paint_outline(painter: QPainter, placing: Placing, box: Box, *, strong: bool) -> None:
    """Draw a frame around `box` that is seen on any paper: a dark line on a light one.

    Args:
        painter: its origin is the top left corner of the sheet.
        placing: of the scan on the sheet.
        box: the word or line, in pixels of the stored file.
        strong: for the word; a line of the page has a weak one.
    """
    wide, narrow = (4.0, 2.0) if strong else (2.5, 1.0)
    _paint_frame(painter, placing.outline(box, _AWAY), wide, narrow)


def paint_selected(painter: QPainter, placing: Placing, boxes: Iterable[Box]) -> None:
    """Tint `boxes` and draw a double line below each, as what is selected in the text."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for box in boxes:
        corners = placing.outline(box, _SELECTED_AWAY)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.SELECTED_ON_SCAN)
        painter.drawPolygon(corners)
        right, left = corners.at(2), corners.at(3)
        for colour, width in ((theme.OUTLINE_LIGHT, 3.0), (theme.OUTLINE_DARK, 1.5)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(left, right)
    painter.restore()


def paint_region(painter: QPainter, placing: Placing, box: Box, *, open_: bool) -> None:
    """Draw the region that was drawn by the person: dashed, with grips while it may change.

    Args:
        painter: its origin is the top left corner of the sheet.
        placing: of the scan on the sheet.
        box: in pixels of the stored file.
        open_: whether it may still change.
    """
    corners = placing.outline(box)
    _paint_frame(painter, corners, 3.5, 2.0, dashed=True)
    if not open_:
        return
    painter.save()
    painter.setPen(QPen(theme.OUTLINE_LIGHT, 1.0))
    painter.setBrush(theme.OUTLINE_DARK)
    for corner in (corners.at(index) for index in range(4)):
        reach = QPointF(_GRIP, _GRIP)
        painter.drawRect(QRectF(corner - reach, corner + reach))
    painter.restore()


def paint_label(painter: QPainter, area: QRectF, words: str, palette: QPalette) -> None:
    """Write `words` on a small plate in the bottom right corner of `area`."""
    metrics = QFontMetrics(painter.font())
    plate = QRectF(0, 0, metrics.horizontalAdvance(words) + 10, metrics.height() + 2)
    plate.moveBottomRight(area.bottomRight())
    painter.fillRect(plate, palette.color(QPalette.ColorRole.ToolTipBase))
    painter.setPen(palette.color(QPalette.ColorRole.ToolTipText))
    painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), words)


def _paint_frame(
    painter: QPainter, corners: QPolygonF, wide: float, narrow: float, *, dashed: bool = False
) -> None:
    """Draw a frame of a dark line of `narrow` pixels on a light one of `wide`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((theme.OUTLINE_LIGHT, wide), (theme.OUTLINE_DARK, narrow)):
        pen = QPen(colour, width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashed and colour == theme.OUTLINE_DARK:
            pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.drawPolygon(corners)
    painter.restore()
