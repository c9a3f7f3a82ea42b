"""A glass over the scan: the place at the pointer or at the caret, pixel by pixel or larger."""

from dataclasses import replace
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPalette, QPen

from corrector.gui import theme
from corrector.gui.scan.loader import ScanLoader
from corrector.gui.scan.marking import paint_label, paint_outline
from corrector.gui.scan.painting import paint_scan
from corrector.gui.scan.placing import Placing
from corrector.scans.geometry import Box

SIZE: Final = QSizeF(300, 150)
"""Pixels of the window: a word of 600 dpi and its neighbours, pixel by pixel."""

VIEWER: Final = "loupe"
"""By which the loader knows whose tiles these are."""

_AWAY: Final = 12
"""Pixels between a word and the glass beside it."""

_LEAST: Final = 1.9
"""How much larger than in the view a thing must be in the glass, to be worth it."""

_ROUND: Final = 6.0


class Glass(NamedTuple):
    """Where the glass lies in the viewport, and what it shows.

    Attributes:
        area: in pixels of the viewport.
        centre: what is in its middle, in pixels of the upright scan.
        word: outlined in it, in pixels of the stored file; None for none.
    """

    area: QRectF
    centre: QPointF
    word: Box | None


def magnified(zoom: float) -> float:
    """Return how many pixels of the screen show one of the scan in the glass: 1, 2, 4 or 8.

    Args:
        zoom: pixels of the screen for one of the scan in the view.
    """
    return next((float(scale) for scale in (1, 2, 4) if scale >= zoom * _LEAST), 8.0)


def beside(area: QRectF, room: QRectF) -> QRectF:
    """Return where the glass lies so that it hides neither a word at `area` nor its line.

    Below it, or above it where there is no room below; always within `room`.
    """
    glass = QRectF(QPointF(), SIZE.boundedTo(room.size()))
    glass.moveCenter(area.center())
    glass.moveTop(area.bottom() + _AWAY)
    if glass.bottom() > room.bottom():
        glass.moveBottom(area.top() - _AWAY)
    return _within(glass, room)


def over(point: QPointF, room: QRectF) -> QRectF:
    """Return where the glass lies over `point`, within `room`."""
    glass = QRectF(QPointF(), SIZE.boundedTo(room.size()))
    glass.moveCenter(point)
    return _within(glass, room)


class Loupe:
    """Whether the glass is out, and whether pointer or caret leads it."""

    def __init__(self) -> None:
        self.shown = False
        self.pointer: QPointF | None = None
        """Where the pointer is in the viewport; None while the caret leads."""

    def show(self, shown: bool, loader: ScanLoader) -> None:
        """Take the glass out, to the caret first, or put it away."""
        self.shown, self.pointer = shown, None
        loader.wish((), VIEWER)

    def glass(self, placing: Placing, origin: QPointF, room: QRectF, word: Box | None) -> Glass:
        """Return where the glass lies: over the pointer, or beside the word if that moved last.

        Args:
            placing: of the scan in the view.
            origin: of the sheet, in the viewport.
            room: the viewport.
            word: at the caret, in pixels of the stored file.
        """
        point = self.pointer or room.center()
        area = over(point, room)
        if self.pointer is None and word is not None:
            seen = placing.to_sheet(word).translated(origin)
            area, point = beside(seen, room), seen.center()
        return Glass(area, placing.to_upright(point - origin), word)


def paint_loupe(
    painter: QPainter, loader: ScanLoader, placing: Placing, glass: Glass, palette: QPalette
) -> None:
    """Draw the glass and ask for the tiles that it lacks.

    Args:
        painter: in pixels of the viewport.
        loader: the pixels.
        placing: of the scan in the view.
        glass: where it lies and what it shows.
        palette: of the view.
    """
    ratio = painter.device().devicePixelRatioF()
    scale = magnified(placing.scale * ratio)
    large = replace(placing, scale=scale / ratio)
    area, frame = glass.area, QPainterPath()
    frame.addRoundedRect(area, _ROUND, _ROUND)
    painter.save()
    painter.setClipPath(frame)
    painter.fillRect(area, palette.color(QPalette.ColorRole.Mid))
    corner = large.transform().map(glass.centre) - (area.center() - area.topLeft())
    painter.translate(area.topLeft() - corner)
    missing = paint_scan(painter, loader, large, QRectF(corner, area.size()), ratio)
    if glass.word is not None:
        paint_outline(painter, large, glass.word, strong=False)
    painter.restore()
    loader.wish(missing, VIEWER)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((theme.OUTLINE_LIGHT, 5.0), (theme.OUTLINE_DARK, 3.0)):
        painter.setPen(QPen(colour, width))
        painter.drawPath(frame)
    painter.restore()
    paint_label(painter, area.adjusted(0, 0, -4, -4), f"{scale:.0f}:1", palette)


def _within(glass: QRectF, room: QRectF) -> QRectF:
    left = max(room.left(), min(glass.left(), room.right() - glass.width()))
    top = max(room.top(), min(glass.top(), room.bottom() - glass.height()))
    return QRectF(QPointF(left, top), glass.size())
