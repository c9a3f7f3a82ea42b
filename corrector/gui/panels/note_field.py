"""The field in which a note is written."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class NoteField(QPlainTextEdit):
    """A few lines of free words; Ctrl+Enter finishes."""

    finished = Signal()

    def event(self, event: QEvent) -> bool:
        # The window has Ctrl+Enter for something else; here it is the field's own key.
        if event.type() == QEvent.Type.ShortcutOverride and _finishes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _finishes(event):
            self.finished.emit()
        else:
            super().keyPressEvent(event)


def _finishes(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(control) and event.key() in _ENTER
