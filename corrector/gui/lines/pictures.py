"""Keeps pictures of strips that were painted, as long as there is room for them."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPixmap

from corrector.gui.kept_pictures import KeptPictures

BUDGET: Final = 32 * 1024 * 1024
"""Bytes kept: the strips of several screens of 4K."""

_Part = tuple[float, float, float, float]


class Pictures:
    """Pictures of parts of one sheet."""

    def __init__(self, budget: int = BUDGET) -> None:
        self._kept = KeptPictures[_Part](budget)

    def get(self, part: QRectF) -> QPixmap | None:
        """Return the picture of `part` if it is kept."""
        return self._kept.get(_key(part))

    def put(self, part: QRectF, picture: QPixmap) -> None:
        """Keep `picture`, and drop others to make room."""
        self._kept.put(_key(part), picture)

    def clear(self) -> None:
        """Drop everything."""
        self._kept.clear()

    @property
    def size(self) -> int:
        """Bytes kept."""
        return self._kept.size


def _key(part: QRectF) -> _Part:
    return part.x(), part.y(), part.width(), part.height()
