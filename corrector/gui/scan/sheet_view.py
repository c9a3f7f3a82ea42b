"""A sheet that is scrolled, zoomed, turned and panned; what is on it is not its job."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from corrector.gui.scan.placing import Placing, ZoomMode, fitting_scale, scrolled

if TYPE_CHECKING:
    from corrector.tasks.looking import ScanShape

MARGIN: Final = 8
"""Pixels around the sheet, so that its edge can be seen."""

STEP: Final = 1.25
SMALLEST: Final = 0.02
LARGEST: Final = 8.0

STEEPEST: Final = 15.0
"""Degrees by which a crooked scan can be turned straight; beyond it a quarter turn helps."""

COMFORT: Final = 48
"""Pixels left beside a thing that was scrolled into view."""

_NOTCH: Final = 120
"""What Qt reports for one notch of a wheel."""


class SheetView(QAbstractScrollArea):
    """Keeps a `Placing` and the scroll bars in step."""

    clicked = Signal(int, int)
    """The person clicked on this pixel of the stored file (x, y)."""

    zoom_changed = Signal(float)
    """The scan is now shown with so many pixels of the window for one of its own; 0: none is."""

    angle_changed = Signal(float)
    """The view is now turned by so many degrees to the right to stand straight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placing: Placing | None = None
        self._mode = ZoomMode.WIDTH
        self._turns = 0
        self._angle = 0.0
        self._scale = 1.0
        self._pressed: QPoint | None = None
        self._grip = QPoint()
        self._panning = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def zoom(self) -> float:
        """Pixels of the window for one of the scan."""
        return self._scale

    @property
    def zoom_mode(self) -> ZoomMode:
        """What decides the zoom when the page or the window changes."""
        return self._mode

    def zoom_to_width(self) -> None:
        """Let the scan fill the width of the view."""
        self._fit(ZoomMode.WIDTH)

    def zoom_to_page(self) -> None:
        """Show the whole scan."""
        self._fit(ZoomMode.PAGE)

    def zoom_to_pixels(self) -> None:
        """Show one pixel of the scan as one of the screen."""
        self._zoom_at(1 / self.devicePixelRatioF(), self._fixed_point())

    def zoom_in(self) -> None:
        """Show the scan larger."""
        self._zoom_at(self._scale * STEP, self._fixed_point())

    def zoom_out(self) -> None:
        """Show the scan smaller."""
        self._zoom_at(self._scale / STEP, self._fixed_point())

    def rotate_left(self) -> None:
        """Turn the view, not the file, by a quarter to the left."""
        self._turn(-1)

    def rotate_right(self) -> None:
        """Turn the view, not the file, by a quarter to the right."""
        self._turn(1)

    @property
    def angle(self) -> float:
        """Degrees to the right by which the view, not the file, is turned to stand straight."""
        return self._angle

    def turn_to(self, angle: float) -> None:
        """Turn the view, not the file, to `angle` degrees to the right, at most `STEEPEST`."""
        self._angle = max(-STEEPEST, min(STEEPEST, angle))
        self._turn(0)
        self.angle_changed.emit(self._angle)

    def origin(self) -> QPointF:
        """Return where the top left corner of the sheet is, in the viewport."""
        if self._placing is None:
            return QPointF()
        size, room = self._placing.size(), self.viewport().size()
        left = max(MARGIN, (room.width() - size.width()) // 2) - self.horizontalScrollBar().value()
        top = max(MARGIN, (room.height() - size.height()) // 2) - self.verticalScrollBar().value()
        return QPointF(left, top)

    def place(self, shape: "ScanShape | None") -> None:
        """Lay out a scan of `shape` from its top, in the zoom mode that is set; None for none."""
        was_shown = self._placing is not None
        self._placing = None if shape is None else self._placed(shape, self._scale)
        if self._placing is not None:
            self._layout(self._wanted_scale(self._placing))
            self.verticalScrollBar().setValue(0)
        else:
            self._set_bars()
        if was_shown != (self._placing is not None):
            self.zoom_changed.emit(self._scale if self._placing is not None else 0.0)

    def bring_into_view(self, area: QRectF) -> None:
        """Scroll as little as needed to show `area` of the sheet; not at all if it is seen."""
        room, origin = self.viewport().size(), self.origin()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        seen = area.translated(origin)
        across.setValue(
            across.value() + round(scrolled(0, room.width(), seen.left(), seen.right(), COMFORT))
        )
        down.setValue(
            down.value() + round(scrolled(0, room.height(), seen.top(), seen.bottom(), COMFORT))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._placing is not None:
            self._hold(QPointF(self.viewport().width() / 2, 0), self._wanted_scale(self._placing))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        del dx, dy
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        notches = event.angleDelta().y() / _NOTCH
        self._zoom_at(self._scale * STEP**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._placing is None:
            super().mousePressEvent(event)
            return
        self._pressed = event.position().toPoint()
        self._grip = self._scroll_position()
        self._panning = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position().toPoint() - self._pressed
        if not self._panning and way.manhattanLength() >= QApplication.startDragDistance():
            self._panning = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._panning:
            self._scroll_to(self._grip - way)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            super().mouseReleaseEvent(event)
            return
        if self._panning:
            self.viewport().unsetCursor()
        elif self._placing is not None:
            pixel = self._placing.to_stored(event.position() - self.origin())
            if pixel is not None:
                self.clicked.emit(*pixel)
        self._pressed = None

    def _fit(self, mode: ZoomMode) -> None:
        self._mode = mode
        if self._placing is not None:
            self._hold(self._fixed_point(), self._wanted_scale(self._placing))

    def _turn(self, quarters: int) -> None:
        self._turns = (self._turns + quarters) % 4
        if self._placing is not None:
            turned = self._placed(self._placing.shape, self._scale)
            point = self._fixed_point()
            held = self._placing.to_upright(point - self.origin())
            self._placing = turned
            self._layout(self._wanted_scale(turned))
            self._show_at(held, point)

    def _placed(self, shape: "ScanShape", scale: float) -> Placing:
        return Placing(shape, self._turns, scale, self._angle)

    def _zoom_at(self, scale: float, point: QPointF) -> None:
        self._mode = ZoomMode.FREE
        self._hold(point, min(LARGEST, max(SMALLEST, scale)))

    def _hold(self, point: QPointF, scale: float) -> None:
        """Change the scale while what is at `point` of the viewport stays there."""
        if self._placing is None:
            self._scale = scale
            return
        held = self._placing.to_upright(point - self.origin())
        self._layout(scale)
        self._show_at(held, point)

    def _show_at(self, upright: QPointF, point: QPointF) -> None:
        if self._placing is not None:
            now = self._placing.transform().map(upright) + self.origin()
            self._scroll_to(self._scroll_position() + (now - point).toPoint())

    def _layout(self, scale: float) -> None:
        if self._placing is None:
            return
        changed = scale != self._scale
        self._scale = scale
        self._placing = self._placed(self._placing.shape, scale)
        self._set_bars()
        self.viewport().update()
        if changed:
            self.zoom_changed.emit(scale)

    def _wanted_scale(self, placing: Placing) -> float:
        if self._mode is ZoomMode.FREE:
            return self._scale
        most = self.maximumViewportSize()
        room = QSizeF(max(1, most.width() - 2 * MARGIN), max(1, most.height() - 2 * MARGIN))
        bar = self.verticalScrollBar().sizeHint().width()
        return fitting_scale(placing.turned_size(), room, bar, self._mode)

    def _set_bars(self) -> None:
        size = self._placing.size() if self._placing is not None else QSizeF()
        # Showing one bar takes room from the other; the second round sees the outcome.
        for _ in range(2):
            room = self.viewport().size()
            for bar, length, seen in (
                (self.horizontalScrollBar(), size.width(), room.width()),
                (self.verticalScrollBar(), size.height(), room.height()),
            ):
                whole = round(length) + 2 * MARGIN if length else 0
                bar.setRange(0, max(0, whole - seen))
                bar.setPageStep(seen)
                bar.setSingleStep(COMFORT)

    def _fixed_point(self) -> QPointF:
        """Return the point of the viewport at which nothing moves when commands zoom and turn."""
        return self._middle()

    def _middle(self) -> QPointF:
        return QRectF(self.viewport().rect()).center()

    def _scroll_position(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _scroll_to(self, position: QPoint) -> None:
        self.horizontalScrollBar().setValue(position.x())
        self.verticalScrollBar().setValue(position.y())
