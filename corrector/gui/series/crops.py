"""Crops of the scan for the rows of a series in view: made off the GUI thread, a page at a time."""

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QImage, QPixmap

from corrector.gui.background import Background, Ticket
from corrector.gui.pixels import image_of
from corrector.gui.series.ticking import Row

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection
    from corrector.tasks.series import SeriesPage

_PAGES_KEPT: Final = 60
_WISHES: Final = 12
"""Pages; older wishes are of rows that were scrolled past."""


class Picture(NamedTuple):
    """A crop as it is painted, and where the word stands in it."""

    pixmap: QPixmap
    word: QRect


class SeriesCrops(QObject):
    """Gives out crops that are there and fetches those that are not."""

    come = Signal()
    """Crops of a page have come, or it is known that there are none."""

    def __init__(self, background: Background, collection: "Collection", parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._collection = background, collection
        self._kept: OrderedDict[int, tuple[Picture | None, ...]] = OrderedDict()
        self._wishes: OrderedDict[int, SeriesPage] = OrderedDict()
        self._running: Ticket | None = None

    def clear(self) -> None:
        """Drop everything, because other places are shown."""
        if self._running is not None:
            self._running.cancel()
        self._running = None
        self._kept.clear()
        self._wishes.clear()

    def is_known(self, row: Row) -> bool:
        """Tell whether it is known if there is a crop."""
        return row.found.page.id in self._kept

    def picture(self, row: Row) -> Picture | None:
        """Return the crop of a row; None where there is none, or while it is fetched."""
        kept = self._kept.get(row.found.page.id)
        if kept is not None:
            self._kept.move_to_end(row.found.page.id)
            return kept[row.at]
        self._wishes[row.found.page.id] = row.found
        self._wishes.move_to_end(row.found.page.id)
        if len(self._wishes) > _WISHES:
            self._wishes.popitem(last=False)
        self._fetch()
        return None

    def _fetch(self) -> None:
        if self._running is not None or not self._wishes:
            return
        _, found = self._wishes.popitem(last=False)
        self._running = self._background.run(
            _cropped,
            self._collection,
            found,
            lane="decoding",
            done=partial(self._keep, found),
            failed=lambda _: self._keep(found, [None] * len(found.places)),
        )

    def _keep(self, found: "SeriesPage", images: "list[tuple[QImage, QRect] | None]") -> None:
        self._running = None
        self._kept[found.page.id] = tuple(
            None if one is None else Picture(QPixmap.fromImage(one[0]), one[1]) for one in images
        )
        self._wishes.pop(found.page.id, None)
        while len(self._kept) > _PAGES_KEPT:
            self._kept.popitem(last=False)
        self.come.emit()
        self._fetch()


def _cropped(collection: "Collection", found: "SeriesPage") -> "list[tuple[QImage, QRect] | None]":
    from corrector.tasks.series_crops import crops_of

    return [
        None
        if one is None
        else (
            image_of(one.pixels),
            QRect(one.word.x, one.word.y, one.word.width, one.word.height),
        )
        for one in crops_of(collection, found)
    ]
