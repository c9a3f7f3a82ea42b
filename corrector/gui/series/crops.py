"""Crops of the scan for the rows of a series in view: made off the GUI thread, a page at a time."""

import logging
from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QImage, QPixmap

from corrector.errors import MissingProgramError
from corrector.gui.background import Background, Ticket
from corrector.gui.pixels import image_of
from corrector.gui.series.ticking import Row

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection
    from corrector.tasks.series import SeriesPage

log = logging.getLogger(__name__)

_PAGES_KEPT: Final = 60
_WISHES: Final = 12
"""Pages; older wishes are of rows that were scrolled past."""
_UNREAD: Final = 6
"""Pages that wait to have their scans read, which takes seconds each."""

ReadScan = Callable[["Collection", "SeriesPage"], object]


class _Cut(NamedTuple):
    """Crops of a page, and whether its scan has to be read before there can be any."""

    images: list[tuple[QImage, QRect] | None]
    unread: bool


class Picture(NamedTuple):
    """A crop as it is painted, and where the word stands in it."""

    pixmap: QPixmap
    word: QRect


class SeriesCrops(QObject):
    """Gives out crops that are there and fetches those that are not."""

    come = Signal()
    """Crops of a page have come, or it is known that there are none."""

    def __init__(
        self,
        background: Background,
        collection: "Collection",
        read: "ReadScan | None",
        parent: QObject,
    ) -> None:
        """Prepare to fetch crops.

        Args:
            background: does it off the GUI thread.
            collection: that the pages are of.
            read: reads a scan that nobody read yet, only to know where its words stand; None
                where such pages are to stay without crops.
            parent: with which it ends.
        """
        super().__init__(parent)
        self._background, self._collection, self._read = background, collection, read
        self._kept: OrderedDict[int, tuple[Picture | None, ...]] = OrderedDict()
        self._wishes: OrderedDict[int, SeriesPage] = OrderedDict()
        self._unread: OrderedDict[int, SeriesPage] = OrderedDict()
        self._running: Ticket | None = None
        self._reading: Ticket | None = None
        self._being_read = 0  # the record's id of that page

    def clear(self) -> None:
        """Drop everything, because other places are shown."""
        for ticket in (self._running, self._reading):
            if ticket is not None:
                ticket.cancel()
        self._running = self._reading = None
        self._being_read = 0
        self._kept.clear()
        self._wishes.clear()
        self._unread.clear()

    def is_known(self, row: Row) -> bool:
        """Tell whether it is known if there is a crop."""
        return row.found.page.id in self._kept and not self.is_read_now(row)

    def is_read_now(self, row: Row) -> bool:
        """Tell whether the scan is being read for it, or is to be as soon as others are."""
        page_id = row.found.page.id
        return page_id in self._unread or page_id == self._being_read

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
            failed=lambda _: self._keep(found, _Cut([None] * len(found.places), False)),
        )

    def _keep(self, found: "SeriesPage", cut: _Cut) -> None:
        self._running = None
        page_id = found.page.id
        self._kept[page_id] = tuple(
            None if one is None else Picture(QPixmap.fromImage(one[0]), one[1])
            for one in cut.images
        )
        self._wishes.pop(page_id, None)
        while len(self._kept) > _PAGES_KEPT:
            self._kept.popitem(last=False)
        if cut.unread and self._read is not None:
            self._unread[page_id] = found
            if len(self._unread) > _UNREAD:
                self._give_up(next(iter(self._unread)))
            self._read_next()
        self.come.emit()
        self._fetch()

    def _read_next(self) -> None:
        if self._reading is not None or not self._unread or self._read is None:
            return
        self._being_read, found = self._unread.popitem(last=False)
        self._reading = self._background.run(
            self._read,
            self._collection,
            found,
            lane="recognition",
            done=lambda _: self._was_read(found),
            failed=self._not_read,
        )

    def _was_read(self, found: "SeriesPage") -> None:
        """Cut the crops now that the places are known."""
        self._reading, self._being_read = None, 0
        self._wishes[found.page.id] = found
        self._fetch()
        self._read_next()

    def _not_read(self, error: Exception) -> None:
        """Leave a page without crops; without a program that reads, all of them."""
        self._reading, self._being_read = None, 0
        if isinstance(error, MissingProgramError):
            self._unread.clear()
            self._read = None
        log.info("No crops of a page: %s", error)
        self.come.emit()
        self._read_next()

    def _give_up(self, page_id: int) -> None:
        """Forget a page that was scrolled past; it is asked for anew when it is seen again."""
        self._unread.pop(page_id)
        self._kept.pop(page_id, None)


def _cropped(collection: "Collection", found: "SeriesPage") -> _Cut:
    from corrector.tasks.linked import lacks_places
    from corrector.tasks.series_crops import crops_of

    if lacks_places(collection, found.page):
        return _Cut([None] * len(found.places), True)
    images = [
        None
        if one is None
        else (
            image_of(one.pixels),
            QRect(one.word.x, one.word.y, one.word.width, one.word.height),
        )
        for one in crops_of(collection, found)
    ]
    return _Cut(images, False)
