"""Says above the text why a page cannot be edited just now, and what others did to it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject

from corrector.gui.desk import Desk
from corrector.gui.desk_tasks import Opened
from corrector.gui.failures import failure_text
from corrector.gui.notice_bar import Answer, NoticeBar
from corrector.gui.page_work import PageWork
from corrector.gui.sharing.idling import MINUTES
from corrector.gui.wording import local_time


class Remedies(NamedTuple):
    """What can be done about a page that others work on."""

    take_over: Callable[[], object]
    go_on: Callable[[], object]
    join: Callable[[], object]
    write_elsewhere: Callable[[], object]


class AccessNotices(QObject):
    """Shows at most one notice, and takes away only its own."""

    def __init__(self, desk: Desk, bar: NoticeBar, remedies: Remedies) -> None:
        super().__init__(bar)
        self._desk, self._bar, self._remedies = desk, bar, remedies
        self._said = ""
        self.lost: Exception | None = None
        desk.opened.connect(self._forget)

    def show(self) -> None:
        """Say how the page on the desk stands to others, or nothing where it is free for us."""
        work = self._desk.work
        found = None if work is None else self._what_to_say(work)
        if found is None:
            self._clear()
        elif found[0] != self._said:  # what was dismissed is not said again
            self._said = found[0]
            self._bar.say(*found)

    def _forget(self, _: Opened) -> None:
        self._said, self.lost = "", None

    def _clear(self) -> None:
        if self._said and self._bar.text() == self._said:
            self._bar.clear()
        self._said = ""

    def _what_to_say(self, work: PageWork) -> tuple[str, list[Answer]] | None:
        access = work.content.access
        if self.lost is not None:
            return self._of_lost_server(work)
        if access.open:
            return self._of_newer_version(work) if _is_overtaken(work) else None
        answers = self._elsewhere(work)
        if access.given_back:
            return self._of_page_given_back(), [(self.tr("&Go on here"), self._remedies.go_on)]
        if access.holder is None:
            said = self.tr("This page can only be read just now; it is tried again. {reason}")
            reason = "" if access.failure is None else failure_text(access.failure)
            return said.format(reason=reason), answers
        said = self.tr(
            "“{name}” edits this page on “{machine}” since {time}. You can read it; as soon as "
            "it is free, you can edit it here."
        )
        holder = access.holder
        since = local_time(holder.since)
        said = said.format(name=holder.owner, machine=holder.host, time=since)
        if work.is_unsaved:
            said = f"{said} {self._only_here()}"
        return said, [*answers, (self.tr("&Take over …"), self._remedies.take_over)]

    def _of_lost_server(self, work: PageWork) -> tuple[str, list[Answer]]:
        said = self.tr(
            "The connection to the shared collection is lost; it is tried again every few seconds."
        )
        if self._desk.drafting.is_behind(work):
            return f"{said} {self._only_here()}", self._elsewhere(work)
        return f"{said} " + self.tr("What you typed so far is safe on the server."), []

    def _of_newer_version(self, work: PageWork) -> tuple[str, list[Answer]]:
        newest = work.content.newest
        said = self.tr(
            "“{name}” saved version {number} of this page while you were typing. Nothing is lost "
            "or overwritten: compare the two and join them, now or when you save."
        ).format(name=newest.author.name if newest else "", number=newest.number if newest else 0)
        return said, [(self.tr("Compare and &join"), self._remedies.join)]

    def _of_page_given_back(self) -> str:
        said = self.tr(
            "Nobody worked on this page here for {minutes} minutes, so others can edit it now. "
            "Click into the text to go on."
        )
        return said.format(minutes=MINUTES)

    def _only_here(self) -> str:
        if self._desk.journal.keeps:
            return self.tr("What you typed last is kept on this computer only, until then.")
        return self.tr("What you typed last is kept in this window only: leave it open.")

    def _elsewhere(self, work: PageWork) -> list[Answer]:
        if not work.is_unsaved:
            return []
        return [(self.tr("&Save the text to another place …"), self._remedies.write_elsewhere)]


def _is_overtaken(work: PageWork) -> bool:
    """Tell whether a version came while the person was typing; a draft found so is said before."""
    return work.is_unsaved and work.is_outdated and not work.from_draft
