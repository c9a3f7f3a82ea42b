"""Working with others, as a feature of the window: ties its parts to the panes."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from corrector.gui.page_work import PageWork
from corrector.gui.sharing.access_notices import AccessNotices, Remedies
from corrector.gui.sharing.following import Following
from corrector.gui.sharing.idling import Idling
from corrector.gui.sharing.left_typing import LeftTyping
from corrector.gui.sharing.page_signs import PageSigns
from corrector.gui.sharing.watching import Watching
from corrector.record.entries import Version

if TYPE_CHECKING:
    from corrector.gui.main_window import MainWindow


class Sharing(QObject):
    """Several people on one collection; where only one can work, it does nothing."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self.watching = Watching(window.background, window.desk, self)
        self.following = Following(window.desk, self)
        self.left_typing = LeftTyping(window.desk, self)
        self.idling = Idling(window.desk, window.editor, self.following)
        self.signs = PageSigns(window.desk, window.checking, window.page_list)
        remedies = Remedies(
            self.ask_to_take_over, self.following.go_on, window.joining.begin, self._elsewhere
        )
        self.notices = AccessNotices(window.desk, window.notice, remedies)
        self._wire()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for each command."""
        return {"take-over": self.ask_to_take_over}

    def ask_to_take_over(self) -> None:
        """Ask whether to take the page from whoever edits it; their typing is kept either way."""
        work = self._desk.work
        holder = None if work is None else work.content.access.holder
        if holder is None:
            self._say(self.tr("Nobody else edits this page."))
            return
        said = self.tr(
            "“{name}” edits this page on “{machine}”. Take it over only if nobody works on it any "
            "more. What was typed there stays: it lies on the page as unsaved typing of “{name}”."
        )
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Take the page over"))
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(said.format(name=holder.owner, machine=holder.host))
        take = box.addButton(self.tr("&Take over"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        take.clicked.connect(self.following.take_over)
        box.finished.connect(box.deleteLater)
        box.open()

    def _wire(self) -> None:
        window, watching, following = self._window, self.watching, self.following
        watching.news.connect(self.signs.hear)
        watching.news.connect(following.hear)
        watching.came_back.connect(following.look)
        watching.came_back.connect(window.desk.refresh_pages)
        watching.lost.connect(self._lost)
        watching.found_again.connect(self._found_again)
        following.looked.connect(window.noting.read_again)
        following.looked.connect(self.left_typing.look)
        following.looked.connect(self._show_access)
        following.renewed.connect(self._tell_renewed)
        self.left_typing.kept.connect(self._tell_kept)
        self.left_typing.overtaken.connect(self.notices.show)
        window.desk.access_changed.connect(self._show_access)
        window.desk.shown.connect(self._show_access)
        window.desk.drafting.state_changed.connect(self.notices.show)
        window.joining.joined.connect(self.notices.show)

    def _show_access(self, _: PageWork | None = None) -> None:
        may_edit = self._desk.may_edit
        self._window.editor.set_writable(may_edit)
        self._window.history.set_writable(may_edit)
        self._window.show_state()
        self.notices.show()

    def _lost(self, error: Exception) -> None:
        self.notices.lost = error
        self.notices.show()

    def _found_again(self) -> None:
        self.notices.lost = None
        self._say(self.tr("The shared collection can be reached again."))
        self._desk.put_draft()
        self.following.look()
        wanted, work = self._window.page_list.current, self._desk.work
        if work is not None and wanted != work.number:
            self._desk.show(wanted)

    def _tell_renewed(self, version: Version) -> None:
        said = self.tr("Version {number} of “{name}” is shown now.")
        self._say(said.format(number=version.number, name=version.author.name))

    def _tell_kept(self, version: Version) -> None:
        said = self.tr("What “{name}” had typed is kept as version {number}; you go on from it.")
        self._say(said.format(number=version.number, name=version.author.name))

    def _elsewhere(self) -> None:
        if self._desk.work is not None:
            self._window.save_failures.write_elsewhere([self._desk.work])

    def _say(self, words: str) -> None:
        self._window.status_line.say(words, seconds=15)
