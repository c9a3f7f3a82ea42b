"""Keeps the page on the desk as the record has it while others work: its text, and whose it is."""

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from corrector.gui import desk_tasks as tasks
from corrector.gui.desk import Desk
from corrector.gui.page_work import PageWork

if TYPE_CHECKING:
    from collections.abc import Callable

    from corrector.tasks.collection import Collection
    from corrector.tasks.desk import PageContent
    from corrector.tasks.sharing import News

SOON_MS: Final = 300
"""While a version is on its way to the disk, the page is looked at a moment later."""

log = logging.getLogger(__name__)


class Following(QObject):
    """Looks at the page again when it changed; typing on the desk always stays."""

    looked = Signal()
    """The page is as the record has it now."""
    renewed = Signal(object)
    """Version of somebody else that is shown now in place of an older one."""
    overtaken = Signal()
    """Somebody saved a version while there is unsaved typing on the page."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._giving_back = False
        desk.shown.connect(self._begin)

    def hear(self, news: "News") -> None:
        """Look at the page where others changed or claimed it, or gave it back."""
        work, collection = self._desk.work, self._desk.collection
        if work is None or collection is None:
            return
        access, page_id = work.content.access, work.content.page.id
        theirs = news.claims.get(page_id)
        passed_on = collection.writable and not access.given_back and theirs != access.holder
        if page_id in news.pages or passed_on or access.failure is not None:
            self.look()

    def look(self) -> None:
        """Look at the page again; one that is free is claimed, but for one that was given back."""
        work = self._desk.work
        given_back = self._giving_back or (work is not None and work.content.access.given_back)
        self._look(tasks.put_down if given_back else tasks.lay_out)

    def go_on(self) -> None:
        """Claim the page on the desk again."""
        self._giving_back = False
        self._look(tasks.lay_out)

    def give_back(self) -> None:
        """Let others edit the page on the desk."""
        self._giving_back = True
        self._look(tasks.put_down)

    def take_over(self) -> None:
        """Claim the page on the desk from whoever edits it."""
        self._giving_back = False
        self._look(tasks.take_over)

    def _look(self, task: "Callable[[Collection, int], PageContent]") -> None:
        work = self._desk.work
        if work is None:
            return
        if work.being_saved or self._desk.fetching:
            # A look that comes after another page was asked for would claim this one again.
            QTimer.singleShot(SOON_MS, self, self.look)
            return
        if task is tasks.lay_out and not work.content.access.open and not work.is_unsaved:
            task = tasks.lay_out_anew  # who worked on it may have been killed in a key press
        self._desk.run(
            task,
            work.content.page.id,
            done=lambda content: self._take(work, content),
            failed=lambda error: log.info("The page could not be looked at: %s", error),
        )

    def _begin(self, work: PageWork) -> None:
        self._giving_back = work.content.access.given_back

    def _take(self, work: PageWork, content: "PageContent") -> None:
        before = work.content
        if work is not self._desk.work or _number(content) < _number(before):
            return
        if before.access.claimed and not work.is_unsaved:
            # Only this window could put typing on a page of its own: it has just been undone.
            content = replace(content, draft=None)
        anew = self._renew(work, content)
        if _number(content) > _number(before):
            if anew:
                self.renewed.emit(content.newest)
            elif work.is_outdated:
                self.overtaken.emit()
        self.looked.emit()

    def _renew(self, work: PageWork, content: "PageContent") -> bool:
        """Take over what the record says of the page; return whether its text was read anew."""
        before, desk = work.content, self._desk
        same = (content.newest, content.draft) == (before.newest, before.draft)
        if not work.is_unsaved and not same:
            desk.lay(content)
            return True
        work.content = content
        if desk.drafting.is_behind(work):
            desk.drafting.touch()
        if content.access != before.access:
            desk.access_changed.emit()
        return False


def _number(content: "PageContent") -> int:
    return -1 if content.newest is None else content.newest.number
