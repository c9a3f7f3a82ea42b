"""The desk: the open collection, the page that lies on it, and its way to the disk and back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from corrector.gui import desk_tasks as tasks
from corrector.gui.background import Background, Stepped
from corrector.gui.desk_tasks import Opened
from corrector.gui.page_work import PageWork
from corrector.record.entries import NO_DETAILS, Certainty, Origin, Page, Person, Version
from corrector.tasks.clock import now
from corrector.tasks.progress import Progress
from corrector.text.edits import Edit

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection
    from corrector.tasks.desk import PageContent

Result = TypeVar("Result")

DRAFT_DELAY_MS: Final = 300
"""From a key press to its draft: well inside the promised second, and one write for a burst."""


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
    shown = Signal(object)
    """PageWork: another page, or the same with new content, lies on the desk."""
    changed = Signal()
    """Text or marks of the page changed."""
    unsaved_changed = Signal(int, bool)
    saved = Signal(object)
    """Version that was saved and read back."""
    nothing_to_save = Signal()
    failed = Signal(Exception)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self.collection: Collection | None = None
        self.pages: tuple[Page, ...] = ()
        self.work: PageWork | None = None
        self.person = Person("")
        self._unsaved = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_DELAY_MS)
        self._timer.timeout.connect(self.put_draft)

    def open(
        self, path: Path, stepped: Stepped, *, look: bool = False, take_over: bool = False
    ) -> None:
        """Open another collection in the background; the old one stays until it is there.

        Args:
            path: of its folder or record.
            stepped: hears how far it is.
            look: only for reading.
            take_over: take the lock from whoever seems to hold it.
        """
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

    def work_as(self, person: Person) -> None:
        """Let `person` answer for the work, also for what was said before it was known who."""
        self.person = person
        if self.work is not None:
            self.work.sign(person.name)

    def page_after(self, steps: int) -> Page | None:
        """Return the page `steps` after the one on the desk, or None beyond either end."""
        at = (self.work.number if self.work else 0) + steps
        return self.pages[at - 1] if 1 <= at <= len(self.pages) else None

    def show(self, number: int) -> None:
        """Lay page `number` on the desk; what was typed on the one before is kept as its draft."""
        self.put_draft()
        if self.collection is None or not 1 <= number <= len(self.pages):
            return
        self.run(tasks.lay_out, self.pages[number - 1].id, done=self._lay)

    def follow(self, edits: Sequence[Edit]) -> None:
        """Hear what was typed into the page on the desk."""
        if self.work is not None:
            self.work.follow(edits)
            self.touch()

    def touch(self) -> None:
        """Hear that text or marks of the page changed: keep them, tell everybody."""
        if not self._timer.isActive():
            self._timer.start()
        self._tell_unsaved()
        self.changed.emit()

    def put_draft(self) -> None:
        """Put unsaved typing on the disk; typing goes on meanwhile."""
        self._timer.stop()
        collection, work = self.collection, self.work
        if collection is None or work is None or not collection.writable:
            return
        page = work.content.page
        if work.is_unsaved:
            draft = work.draft(self.person.name, now().isoformat())
            if draft != work.content.draft:
                work.content = replace(work.content, draft=draft)
                self.run(tasks.keep_draft, page.id, draft, done=_nothing)
        elif work.content.draft is not None:
            work.content = replace(work.content, draft=None)
            self.run(tasks.discard_draft, page.id, done=_nothing)

    def save(self, note: str, evidence: str, certainty: Certainty) -> None:
        """Save what lies on the desk as a version; `saved` comes when it was read back."""
        collection, work = self.collection, self.work
        if collection is None or work is None:
            return
        restored = work.restored()
        said = {
            "text": work.text,
            "author": self.person,
            "parent": work.base.number if work.base else None,
            "note": note,
            "evidence": evidence,
            "certainty": certainty,
            "origin": Origin.TYPED if restored is None else Origin.RESTORED,
            "details": NO_DETAILS if restored is None else {"restored": str(restored)},
            "marks": work.marks,
            "statements": work.valid_statements(),
        }
        self._timer.stop()
        self.run(tasks.save, work.content.page, said, done=lambda found: self._saved(work, found))

    def discard(self) -> None:
        """Go back to the newest version of the page; the typing since is forgotten."""
        if self.work is None:
            return
        self.work.discard()
        self.run(tasks.discard_draft, self.work.content.page.id, done=_nothing)
        self.show_again()

    def show_again(self) -> None:
        """Lay the same page on the desk anew, because its record changed."""
        if self.work is not None:
            self.run(tasks.lay_out, self.work.content.page.id, done=self._lay)

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
        self.run(tasks.pages_of, done=self._take_pages)

    def close(self) -> None:
        """Keep unsaved typing and close the collection, before the program ends."""
        self._timer.stop()
        collection, work = self.collection, self.work
        self.collection = self.work = None
        if collection is None:
            return
        if work is not None and work.is_unsaved and collection.writable:
            draft = work.draft(self.person.name, now().isoformat())
            tasks.keep_draft(collection, work.content.page.id, draft)
        collection.close()

    def _take_pages(self, pages: tuple[Page, ...]) -> None:
        for before, after in zip(self.pages, pages, strict=False):
            if before.status is not after.status:
                self.status_changed.emit(after.number, after.status)
        self.pages = pages
        if self.work is not None and self.work.number <= len(pages):
            page = pages[self.work.number - 1]
            self.work.content = replace(self.work.content, page=page)
        self.pages_changed.emit()

    def _take(self, opened: Opened) -> None:
        if self.collection is not None:
            self._background.run(self.collection.close, done=_nothing, lane="record")
        self.collection, self.pages, self.work = opened.collection, opened.pages, None
        self.opened.emit(opened)

    def _lay(self, content: "PageContent") -> None:
        self.work = PageWork.begin(content)
        self._unsaved = self.work.is_unsaved
        self.shown.emit(self.work)
        self.unsaved_changed.emit(self.work.number, self._unsaved)

    def _saved(self, work: PageWork, version: Version | None) -> None:
        if version is None:
            self.nothing_to_save.emit()
            return
        work.was_saved(version)
        self.refresh_pages()
        self.saved.emit(version)
        if work is self.work:
            self._tell_unsaved()
            self.put_draft()

    def _tell_unsaved(self) -> None:
        if self.work is not None and self.work.is_unsaved != self._unsaved:
            self._unsaved = not self._unsaved
            self.unsaved_changed.emit(self.work.number, self._unsaved)


def _nothing(_: object = None) -> None:
    """Nothing is to be done with the result."""
