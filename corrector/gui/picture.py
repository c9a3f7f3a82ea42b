"""Renders the window to a PNG file once a page with its scan and suspicions is shown."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer
from PySide6.QtWidgets import QApplication

from corrector.atomic import write_whole
from corrector.errors import CorrectorError

if TYPE_CHECKING:
    from corrector.gui.main_window import MainWindow

_LOOK_MS: Final = 100
_SETTLE_MS: Final = 700
_LONGEST_LOOKS: Final = 300
"""Half a minute; then the window is rendered as it is."""


class Picture(QObject):
    """Waits until there is something to see, goes to the first suspicion, renders, and leaves."""

    def __init__(self, window: "MainWindow", path: Path) -> None:
        super().__init__(window)
        self._window, self._path = window, path
        self._looks = 0
        self._error: CorrectorError | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def raise_if_failed(self) -> None:
        """Say why there is no picture.

        Raises:
            OutputError: if it could not be written.
        """
        if self._error is not None:
            raise self._error

    def _look(self) -> None:
        self._looks += 1
        there = self._window.checking.latest is not None and not self._window.scan.state
        if there or self._looks >= _LONGEST_LOOKS:
            self._timer.stop()
            self._window.verifying.go(1)
            QTimer.singleShot(_SETTLE_MS, self, self._take)

    def _take(self) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._window.grab().save(buffer, "PNG")
        try:
            write_whole(self._path, [bytes(buffer.data().data())])
        except CorrectorError as error:
            self._error = error
        # quit() would close the window too, and that leaves a second wish to quit behind, which
        # ends every event loop that this process enters later.
        QApplication.exit(0)
