"""One text for several pages: says that it waits, proposes how to divide it, and divides it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from corrector.errors import CancelledError
from corrector.gui import dividing_tasks as tasks
from corrector.gui.dividing_tasks import ProposedDivision
from corrector.gui.page_work import PageWork
from corrector.tasks.progress import Progress

if TYPE_CHECKING:
    from corrector.gui.background import Ticket
    from corrector.gui.main_window import MainWindow
    from corrector.record.entries import Page


class Dividing(QObject):
    """The notice on the pages of such a document, and the command that divides its text."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._running: Ticket | None = None
        self._said = ""
        # Queued, so that it comes when the page is shown and its own notice is said.
        window.desk.shown.connect(self._look, Qt.ConnectionType.QueuedConnection)
        window.status_line.stop_wanted.connect(self._stop)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for each of its commands, by name."""
        return {"divide": self.begin}

    def begin(self) -> None:
        """Read the scans for where their words stand, then show where each page would begin."""
        work, collection = self._desk.work, self._desk.collection
        if work is None or collection is None or self._running is not None:
            return
        page, settings = work.content.page, self._window.preferences.settings

        def task(progress: Progress) -> ProposedDivision | None:
            return tasks.propose(collection, page, settings, progress=progress)

        self._running = self._window.background.run(
            task,
            lane="recognition",
            stepped=self._window.status_line.show_progress,
            done=self._ask,
            failed=self._failed,
        )

    def _look(self, work: PageWork) -> None:
        """Ask whether the text of the page on the desk waits, and take back what is not so now."""
        if work is not self._desk.work:
            return
        if self._said and self._window.notice.text() == self._said:
            self._window.notice.clear()
        if work.content.page.waiting:
            self._desk.run(
                tasks.file_of, work.content.page, done=lambda found: self._tell(work, found)
            )

    def _tell(self, work: PageWork, found: tuple[str, int] | None) -> None:
        if work is not self._desk.work or found is None:
            return
        said = self.tr("One text for several pages ({count}), not divided yet: {file}")
        self._said = said.format(count=found[1], file=found[0])
        collection = self._desk.collection
        writable = collection is not None and collection.writable
        answers = [(self.tr("Divide …"), self.begin), (self.tr("Leave aside"), self._leave_aside)]
        self._window.notice.say(self._said, answers if writable else ())

    def _ask(self, proposal: ProposedDivision | None) -> None:
        self._end()
        if proposal is None:
            said = self.tr("This document has no text that could be divided among its pages.")
            self._window.status_line.say(said)
            return
        from corrector.gui.dialogs.divide_dialog import DivideDialog

        dialog = DivideDialog(self._window, proposal, self._window.background, self._desk)
        dialog.accepted.connect(lambda: self._accept(proposal, dialog.borders()))
        dialog.aside_wanted.connect(self._leave_aside)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _accept(self, proposal: ProposedDivision, borders: Sequence[int]) -> None:
        by = self._desk.person.name
        self._desk.run(tasks.accept, proposal, borders, by, done=self._divided)

    def _divided(self, pages: "tuple[Page, ...]") -> None:
        said = self.tr("The text is divided. Pages that have their part now: {count}.").format(
            count=len(pages)
        )
        self._window.status_line.say(said)
        self._show_anew()

    def _leave_aside(self) -> None:
        if self._desk.work is not None:
            page = self._desk.work.content.page
            self._desk.run(tasks.leave_aside, page, done=self._show_anew)

    def _show_anew(self, *_: object) -> None:
        self._window.notice.clear()
        self._desk.refresh_pages()
        self._desk.show_again()

    def _stop(self) -> None:
        if self._running is not None:
            self._running.stop()

    def _failed(self, error: Exception) -> None:
        self._end()
        self._window.show_failure(error)
        if isinstance(error, CancelledError) and self._desk.work is not None:
            self._look(self._desk.work)

    def _end(self) -> None:
        self._running = None
        self._window.status_line.end_progress()
