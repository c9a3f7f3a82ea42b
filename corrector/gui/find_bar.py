"""Finds in the text of the page: as it is typed, forwards and backwards, all hits tinted."""

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from corrector.gui.text.editor import TextEditor
from corrector.text.tokens import Span

_MOST_HITS: Final = 300
"""Tinted at the same time; more would slow the painting down and show nothing more."""


class FindBar(QWidget):
    """A field below the text; Enter goes to the next hit, Shift+Enter to the one before."""

    def __init__(self, editor: TextEditor) -> None:
        super().__init__()
        self._editor = editor
        self._field, self._case = QLineEdit(), QCheckBox(self.tr("&Match case"))
        self._count = QLabel()
        self._field.setAccessibleName(self.tr("Find in this page"))
        self._field.setPlaceholderText(self.tr("Find in this page"))
        close = QPushButton(self.tr("&Close"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.addWidget(self._field, 1)
        for widget in (self._case, self._count, close):
            row.addWidget(widget)
        self._field.textChanged.connect(self._find)
        self._case.toggled.connect(self._find)
        close.clicked.connect(self.leave)
        editor.edited.connect(self._refresh)
        self.hide()

    def enter(self) -> None:
        """Show the bar with what is selected in the text."""
        selected = self._editor.selection().of(self._editor.exact_text())
        if selected and "\n" not in selected:
            self._field.setText(selected)
        self.show()
        self._field.setFocus()
        self._field.selectAll()
        self._find()

    def leave(self) -> None:
        """Go back to the text."""
        self.hide()
        self._editor.show_hits(())
        self._editor.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Shift+Enter move among hits, Escape leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _hits(self) -> list[Span]:
        wanted = self._field.text()
        if not wanted:
            return []
        flags = re.NOFLAG if self._case.isChecked() else re.IGNORECASE
        found = re.finditer(re.escape(wanted), self._editor.exact_text(), flags)
        return [Span(*hit.span()) for hit in found]

    def _find(self) -> None:
        hits = self._hits()
        self._editor.show_hits(hits[:_MOST_HITS])
        self._count.setText(self.tr("Found: {count}").format(count=len(hits)))

    def _refresh(self) -> None:
        if self.isVisible():
            self._find()

    def _go(self, step: int) -> None:
        """Select the next hit from the caret on, from the other end where there is none."""
        hits = self._hits()
        if not hits:
            return
        here = self._editor.selection()
        if step > 0:
            hit = next((one for one in hits if one.start >= here.end), hits[0])
        else:
            hit = next((one for one in reversed(hits) if one.end <= here.start), hits[-1])
        self._editor.select(hit)
