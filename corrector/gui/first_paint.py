"""Does something once the window has been painted: what is slow must not keep it from showing."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_PATIENCE_MS: Final = 1000
"""A window that is started out of sight is not painted, but is worked in all the same."""


class FirstPaint(QObject):
    """Waits for the first painting of `window`, then does `then` once."""

    def __init__(self, window: QWidget, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._then = then
        self._done = False
        window.installEventFilter(self)
        QTimer.singleShot(_PATIENCE_MS, self, self._do)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._do)
        return False

    def _do(self) -> None:
        if not self._done:
            self._done = True
            self._then()
