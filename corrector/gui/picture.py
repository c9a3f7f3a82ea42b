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
"""Half a minute, not counting a reading of the scan, which has a limit of its own; then the window
is rendered as it is."""


class Picture(QObject):
    """Waits until there is something to see, goes to a suspicion, renders, and leaves."""

    def __init__(self, window: "MainWindow", path: Path) -> None:
        super().__init__(window)
        self._window, self._path = window, path
        window.shape.use_usual()
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
        if self._window.placing.is_reading:
            return
        self._looks += 1
        if self._is_all_there() or self._looks >= _LONGEST_LOOKS:
            self._timer.stop()
            self._go_to_first()
            QTimer.singleShot(_SETTLE_MS, self, self._take)

    def _is_all_there(self) -> bool:
        """Tell whether scan, suspicions and the places of words are shown, as far as they will."""
        work, link = self._window.desk.work, self._window.link
        if work is None or self._window.scan.is_loading:
            return False
        is_checked = self._window.checking.latest is not None
        return not work.text or (is_checked and link.reading is work.content.reading)

    def _go_to_first(self) -> None:
        """Go to the first suspicion that is seen on the scan; to the first one where none is."""
        findings, link = self._window.editor.findings(), self._window.link
        seen = (one.span for one in findings if one.shown and link.boxes_at(one.span)[0])
        first = next(seen, None)
        if first is None:
            self._window.verifying.go(1)
        else:
            self._window.verifying.look_at(first)

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
