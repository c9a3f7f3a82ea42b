"""Looks for marks to propose while the person works, off the GUI thread; sets none itself."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from corrector.errors import LockedError
from corrector.gui.background import Background, Ticket
from corrector.gui.desk import Desk
from corrector.gui.page_work import PageWork
from corrector.gui.text.editor import TextEditor
from corrector.record.entries import Page
from corrector.text.edits import Edit
from corrector.text.marks import moved_span

if TYPE_CHECKING:
    from corrector.ocr.words import Reading
    from corrector.tasks.collection import Collection
    from corrector.tasks.mark_suggestions import MarkSuggestion

PAUSE_MS: Final = 700
"""After the last key press; suggestions are in no hurry."""


class Suggesting(QObject):
    """Keeps the suggestions for the page on the desk, without those that were answered."""

    found = Signal(object, str)
    """Sequence of MarkSuggestion that are open now, and the text they stand in."""
    failed = Signal(Exception)

    def __init__(self, background: Background, desk: Desk, editor: TextEditor) -> None:
        super().__init__(editor)
        self._background, self._desk = background, desk
        self._found: tuple[MarkSuggestion, ...] = ()
        self._declined: set[tuple[int, str, str]] = set()
        self._running: Ticket | None = None
        self._text = ""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._look)
        desk.shown.connect(self._begin)
        desk.changed.connect(self._tell)
        editor.edited.connect(self._move)

    def decline(self, some: Sequence["MarkSuggestion"]) -> None:
        """Do not propose these again while the program runs."""
        work = self._desk.work
        if work is not None:
            page = work.content.page.id
            self._declined |= {(page, one.kind, one.span.of(work.text)) for one in some}
            self._tell()

    def _begin(self, work: PageWork) -> None:
        self._found, self._text = (), ""
        self._tell()
        if work.text:
            self._timer.start()

    def _move(self, edits: Sequence[Edit]) -> None:
        moved = ((one, moved_span(one.span, edits)) for one in self._found)
        self._found = tuple(replace(one, span=span) for one, span in moved if span is not None)
        self._timer.start()

    def _look(self) -> None:
        work, collection = self._desk.work, self._desk.collection
        if work is None or collection is None or work.text == self._text:
            return
        text, number = work.text, work.number

        def done(found: tuple["MarkSuggestion", ...]) -> None:
            now = self._desk.work
            if now is not None and (now.number, now.text) == (number, text):
                self._found, self._text = found, text
                self._tell()

        self._running = self._background.run(
            _suggested,
            collection,
            work.content.page,
            text,
            work.content.reading,
            lane="check",
            done=done,
            failed=self._not_done,
            instead_of=self._running,
        )

    def _not_done(self, error: Exception) -> None:
        """Look again when the record was held by somebody else: nobody asked, so nobody is told."""
        if isinstance(error, LockedError):
            self._timer.start()
        else:
            self.failed.emit(error)

    def _tell(self) -> None:
        work = self._desk.work
        if work is None:
            return
        page = work.content.page.id
        self.found.emit(
            tuple(
                one
                for one in self._found
                if (page, one.kind, one.span.of(work.text)) not in self._declined
                and not any(
                    mark.kind == one.kind and mark.span.overlaps(one.span) for mark in work.marks
                )
            ),
            work.text,
        )


def _suggested(
    collection: "Collection", page: Page, text: str, reading: "Reading | None"
) -> tuple["MarkSuggestion", ...]:
    from corrector.tasks.mark_suggestions import suggested_for

    return suggested_for(collection, page, text, reading)
