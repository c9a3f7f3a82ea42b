"""Asks what is to be remembered with a version: note, evidence, certainty, and who saves it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from corrector.gui.wording import word
from corrector.record.entries import Certainty, Person

_WIDTH = 460
_ORDER = (Certainty.UNKNOWN, Certainty.HIGH, Certainty.MEDIUM, Certainty.LOW)


@dataclass(frozen=True, slots=True)
class SaveAnswer:
    """What was said about the version to be saved.

    Attributes:
        note: why it was made.
        evidence: what the person relied on.
        certainty: how sure the person is of all its new readings.
        person: who saves, where that had to be asked; None where it was known.
    """

    note: str
    evidence: str
    certainty: Certainty
    person: Person | None


class SaveDialog(QDialog):
    """Save with note; Enter and Ctrl+Enter save, Escape goes back without saving."""

    def __init__(
        self, parent: QWidget | None = None, *, page: str, corrections: int, ask_person: bool
    ) -> None:
        """Prepare the question.

        Args:
            parent: the window that it stands before.
            page: the label of the page.
            corrections: how many readings were changed since the last version.
            ask_person: whether it is not yet known who is working.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save version of {page}").format(page=page))
        self._name = QLineEdit() if ask_person else None
        self._note, self._evidence, self._certainty = QLineEdit(), QLineEdit(), QComboBox()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._build(corrections)
        self._show_whether_complete()
        (self._name or self._note).setFocus()

    def answer(self) -> SaveAnswer:
        """Return what was said."""
        person = Person(self._name.text().strip()) if self._name is not None else None
        return SaveAnswer(
            note=self._note.text().strip(),
            evidence=self._evidence.text().strip(),
            certainty=Certainty(self._certainty.currentData()),
            person=person,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._is_complete():
                self.accept()
        else:
            super().keyPressEvent(event)

    def _build(self, corrections: int) -> None:
        form = QFormLayout()
        if self._name is not None:
            form.addRow(self.tr("Your na&me"), self._name)
            self._name.textChanged.connect(self._show_whether_complete)
        form.addRow(self.tr("&Note"), self._note)
        form.addRow(self.tr("&Evidence"), self._evidence)
        form.addRow(self.tr("Certain&ty"), self._certainty)
        self._note.setPlaceholderText(self.tr("Why this version was made"))
        self._evidence.setPlaceholderText(self.tr("What you relied on, such as a carbon copy"))
        for certainty in _ORDER:
            self._certainty.addItem(word(certainty), certainty.value)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(self.tr("Readings changed: {count}").format(count=corrections)))
        column.addLayout(form)
        column.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)

    def _is_complete(self) -> bool:
        return self._name is None or bool(self._name.text().strip())

    def _show_whether_complete(self) -> None:
        save = self._buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(self._is_complete())
