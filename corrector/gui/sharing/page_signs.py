"""Keeps the list of pages as others change them: who edits which, statuses, counts, new pages."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from corrector.gui import desk_tasks as tasks
from corrector.gui.checking import Checking
from corrector.gui.desk import Desk
from corrector.gui.desk_tasks import Opened
from corrector.gui.pages.page_list import PageList
from corrector.gui.pages.rows import PageRow
from corrector.gui.window_wiring import rows_of
from corrector.gui.wording import local_time

if TYPE_CHECKING:
    from corrector.tasks.sharing import Claim, News


class PageSigns(QObject):
    """Hears what others did and shows it in the list."""

    def __init__(self, desk: Desk, checking: Checking, page_list: PageList) -> None:
        super().__init__(page_list)
        self._desk, self._checking, self._list = desk, checking, page_list
        self._claims: Mapping[int, Claim] = {}
        self._count: frozenset[int] = frozenset()
        desk.opened.connect(self._forget)
        desk.pages_changed.connect(self._count_again)

    def hear(self, news: "News") -> None:
        """Show what is new."""
        if news.arrangement:
            self._desk.run(tasks.opened, done=self._arrange)
        elif news.pages:
            self._count |= news.pages
            self._desk.refresh_pages()
        self._show_claims(news.claims)

    def _forget(self, _: Opened) -> None:
        self._claims, self._count = {}, frozenset()

    def _count_again(self) -> None:
        """Count suspicions of changed pages, now that it is known which versions they have."""
        wanted, self._count = self._count, frozenset()
        self._checking.count_again([page for page in self._desk.pages if page.id in wanted])

    def _show_claims(self, claims: Mapping[int, "Claim"]) -> None:
        before, self._claims = self._claims, claims
        if before == claims:
            return
        for page in self._desk.pages:
            if before.get(page.id) != claims.get(page.id):
                self._list.set_claimed(page.number, self._words(page.id))

    def _words(self, page_id: int) -> str:
        claim = self._claims.get(page_id)
        if claim is None:
            return ""
        said = self.tr("edited by “{name}” on “{machine}” since {time}")
        return said.format(name=claim.owner, machine=claim.host, time=local_time(claim.since))

    def _arrange(self, opened: Opened) -> None:
        """Show pages that were added or put in another order; the one on the desk stays there."""
        if opened.collection is not self._desk.collection:
            return
        known = {(row.document, row.label): row for row in self._list.rows()}
        rows = [
            _with(row, known.get((row.document, row.label)), self._words(page.id))
            for row, page in zip(rows_of(opened), opened.pages, strict=True)
        ]
        pairs = zip(rows, opened.pages, strict=True)
        self._count |= frozenset(page.id for row, page in pairs if row.suspicions is None)
        self._list.show_pages(rows)
        self._desk.take_pages(opened.pages)
        if self._desk.work is not None:
            self._list.show_current(self._desk.work.number)


def _with(row: PageRow, known: PageRow | None, claimed: str) -> PageRow:
    suspicions = None if known is None else known.suspicions
    return replace(row, suspicions=suspicions, claimed=claimed)
