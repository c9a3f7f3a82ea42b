"""Crops of the scan for a proposal: the line fitted into a row, one place in it outlined."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from corrector.gui.scan.cuts import cut
from corrector.gui.scan.view import ScanView
from corrector.gui.theme import OUTLINE_DARK, OUTLINE_LIGHT
from corrector.scans.geometry import Box

if TYPE_CHECKING:
    from corrector.gui.scan.tiles import Tile

_AROUND: Final = 0.25
"""Of the height of a line, shown above and below it."""

_HIGHEST: Final = 2.5
"""Of the height of what is outlined: what is shown of a line at most."""

_LARGEST: Final = 1.0
"""Pixels of the window for one of the scan: short words are not blown up."""

_VIEWER: Final = "proposal"


class Crops(QObject):
    """Cuts what is asked for from the pixels that the scan's own view has."""

    sharper = Signal()
    """Better pixels have come."""

    def __init__(self, scan: ScanView, widget: QWidget) -> None:
        super().__init__(widget)
        self._scan, self._widget = scan, widget
        self._missing: list[Tile] = []
        self._wishing = QTimer(self)
        self._wishing.setSingleShot(True)
        self._wishing.timeout.connect(self._wish)
        scan.pixels.tile_ready.connect(self.sharper)
        scan.pixels.tones_ready.connect(self.sharper)
        scan.pixels_ready.connect(self.sharper)

    def crop(self, line: Box, place: Box | None, width: int, height: int) -> QPixmap | None:
        """Return the scan around `line`, at most `width` by `height` pixels, `place` outlined."""
        if self._scan.placing is None:
            return None
        placing = replace(self._scan.placing, scale=1.0)
        area = placing.to_sheet(line if place is None else line.united(place))
        if area.isEmpty():
            return None
        if place is not None:
            area = _not_too_high(area, placing.to_sheet(place))
        room = area.height() * (1 + 2 * _AROUND)
        scale = min(_LARGEST, height / room, width / area.width())
        placing = replace(placing, scale=scale)
        part = QRectF(0, 0, width, height)
        part.moveCenter(area.center() * scale)
        part.moveLeft(max(0.0, area.left() * scale - height / 2))
        picture, missing = cut(
            self._scan.pixels,
            placing,
            part,
            self._widget.palette(),
            self._widget.devicePixelRatioF(),
        )
        if missing:
            self._missing += missing
            self._wishing.start()
        if place is not None:
            _outline(picture, placing.to_sheet(place).translated(-part.topLeft()))
        return picture

    def _wish(self) -> None:
        wanted, self._missing = self._missing, []
        self._scan.pixels.wish(dict.fromkeys(wanted), _VIEWER)


def _not_too_high(line: QRectF, place: QRectF) -> QRectF:
    """Return the line, or what is around the place of it where stamps make the line too high."""
    high = place.height() * _HIGHEST
    if line.height() <= high:
        return line
    return QRectF(line.left(), place.center().y() - high / 2, line.width(), high)


def _outline(picture: QPixmap, area: QRectF) -> None:
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((OUTLINE_LIGHT, 4.0), (OUTLINE_DARK, 2.0)):
        painter.setPen(QPen(colour, width))
        painter.drawRoundedRect(area.adjusted(-2, -2, 2, 2), 2, 2)
    painter.end()
