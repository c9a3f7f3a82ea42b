"""What the person should know when a page is laid on the desk: a draft, a newer version."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from corrector.gui.desk import Desk
from corrector.gui.notice_bar import Answer, NoticeBar
from corrector.gui.page_work import PageWork
from corrector.gui.wording import local_time


class PageNotices(QObject):
    """Says what is special about a page, each time it is shown."""

    def __init__(
        self, desk: Desk, bar: NoticeBar, compare: Callable[[], None], join: Callable[[], None]
    ) -> None:
        super().__init__(bar)
        self._desk, self._bar, self._compare, self._join = desk, bar, compare, join

    def show(self, work: PageWork) -> None:
        """Show at most one notice, the one that matters most."""
        draft = work.content.draft
        if draft is not None and work.is_outdated:
            answers = [(self.tr("Compare and join"), self._join), *self._answers()[1:]]
            self._bar.say(self._outdated(work), answers)
        elif draft is not None and work.from_draft:
            said = self.tr("Unsaved typing of {time} is here again.")
            self._bar.say(said.format(time=local_time(draft.time)), self._answers())
        elif work.content.proposal:
            said = self.tr("A new reading of this page waits as a proposal; the text is as it was.")
            self._bar.say(said, [(self.tr("Compare"), self._compare)])

    def _answers(self) -> list[Answer]:
        return [
            (self.tr("Compare"), self._compare),
            (self.tr("Discard the typing"), self._desk.discard),
        ]

    def _outdated(self, work: PageWork) -> str:
        newest = work.content.newest
        said = self.tr(
            "This is unsaved typing of {time}, but version {number} was saved since. Nothing "
            "is lost: compare the two and join them, or keep yours on top."
        )
        draft = work.content.draft
        return said.format(
            time=local_time(draft.time if draft else ""), number=newest.number if newest else 0
        )
