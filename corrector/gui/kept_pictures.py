"""Pictures that were made once and are kept for painting, within a bound of memory."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Final, Generic, TypeVar

from PySide6.QtGui import QPixmap

_BYTES_PER_PIXEL: Final = 4

Key = TypeVar("Key", bound=Hashable)


class KeptPictures(Generic[Key]):
    """Pictures by key; the least lately used are dropped when they take too many bytes."""

    def __init__(self, budget: int) -> None:
        """Keep at most `budget` bytes, but always the last picture."""
        self._budget = budget
        self._bytes = 0
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()

    def get(self, key: Key) -> QPixmap | None:
        """Return the picture of `key` if it is kept."""
        picture = self._kept.get(key)
        if picture is not None:
            self._kept.move_to_end(key)
        return picture

    def put(self, key: Key, picture: QPixmap) -> None:
        """Keep `picture`, and drop others to make room."""
        old = self._kept.pop(key, None)
        self._bytes += _bytes(picture) - (_bytes(old) if old is not None else 0)
        self._kept[key] = picture
        while self._bytes > self._budget and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= _bytes(dropped)

    def items(self) -> list[tuple[Key, QPixmap]]:
        """Return what is kept, the least lately used first."""
        return list(self._kept.items())

    def clear(self) -> None:
        """Drop everything."""
        self._kept.clear()
        self._bytes = 0

    @property
    def size(self) -> int:
        """Bytes kept."""
        return self._bytes


def _bytes(picture: QPixmap) -> int:
    return picture.width() * picture.height() * _BYTES_PER_PIXEL
