"""Looks for suspicions while the person works, off the GUI thread, and drops what came too late."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from corrector.errors import LockedError
from corrector.gui.background import Background, Ticket
from corrector.gui.desk import Desk
from corrector.gui.desk_tasks import Opened
from corrector.gui.page_work import PageWork
from corrector.gui.tallies import Tallies
from corrector.ocr.words import Reading
from corrector.record.entries import Page, Statement, Version
from corrector.suspicion.findings import CheckResult
from corrector.tasks.kinds import Kind, tally
from corrector.tasks.settled import settled_spans
from corrector.text.marks import Mark

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection
    from corrector.tasks.counting import Tally
    from corrector.tasks.review import Reviewer
    from corrector.tasks.witness import Witness

PAUSE_MS: Final = 200
"""After the last key press; shorter pauses check half-typed words."""
PAGES_AT_A_TIME: Final = 3
"""Counted in one go; a few take a fraction of a second."""
RECOUNT_MS: Final = 3000
"""After a save, which teaches something; several saves in a row are counted for once."""
AGAIN_MS: Final = 3000
"""After somebody else held the record."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one text, and how it is tied to its scan."""

    number: int
    result: CheckResult
    witness: "Witness"


class Checking(QObject):
    """Checks the page on the desk whenever it changes, and counts suspicions of all pages."""

    found = Signal(object)
    """Found, for the page on the desk and for its text as it is now."""
    counted = Signal(int, int)
    """Number of a page, and how many suspicions it shows."""
    failed = Signal(Exception)
    waiting = Signal(Exception)
    """Somebody else holds the record: suspicions are looked for again a little later."""

    def __init__(self, background: Background, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background, self._desk = background, desk
        self._reviewer: Reviewer | None = None
        self._running: Ticket | None = None
        self._counting: Ticket | None = None
        self._to_count: Sequence[Page] = ()
        self._whole: Found | None = None
        self._unheeded: PageWork | None = None
        self.tallies = Tallies(self)
        self.tallies.counted.connect(self.counted)
        self.languages: str | None = None
        self.threshold: float | None = None
        self.latest: Found | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.check)
        self._recount = QTimer(self, singleShot=True, interval=RECOUNT_MS)
        self._recount.timeout.connect(self._count_all)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._do_again)
        desk.opened.connect(self._begin)
        desk.shown.connect(self._show)
        desk.changed.connect(self._note_change)
        desk.versioning.saved_of.connect(self._remember)

    def check(self) -> None:
        """Check the page on the desk now; an older check still running is called off."""
        self._timer.stop()
        work, reviewer = self._desk.work, self._reviewer
        if work is None or reviewer is None or not work.text:
            return
        self._unheeded = None
        content = work.content
        job = _Job(
            reviewer,
            content.page,
            work.text,
            content.first_text,
            work.marks,
            content.reading,
            work.saved_text(),
            work.valid_statements(),
        )
        self._running = self._background.run(
            job.run,
            self.threshold,
            lane="check",
            done=self._tell,
            failed=self._not_done,
            instead_of=self._running,
        )

    def set_threshold(self, threshold: float) -> None:
        """Show suspicions from another score on; 0 leaves it to the evidence and the language."""
        self.threshold = threshold or None
        self.check()
        self._count_all()

    @property
    def reviewer(self) -> "Reviewer | None":
        """What checks the pages; None while the collection is being read."""
        return self._reviewer

    def hide_kinds(self, kinds: frozenset[Kind]) -> None:
        """Leave suspicions of these kinds out of text, list and counts from now on."""
        self.tallies.hide(kinds)
        if self._whole is not None:
            self._tell(self._whole)

    def read_again(self) -> None:
        """Check and count anew with lexicons and languages as they are now."""
        reviewer = self._reviewer
        if reviewer is not None:
            self._background.run(
                _read_again,
                reviewer,
                lane="check",
                done=lambda _: self._check_and_count(),
                failed=self._not_done,
            )

    def _check_and_count(self) -> None:
        self.check()
        self._count_all()

    def count_again(self, pages: Sequence[Page]) -> None:
        """Count the suspicions of pages that somebody else changed."""
        collection, reviewer = self._desk.collection, self._reviewer
        if collection is not None and reviewer is not None and pages:
            self._background.run(
                _counts_anew,
                collection,
                reviewer,
                pages,
                self.threshold,
                lane="check",
                done=lambda counts: self._tell_counts(pages, counts),
                failed=self._not_done,
            )

    def _begin(self, opened: Opened) -> None:
        self._reviewer = self.latest = self._whole = self._unheeded = None
        self._recount.stop()
        self.tallies.clear()
        for ticket in (self._running, self._counting):
            if ticket is not None:
                ticket.cancel()
        self._again.stop()
        self._get_ready(opened.collection)

    def _get_ready(self, collection: "Collection") -> None:
        self._background.run(
            _reviewer_of,
            collection,
            self.languages,
            lane="check",
            done=lambda reviewer: self._ready(collection, reviewer),
            failed=self._not_done,
        )

    def _ready(self, collection: "Collection", reviewer: "Reviewer") -> None:
        if self._desk.collection is collection:
            self._reviewer = reviewer
            self._check_and_count()

    def _not_done(self, error: Exception) -> None:
        """Tell of `error`; what the record was not free for is done again a little later."""
        if isinstance(error, LockedError):
            self.waiting.emit(error)
            self._again.start()
        else:
            self.failed.emit(error)

    def _do_again(self) -> None:
        if self._reviewer is not None:
            self.read_again()
        elif self._desk.collection is not None:
            self._get_ready(self._desk.collection)

    def _note_change(self) -> None:
        self._unheeded = self._desk.work
        self._timer.start()

    def _show(self, work: PageWork) -> None:
        left, reviewer = self._unheeded, self._reviewer
        gone = left is not None and left is not work and not left.being_saved
        if left is not None and gone and reviewer is not None:
            self._background.run(
                reviewer.heed,
                left.content.page.id,
                left.text,
                left.marks,
                left.saved_text(),
                left.valid_statements(),
                lane="check",
                done=lambda _: None,
                failed=self._not_done,
            )
        self.latest = self._whole = self._unheeded = None
        self.check()

    def _tell(self, found: Found) -> None:
        work = self._desk.work
        if work is not None and (work.number, work.text) == (found.number, found.result.text):
            self._whole = found
            self.latest = replace(found, result=self.tallies.without_hidden(found.result))
            self.found.emit(self.latest)
            self.tallies.take(found.number, tally(found.result.suspicions))

    def _remember(self, page_id: int, version: Version) -> None:
        if self._reviewer is not None:
            self._reviewer.remember(page_id, version.text, version.corrections)
            self._timer.start()  # a check that is under way still takes them for unsaved
            self._recount.start()

    def _count_all(self) -> None:
        if self._counting is not None:
            self._counting.cancel()
        here = self._desk.work.number if self._desk.work else 0
        self._to_count = (*self._desk.pages[here:], *self._desk.pages[:here])
        self._count(0)

    def _count(self, first: int) -> None:
        """Count a few pages, then the next few, so that the page on the desk never waits long."""
        collection, reviewer = self._desk.collection, self._reviewer
        pages = self._to_count[first : first + PAGES_AT_A_TIME]
        if collection is None or reviewer is None or not pages:
            return

        def done(counts: "dict[int, Tally]") -> None:
            self._tell_counts(pages, counts)
            self._count(first + PAGES_AT_A_TIME)

        self._counting = self._background.run(
            _counts,
            collection,
            reviewer,
            pages,
            self.threshold,
            lane="check",
            done=done,
            failed=self._not_done,
        )

    def _tell_counts(self, pages: Sequence[Page], counts: "dict[int, Tally]") -> None:
        here = self._desk.work and self._desk.work.number
        for page in pages:
            if page.id in counts and page.number != here:
                self.tallies.take(page.number, counts[page.id])


