"""New readings of a page or region as proposals: gone through, taken, remembered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer

from corrector.errors import CorrectorError
from corrector.gui.page_work import PROPOSED, PageWork
from corrector.gui.proposals.comparison import Comparison
from corrector.gui.proposals.course import Course
from corrector.gui.proposals.proposal_words import about, details, reason_locked
from corrector.gui.proposals.region_reading import RegionReading
from corrector.ocr.words import Reading
from corrector.record.entries import Origin, Page, Statement
from corrector.scans.geometry import Box
from corrector.tasks.proposed import Proposal, ProposedChange
from corrector.text.edits import apply_edits, new_spans

if TYPE_CHECKING:
    from corrector.gui.background import Ticket
    from corrector.gui.main_window import MainWindow
    from corrector.gui.proposals.proposal_dialog import ProposalDialog
    from corrector.tasks.collection import Collection
    from corrector.tasks.recognition import Recognised

_PAUSE_MS: Final = 250
"""After the last key in the text before the differences are found again."""


class Proposals(QObject):
    """The one proposal that is gone through, and the ways to it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._desk, self._editor = window, window.desk, window.editor
        self._work: PageWork | None = None
        self._reading: Reading | None = None
        self._region: Box | None = None
        self._course = Course()
        self._compared = ""
        self._asked: Ticket | None = None
        self._opening = self._wanted = False
        self.dialog: ProposalDialog | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self._compare)
        self._region_reading = RegionReading(window)
        self._region_reading.read.connect(self._begin)
        self._region_reading.failed.connect(self._failed)
        window.page_notices.offer(self.tr("Go through it"), self.show)
        window.recognising.recognised.connect(self._hear)
        window.desk.shown.connect(self._page_shown)
        window.editor.edited.connect(self._text_edited)
        window.installEventFilter(self)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for each of its commands, by name."""
        return {"recognise-region": self._region_reading.ask, "show-proposal": self.show}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and watched is self._window and self.dialog:
            self.dialog.close()
        return super().eventFilter(watched, event)

    def show(self) -> None:
        """Go through the newest reading of the page."""
        work = self._desk.work
        reading = work.content.reading if work is not None else None
        if work is None or reading is None or not work.content.versions:
            self._say(self.tr("This page was not read again yet. Ctrl+Shift+R reads it."))
            return
        self._begin(work, reading, None)

    def _hear(self, results: "Sequence[Recognised]") -> None:
        """Open the proposal of the page on the desk once it is shown anew."""
        work = self._desk.work
        here = work.content.page.id if work is not None else None
        self._wanted = any(
            one.proposal and one.error is None and one.page.id == here for one in results
        )

    def _page_shown(self, work: PageWork) -> None:
        if self.dialog is not None and (self._work is None or work.number != self._work.number):
            self.dialog.close()
        wanted, self._wanted = self._wanted, False
        waits = work.content.proposal and work.content.access.open
        if wanted and waits and work.content.reading is not None:
            self._begin(work, work.content.reading, None)

    def _begin(self, work: PageWork, reading: Reading, region: Box | None) -> None:
        self._work, self._reading, self._region = work, reading, region
        self._course = Course()
        self._opening = True
        self._compare()

    def _text_edited(self) -> None:
        if self.dialog is not None:
            self._later.start()

    def _compare(self) -> None:
        """Find what differs now, off this thread; taking waits for it."""
        work, reading = self._work, self._reading
        if work is None or reading is None or work is not self._desk.work:
            return
        job = Comparison(
            work.text,
            work.content.first_text,
            work.marks,
            tuple(self._window.link.links),
            work.content.reading,
            reading,
            self._region,
        )
        self._asked = self._window.background.run(
            job.run,
            lane="check",
            done=lambda proposal: self._compared_with(job, proposal),
            failed=self._failed,
            instead_of=self._asked,
        )

    def _compared_with(self, job: Comparison, proposal: Proposal) -> None:
        if self._work is None or job.text != self._work.text:
            self._later.start()
            return
        self._compared = job.text
        self._course.take(proposal)
        opening, self._opening = self._opening, False
        if opening and not self._course.open:
            self._settle()
            self._say(self.tr("The new reading is the same as the text."))
        elif opening:
            self._open(job.reading)
        elif self.dialog is not None:
            self.dialog.refresh()
            self._end_where_done()

    def _open(self, reading: Reading) -> None:
        from corrector.gui.proposals.proposal_dialog import ProposalDialog

        if self.dialog is not None:
            self.dialog.close()
        dialog = ProposalDialog(self._window, self._course, self._window.scan)
        dialog.use_reasons(self._reason_locked)
        dialog.taken.connect(self._take)
        dialog.declined.connect(self._decline)
        dialog.undo_wanted.connect(self._editor.undo)
        dialog.looked_at.connect(self._look_at)
        dialog.finished.connect(self._closed)
        dialog.addAction(self._window.actions_by_name["series"])
        dialog.say_about(about(reading, self._region))
        self.dialog = dialog
        self._window.notice.clear()
        dialog.refresh()
        dialog.show()

    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
        self._editor.show_current(None)
        self._editor.setFocus()

    def _look_at(self, change: ProposedChange) -> None:
        if self._is_current():
            self._editor.show_current(change.span)
            self._editor.reveal(change.span)

    def _take(self, changes: Sequence[ProposedChange]) -> None:
        """Take changes into the text as one step that can be undone."""
        work, reading = self._work, self._reading
        if work is None or reading is None or not self._is_current():
            return
        if not self._desk.may_edit:
            self._say(self.tr("This page is open for reading only. Nothing was taken."))
            return
        from corrector.tasks.accepted_changes import edits_of_changes

        edits = edits_of_changes(work.text, changes)
        self._editor.replace_text(apply_edits(work.text, edits))
        source = details(reading, self._region)
        for edit, span in zip(edits, new_spans(edits), strict=True):
            said = {**source, PROPOSED: edit.new}
            work.say(Statement(span, origin=Origin.PROPOSAL, details=said))
        self._desk.touch()
        self._course.taken += len(changes)
        self._later.stop()
        self._compare()

    def _decline(self, changes: Sequence[ProposedChange]) -> None:
        self._course.decline(changes)
        if self.dialog is not None:
            self.dialog.refresh()
            self._end_where_done()

    def _end_where_done(self) -> None:
        """Where nothing is open any more, remember it and go back to the text."""
        if not self._course.is_done:
            return
        self._settle()
        said = self.tr("The proposal is gone through. Taken: {count}.")
        self._say(said.format(count=self._course.taken))
        if not self._course.open and self.dialog is not None:
            self.dialog.close()

    def _settle(self) -> None:
        work = self._work
        if work is None or self._region is not None or not work.content.proposal:
            return
        work.content = replace(work.content, proposal=False)
        taken = bool(self._course.taken)
        self._desk.run(_settle, work.content.page, taken, done=lambda _: None)

    def _is_current(self) -> bool:
        """Tell whether what is shown is about the text as it is; else it is found again soon."""
        work = self._work
        return work is not None and work is self._desk.work and work.text == self._compared

    def _reason_locked(self, change: ProposedChange) -> str:
        return reason_locked(change, self._work.marks if self._work is not None else ())

    def _say(self, said: str) -> None:
        self._window.status_line.say(said)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, CorrectorError):
            self._window.show_failure(error)
        else:
            self._window.background.failure.emit(error)


def _settle(collection: "Collection", page: Page, taken: bool) -> None:
    from corrector.tasks.settling_proposals import settle_proposal

    settle_proposal(collection, page.id, taken=taken)
