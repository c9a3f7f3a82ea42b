"""Puts unsaved typing on the disk as it happens, says when it cannot, and tries until it can."""

import logging
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from corrector.errors import CorrectorError
from corrector.gui import desk_tasks as tasks
from corrector.gui.page_work import PageWork
from corrector.gui.working_desk import WorkingDesk
from corrector.record.entries import Draft
from corrector.tasks.clock import now

DRAFT_DELAY_MS: Final = 200
"""From a key press to its draft: well inside the promised second, and one write for a burst."""
RETRY_MS: Final = 2_000
"""After a draft that did not get to the disk: soon enough, and no storm of attempts."""

log = logging.getLogger(__name__)


class Drafting(QObject):
    """Knows for every page whether what was typed there is on the disk."""

    state_changed = Signal()
    """`failure` is another than before."""

    def __init__(self, desk: WorkingDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.failure: Exception | None = None
        self._kept_back: dict[int, PageWork] = {}
        self._newest: dict[int, Draft | None] = {}
        self._begun = now().isoformat()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.put)

    def touch(self) -> None:
        """Hear that something was typed or said; the journal has it at once."""
        if self._desk.work is not None:
            self._desk.journal.say(self._desk.work, self._desk.person.name)
        if not self._timer.isActive():
            self._timer.start(DRAFT_DELAY_MS if self.failure is None else RETRY_MS)

    def kept_back(self, page_id: int) -> PageWork | None:
        """Return the work on a page whose typing did not get to the disk, or None."""
        return self._kept_back.get(page_id)

    def is_behind(self, work: PageWork) -> bool:
        """Tell whether the disk lacks something of `work`, as far as is known."""
        return work.is_unsaved and not _same(self._draft_of(work), work.content.draft)

    def holds_typing_of_now(self, work: PageWork) -> bool:
        """Tell whether the draft of a page was typed here, since the collection was opened."""
        draft, newest = work.content.draft, self._newest.get(work.content.page.id)
        if draft is None or newest is None:
            return False
        # A draft of before on which only the caret was moved keeps its time.
        return draft.time == newest.time >= self._begun

    def unwritten(self) -> list[PageWork]:
        """Return the work on pages of which the disk lacks something, that on the desk first."""
        return [one for one in self._works() if self.is_behind(one)]

    def put(self) -> None:
        """Put all that the disk lacks on it; typing goes on meanwhile."""
        self._timer.stop()
        collection = self._desk.collection
        if collection is None or not collection.writable:
            return
        for work in self._works():
            self._put(work)

    def drop(self, work: PageWork) -> None:
        """Forget what was typed on a page, because the person said so."""
        self._kept_back.pop(work.content.page.id, None)
        self._newest[work.content.page.id] = None
        self._desk.journal.forget(work)

    def keep_all_now(self) -> Exception | None:
        """Put everything on the disk before the program goes on; return why it cannot be done."""
        self._timer.stop()
        collection = self._desk.collection
        if collection is None or not collection.writable:
            return None
        try:
            for work in self._works():
                if work.is_unsaved:
                    self._newest[work.content.page.id] = draft = self._draft_of(work)
                    tasks.keep_draft(collection, work.content.page.id, draft)
                elif work.content.draft is not None:
                    self._newest[work.content.page.id] = None
                    tasks.discard_draft(collection, work.content.page.id)
                self._desk.journal.forget(work)
        except CorrectorError as error:
            return error
        return None

    def forget(self) -> None:
        """Forget everything, because another collection is opened or this one is closed."""
        self._timer.stop()
        self._kept_back.clear()
        self._newest.clear()
        self._begun = now().isoformat()
        self.failure = None

    def _works(self) -> list[PageWork]:
        here = self._desk.work
        works = {id(one): one for one in [here, *self._kept_back.values()] if one is not None}
        return list(works.values())

    def _draft_of(self, work: PageWork) -> Draft:
        draft, before = work.draft(self._desk.person.name, now().isoformat()), work.content.draft
        if before is not None and _same(replace(before, caret=draft.caret), draft):
            # Who only moved the caret has typed nothing.
            return replace(before, caret=draft.caret)
        return draft

    def _put(self, work: PageWork) -> None:
        if work.being_saved:
            # Its draft would speak of the version before. It follows as soon as the save ended,
            # also when another page lies on the desk by then.
            self._kept_back[work.content.page.id] = work
            return
        before, draft = work.content.draft, self._draft_of(work) if work.is_unsaved else None
        if _same(draft, before):
            self._kept(work)
            return
        page_id = work.content.page.id
        work.content = replace(work.content, draft=draft)
        self._newest[page_id] = draft
        position = self._desk.journal.position(work)
        self._desk.run(
            tasks.keep_newest_draft,
            page_id,
            draft,
            lambda: self._newest.get(page_id) is draft,
            done=lambda put: self._put_done(work, position, put),
            failed=lambda error: self._failed(work, before, error),
        )

    def _put_done(self, work: PageWork, position: int, put: object) -> None:
        if put:  # otherwise something newer is on its way, and the journal holds all until then
            self._desk.journal.settle(work, position)
        self._kept(work)

    def _kept(self, work: PageWork) -> None:
        self._kept_back.pop(work.content.page.id, None)
        if self.failure is not None and not self._kept_back:
            self.failure = None
            self.state_changed.emit()

    def _failed(self, work: PageWork, before: Draft | None, error: Exception) -> None:
        if self.failure is None:
            log.warning("The draft of %s is not on the disk: %s", work.content.page.label, error)
        work.content = replace(work.content, draft=before)
        self._kept_back[work.content.page.id] = work
        self.failure = error
        self._timer.start(RETRY_MS)
        self.state_changed.emit()


def _same(draft: Draft | None, other: Draft | None) -> bool:
    """Tell whether two drafts say the same, whenever they were written and by whom."""
    if draft is None or other is None:
        return draft is other
    return replace(draft, time="", author="") == replace(other, time="", author="")
