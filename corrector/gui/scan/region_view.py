"""A sheet on which a rectangle can be drawn: by mouse, or by keys once it is asked for."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from corrector.gui.scan.sheet_view import SheetView
from corrector.scans.geometry import Box

KEY_STEP: Final = 12.0
"""Pixels of the window by which an arrow key moves a rectangle, or its far corner with Shift."""

FINE_STEP: Final = 1.0
"""The same with Ctrl held."""

_FIRST_SHARE: Final = 0.25
"""Of the view: half the sides of the rectangle that keys begin with where no word is outlined."""

_WAYS: Final = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier


class RegionView(SheetView):
    """Lets a person choose a region of the scan; what is done with it is others' job.

    Dragging with Shift draws one at any time. While one is asked for, dragging draws it without
    Shift, arrow keys move it, Shift and arrows make it larger or smaller, Enter takes it and
    Escape calls it off. The region stays drawn until Escape, the next one or the next page.
    """

    region_chosen = Signal(object, str)
    """Box in pixels of the stored file, and the purpose it was asked for; "" for an unasked one."""

    region_called_off = Signal(str)
    """The region asked for with this purpose will not come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._region: QRectF | None = None  # of the upright scan
        self._anchor: QPointF | None = None  # of the upright scan
        self._drawing = False
        self._purpose: str | None = None
        self._asking = ""  # shown while a region is asked for
        self.setMouseTracking(True)

    @property
    def region(self) -> Box | None:
        """The region that is drawn, in pixels of the stored file."""
        if self._region is None or self._placing is None:
            return None
        return self._placing.to_box(self._region)

    @property
    def region_wanted(self) -> bool:
        """Whether a region is asked for now."""
        return self._purpose is not None

    def begin_region(self, purpose: str = "", *, words: str = "", first: Box | None = None) -> None:
        """Ask for a region; `region_chosen` or `region_called_off` will tell. Keys go to the scan.

        Nothing happens where no scan is shown.

        Args:
            purpose: handed on with the region, so that whoever asked knows it.
            words: shown on the scan meanwhile; empty for what keys and mouse do.
            first: the rectangle to begin with, in pixels of the stored file; None for one in
                the middle of what is in view.
        """
        if self._placing is None:
            return
        if self._purpose is not None:
            self.region_called_off.emit(self._purpose)
        self._purpose = purpose
        self._asking = words or self.tr(
            "Draw a rectangle with the mouse, or move it by arrow keys and size it by Shift and "
            "arrows. Enter takes it, Escape leaves."
        )
        self._region = self._upright_of(first) if first is not None else self._middle_part()
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self.setFocus()
        self._show_region()

    def clear_region(self) -> None:
        """Take away what is drawn, and call off what is asked for."""
        purpose, self._purpose, self._asking = self._purpose, None, ""
        self._region = self._anchor = None
        self.viewport().unsetCursor()
        self.viewport().update()
        if purpose is not None:
            self.region_called_off.emit(purpose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._region is not None:
            self.clear_region()
        elif self._purpose is not None and key in _ENTER:
            self._choose()
        elif self._purpose is not None and key in _WAYS:
            self._move_by_key(_WAYS[key], event.modifiers())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        drawing = self._purpose is not None or event.modifiers() & _SHIFT
        left = event.button() == Qt.MouseButton.LeftButton
        if not (drawing and left) or self._placing is None:
            super().mousePressEvent(event)
            return
        self._drawing = False
        self._anchor = self._placing.to_upright(event.position() - self.origin())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._anchor is None or self._placing is None:
            super().mouseMoveEvent(event)
            return
        point = event.position()
        start = self._placing.transform().map(self._anchor) + self.origin()
        far = (point - start).manhattanLength() >= QApplication.startDragDistance()
        self._drawing = self._drawing or far
        if self._drawing:
            end = self._placing.to_upright(point - self.origin())
            self._region = QRectF(self._anchor, end).normalized()
            self.bring_into_view(QRectF(point - self.origin(), point - self.origin()))
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._anchor is None or event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        self.mouseMoveEvent(event)
        self._anchor = None
        if self._drawing:
            self._choose()

    def _choose(self) -> None:
        box = self.region
        if box is None:
            return
        purpose, self._purpose, self._asking = self._purpose or "", None, ""
        self.viewport().unsetCursor()
        self.viewport().update()
        self.region_chosen.emit(box, purpose)

    def _move_by_key(self, way: QPointF, held: Qt.KeyboardModifier) -> None:
        if self._placing is None or self._region is None:
            return
        # Straight on the screen, however crooked the scan: the angle is left out both ways.
        straight = replace(self._placing, angle=0.0).transform()
        step = way * (FINE_STEP if held & _CONTROL else KEY_STEP)
        seen = straight.mapRect(self._region)
        if held & _SHIFT:
            seen.setBottomRight(seen.bottomRight() + step)
        else:
            seen.translate(step)
        back, _ = straight.inverted()
        moved = back.mapRect(seen)
        if seen.width() > 1 and seen.height() > 1 and self._placing.to_box(moved) is not None:
            self._region = moved
            self._show_region()

    def _show_region(self) -> None:
        if self._placing is not None and self._region is not None:
            self.bring_into_view(self._placing.transform().mapRect(self._region))
        self.viewport().update()

    def _middle_part(self) -> QRectF | None:
        if self._placing is None:
            return None
        room = QRectF(self.viewport().rect())
        across, down = room.width() * _FIRST_SHARE, room.height() * _FIRST_SHARE
        part = room.adjusted(across, down, -across, -down).translated(-self.origin())
        return self._placing.visible(part)

    def _upright_of(self, box: Box) -> QRectF | None:
        return self._placing.upright(box) if self._placing is not None else None
