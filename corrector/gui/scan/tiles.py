"""Which square pieces of a large scan are needed, and those that are kept in memory."""

import math
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPixmap

from corrector.gui.kept_pictures import KeptPictures
from corrector.scans.geometry import Box

SIDE: Final = 512
"""Pixels of a tile: small enough to be made within a frame (measured in models.md 3.3)."""

BUDGET: Final = 96 * 1024 * 1024
"""Bytes of tiles kept: three screens of 4K."""


class Tile(NamedTuple):
    """A square of the upright scan, shrunk by `shrink`, in a grid of `SIDE` shrunk pixels."""

    shrink: int
    column: int
    row: int

    def box(self) -> Box:
        """Return what it covers, in pixels of the upright scan; it may reach over the edge."""
        side = SIDE * self.shrink
        return Box(self.column * side, self.row * side, side, side)


def shrink_for(scale: float) -> int:
    """Return the power of two by which pixels may be shrunk to be shown at `scale` unharmed."""
    return 1 if scale >= 1 else 2 ** math.floor(math.log2(1 / scale))


def tiles_in(part: QRectF, shrink: int) -> list[Tile]:
    """Return the tiles that touch `part` of the upright scan, from its middle outwards."""
    side = SIDE * shrink
    columns = range(int(part.left() // side), math.ceil(part.right() / side))
    rows = range(int(part.top() // side), math.ceil(part.bottom() / side))
    middle = part.center()

    def distance(tile: Tile) -> float:
        across = (tile.column + 0.5) * side - middle.x()
        return math.hypot(across, (tile.row + 0.5) * side - middle.y())

    return sorted((Tile(shrink, column, row) for row in rows for column in columns), key=distance)


class TileStore(KeptPictures[Tile]):
    """Tiles of one scan, the least lately used dropped when they take too many bytes."""

    def __init__(self, budget: int = BUDGET) -> None:
        super().__init__(budget)

    def coarser(self, shrink: int) -> list[tuple[Tile, QPixmap]]:
        """Return kept tiles shrunk more than `shrink`, coarsest first, to fill gaps with."""
        found = [(tile, pixmap) for tile, pixmap in self.items() if tile.shrink > shrink]
        return sorted(found, key=lambda pair: -pair[0].shrink)
