"""Keeps pictures of strips that were painted, the least lately used dropped beyond a bound."""

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPixmap

BUDGET: Final = 32 * 1024 * 1024
"""Bytes kept: the strips of several screens of 4K."""

_BYTES_PER_PIXEL: Final = 4

_Part = tuple[float, float, float, float]


class Pictures:
    """Pictures of parts of one sheet."""

    def __init__(self, budget: int = BUDGET) -> None:
        self._budget = budget
        self._bytes = 0
        self._kept: OrderedDict[_Part, QPixmap] = OrderedDict()

    def get(self, part: QRectF) -> QPixmap | None:
        """Return the picture of `part` if it is kept."""
        picture = self._kept.get(_key(part))
        if picture is not None:
            self._kept.move_to_end(_key(part))
        return picture

    def put(self, part: QRectF, picture: QPixmap) -> None:
        """Keep `picture`, and drop others to make room."""
        self._kept[_key(part)] = picture
        self._bytes += _bytes(picture)
        while self._bytes > self._budget and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= _bytes(dropped)

    def clear(self) -> None:
        """Drop everything."""
        self._kept.clear()
        self._bytes = 0

    @property
    def size(self) -> int:
        """Bytes kept."""
        return self._bytes


def _key(part: QRectF) -> _Part:
    return part.x(), part.y(), part.width(), part.height()


def _bytes(picture: QPixmap) -> int:
    return picture.width() * picture.height() * _BYTES_PER_PIXEL
