"""Writes every edit into the typing journal as it is made, before anything else can happen."""

import logging
import os
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from corrector.gui.background import Background
from corrector.gui.page_work import PageWork
from corrector.record.entries import Draft, Statement, Version
from corrector.tasks.clock import now
from corrector.text.edits import Edit, new_spans
from corrector.text.marks import Mark

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection
    from corrector.tasks.typing_journal import TypingJournal

SYNC_MS: Final = 1_000
"""Typing that the record does not take is on the disk itself after so long, should power fail."""

log = logging.getLogger(__name__)


class _Seen(NamedTuple):
    """What the last line of a page led to, but for the text; compared by identity."""

    work: PageWork
    marks: tuple[Mark, ...]
    statements: tuple[Statement, ...]
    base: Version | None
    author: str


class Journalling(QObject):
    """Knows what the journal holds of each page, and when a line has to say all of it."""

    failed = Signal(Exception)
    """The journal cannot be written; said once in a sitting. Typing and drafts go on."""

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._journal: TypingJournal | None = None
        self._seen: dict[int, _Seen] = {}
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SYNC_MS)
        self._timer.timeout.connect(self._sync)

    def begin(self, collection: "Collection") -> None:
        """Begin the journal of a collection that was opened; one for reading needs none."""
        self.end()
        if collection.writable:
            from corrector.tasks.typing_journal import TypingJournal

            self._journal = TypingJournal(collection.record.identifier)

    def end(self) -> None:
        """End the journal; what the record lacks stays in it for the next opening."""
        self._timer.stop()
        self._seen.clear()
        self._told = False
        if self._journal is not None:
            self._journal.close()
        self._journal = None

    def follow(self, work: PageWork, edits: Sequence[Edit], author: str) -> None:
        """Let `work` take over what was typed, and write it down."""
        journal, page_id, length = self._journal, work.content.page.id, len(work.text)
        goes_on = journal is not None and journal.follows(page_id) and self._is_seen(work, author)
        work.follow(edits)
        if journal is None or not edits:
            return
        caret = new_spans(edits)[-1].end  # the editor tells of its caret a moment later
        if goes_on:
            journal.edit(page_id, length, edits, caret)
        else:
            journal.state(page_id, *self._states(journal, work, author, caret))
        self._written(journal, work, author)

    def say(self, work: PageWork, author: str) -> None:
        """Write down what was said of places of the text, if anything was since the last line."""
        journal = self._journal
        if journal is None or self._is_seen(work, author):
            return
        states = self._states(journal, work, author, work.caret)
        journal.state(work.content.page.id, *states)
        self._written(journal, work, author)

    @property
    def keeps(self) -> bool:
        """Whether a program that is killed now would lose nothing, whatever the record has."""
        return self._journal is not None and self._journal.failure is None

    def holds(self, page_id: int) -> bool:
        """Tell whether the journal holds something of a page that the record may lack."""
        return self._journal is not None and self._journal.holds(page_id)

    def position(self, work: PageWork) -> int:
        """Return how far the typing on a page has come."""
        return 0 if self._journal is None else self._journal.position(work.content.page.id)

    def settle(self, work: PageWork, position: int) -> None:
        """Hear that the record has what was typed on a page until `position`."""
        if self._journal is not None:
            self._journal.settle(work.content.page.id, position)

    def forget(self, work: PageWork) -> None:
        """Forget what was typed on a page: the person said so, or the record has it."""
        if self._journal is not None:
            self._journal.forget(work.content.page.id)

    def _is_seen(self, work: PageWork, author: str) -> bool:
        seen = self._seen.get(work.content.page.id)
        return (
            seen is not None
            and seen.work is work
            and seen.marks is work.marks
            and seen.statements is work.statements
            and seen.base is work.base
            and seen.author == author
        )

    def _states(
        self, journal: "TypingJournal", work: PageWork, author: str, caret: int
    ) -> list[Draft]:
        """Return all that stands on the page, after what the record has of it where it begins."""
        draft = replace(work.draft(author, now().isoformat()), caret=caret)
        if journal.holds(work.content.page.id):
            return [draft]
        return [_as_recorded(work) or replace(draft, text="", marks=(), statements=()), draft]

    def _written(self, journal: "TypingJournal", work: PageWork, author: str) -> None:
        page_id = work.content.page.id
        if journal.follows(page_id):
            self._seen[page_id] = _Seen(work, work.marks, work.statements, work.base, author)
        else:
            self._seen.pop(page_id, None)
        if journal.failure is not None and not self._told:
            self._told = True
            self.failed.emit(journal.failure)
        if not self._timer.isActive():
            self._timer.start()

    def _sync(self) -> None:
        """Bring what the record still lacks to the disk, without waiting for it here."""
        file = None if self._journal is None or self._journal.settled else self._journal.duplicate()
        if file is not None:
            self._background.run(
                _sync_and_close,
                file,
                lane="journal",
                done=lambda _: None,
                failed=lambda error: log.info("The typing journal is not synced: %s", error),
            )


def _as_recorded(work: PageWork) -> Draft | None:
    """Return what the record has of a page as it was laid on the desk; None for nothing."""
    draft, base = work.content.draft, work.base
    if draft is not None or base is None:
        return draft
    return Draft(base.number, base.text, base.marks, (), 0, base.author.name, base.time)


def _sync_and_close(file: int) -> None:
    try:
        os.fsync(file)
    finally:
        os.close(file)
