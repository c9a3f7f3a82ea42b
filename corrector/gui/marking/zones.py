"""Outlines on the scan where editorial marks have a place there; it takes no clicks."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from corrector.gui.marking.entries import box_in
from corrector.gui.scan.view import ScanView
from corrector.gui.text.mark_looks import colour_of
from corrector.gui.text.mark_words import kind_word
from corrector.scans.geometry import Box
from corrector.text.marks import Mark
from corrector.text.phenomena import PHENOMENON_BY_NAME
from corrector.text.phenomenon import Entry

_PAPER = QColor(255, 255, 255, 225)
"""Behind outline and name, so that both are seen on dark paper, too."""
_WIDE, _NARROW = 4.0, 1.8
_ROOM = 3


class ZoneOverlay(QWidget):
    """Lies over the scan and paints nothing but outlines and names."""

    def __init__(self, scan: ScanView) -> None:
        super().__init__(scan.viewport())
        self._scan = scan
        self._zones: list[tuple[Box, str]] = []
        self._ink = QPalette(QColor("#ffffff"))
        self._ink.setColor(QPalette.ColorRole.Base, QColor("#ffffff"))
        self._ink.setColor(QPalette.ColorRole.Text, QColor("#000000"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scan.viewport().installEventFilter(self)
        self.setGeometry(scan.viewport().rect())

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Outline the places of `marks` on the scan of the page on the desk."""
        zones = [(box, one.kind) for one in marks if (box := zone_box(one)) is not None]
        if zones != self._zones:
            self._zones = zones
            self.update()

    def bring_into_view(self, mark: Mark) -> None:
        """Scroll the scan to the place of `mark`, if it has one."""
        box, placing = zone_box(mark), self._scan.placing
        if box is not None and placing is not None:
            self._scan.bring_into_view(placing.to_sheet(box))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._scan.viewport():
            self.setGeometry(self._scan.viewport().rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        placing = self._scan.placing
        if placing is None or self._scan.state or not self._zones:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box, kind in self._zones:
            corners = placing.outline(box).translated(self._scan.origin())
            self._paint_zone(painter, corners, kind)
        painter.end()

    def _paint_zone(self, painter: QPainter, corners: QPolygonF, kind: str) -> None:
        colour = colour_of(kind, self._ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ink, width in ((_PAPER, _WIDE), (colour, _NARROW)):
            pen = QPen(ink, width)
            pen.setStyle(Qt.PenStyle.SolidLine if ink is _PAPER else Qt.PenStyle.DashDotLine)
            painter.setPen(pen)
            painter.drawPolygon(corners)
        words = kind_word(kind)
        metrics = painter.fontMetrics()
        plate = QRectF(0, 0, metrics.horizontalAdvance(words) + 2 * _ROOM, metrics.height())
        plate.moveBottomLeft(corners.boundingRect().topLeft() - QPointF(0, 1))
        if plate.top() < 0:
            plate.moveTopLeft(corners.boundingRect().bottomLeft() + QPointF(0, 1))
        painter.fillRect(plate, _PAPER)
        painter.setPen(colour)
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), words)


def zone_box(mark: Mark) -> Box | None:
    """Return the place of a mark on the scan, in pixels of the stored file, or None."""
    known = PHENOMENON_BY_NAME.get(mark.kind)
    fields = known.fields if known is not None else ()
    boxes = (box_in(mark.value(one.name)) for one in fields if one.entry is Entry.ZONE)
    return next((box for box in boxes if box is not None), None)
