"""Asks for a note on a version, a correction or a word."""

from typing import Final

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from corrector.gui.panels.note_field import NoteField

_WIDTH: Final = 460


class NoteDialog(QDialog):
    """A few lines of free words; Ctrl+Enter keeps them, Escape goes back."""

    def __init__(self, parent: QWidget | None, about: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Note"))
        self._field = NoteField()
        self._field.setTabChangesFocus(True)
        self._field.setAccessibleName(self.tr("Note"))
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._field.finished.connect(self._finish)
        self._field.textChanged.connect(self._show_whether_complete)
        label = QLabel(self.tr("About {subject}").format(subject=about))
        label.setWordWrap(True)
        column = QVBoxLayout(self)
        for part in (label, self._field, self._buttons):
            column.addWidget(part)
        self.setMinimumWidth(_WIDTH)
        self._show_whether_complete()
        self._field.setFocus()

    def text(self) -> str:
        """Return what was written."""
        return self._field.toPlainText().strip()

    def _finish(self) -> None:
        if self.text():
            self.accept()

    def _show_whether_complete(self) -> None:
        okay = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        okay.setEnabled(bool(self.text()))
