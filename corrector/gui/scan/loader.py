"""Fetches the pixels of one scan: a preview at once, the full scan and its tiles when needed."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from corrector.gui.background import Background, Ticket
from corrector.gui.pixels import image_of
from corrector.gui.scan.tiles import Tile, TileStore
from corrector.scans.geometry import Box
from corrector.scans.listing import ScanSource

if TYPE_CHECKING:
    from corrector.tasks.looking import FullScan, ScanShape

AT_ONCE: Final = 2
"""Tiles being cut at a time; the rest wait as wishes, which scrolling on replaces."""

STRIP_WIDTH: Final = 1600
"""A strip is shrunk to about this width: more is not seen, and costs time on the GUI thread."""

_NEAR: Final = 0.99
"""Showing a picture enlarged by a hundredth is not visible."""


class _Shown(NamedTuple):
    shape: "ScanShape"
    images: list[QImage]


class ScanLoader(QObject):
    """Holds what is in memory of the scan that is shown; one full scan at a time."""

    preview_ready = Signal()
    full_ready = Signal()
    tile_ready = Signal()
    preview_failed = Signal(Exception)
    full_failed = Signal(Exception)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._source: ScanSource | None = None
        self._tickets: list[Ticket] = []
        self._cutting: dict[Tile, Ticket] = {}
        self._wishes: list[Tile] = []
        self._store = TileStore()
        self._forget()

    def open(self, source: ScanSource | None) -> None:
        """Drop the scan before and fetch the preview of `source`."""
        for ticket in (*self._tickets, *self._cutting.values()):
            ticket.cancel()
        self._forget()
        self._source = source
        if source is not None:
            self._tickets.append(
                self._background.run(
                    _shown, source, done=self._keep_preview, failed=self.preview_failed.emit
                )
            )

    @property
    def shape(self) -> "ScanShape | None":
        """The shape of the scan, known as soon as its preview is there."""
        return self._shape

    def needs_tiles(self, scale: float) -> bool:
        """Return whether the preview is too coarse for `scale`, screen by scan pixels."""
        if self._shape is None:
            return False
        whole = self._preview_scale(0) >= _NEAR
        return not whole and scale * _NEAR > self._preview_scale(0)

    def preview(self, scale: float) -> QPixmap:
        """Return the smallest whole picture that is fine enough for `scale`."""
        fine = [n for n in range(len(self._pixmaps)) if self._preview_scale(n) >= scale * _NEAR]
        return self._pixmaps[fine[-1] if fine else 0]

    def tile(self, tile: Tile) -> QPixmap | None:
        """Return the pixels of `tile` if they are there."""
        return self._store.get(tile)

    def coarser(self, shrink: int) -> list[tuple[Tile, QPixmap]]:
        """Return what may be painted beneath tiles of `shrink` while some are missing."""
        return self._store.coarser(shrink)

    def wish(self, tiles: Iterable[Tile]) -> None:
        """Fetch `tiles`, the first first, in place of all that was wished before."""
        self._wishes = [tile for tile in tiles if tile not in self._cutting]
        if self._wishes and self._full is None:
            self._decode()
        self._cut()

    def strip(self, box: Box) -> QImage | None:
        """Return what is in `box` of the upright scan, from the best pixels in memory."""
        if self._shape is None:
            return None
        whole = Box(0, 0, *self._shape.upright_size)
        if box.right <= 0 or box.bottom <= 0 or box.x >= whole.width or box.y >= whole.height:
            return None
        if self._full is not None:
            return image_of(self._full.piece(box, max(1, box.width // STRIP_WIDTH)))
        scale, image = self._preview_scale(0), self._images[0]
        left, top = max(0, int(box.x * scale)), max(0, int(box.y * scale))
        right = min(image.width(), max(left + 1, round(box.right * scale)))
        bottom = min(image.height(), max(top + 1, round(box.bottom * scale)))
        return image.copy(left, top, right - left, bottom - top)

    def _forget(self) -> None:
        self._tickets.clear()
        self._cutting.clear()
        self._wishes.clear()
        self._store.clear()
        self._shape: ScanShape | None = None
        self._images: list[QImage] = []
        self._pixmaps: list[QPixmap] = []
        self._full: FullScan | None = None
        self._decoding = False

    def _preview_scale(self, level: int) -> float:
        if self._shape is None:
            return 1.0
        return self._images[level].width() / self._shape.upright_size[0]

    def _keep_preview(self, shown: _Shown) -> None:
        self._shape, self._images = shown
        self._pixmaps = [QPixmap.fromImage(image) for image in self._images]
        self.preview_ready.emit()

    def _decode(self) -> None:
        if self._decoding or self._source is None:
            return
        self._decoding = True
        self._tickets.append(
            self._background.run(
                _full_scan,
                self._source,
                done=self._keep_full,
                failed=self.full_failed.emit,
                lane="decoding",
            )
        )

    def _keep_full(self, full: "FullScan") -> None:
        self._full = full
        self._cut()
        self.full_ready.emit()

    def _cut(self) -> None:
        while self._full is not None and self._wishes and len(self._cutting) < AT_ONCE:
            tile = self._wishes.pop(0)
            self._cutting[tile] = self._background.run(
                _piece,
                self._full,
                tile,
                done=partial(self._keep_tile, tile),
                failed=partial(self._lose_tile, tile),
            )

    def _keep_tile(self, tile: Tile, image: QImage) -> None:
        self._cutting.pop(tile, None)
        self._store.put(tile, QPixmap.fromImage(image))
        self._cut()
        self.tile_ready.emit()

    def _lose_tile(self, tile: Tile, error: Exception) -> None:
        self._cutting.pop(tile, None)
        self._wishes.clear()
        self.full_failed.emit(error)


def _shown(source: ScanSource) -> _Shown:
    from corrector.tasks import looking

    preview = looking.preview(source)
    return _Shown(preview.shape, [image_of(level) for level in preview.levels])


def _full_scan(source: ScanSource) -> "FullScan":
    from corrector.tasks import looking

    return looking.full_scan(source)


def _piece(full: "FullScan", tile: Tile) -> QImage:
    return image_of(full.piece(tile.box(), tile.shrink))
