"""Fetches the pixels of one scan: a preview at once, the full scan and its tiles when needed."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from corrector.gui.background import Background, Ticket
from corrector.gui.pixels import image_of
from corrector.gui.scan.tiles import Tile, TileStore
from corrector.gui.scan.tones import PLAIN, Tones, toned
from corrector.scans.geometry import Box
from corrector.scans.listing import ScanSource

if TYPE_CHECKING:
    from corrector.tasks.looking import FullScan, Pixels, ScanShape

AT_ONCE: Final = 2
"""Tiles being cut at a time; the rest wait as wishes, which scrolling on replaces."""

STRIP_WIDTH: Final = 1600
"""A strip is shrunk to about this width: more is not seen, and costs time on the GUI thread."""

_NEAR: Final = 0.99
"""Showing a picture enlarged by a hundredth is not visible."""


class _Shown(NamedTuple):
    shape: "ScanShape"
    levels: "tuple[Pixels, ...]"
    tones: Tones
    images: list[QImage]


class ScanLoader(QObject):
    """Holds what is in memory of the scan that is shown; one full scan at a time."""

    preview_ready = Signal()
    full_ready = Signal()
    tile_ready = Signal(object)
    """Tile: it has come."""
    tones_ready = Signal()
    preview_failed = Signal(Exception)
    full_failed = Signal(Exception)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._source: ScanSource | None = None
        self._tickets: list[Ticket] = []
        self._cutting: dict[Tile, Ticket] = {}
        self._wishes: dict[str, list[Tile]] = {}
        self._store = TileStore()
        self._wanted_tones = self._tones = PLAIN
        self._forget()

    def open(self, source: ScanSource | None) -> None:
        """Drop the scan before and fetch the preview of `source`."""
        for ticket in (*self._tickets, *self._cutting.values(), self._toning):
            if ticket is not None:
                ticket.cancel()
        self._forget()
        self._source = source
        if source is not None:
            self._tickets.append(
                self._background.run(
                    _shown,
                    source,
                    self._wanted_tones,
                    done=self._keep_preview,
                    failed=self.preview_failed.emit,
                )
            )

    @property
    def tones(self) -> Tones:
        """What was asked for by `use_tones` last."""
        return self._wanted_tones

    def use_tones(self, tones: Tones) -> None:
        """Show this scan and the next ones in `tones`; `tones_ready` tells when that is so.

        What comes in quicker than it can be done is passed over, but for the last.
        """
        self._wanted_tones = tones
        if self._shape is not None and self._toning is None:
            self._tone()

    @property
    def at_rest(self) -> bool:
        """Whether nothing is being fetched and nothing is wished."""
        return not (self._cutting or any(self._wishes.values()) or self._toning)

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

    def wish(self, tiles: Iterable[Tile], viewer: str = "scan") -> None:
        """Fetch `tiles`, the first first, in place of all that `viewer` wished before."""
        self._wishes[viewer] = [tile for tile in tiles if tile not in self._cutting]
        if self._wishes[viewer] and self._full is None:
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
            piece = self._full.piece(box, max(1, box.width // STRIP_WIDTH))
            return image_of(toned(piece, self._tones))
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
        self._levels: tuple[Pixels, ...] = ()
        self._images: list[QImage] = []
        self._pixmaps: list[QPixmap] = []
        self._full: FullScan | None = None
        self._toning: Ticket | None = None
        self._decoding = False

    def _preview_scale(self, level: int) -> float:
        if self._shape is None:
            return 1.0
        return self._images[level].width() / self._shape.upright_size[0]

    def _keep_preview(self, shown: _Shown) -> None:
        self._shape, self._levels = shown.shape, shown.levels
        self._use(shown.tones, shown.images)
        self.preview_ready.emit()
        self.use_tones(self._wanted_tones)

    def _use(self, tones: Tones, images: list[QImage]) -> None:
        self._tones, self._images = tones, images
        self._pixmaps = [QPixmap.fromImage(image) for image in images]

    def _tone(self) -> None:
        tones, self._toning = self._wanted_tones, None
        if tones != self._tones:
            done = partial(self._keep_tones, tones)
            self._toning = self._background.run(_in_tones, self._levels, tones, done=done)

    def _keep_tones(self, tones: Tones, images: list[QImage]) -> None:
        for ticket in self._cutting.values():
            ticket.cancel()
        self._cutting.clear()
        self._store.clear()
        self._use(tones, images)
        self.tones_ready.emit()
        self._tone()

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
        while self._full is not None and len(self._cutting) < AT_ONCE:
            waiting = [tiles for tiles in self._wishes.values() if tiles]
            if not waiting:
                return
            tile = max(waiting, key=len).pop(0)
            if tile in self._cutting:
                continue
            self._cutting[tile] = self._background.run(
                _piece,
                self._full,
                tile,
                self._tones,
                done=partial(self._keep_tile, tile),
                failed=partial(self._lose_tile, tile),
            )

    def _keep_tile(self, tile: Tile, image: QImage) -> None:
        self._cutting.pop(tile, None)
        self._store.put(tile, QPixmap.fromImage(image))
        self._cut()
        self.tile_ready.emit(tile)

    def _lose_tile(self, tile: Tile, error: Exception) -> None:
        self._cutting.pop(tile, None)
        self._wishes.clear()
        self.full_failed.emit(error)


def _shown(source: ScanSource, tones: Tones) -> _Shown:
    from corrector.tasks import looking

    preview = looking.preview(source)
    return _Shown(preview.shape, preview.levels, tones, _in_tones(preview.levels, tones))


def _in_tones(levels: "tuple[Pixels, ...]", tones: Tones) -> list[QImage]:
    return [image_of(toned(level, tones)) for level in levels]


def _full_scan(source: ScanSource) -> "FullScan":
    from corrector.tasks import looking

    return looking.full_scan(source)


def _piece(full: "FullScan", tile: Tile, tones: Tones) -> QImage:
    return image_of(toned(full.piece(tile.box(), tile.shrink), tones))
