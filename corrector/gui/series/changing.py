"""Carries a series out: the page on the desk as one step of the editor, the others on the disk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from corrector.errors import CorrectorError
from corrector.gui.page_work import PageWork
from corrector.gui.versioning import Made
from corrector.record.entries import Certainty, Origin, Page, Version
from corrector.tasks.changing_series import SERIES, Series, change_series
from corrector.tasks.collection import Collection
from corrector.tasks.progress import Progress
from corrector.tasks.series import SeriesPage
from corrector.tasks.series_outcomes import Fate, PageOutcome
from corrector.tasks.taking_back_series import is_of, said_of_taking_back, take_back_series
from corrector.text.edits import apply_edits

if TYPE_CHECKING:
    from corrector.gui.background import Ticket
    from corrector.gui.main_window import MainWindow
    from corrector.tasks.review import Reviewer

Rest = Callable[[Collection, Progress], Sequence[PageOutcome]]
"""What is done to the pages that do not lie on the desk."""


_AGAIN: Final = frozenset({Fate.UNSAVED, Fate.CLAIMED, Fate.FAILED, Fate.NOT_REACHED})
"""Why a page was left, where it is worth trying again."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A series that was carried out, or taken back.

    Attributes:
        series: which one.
        outcomes: what became of each page.
        here: whether the page on the desk is changed.
        back: whether it was taken back.
    """

    series: Series
    outcomes: tuple[PageOutcome, ...]
    here: bool
    back: bool

    @property
    def changed(self) -> bool:
        """Whether any page is another than before."""
        return any(one.version is not None for one in self.outcomes)

    def without(self, back: "Carried") -> "Carried | None":
        """Return what is left of it to be taken back; None where nothing is.

        Args:
            back: what was taken back of it, and what was not.
        """
        tried = {one.page.id for one in back.outcomes if one.fate not in _AGAIN}
        left = tuple(one for one in self.outcomes if one.page.id not in tried)
        rest = replace(self, outcomes=left)
        return rest if rest.changed else None


class SeriesChanging(QObject):
    """Changes one series at a time; whoever listens keeps the window from other work meanwhile."""

    stepped = Signal(int, int)
    """Pages saved in the record, pages in all."""
    finished = Signal(object)
    """Carried: nothing is under way any more."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._series: Series | None = None
        self._back = False
        self._outcomes: list[PageOutcome] = []
        self._rest: Callable[[], None] = _nothing
        self._left: Sequence[Page] = ()
        self._here: tuple[Page, int] | None = None
        self._then: Callable[[], None] | None = None
        self._ticket: Ticket | None = None
        versioning = window.desk.versioning
        versioning.saved_of.connect(self._saved)
        versioning.nothing_new.connect(self._nothing_new)
        versioning.failed.connect(self._failed)
        versioning.left_typing_found.connect(self._left_typing)

    @property
    def busy(self) -> bool:
        """Whether a series is being carried out or taken back just now."""
        return self._series is not None

    def change(self, series: Series, chosen: Sequence[SeriesPage]) -> None:
        """Change the places of `chosen`; the page on the desk first."""
        work = self._desk.work
        here = next((one for one in chosen if work and one.page.id == _page_id(work)), None)
        others = [one for one in chosen if one is not here]
        behind = [one for one in others if self._is_behind(one.page)]
        others = [one for one in others if one not in behind]
        self._begin(series, [one.page for one in others], back=False)
        for one in behind:
            self._outcome(one.page, Fate.UNSAVED, len(one.places))
        self._rest = lambda: self._run(
            lambda collection, progress: change_series(collection, others, series, progress)
        )
        if here is None or work is None:
            self._rest()
            return
        self._here = (here.page, len(here.places))
        if work.text != here.text or not self._desk.may_edit:
            fate = Fate.OTHER_TEXT if self._desk.may_edit else Fate.CLAIMED
            self._outcome(here.page, fate, len(here.places))
            self._rest()
        elif work.is_unsaved:
            # What was typed before is a version of its own: it is no part of the series.
            self._save(None, then=lambda: self._change_here(series, here))
        else:
            self._change_here(series, here)

    def take_back(self, carried: Carried) -> None:
        """Restore the text before a series where nothing was saved since."""
        series, work = carried.series, self._desk.work
        pages = [one.page for one in carried.outcomes if one.version is not None]
        here = next((one for one in pages if work and one.id == _page_id(work)), None)
        others = [one for one in pages if one is not here]
        behind = [one for one in others if self._is_behind(one)]
        others = [one for one in others if one not in behind]
        self._begin(series, others, back=True)
        for one in behind:
            self._outcome(one, Fate.UNSAVED, 0)
        author = self._desk.person
        self._rest = lambda: self._run(
            lambda collection, progress: take_back_series(
                collection, others, series.identifier, author, progress
            )
        )
        if here is None or work is None:
            self._rest()
        else:
            self._take_back_here(series, work, here)

    def stop(self) -> None:
        """Stop after the page that is under way."""
        if self._ticket is not None:
            self._ticket.stop()

    def _begin(self, series: Series, others: Sequence[Page], *, back: bool) -> None:
        self._series, self._back, self._left = series, back, others
        self._outcomes, self._here, self._then = [], None, None

    def _change_here(self, series: Series, here: SeriesPage) -> None:
        """Change the page on the desk as one step that can be undone, and save it."""
        work, edits = self._desk.work, series.edits(here.places)
        if work is None or work.text != here.text:
            self._outcome(here.page, Fate.OTHER_TEXT, len(here.places))
            self._rest()
            return
        self._window.editor.replace_text(apply_edits(work.text, edits))
        for statement in series.statements(edits):
            work.say(statement)
        self._desk.touch()
        self._save((Origin.SERIES, series.said_of_version(here.places)), then=self._rest)

    def _take_back_here(self, series: Series, work: PageWork, page: Page) -> None:
        """Restore the page on the desk, also where the person undid the series there already."""
        newest = work.content.newest
        before = None
        if newest is not None and newest.parent is not None and is_of(newest, series.identifier):
            before = work.content.versions[newest.parent]
        self._here = (page, 0)
        if before is None or not self._desk.may_edit:
            self._outcome(page, Fate.OTHER_TEXT if self._desk.may_edit else Fate.CLAIMED, 0)
            self._rest()
        elif work.is_unsaved and work.text != before.text:
            self._outcome(page, Fate.UNSAVED, 0)
            self._rest()
        else:
            self._window.editor.replace_text(before.text)
            work.set_marks(before.marks)
            self._window.editor.show_marks(work.marks)
            self._desk.touch()
            said = said_of_taking_back(before.number, series.identifier)
            self._save((Origin.RESTORED, said), then=self._rest)

    def _save(self, made: Made | None, then: Callable[[], None]) -> None:
        self._then = then
        note = self._series.note if self._series is not None and made is not None else ""
        self._desk.versioning.save(note, "", Certainty.UNKNOWN, made)

    def _saved(self, page_id: int, version: Version) -> None:
        if self._here is None or self._then is None or page_id != self._here[0].id:
            return
        if version.details.get(SERIES):
            self._outcome(self._here[0], Fate.DONE, self._here[1], version)
        self._go_on()

    def _nothing_new(self) -> None:
        if self._then is not None:
            self._go_on()

    def _go_on(self) -> None:
        """Do what comes next once the desk has finished with what it just saved."""
        then, self._then = self._then, None
        if then is not None:
            QTimer.singleShot(0, self, then)

    def _left_typing(self) -> None:
        if self._then is not None and self._here is not None:
            self._then = None
            self._outcome(self._here[0], Fate.UNSAVED, self._here[1])
            self._rest()

    def _failed(self, work: PageWork, error: Exception) -> None:
        """Hear that the page on the desk could not be saved: then no other page is, either."""
        if self._then is None or self._here is None or _page_id(work) != self._here[0].id:
            return

        self._then = None
        known = error if isinstance(error, CorrectorError) else None
        self._outcome(self._here[0], Fate.FAILED, self._here[1], error=known)
        self._not_reached()

    def _not_reached(self) -> None:

        for page in self._left:
            self._outcome(page, Fate.NOT_REACHED, 0)
        self._end()

    def _run(self, rest: Rest) -> None:
        collection = self._desk.collection
        if collection is None or not self._left:
            self._end()
            return

        def task(*, progress: Progress) -> Sequence[PageOutcome]:
            return rest(collection, progress)

        self._ticket = self._window.background.run(
            task,
            lane="record",
            stepped=lambda done, total, _: self.stepped.emit(done, total),
            done=self._take,
            failed=self._broken,
        )

    def _take(self, outcomes: Sequence[PageOutcome]) -> None:
        self._outcomes += outcomes
        saved = [(one.page.id, one.version) for one in outcomes if one.version is not None]
        reviewer = self._window.checking.reviewer
        if reviewer is not None and saved:
            self._window.background.run(
                _learn,
                reviewer,
                saved,
                lane="check",
                done=lambda _: self._window.checking.read_again(),
                failed=self._window.checking.failed.emit,
            )
        self._end()

    def _broken(self, error: Exception) -> None:
        self._window.background.failure.emit(error)
        self._not_reached()

    def _end(self) -> None:
        self._ticket = None
        series, self._series = self._series, None
        self._desk.refresh_pages()
        self._show_again()
        if series is not None:
            here = self._here
            changed = {one.page.id for one in self._outcomes if one.version is not None}
            on_desk = here is not None and here[0].id in changed
            outcomes = tuple(sorted(self._outcomes, key=lambda one: one.page.number))
            self.finished.emit(Carried(series, outcomes, on_desk, self._back))

    def _show_again(self) -> None:
        """Show a page anew that was laid on the desk while it was still to be changed."""
        work = self._desk.work
        newest = work.content.newest if work is not None else None
        if work is None or newest is None:
            return
        made = (one.version for one in self._outcomes if one.page.id == _page_id(work))
        if any(one is not None and one.number > newest.number for one in made):
            self._desk.show_again()

    def _outcome(
        self,
        page: Page,
        fate: Fate,
        places: int,
        version: Version | None = None,
        error: CorrectorError | None = None,
    ) -> None:

        self._outcomes.append(PageOutcome(page, fate, places, version, error))

    def _is_behind(self, page: Page) -> bool:
        """Tell whether there is typing on a page here that the record may lack."""
        kept_back = self._desk.drafting.kept_back(page.id)
        return kept_back is not None or self._desk.journal.holds(page.id)


def _page_id(work: PageWork) -> int:
    return work.content.page.id


def _learn(reviewer: "Reviewer", saved: Sequence[tuple[int, Version]]) -> None:
    last = saved[-1][0]
    for page_id, version in saved:
        # What restored texts take back is read from the whole record: once is enough.
        skipped = version.origin is Origin.RESTORED and page_id != last
        reviewer.remember(page_id, version.text, () if skipped else version.corrections)


def _nothing() -> None:
    """Nothing is left to be done."""
