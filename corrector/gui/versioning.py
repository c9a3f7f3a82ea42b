"""Saves the page on the desk as a version, and tells how that went."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from corrector.gui import desk_tasks as tasks
from corrector.gui.page_work import PageWork
from corrector.gui.working_desk import WorkingDesk
from corrector.record.entries import Certainty, Draft, Origin, Version

Made = tuple[Origin, Mapping[str, str]]
"""How a version came to be, and the details of that."""


class _Desk(WorkingDesk, Protocol):
    """What versioning needs of the desk."""

    def put_draft(self) -> None: ...

    def refresh_pages(self) -> None: ...

    def tell_unsaved(self) -> None: ...


class Versioning(QObject):
    """The way of a text from the desk into a version that was read back."""

    saved = Signal(object)
    """Version that was saved and read back."""
    saved_of = Signal(int, object)
    """The record's id of a page and its saved version; another page may be on the desk by now."""
    failed = Signal(object, Exception)
    """PageWork, error: the text is not saved as a version; it is still there, unsaved."""
    nothing_new = Signal()
    """The text is that of the newest version, so none was made."""
    left_typing_found = Signal()
    """The person saves where somebody else left unsaved typing: that is to be kept first."""

    def __init__(self, desk: _Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wish: tuple[str, str, Certainty, Made | None] = ("", "", Certainty.UNKNOWN, None)

    def save(
        self, note: str, evidence: str, certainty: Certainty, made: Made | None = None
    ) -> None:
        """Save what lies on the desk; one of the signals tells how it went.

        Args:
            note: why, in the person's own words.
            evidence: what the person relied on.
            certainty: of all corrections that nothing else was said about.
            made: how the text came to be, where it was not just typed.
        """
        work, self._wish = self._desk.work, (note, evidence, certainty, made)
        if self._desk.collection is None or work is None:
            return
        if work.holds_left_typing(self._desk.person.name):
            self.left_typing_found.emit()
            return
        joined = work.joined is not None
        origin, details = made if made is not None and not joined else work.origin()
        before, position = work.content.draft, self._desk.journal.position(work)
        work.being_saved = True
        said = {
            "text": work.text,
            "author": self._desk.person,
            "parent": work.base.number if work.base else None,
            "note": note,
            "evidence": evidence,
            "certainty": certainty,
            "origin": origin,
            "details": details,
            "marks": work.marks,
            "statements": work.valid_statements(),
        }
        self._desk.run(
            tasks.save,
            work.content.page,
            said,
            done=lambda version: self._saved(work, version, before, position),
            failed=lambda error: self._not_saved(work, error),
        )

    def save_again(self) -> None:
        """Save what lies on the desk with what was said when it was tried last."""
        self.save(*self._wish)

    def _saved(
        self, work: PageWork, version: Version | None, before: Draft | None, position: int
    ) -> None:
        work.being_saved = False
        self._desk.journal.settle(work, position)
        if version is None:
            self._desk.put_draft()
            self.nothing_new.emit()
            return
        since = work.content.draft
        work.was_saved(version)
        if since is not before:  # put on the disk after the version: it is to be dropped, too
            work.content = replace(work.content, draft=since)
        self._desk.refresh_pages()
        self.saved_of.emit(work.content.page.id, version)
        self.saved.emit(version)
        if work is self._desk.work:
            self._desk.tell_unsaved()
        self._desk.put_draft()

    def _not_saved(self, work: PageWork, error: Exception) -> None:
        """Keep what was not saved as the draft at least, and tell."""
        work.being_saved = False
        self._desk.put_draft()
        self.failed.emit(work, error)
