"""Looks for the places of a series a few pages at a time, off the GUI thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from corrector.gui.background import Background, Ticket
from corrector.record.entries import Page
from corrector.text.marks import Mark

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection
    from corrector.tasks.series import SeriesPage
    from corrector.tasks.series_rule import SeriesRule

PAGES_AT_A_TIME: Final = 25
"""Searched in one go: some hundredths of a second."""


@dataclass(frozen=True, slots=True)
class OnDesk:
    """The page on the desk, whose text may not be saved yet."""

    page_id: int
    text: str
    first_text: str
    marks: tuple[Mark, ...]


class SeriesSearch(QObject):
    """One search at a time; a new one takes the place of the one before."""

    found = Signal(object)
    """Sequence of SeriesPage: more pages that have the wrong reading, in order."""
    stepped = Signal(int, int)
    """Pages searched, pages in all; the same number at the end."""
    failed = Signal(Exception)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._running: Ticket | None = None

    def begin(
        self,
        collection: "Collection",
        pages: Sequence[Page],
        rule: "SeriesRule",
        on_desk: OnDesk | None,
    ) -> None:
        """Search `pages` for the wrong reading of `rule`.

        Args:
            collection: that they are of.
            pages: where to look.
            rule: which reading.
            on_desk: whose text is taken in place of the saved one.
        """
        self.stop()
        self._go_on(collection, pages, rule, on_desk, 0)

    def stop(self) -> None:
        """Search no more."""
        if self._running is not None:
            self._running.cancel()
        self._running = None

    def _go_on(
        self,
        collection: "Collection",
        pages: Sequence[Page],
        rule: "SeriesRule",
        on_desk: OnDesk | None,
        first: int,
    ) -> None:
        self.stepped.emit(first, len(pages))
        some = pages[first : first + PAGES_AT_A_TIME]
        if not some:
            self._running = None
            return

        def done(found: "Sequence[SeriesPage]") -> None:
            if found:
                self.found.emit(found)
            self._go_on(collection, pages, rule, on_desk, first + len(some))

        self._running = self._background.run(
            _search, collection, some, rule, on_desk, lane="series", done=done,
            failed=self.failed.emit,
        )  # fmt: skip


def _search(
    collection: "Collection", pages: Sequence[Page], rule: "SeriesRule", on_desk: OnDesk | None
) -> "Sequence[SeriesPage]":
    from corrector.tasks.series import SeriesPage, find_series, places_of_rule

    at = next((at for at, page in enumerate(pages) if on_desk and page.id == on_desk.page_id), None)
    if at is None or on_desk is None:
        return find_series(collection, pages, rule)
    places = places_of_rule(rule, on_desk.text, first=on_desk.first_text, marks=on_desk.marks)
    here = (SeriesPage(pages[at], on_desk.text, places),) if places else ()
    before, after = pages[:at], pages[at + 1 :]
    return (
        *find_series(collection, before, rule), *here, *find_series(collection, after, rule)
    )  # fmt: skip
