"""Cuts strips out of a scan: the line of a word, turned as the view is, and where the word is."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QTransform

from corrector.gui.scan.loader import ScanLoader
from corrector.scans.geometry import Box, to_upright


def strip(loader: ScanLoader, turns: int, box: Box) -> QImage | None:
    """Return what is in `box`; None while there is nothing.

    Args:
        loader: the pixels.
        turns: quarter turns to the right that the person asked for.
        box: in pixels of the stored file.
    """
    shape = loader.shape
    if shape is None:
        return None
    image = loader.strip(to_upright(box, shape.width, shape.height, shape.orientation))
    if image is None or not turns:
        return image
    return image.transformed(QTransform().rotate(90 * turns))


def strip_of(
    loader: ScanLoader, turns: int, line: Box, word: Box | None
) -> tuple[QImage | None, QRect]:
    """Return what is in `line`, and where `word` is in that picture; nowhere if it is turned.

    Args:
        loader: the pixels.
        turns: quarter turns to the right that the person asked for.
        line: in pixels of the stored file.
        word: in pixels of the stored file; None for none.
    """
    image, shape = strip(loader, turns, line), loader.shape
    if image is None or shape is None or word is None or turns:
        return image, QRect()
    shown = to_upright(line, shape.width, shape.height, shape.orientation)
    inner = to_upright(word, shape.width, shape.height, shape.orientation)
    left, top = max(0, shown.x), max(0, shown.y)
    scale = image.width() / max(1, min(shown.right, shape.upright_size[0]) - left)
    return image, QRect(
        round((inner.x - left) * scale),
        round((inner.y - top) * scale),
        round(inner.width * scale),
        round(inner.height * scale),
    )
