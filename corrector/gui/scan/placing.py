"""Where the pixels of a scan come to lie at a zoom and a turn: pure geometry."""

import math
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPolygonF, QTransform

from corrector.scans.geometry import Box, to_stored, to_upright

if TYPE_CHECKING:
    from corrector.tasks.looking import ScanShape


class ZoomMode(Enum):
    """What decides the size of the scan when the page or the window changes."""

    WIDTH = auto()
    PAGE = auto()
    FREE = auto()


@dataclass(frozen=True, slots=True)
class Placing:
    """A scan laid out on a sheet whose top left corner is the origin.

    Attributes:
        shape: of the scan.
        turns: quarter turns to the right that the person asked for, 0..3.
        scale: pixels of the window for one pixel of the scan.
        angle: degrees to the right by which a crooked scan is turned straight.
    """

    shape: "ScanShape"
    turns: int
    scale: float
    angle: float = 0.0

    def turned_size(self) -> QSizeF:
        """Return width and height in pixels of the scan, of what holds it as turned."""
        return self._turned().mapRect(self._page()).size()

    def size(self) -> QSizeF:
        """Return width and height of the sheet in pixels of the window."""
        return self.turned_size() * self.scale

    def transform(self) -> QTransform:
        """Return the map from pixels of the upright scan to the sheet."""
        turned = self._turned()
        corner = turned.mapRect(self._page()).topLeft()
        move = QTransform.fromTranslate(-corner.x(), -corner.y())
        return turned * move * QTransform.fromScale(self.scale, self.scale)

    def to_sheet(self, box: Box) -> QRectF:
        """Return the upright rectangle of the sheet around `box`, in pixels of the stored file."""
        return self.transform().mapRect(self.upright(box))

    def outline(self, box: Box, away: float = 0.0) -> QPolygonF:
        """Return the four corners on the sheet of `box`, in pixels of the stored file.

        Args:
            box: in pixels of the stored file.
            away: pixels of the window between the box and its outline.
        """
        room = away / self.scale
        wide = self.upright(box).adjusted(-room, -room, room, room)
        map_point = self.transform().map
        corners = (wide.topLeft(), wide.topRight(), wide.bottomRight(), wide.bottomLeft())
        return QPolygonF([map_point(corner) for corner in corners])

    def upright(self, box: Box) -> QRectF:
        """Return where `box`, in pixels of the stored file, lies on the upright scan."""
        shape = self.shape
        upright = to_upright(box, shape.width, shape.height, shape.orientation)
        return QRectF(*_parts(upright))

    def to_box(self, part: QRectF) -> Box | None:
        """Return the smallest box of the stored file around `part` of the upright scan.

        None where nothing of the scan is in it.
        """
        inside = part & self._page()
        left, top = math.floor(inside.left()), math.floor(inside.top())
        right, bottom = math.ceil(inside.right()), math.ceil(inside.bottom())
        if right <= left or bottom <= top:
            return None
        shape = self.shape
        box = Box(left, top, right - left, bottom - top)
        return to_stored(box, shape.width, shape.height, shape.orientation)

    def to_upright(self, point: QPointF) -> QPointF:
        """Return the point of the upright scan at `point` of the sheet."""
        inverse, _ = self.transform().inverted()
        return inverse.map(point)

    def to_stored(self, point: QPointF) -> tuple[int, int] | None:
        """Return the pixel of the stored file at `point` of the sheet; None beside the scan."""
        upright = self.to_upright(point)
        width, height = self.shape.upright_size
        if not (0 <= upright.x() < width and 0 <= upright.y() < height):
            return None
        pixel = Box(int(upright.x()), int(upright.y()), 1, 1)
        shape = self.shape
        stored = to_stored(pixel, shape.width, shape.height, shape.orientation)
        return stored.x, stored.y

    def visible(self, part: QRectF) -> QRectF:
        """Return what `part` of the sheet shows of the upright scan, in its pixels."""
        inverse, _ = self.transform().inverted()
        return inverse.mapRect(part) & self._page()

    def _page(self) -> QRectF:
        return QRectF(0, 0, *self.shape.upright_size)

    def _turned(self) -> QTransform:
        fine = QTransform().rotate(self.angle) if self.angle else QTransform()
        return fine * _turn(self.turns)


def fitting_scale(sheet: QSizeF, room: QSizeF, bar: int, mode: ZoomMode) -> float:
    """Return the scale at which a scan fits.

    Args:
        sheet: size of the scan as turned, in its pixels.
        room: the space without scroll bars.
        bar: width of a scroll bar, taken off where one will be needed.
        mode: `WIDTH` or `PAGE`.
    """
    across, down = room.width() / sheet.width(), room.height() / sheet.height()
    if mode is ZoomMode.PAGE:
        return min(across, down)
    if across <= down:
        return across
    return max(1.0, room.width() - bar) / sheet.width()


def scrolled(low: float, room: float, start: float, end: float, comfort: float) -> float:
    """Return the scroll position that shows `start` to `end`, as near to `low` as can be.

    Args:
        low: the present position.
        room: how much can be seen.
        start: where the thing begins.
        end: where it ends.
        comfort: room left beside it if scrolling is needed at all.
    """
    if start >= low and end <= low + room:
        return low
    if end - start > room:
        # It cannot be seen whole: going to and fro would show no more of it.
        return low if start < low + room and end > low else start - comfort
    beside = min(comfort, (room - (end - start)) / 2)
    return start - beside if start < low else end + beside - room


def _turn(turns: int) -> QTransform:
    # Exact, where QTransform.rotate computes sines.
    return {
        0: QTransform(),
        1: QTransform(0, 1, -1, 0, 0, 0),
        2: QTransform(-1, 0, 0, -1, 0, 0),
        3: QTransform(0, -1, 1, 0, 0, 0),
    }[turns]


def _parts(box: Box) -> tuple[int, int, int, int]:
    return box.x, box.y, box.width, box.height
