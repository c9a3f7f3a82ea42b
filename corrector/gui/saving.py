"""Saving in the window: who saves, with what note, and what is said afterwards."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from corrector.gui.desk import Desk
from corrector.record.entries import Certainty, Person

if TYPE_CHECKING:
    from corrector.gui.dialogs.person_dialog import PersonDialog
    from corrector.gui.dialogs.save_dialog import SaveAnswer


class Saving(QObject):
    """Asks what has to be asked and lets the desk save."""

    person_changed = Signal(object)
    """Person who is working from now on; to be kept in the settings."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def save(self) -> None:
        """Save a version without a note; the first time it is asked who is working."""
        self.knowing_person(lambda: self._desk.versioning.save("", "", Certainty.UNKNOWN))

    def save_with_note(self) -> None:
        """Ask for note, evidence and certainty, then save."""
        from corrector.gui.dialogs.save_dialog import SaveDialog

        work = self._desk.work
        if work is None:
            return
        dialog = SaveDialog(
            self._window,
            page=work.content.page.label,
            corrections=work.changed_tokens(),
            ask_person=not self._desk.person.name,
        )
        self._open(dialog, lambda: self._save(dialog.answer()))

    def ask_person(self) -> None:
        """Ask who is working."""
        dialog = self._person_dialog()
        self._open(dialog, lambda: self._work_as(dialog.person()))

    def _save(self, answer: "SaveAnswer") -> None:
        if answer.person is not None:
            self._work_as(answer.person)
        self._desk.versioning.save(answer.note, answer.evidence, answer.certainty)

    def knowing_person(self, then: Callable[[], None]) -> None:
        """Do `then` when it is known who is working; ask first where it is not."""
        if self._desk.person.name:
            then()
            return
        dialog = self._person_dialog()

        def go_on() -> None:
            self._work_as(dialog.person())
            then()

        self._open(dialog, go_on)

    def _person_dialog(self) -> "PersonDialog":
        from corrector.gui.dialogs.person_dialog import PersonDialog

        return PersonDialog(self._window, known=self._desk.person)

    def _work_as(self, person: Person) -> None:
        self._desk.work_as(person)
        self.person_changed.emit(person)

    def _open(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
