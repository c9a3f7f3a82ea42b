"""Keeps in her name what somebody else left unsaved, as soon as another person goes on with it."""

import logging

from PySide6.QtCore import QObject, Signal

from corrector.gui import desk_tasks as tasks
from corrector.gui.desk import Desk
from corrector.gui.page_work import PageWork
from corrector.record.entries import Version

log = logging.getLogger(__name__)


class LeftTyping(QObject):
    """Hears the first change to a page on which somebody else's typing lies."""

    kept = Signal(object)
    """Version that was made of it."""
    overtaken = Signal()
    """It is a version now, and the text on the desk was not made from it."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._begun: PageWork | None = None
        self._save_then = False
        desk.shown.connect(self._remember)
        desk.changed.connect(self.look)
        desk.versioning.left_typing_found.connect(self._save)

    def look(self) -> None:
        """Keep the typing that lies on the page, where the text is not just that any more."""
        work = self._desk.work
        if work is not None and not work.is_as_in_draft:
            self._keep(work)

    def _save(self) -> None:
        """Keep the typing, then save what differs from it."""
        if self._desk.work is not None:
            self._save_then = True
            self._keep(self._desk.work)

    def _keep(self, work: PageWork) -> None:
        if work.being_saved or not work.holds_left_typing(self._desk.person.name):
            return
        work.being_saved = True  # so that no draft of ours takes its place meanwhile
        self._desk.run(
            tasks.keep_left_typing,
            work.content.page,
            self._desk.person.name,
            done=lambda version: self._kept(work, version),
            failed=lambda error: self._failed(work, error),
        )

    def _remember(self, work: PageWork) -> None:
        self._save_then = False
        self._begun = work if work.holds_left_typing(self._desk.person.name) else None

    def _kept(self, work: PageWork, version: Version | None) -> None:
        work.being_saved = False
        if version is None:
            work.forget_draft()
        elif work is self._begun:
            work.was_saved(version)
        else:
            work.was_overtaken_by(version)
        if work is not self._desk.work:
            self._desk.put_draft()
            return
        self._begun = None
        self._desk.touch()
        self._desk.refresh_pages()
        if version is not None:
            self._tell(work, version)
        wanted, self._save_then = self._save_then, False
        if wanted and work.is_unsaved:
            self._desk.versioning.save_again()

    def _tell(self, work: PageWork, version: Version) -> None:
        self._desk.versioning.saved.emit(version)
        self.kept.emit(version)
        if work.is_outdated:
            self.overtaken.emit()

    def _failed(self, work: PageWork, error: Exception) -> None:
        """Try again with the next change; the typing is where it was, and no draft replaces it."""
        log.info("Somebody else's typing was not kept: %s", error)
        work.being_saved = False
        wanted, self._save_then = self._save_then, False
        if wanted:
            self._desk.versioning.failed.emit(work, error)
