"""Recognition in the window: of this page or of all without text, with progress and a stop."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from corrector.errors import CancelledError
from corrector.gui.background import Background, Ticket
from corrector.gui.desk import Desk
from corrector.record.entries import Page
from corrector.settings import Settings
from corrector.tasks.choosing import without_text
from corrector.tasks.progress import Progress

if TYPE_CHECKING:
    from corrector.tasks.recognition import Recognised


class Recognising(QObject):
    """Runs one recognition at a time."""

    stepped = Signal(int, int, str)
    ended = Signal()
    """The work ended, however it did."""
    recognised = Signal(object)
    """tuple[Recognised, ...]: what became of the pages."""
    failed = Signal(Exception)

    def __init__(self, background: Background, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._background, self._desk = background, desk
        self._running: Ticket | None = None
        self.settings = Settings()

    def page(self) -> None:
        """Recognise the page on the desk; where it has a text, the reading is a proposal."""
        if self._desk.work is not None:
            self._desk.put_draft()
            self._start([self._desk.work.content.page])

    def all_without_text(self) -> None:
        """Recognise every page that has a scan and no text."""
        self._start(without_text(self._desk.pages))

    def stop(self) -> None:
        """Stop after the pages that are being read; what was read is kept."""
        if self._running is not None:
            self._running.stop()

    def _start(self, pages: Sequence[Page]) -> None:
        collection = self._desk.collection
        if collection is None or self._running is not None or not pages:
            return
        settings = self.settings

        def task(progress: Progress) -> tuple["Recognised", ...]:
            from corrector.tasks.recognition import recognise

            return recognise(
                collection,
                pages,
                usual=settings.languages or None,
                time_limit=settings.time_limit,
                preparation=settings.preparation,
                progress=progress,
            )

        self.stepped.emit(0, len(pages), pages[0].label)
        self._running = self._background.run(
            task,
            lane="recognition",
            stepped=self.stepped.emit,
            done=self._done,
            failed=self._failed,
        )

    def _done(self, results: "tuple[Recognised, ...]") -> None:
        self._running = None
        self.ended.emit()
        self.recognised.emit(results)

    def _failed(self, error: Exception) -> None:
        self._running = None
        self.ended.emit()
        if isinstance(error, CancelledError):
            self.recognised.emit(())
        self.failed.emit(error)
