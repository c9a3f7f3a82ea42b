"""Statuses of pages in the window; validating one's own proofreading is asked about."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from corrector.gui.desk import Desk
from corrector.gui.failures import failure_text
from corrector.gui.saving import Saving
from corrector.gui.wording import word
from corrector.record.entries import Certainty, Page, Status

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection

_FINISHED: Final = frozenset({Status.PROOFREAD, Status.VALIDATED})
"""Who sets one of these is done with the page and wants the next one."""


class Statuses(QObject):
    """Sets the status of the page on the desk."""

    changed = Signal(int, object)
    """Number of a page, and its new Status."""
    finished = Signal()
    """The page was marked and the person wants the next one."""
    failed = Signal(Exception)

    def __init__(self, desk: Desk, saving: Saving, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._saving, self._window = desk, saving, window
        self._pending: tuple[Page, Status] | None = None
        desk.versioning.saved_of.connect(self._go_on_after_save)
        desk.versioning.nothing_new.connect(self._set_pending)
        desk.failed.connect(self._give_up)
        desk.versioning.failed.connect(self._give_up)

    def set_and_go_on(self, status: Status) -> None:
        """Save what is unsaved, set the status, and let the next page come."""
        self._saving.knowing_person(lambda: self._save_then_set(status))

    def ask(self) -> None:
        """Ask for the status of the page and set it."""
        work = self._desk.work
        if work is None:
            return
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(self.tr("Status"))
        dialog.setLabelText(self.tr("&Status of {page}").format(page=work.content.page.label))
        names = {word(status): status for status in Status}
        dialog.setComboBoxItems(list(names))
        dialog.setTextValue(word(work.content.page.status))
        page = work.content.page
        dialog.textValueSelected.connect(
            lambda name: self._saving.knowing_person(lambda: self._set_of(page, names[name]))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _set_of(self, page: Page, status: Status) -> None:
        self._set(page, status, go_on=status in _FINISHED)

    def _save_then_set(self, status: Status) -> None:
        work = self._desk.work
        if work is None:
            return
        if work.is_unsaved:
            self._pending = work.content.page, status
            self._desk.versioning.save("", "", Certainty.UNKNOWN)
        else:
            self._set(work.content.page, status, go_on=True)

    def _go_on_after_save(self, page_id: int, _: object) -> None:
        """Set the status of the page that was saved: another may lie on the desk by now."""
        if self._pending is not None and self._pending[0].id == page_id:
            self._set_pending()

    def _set_pending(self) -> None:
        pending, self._pending = self._pending, None
        if pending is not None:
            self._set(*pending, go_on=True)

    def _give_up(self, *_: object) -> None:
        self._pending = None

    def _set(self, page: Page, status: Status, *, go_on: bool, override: bool = False) -> None:
        def task(collection: "Collection") -> None:
            from corrector.tasks.judging import set_status

            set_status(collection, page, status, self._desk.person, override=override)

        def done(_: object) -> None:
            self.changed.emit(page.number, status)
            if go_on and self._desk.number == page.number:
                self.finished.emit()

        self._desk.run(task, done=done, failed=partial(self._refused, page, status, go_on))

    def _refused(self, page: Page, status: Status, go_on: bool, error: Exception) -> None:
        from corrector.tasks.judging import SamePersonError

        if not isinstance(error, SamePersonError):
            self.failed.emit(error)
            return
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("The same person"))
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(failure_text(error))
        override = box.addButton(self.tr("&Override, recorded"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        override.clicked.connect(lambda: self._set(page, status, go_on=go_on, override=True))
        box.finished.connect(box.deleteLater)
        box.open()
