"""Turns plain pixels into Qt images; works on any thread."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from corrector.tasks.looking import Pixels

_FORMATS = {
    "L": QImage.Format.Format_Grayscale8,
    "RGB": QImage.Format.Format_RGB888,
}


def image_of(pixels: "Pixels") -> QImage:
    """Return the picture as the format that is painted quickest; it owns its memory."""
    loose = QImage(
        pixels.data, pixels.width, pixels.height, pixels.bytes_per_line, _FORMATS[pixels.mode]
    )
    return loose.convertToFormat(QImage.Format.Format_RGB32)
