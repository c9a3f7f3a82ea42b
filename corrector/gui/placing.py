"""Finds in the background where the words of a page stand on its scan, unless that is known."""

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from corrector.errors import CorrectorError
from corrector.gui.background import Background, Ticket
from corrector.gui.desk import Desk
from corrector.gui.failures import failure_text
from corrector.gui.page_work import PageWork
from corrector.gui.preferences import Preferences
from corrector.ocr.words import Reading

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection

log = logging.getLogger(__name__)


class Placing(QObject):
    """Reads the scan of the page on the desk once, silently; the text is not touched."""

    placed = Signal()
    """The words of the page on the desk have places now."""
    hindered = Signal(str)
    """Why there will be no places, in a sentence; said once, since nothing is lost by it."""

    def __init__(self, background: Background, desk: Desk, preferences: Preferences) -> None:
        super().__init__(desk)
        self._background, self._desk, self._preferences = background, desk, preferences
        self._running: Ticket | None = None
        self._said = False
        desk.shown.connect(self._read)

    @property
    def is_reading(self) -> bool:
        """Whether the scan of the page on the desk is being read just now."""
        return self._running is not None

    def _read(self, work: PageWork) -> None:
        if self._running is not None:
            self._running.cancel()
            self._running = None
        collection, content = self._desk.collection, work.content
        known = content.reading is not None or content.scan is None or not content.versions
        if collection is None or not collection.writable or known:
            return
        settings = self._preferences.settings

        def task(collection: "Collection") -> Reading | None:
            from corrector.tasks.placing import read_places

            return read_places(
                collection,
                content.page,
                work.text,
                usual=settings.languages or None,
                time_limit=settings.time_limit,
            )

        self._running = self._background.run(
            task,
            collection,
            lane="recognition",
            done=lambda reading: self._take(work, reading),
            failed=self._failed,
        )

    def _take(self, work: PageWork, reading: Reading | None) -> None:
        self._running = None
        work.content = replace(work.content, reading=reading)
        if work is self._desk.work:
            self.placed.emit()

    def _failed(self, error: Exception) -> None:
        self._running = None
        log.info("No places on the scan: %s", error)
        if isinstance(error, CorrectorError) and not self._said:
            self._said = True
            self.hindered.emit(failure_text(error))