@dataclass(frozen=True, slots=True)
class _Job:
    """One check of one text, for a worker thread."""

    reviewer: "Reviewer"
    page: Page
    text: str
    first_text: str
    marks: tuple[Mark, ...]
    reading: Reading | None
    saved: str | None
    statements: tuple[Statement, ...]

    def run(self, threshold: float | None) -> Found:
        from corrector.tasks.witness import witness_of

        witness = witness_of(self.text, self.reading)
        settled = settled_spans(self.first_text, self.text, self.marks)
        self.reviewer.heed(self.page.id, self.text, self.marks, self.saved, self.statements)
        result = self.reviewer.check(
            self.text,
            settled,
            witness,
            threshold=threshold,
            page_id=self.page.id,
            working=True,
        )
        return Found(self.page.number, result, witness)


def _reviewer_of(collection: "Collection", languages: str | None) -> "Reviewer":
    from corrector.tasks.review import Reviewer

    return Reviewer(collection, usual=languages)


def _read_again(reviewer: "Reviewer") -> None:
    reviewer.read_lexicons_again()
    reviewer.read_languages_again()


def _counts_anew(
    collection: "Collection",
    reviewer: "Reviewer",
    pages: Sequence[Page],
    threshold: float | None,
) -> "dict[int, Tally]":
    """Count pages with the lexicons and languages that others may have changed, too."""
    _read_again(reviewer)
    return _counts(collection, reviewer, pages, threshold)


def _counts(
    collection: "Collection",
    reviewer: "Reviewer",
    pages: Sequence[Page],
    threshold: float | None,
) -> "dict[int, Tally]":
    from corrector.tasks.counting import tally_pages

    return tally_pages(collection, reviewer, pages, threshold)
