"""What the person should know when a page is laid on the desk: a draft, a newer version."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from corrector.gui.desk import Desk
from corrector.gui.desk_tasks import Opened
from corrector.gui.notice_bar import Answer, NoticeBar
from corrector.gui.page_work import PageWork
from corrector.gui.wording import local_time, worded
from corrector.record.entries import Draft, Version

if TYPE_CHECKING:
    from corrector.messages import Message


class PageNotices(QObject):
    """Says what is special about a page, each time it is shown."""

    def __init__(
        self, desk: Desk, bar: NoticeBar, compare: Callable[[], None], join: Callable[[], None]
    ) -> None:
        super().__init__(bar)
        self._desk, self._bar, self._compare, self._join = desk, bar, compare, join
        self._asides: tuple[Message, ...] = ()
        self._said = ""
        self._offers: list[Answer] = [(self.tr("Compare"), compare)]
        desk.opened.connect(self._remember)

    def offer(self, words: str, answer: Callable[[], object]) -> None:
        """Offer one thing more, and first, where a new reading waits as a proposal."""
        self._offers.insert(0, (words, answer))

    def show(self, work: PageWork) -> None:
        """Show what matters most, behind what is said of typing that was kept aside."""
        asides = " ".join(worded(one, "Notices") for one in self._asides + work.content.asides)
        self._asides = ()
        # Who edits the page matters most, and is said elsewhere.
        said, answers = self._what_to_say(work) if work.content.access.open else ("", [])
        if self._said and self._bar.text() == self._said:
            self._bar.clear()  # its answers would be about this page
        self._said = "" if asides else said
        if asides or said:
            self._bar.say(f"{asides} {said}".strip(), answers)

    def _remember(self, opened: Opened) -> None:
        self._asides = opened.asides

    def _what_to_say(self, work: PageWork) -> tuple[str, list[Answer]]:
        draft = work.content.draft
        if draft is not None and work.is_outdated:
            join = (self.tr("Compare and join"), self._join)
            return self._outdated(work), [join, *self._answers(work)[1:]]
        if draft is not None and work.from_draft and not self._was_typed_just_now(work, draft):
            return self._from_draft(work, draft), self._answers(work)
        if work.content.proposal:
            said = self.tr("A new reading of this page waits as a proposal; the text is as it was.")
            return said, self._offers
        return "", []

    def _was_typed_just_now(self, work: PageWork, draft: Draft) -> bool:
        """Tell whether the person left it so in this sitting, and need not be told."""
        own = draft.author in {"", self._desk.person.name}
        return own and self._desk.drafting.holds_typing_of_now(work)

    def _answers(self, work: PageWork) -> list[Answer]:
        compare = (self.tr("Compare"), self._compare)
        if work.holds_left_typing(self._desk.person.name):
            return [compare]  # what somebody else typed is not ours to discard
        return [compare, (self.tr("Discard the typing"), self._desk.discard)]

    def _from_draft(self, work: PageWork, draft: Draft) -> str:
        said = self.tr("Unsaved typing of {time} is here again.")
        if work.holds_left_typing(self._desk.person.name):
            said = self.tr(
                "“{name}” typed here on {time} and did not save it. When you go on, it is first "
                "kept as a version of “{name}”."
            )
        elif draft.author not in {"", self._desk.person.name}:
            said = self.tr("Unsaved typing of “{name}”, {time}, is here.")
        return said.format(name=draft.author, time=local_time(draft.time))

    def _outdated(self, work: PageWork) -> str:
        newest, draft = work.content.newest, work.content.draft
        author = draft.author if draft else ""
        if author not in {"", self._desk.person.name}:
            return self._outdated_of_another(author, newest)
        said = self.tr(
            "This is unsaved typing of {time}, but version {number} was saved since. Nothing "
            "is lost: compare the two and join them, or keep yours on top."
        )
        return said.format(
            time=local_time(draft.time if draft else ""), number=newest.number if newest else 0
        )

    def _outdated_of_another(self, author: str, newest: Version | None) -> str:
        said = self.tr(
            "This is unsaved typing of “{name}”, but version {number} was saved since. Nothing is "
            "lost: compare the two and join them."
        )
        return said.format(name=author, number=newest.number if newest else 0)
