"""The panel of notes: what was remarked about the page, and a field for a new remark."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from corrector.gui.panels.note_field import NoteField
from corrector.gui.wording import local_time

_MARGIN: Final = 4
_FIELD_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A note as it is shown.

    Attributes:
        text: in the person's own words.
        author: who wrote it.
        time: when, ISO 8601 with zone.
        about: what it is about: a version, a word; empty for the page as a whole.
    """

    text: str
    author: str
    time: str
    about: str = ""


class NotesPanel(QWidget):
    """Shows the notes of a page, oldest first, and takes a new one."""

    note_written = Signal(str)
    """A new note on the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes = QTextBrowser()
        self._notes.setOpenLinks(False)
        self._notes.setAccessibleName(self.tr("Notes on this page"))
        self._field = NoteField()
        self._add = QPushButton(self.tr("&Add note (Ctrl+Enter)"))
        self._build()
        self.show_notes(())

    def show_notes(self, notes: Sequence[ShownNote]) -> None:
        """Show `notes`, oldest first; what is being typed stays."""
        self._notes.setHtml("".join(map(_html, notes)) or escape(self.tr("No notes yet.")))

    def set_writable(self, writable: bool) -> None:
        """Let notes be added or not, as when the record is open for reading only."""
        self._field.setReadOnly(not writable)
        self._show_whether_addable()

    def _build(self) -> None:
        label = QLabel(self.tr("&New note"))
        label.setBuddy(self._field)
        self._field.setTabChangesFocus(True)
        self._field.setFixedHeight(
            _FIELD_LINES * self._field.fontMetrics().lineSpacing() + 4 * _MARGIN
        )
        self._field.textChanged.connect(self._show_whether_addable)
        self._field.finished.connect(self._tell)
        self._add.clicked.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addWidget(self._notes, 1)
        for part in (label, self._field, self._add):
            column.addWidget(part)
        self.setFocusProxy(self._field)
        self._show_whether_addable()

    def _written(self) -> str:
        return self._field.toPlainText().strip()

    def _show_whether_addable(self) -> None:
        self._add.setEnabled(bool(self._written()) and not self._field.isReadOnly())

    def _tell(self) -> None:
        note = self._written()
        if note and not self._field.isReadOnly():
            self._field.clear()
            self.note_written.emit(note)


def _html(note: ShownNote) -> str:
    head = " · ".join(part for part in (local_time(note.time), note.author, note.about) if part)
    body = escape(note.text).replace("\n", "<br>")
    return f"<p><b>{escape(head)}</b><br>{body}</p>"
