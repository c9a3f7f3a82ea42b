"""Thumbnails of the rows in view: made in the background, newest wish first, few kept."""

from collections import OrderedDict
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from corrector.gui.background import Background, Ticket
from corrector.gui.failures import failure_text
from corrector.gui.pixels import image_of
from corrector.scans.listing import ScanSource

THUMBNAIL: Final = QSize(52, 68)
"""Space of a thumbnail in a row: an upright A4 page just fits."""

KEPT: Final = 400
"""Thumbnails kept in memory: forty screens full, 6 MB."""

WISHES: Final = 60
"""Wishes remembered: older ones belong to rows that have been scrolled past."""

AT_ONCE: Final = 2


class Thumbnails(QObject):
    """Gives out thumbnails that are there and fetches those that are not."""

    ready = Signal(object)
    """A thumbnail, or the reason why there is none, has come for this `ScanSource`."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._ratio = max(
            (screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1
        )
        self._pixmaps: OrderedDict[ScanSource, QPixmap] = OrderedDict()
        self._failures: dict[ScanSource, str] = {}
        self._wishes: OrderedDict[ScanSource, None] = OrderedDict()
        self._running: dict[ScanSource, Ticket] = {}

    def pixmap(self, source: ScanSource) -> QPixmap | None:
        """Return the thumbnail of `source`, or None and fetch it."""
        pixmap = self._pixmaps.get(source)
        if pixmap is not None:
            self._pixmaps.move_to_end(source)
        elif source not in self._failures and source not in self._running:
            self._wish(source)
        return pixmap

    def failure(self, source: ScanSource) -> str:
        """Return why `source` has no thumbnail; empty while it has one or is being fetched."""
        return self._failures.get(source, "")

    def forget(self) -> None:
        """Drop everything, as another collection is shown."""
        for ticket in self._running.values():
            ticket.cancel()
        for kept in (self._pixmaps, self._failures, self._wishes, self._running):
            kept.clear()

    def _wish(self, source: ScanSource) -> None:
        self._wishes[source] = None
        self._wishes.move_to_end(source)
        if len(self._wishes) > WISHES:
            self._wishes.popitem(last=False)
        self._fetch()

    def _fetch(self) -> None:
        while self._wishes and len(self._running) < AT_ONCE:
            source, _ = self._wishes.popitem(last=True)
            self._running[source] = self._background.run(
                _image,
                source,
                THUMBNAIL * self._ratio,
                done=partial(self._keep, source),
                failed=partial(self._fail, source),
                lane="thumbnails",
            )

    def _keep(self, source: ScanSource, image: QImage) -> None:
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self._ratio)
        self._pixmaps[source] = pixmap
        if len(self._pixmaps) > KEPT:
            self._pixmaps.popitem(last=False)
        self._finished(source)

    def _fail(self, source: ScanSource, error: Exception) -> None:
        self._failures[source] = failure_text(error)
        self._finished(source)

    def _finished(self, source: ScanSource) -> None:
        self._running.pop(source, None)
        self.ready.emit(source)
        self._fetch()


def _image(source: ScanSource, space: QSize) -> QImage:
    from corrector.tasks import looking

    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image_of(looking.thumbnail(source)).scaled(space, keep, smooth)
