"""A region of the scan is read again: drawn by the person, read in the background."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from corrector.gui.page_work import PageWork
from corrector.ocr.words import Reading
from corrector.scans.geometry import Box

if TYPE_CHECKING:
    from corrector.gui.background import Ticket
    from corrector.gui.main_window import MainWindow

_PURPOSE: Final = "recognise"


class RegionReading(QObject):
    """Asks for the region where none is drawn; another one called for takes the place of the first.

    While it reads, the status line shows so.
    """

    read = Signal(object, object, object)
    """PageWork, Reading, Box: the region of the page on the desk was read."""
    failed = Signal(Exception)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._running: Ticket | None = None
        window.scan.region_chosen.connect(self._take)

    def ask(self) -> None:
        """Read the region that is drawn on the scan, or ask for one first."""
        scan = self._window.scan
        if scan.isHidden():
            said = self.tr("The scan is hidden. Ctrl+Shift+L shows it beside the lines.")
            self._window.status_line.say(said)
        elif scan.region is not None and not scan.region_wanted:
            self._take(scan.region, _PURPOSE)
        else:
            scan.begin_region(_PURPOSE, words=self._how_to_draw())

    def _how_to_draw(self) -> str:
        return self.tr(
            "Draw the region to be read again: with the mouse, or with arrow keys (Shift sizes). "
            "Enter takes it, Escape leaves."
        )

    def _take(self, region: Box, purpose: str) -> None:
        work, collection = self._desk.work, self._desk.collection
        if purpose != _PURPOSE or work is None or collection is None:
            return
        page, settings = work.content.page, self._window.preferences.settings

        def task() -> Reading:
            from corrector.tasks.rereading import read_again

            return read_again(
                collection,
                page,
                region,
                usual=settings.languages or None,
                preparation=settings.preparation,
                time_limit=settings.time_limit,
            )

        self._window.status_line.show_progress(0, 0, self.tr("Reading the region"))
        self._running = self._window.background.run(
            task,
            lane="recognition",
            done=lambda reading: self._tell(work, reading, region),
            failed=self._fail,
            instead_of=self._running,
        )

    def _tell(self, work: PageWork, reading: Reading, region: Box) -> None:
        self._window.status_line.end_progress()
        if work is self._desk.work:
            self.read.emit(work, reading, region)

    def _fail(self, error: Exception) -> None:
        self._window.status_line.end_progress()
        self.failed.emit(error)
