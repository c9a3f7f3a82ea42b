"""Escape, where nothing else wants it, goes back to the text from every pane."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from corrector.gui.main_window import MainWindow


class Returning(QObject):
    """Hears the keys that no pane took: Qt hands them up to the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._editor = window.editor
        window.installEventFilter(self)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return nothing: it has no command of its own."""
        return {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key Escape as the wish to go on with the text."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self._editor.setFocus()
            return True
        return super().eventFilter(watched, event)
