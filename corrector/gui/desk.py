"""The desk: the open collection, the page that lies on it, and its way to the disk and back."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from corrector.gui import desk_tasks as tasks
from corrector.gui.background import Background, Stepped
from corrector.gui.desk_tasks import Opened
from corrector.gui.drafting import Drafting
from corrector.gui.journalling import Journalling
from corrector.gui.page_work import PageWork
from corrector.gui.recent_work import RecentWork
from corrector.gui.versioning import Versioning
from corrector.record.entries import Page, Person
from corrector.tasks.places import Place
from corrector.tasks.progress import Progress
from corrector.text.edits import Edit

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection
    from corrector.tasks.desk import PageContent

Result = TypeVar("Result")

log = logging.getLogger(__name__)


class Desk(QObject):
    """Holds the one open collection and the one page that is worked on."""

    opened = Signal(object)
    """Opened: a collection lies on the desk now."""
    opening_failed = Signal(object, Exception)
    """Path, error: a collection could not be opened; the old one is still there."""
    pages_changed = Signal()
    """Numbers of versions or statuses of pages are others than before."""
    status_changed = Signal(int, object)
    """Number of a page, and its Status."""
    access_changed = Signal()
    """Whether the page on the desk may be edited is another than before."""
    shown = Signal(object)
    """PageWork: another page, or the same with new content, lies on the desk."""
    changed = Signal()
    """Text or marks of the page changed."""
    unsaved_changed = Signal(int, bool)
    leaving_refused = Signal(Exception)
    """Typing is not on the disk and cannot be put there, so the collection stays open."""
    failed = Signal(Exception)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self.collection: Collection | None = None
        self.pages: tuple[Page, ...] = ()
        self.work: PageWork | None = None
        self.person = Person("")
        self._unsaved = False
        self.journal = Journalling(background, self)
        self.drafting = Drafting(self, self)
        self.versioning = Versioning(self, self)
        self.fetching = 0  # pages on their way to the desk
        self._awaited = 0
        self._recent = RecentWork()

    def open(
        self, path: Place, stepped: Stepped, *, look: bool = False, take_over: bool = False
    ) -> None:
        """Open another collection in the background; the old one stays until it is there.

        Args:
            path: of its folder or record.
            stepped: hears how far it is.
            look: only for reading.
            take_over: take the lock from whoever seems to hold it.
        """
        refused = self.drafting.keep_all_now() if self.drafting.failure is not None else None
        if refused is not None:
            self.leaving_refused.emit(refused)
            return
        self.put_draft()
        owner = self.person.name or "Corrector"

        def task(progress: Progress) -> Opened:
            return tasks.open_collection(path, owner, progress, look=look, take_over=take_over)

        self._background.run(
            task,
            lane="record",
            stepped=stepped,
            done=self._take,
            failed=lambda error: self.opening_failed.emit(path, error),
        )

    @property
    def may_edit(self) -> bool:
        """Whether the page on the desk may be changed here and now."""
        open_here = self.work is None or self.work.content.access.open
        return self.collection is not None and self.collection.writable and open_here

    def work_as(self, person: Person) -> None:
        """Let `person` answer for the work, also for what was said before it was known who."""
        self.person = person
        if self.work is not None:
            self.work.sign(person.name)

    @property
    def number(self) -> int:
        """Number of the page that a person is on: on its way to the desk, or there; 0 for none."""
        return self._awaited or (self.work.number if self.work else 0)

    def page_after(self, steps: int) -> Page | None:
        """Return the page `steps` after the one a person is on, or None beyond either end."""
        at = self.number + steps
        return self.pages[at - 1] if 1 <= at <= len(self.pages) else None

    def show(self, number: int) -> None:
        """Lay page `number` on the desk; what was typed on the one before is kept as its draft."""
        self.put_draft()
        if self.collection is None or not 1 <= number <= len(self.pages):
            return
        self._awaited = number
        self._fetch(self.pages[number - 1].id)

    def follow(self, edits: Sequence[Edit]) -> None:
        """Hear what was typed into the page on the desk."""
        if self.work is not None:
            self.journal.follow(self.work, edits, self.person.name)
            self.touch()

    def touch(self) -> None:
        """Hear that text or marks of the page changed: keep them, tell everybody."""
        self.drafting.touch()
        self.tell_unsaved()
        self.changed.emit()

    def tell_unsaved(self) -> None:
        """Tell whether the page on the desk has typing that is in no version, if that changed."""
        if self.work is not None and self.work.is_unsaved != self._unsaved:
            self._unsaved = not self._unsaved
            self.unsaved_changed.emit(self.work.number, self._unsaved)

    def put_draft(self) -> None:
        """Put unsaved typing on the disk; typing goes on meanwhile."""
        self.drafting.put()

    def remember_caret(self, position: int) -> None:
        """Hear where the caret stands; the page is shown there again."""
        if self.work is not None:
            self.work.caret = position

    def step_taken(self) -> None:
        """Hear that a step was undone or redone: what was said then is said again."""
        if self.work is not None:
            self.work.recall()
            self.touch()

    def unwritten(self) -> list[PageWork]:
        """Return the work on pages of which the disk lacks something."""
        return self.drafting.unwritten()

    def discard(self) -> None:
        """Go back to the newest version of the page; the typing since is forgotten."""
        work = self.work
        if work is None:
            return
        self.work = None
        self.drafting.drop(work)
        self.run(tasks.discard_draft, work.content.page.id, done=_nothing)
        self._fetch(work.content.page.id)

    def show_again(self) -> None:
        """Lay the same page on the desk anew, because its record changed."""
        self.put_draft()
        if self.work is not None and self.number == self.work.number:
            self._fetch(self.work.content.page.id)

    def run(
        self,
        task: Callable[..., Result],
        *arguments: object,
        done: Callable[[Result], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run a task on the collection, in turn with all other work on the record."""
        if self.collection is not None:
            self._background.run(
                task,
                self.collection,
                *arguments,
                done=done,
                failed=failed or self.failed.emit,
                lane="record",
            )

    def refresh_pages(self) -> None:
        """Read anew what the record says of the pages; `pages_changed` comes with it."""
        self.run(tasks.pages_of, done=self.take_pages)

    def keep_all(self) -> Exception | None:
        """Put all unsaved typing on the disk now; return why that cannot be done, or None."""
        return self.drafting.keep_all_now()

    def close(self) -> None:
        """Keep unsaved typing and close the collection, before the program ends."""
        error = self.drafting.keep_all_now()
        if error is not None:
            log.error("Unsaved typing did not get to the disk: %s", error)
        self.drafting.forget()
        self.journal.end()
        collection = self.collection
        self.collection = self.work = None
        if collection is not None:
            collection.close()

    def take_pages(self, pages: tuple[Page, ...]) -> None:
        """Hear what the record says of all pages now."""
        before = {page.id: page.status for page in self.pages}
        self.pages = pages
        for page in pages:
            if before.get(page.id, page.status) is not page.status:
                self.status_changed.emit(page.number, page.status)
            if self.work is not None and self.work.content.page.id == page.id:
                self.work.content = replace(self.work.content, page=page)
        self.pages_changed.emit()

    def _take(self, opened: Opened) -> None:
        if self.collection is not None:
            self._background.run(self.collection.close, done=_nothing, lane="record")
        self.drafting.forget()
        self._recent.forget()
        self.journal.begin(opened.collection)
        self.collection, self.pages, self.work = opened.collection, opened.pages, None
        self.fetching = self._awaited = 0
        self.opened.emit(opened)

    def _fetch(self, page_id: int) -> None:
        self.fetching += 1
        task = tasks.lay_out if self._is_worked_on(page_id) else tasks.lay_out_anew
        self.run(task, page_id, done=self._fetched, failed=self._not_fetched)

    def _is_worked_on(self, page_id: int) -> bool:
        """Tell whether there is typing on a page here that the record may lack."""
        here, kept_back = self.work, self.drafting.kept_back(page_id)
        on_desk = here is not None and here.content.page.id == page_id and here.is_unsaved
        return on_desk or kept_back is not None or self.journal.holds(page_id)

    def _fetched(self, content: "PageContent") -> None:
        self._arrived()
        self.lay(content)

    def _not_fetched(self, error: Exception) -> None:
        self._arrived()
        self.failed.emit(error)

    def _arrived(self) -> None:
        self.fetching = max(0, self.fetching - 1)
        if not self.fetching:
            self._awaited = 0

    def lay(self, content: "PageContent") -> None:
        """Lay a page on the desk as the record has it, but for typing that is not there yet."""
        self.put_draft()  # what was typed while the page was fetched
        kept_back = self.drafting.kept_back(content.page.id)
        self.work = self._recent.work_on(content, self.work, kept_back)
        self._unsaved = self.work.is_unsaved
        self.shown.emit(self.work)
        self.unsaved_changed.emit(self.work.number, self._unsaved)


def _nothing(_: object = None) -> None:
    """Nothing is to be done with the result."""
