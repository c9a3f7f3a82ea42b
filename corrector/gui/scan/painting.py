"""Draws the pixels of a scan, and words where there is nothing to see."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen

from corrector.gui.scan.loader import ScanLoader
from corrector.gui.scan.placing import Placing
from corrector.gui.scan.tiles import Tile, shrink_for, tiles_in

_MARGIN: Final = 12


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
    pixmap = loader.preview(placing.scale * ratio)
    width, height = placing.shape.upright_size
    missing: list[Tile] = []
    needs_tiles = loader.needs_tiles(placing.scale * ratio)
    wanted: list[Tile] = []
    if needs_tiles:
        wanted = tiles_in(placing.visible(part), shrink_for(placing.scale * ratio))
        missing = [tile for tile in wanted if loader.tile(tile) is None]
    if missing or not needs_tiles:
        painter.drawPixmap(QRectF(0, 0, width, height), pixmap, QRectF(pixmap.rect()))
    if missing:
        for tile, _ in loader.coarser(wanted[0].shrink):
            _paint_tile(painter, loader, tile)
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
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(1, 1, -1, -1))


def _paint_tile(painter: QPainter, loader: ScanLoader, tile: Tile) -> None:
    pixmap = loader.tile(tile)
    if pixmap is not None:
        box = tile.box()
        width, height = pixmap.width() * tile.shrink, pixmap.height() * tile.shrink
        painter.drawPixmap(QRectF(box.x, box.y, width, height), pixmap, QRectF(pixmap.rect()))
