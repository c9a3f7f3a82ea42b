"""Pictures of parts of a scan, for whoever shows them outside of the scan's own view."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap

from corrector.gui.scan import painting
from corrector.gui.scan.loader import ScanLoader
from corrector.gui.scan.placing import Placing
from corrector.gui.scan.tiles import Tile


def cut(
    loader: ScanLoader, placing: Placing, part: QRectF, palette: QPalette, ratio: float
) -> tuple[QPixmap, list[Tile]]:
    """Return a part of a sheet as it can be seen now, framed, and the tiles that it lacks.

    Args:
        loader: the pixels.
        placing: of the scan on the sheet.
        part: of the sheet; where it reaches beyond the scan, the ground is seen.
        palette: for the frame.
        ratio: pixels of the screen for one of the window.
    """
    picture = QPixmap((part.size() * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.translate(-part.topLeft())
    missing = painting.paint_scan(painter, loader, placing, part, ratio)
    painter.setPen(palette.color(QPalette.ColorRole.Mid))
    painter.drawRect((QRectF(QPointF(), placing.size()) & part).adjusted(0, 0, -1, -1))
    painter.end()
    return picture, missing
