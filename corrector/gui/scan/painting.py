"""Draws the pixels of a scan, and words where there is nothing to see."""

import math
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QRegion

from corrector.gui.scan.loader import ScanLoader
from corrector.gui.scan.placing import Placing
from corrector.gui.scan.tiles import Tile, shrink_for, tiles_in

_MARGIN: Final = 12
_EDGE: Final = 2
"""Pixels that the frame of the focus is wide."""


def paint_scan(
    painter: QPainter, loader: ScanLoader, placing: Placing, part: QRectF, ratio: float
) -> list[Tile]:
    """Draw what is in memory of the scan; return the tiles that are missing.

    Args:
        painter: its origin is the top left corner of the sheet.
        loader: the pixels.
        placing: of the scan on the sheet.
        part: of the sheet that is in view.
        ratio: pixels of the screen for one of the window.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(placing.transform(), combine=True)
    scale = placing.scale * ratio
    if not loader.needs_tiles(scale):
        _paint_preview(painter, loader, placing, scale)
        painter.restore()
        return []
    wanted = tiles_in(placing.visible(part), shrink_for(scale))
    missing = [tile for tile in wanted if loader.tile(tile) is None]
    if missing:
        painter.save()
        painter.setClipRegion(_around(missing, scale), Qt.ClipOperation.IntersectClip)
        _paint_preview(painter, loader, placing, scale)
        for tile, _ in loader.coarser(missing[0].shrink):
            _paint_tile(painter, loader, tile)
        painter.restore()
    for tile in wanted:
        _paint_tile(painter, loader, tile)
    painter.restore()
    return missing


def paint_words(painter: QPainter, area: QRect, words: str, palette: QPalette) -> None:
    """Write `words` in the middle of an empty `area`."""
    painter.setPen(palette.color(QPalette.ColorRole.WindowText))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(area.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN), int(flags), words)


def paint_banner(painter: QPainter, area: QRect, words: str, palette: QPalette) -> None:
    """Write `words` on a strip at the bottom of `area`, over the scan."""
    flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
    room = area.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    needed = painter.fontMetrics().boundingRect(room, flags, words)
    strip = QRect(area.left(), 0, area.width(), needed.height() + _MARGIN)
    strip.moveBottom(area.bottom())
    painter.fillRect(strip, palette.color(QPalette.ColorRole.ToolTipBase))
    painter.setPen(palette.color(QPalette.ColorRole.ToolTipText))
    painter.drawText(strip.adjusted(_MARGIN, 0, -_MARGIN, 0), flags, words)


def paint_focus(painter: QPainter, area: QRect, palette: QPalette) -> None:
    """Draw the frame that shows that keys go to the scan."""
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), _EDGE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(1, 1, -1, -1))


def edges(area: QRect) -> tuple[QRect, QRect, QRect, QRect]:
    """Return the four strips of `area` in which `paint_focus` draws."""
    left, top, wide, high = area.left(), area.top(), area.width(), area.height()
    return (
        QRect(left, top, wide, _EDGE),
        QRect(left, area.bottom() + 1 - _EDGE, wide, _EDGE),
        QRect(left, top, _EDGE, high),
        QRect(area.right() + 1 - _EDGE, top, _EDGE, high),
    )


def _paint_preview(painter: QPainter, loader: ScanLoader, placing: Placing, scale: float) -> None:
    pixmap = loader.preview(scale)
    whole = QRectF(0, 0, *placing.shape.upright_size)
    painter.drawPixmap(whole, pixmap, QRectF(pixmap.rect()))


def _around(tiles: Iterable[Tile], scale: float) -> QRegion:
    """Return what `tiles` cover and a little more, so that no seam shows, in pixels of the scan."""
    seam = math.ceil(2 / scale)
    region = QRegion()
    for tile in tiles:
        box = tile.box().widened(seam)
        region += QRect(box.x, box.y, box.width, box.height)
    return region


def _paint_tile(painter: QPainter, loader: ScanLoader, tile: Tile) -> None:
    pixmap = loader.tile(tile)
    if pixmap is not None:
        box = tile.box()
        width, height = pixmap.width() * tile.shrink, pixmap.height() * tile.shrink
        painter.drawPixmap(QRectF(box.x, box.y, width, height), pixmap, QRectF(pixmap.rect()))
