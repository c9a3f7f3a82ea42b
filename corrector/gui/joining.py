"""A version saved by somebody else meanwhile: shown, and joined as the person wishes."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from corrector.gui import desk_tasks as tasks
from corrector.gui.desk import Desk
from corrector.gui.page_work import PageWork
from corrector.gui.text.editor import TextEditor
from corrector.gui.wording import local_time
from corrector.record.entries import Version
from corrector.text.merging import merge

if TYPE_CHECKING:
    from corrector.gui.dialogs.merge_dialog import MergeDialog
    from corrector.gui.panels.comparison import Comparison
    from corrector.tasks.desk import PageContent


class Joining(QObject):
    """Brings a newer version and the text on the desk together; nothing is saved by that."""

    joined = Signal()
    """The text now stands on the newest version; saving it makes the next one."""
    opened = Signal(object)
    """The Comparison of the dialog that was just opened."""

    def __init__(self, desk: Desk, editor: TextEditor, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._editor, self._window = desk, editor, window

    def begin(self, then: Callable[[], object] | None = None) -> None:
        """Fetch what is newest and ask what to do; `then` comes after joining.

        Args:
            then: what the person wanted when the newer version got in the way.
        """
        work = self._desk.work
        if work is None:
            return
        page_id = work.content.page.id
        self._desk.run(tasks.lay_out, page_id, done=lambda content: self._ask(work, content, then))

    def _ask(
        self, work: PageWork, content: "PageContent", then: Callable[[], object] | None
    ) -> None:
        newest = content.newest
        if work is not self._desk.work or newest is None:
            return
        work.content = replace(content, draft=work.content.draft)
        if not work.is_outdated:
            return
        from corrector.gui.dialogs.merge_dialog import MergeDialog

        base = work.base.text if work.base else ""
        dialog = MergeDialog(
            self._window, self._said(newest, work), merge(base, work.text, newest.text)
        )
        dialog.finished.connect(lambda choice: self._answer(work, newest, dialog, choice, then))
        dialog.finished.connect(dialog.deleteLater)
        comparison: Comparison = dialog.comparison
        self.opened.emit(comparison)
        dialog.open()

    def _said(self, newest: Version, work: PageWork) -> str:
        said = self.tr(
            "“{name}” saved version {newer} of {page} on {time}; your text was made from version "
            "{older}. Both are safe: nothing was overwritten. Changes that do not touch each "
            "other can be joined; what you do now can be undone."
        )
        return said.format(
            name=newest.author.name,
            newer=newest.number,
            page=work.content.page.label,
            time=local_time(newest.time),
            older="–" if work.base is None else work.base.number,
        )

    def _answer(
        self,
        work: PageWork,
        newest: Version,
        dialog: "MergeDialog",
        choice: int,
        then: Callable[[], object] | None,
    ) -> None:
        from corrector.gui.dialogs.merge_dialog import Choice

        if choice == Choice.LATER or work is not self._desk.work:
            return
        if choice == Choice.JOIN:
            self._join(work, newest, dialog.text())
        else:
            work.go_on_from(newest, joined=False)
        self._desk.touch()
        self.joined.emit()
        self._editor.setFocus()
        if then is not None:
            then()

    def _join(self, work: PageWork, newest: Version, text: str) -> None:
        """Put the joined text into the editor, with the marks of both, as one step."""
        from corrector.tasks.joining import joined_marks

        before = work.base.marks if work.base else ()
        self._editor.replace_text(text)
        marks = joined_marks(before, work.marks, newest.marks, theirs_text=newest.text, text=text)
        work.set_marks(marks)
        work.go_on_from(newest, joined=True)
        self._editor.show_marks(work.marks)
