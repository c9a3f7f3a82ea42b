"""The command that makes a collection of TEI files which Corrector wrote, and opens it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from corrector.gui.main_window import MainWindow


class Reopening(QObject):
    """Asks for files and a folder; all of the collection is made or nothing."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for each of its commands, by name."""
        return {"open-tei": self.ask}

    def ask(self) -> None:
        """Ask which files, and where to."""
        from corrector.gui.dialogs.reopen_dialog import ReopenDialog

        dialog = ReopenDialog(self._window)
        dialog.accepted.connect(lambda: self._make(dialog.files(), dialog.folder()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make(self, files: Sequence[Path], folder: Path) -> None:
        self._window.status_line.show_progress(0, 0, self.tr("Reading TEI"))
        self._window.background.run(
            _reopen, files, folder, lane="exports", done=self._open, failed=self._failed
        )

    def _open(self, folder: Path) -> None:
        self._window.status_line.end_progress()
        self._window.opening.open(folder)

    def _failed(self, error: Exception) -> None:
        self._window.status_line.end_progress()
        self._window.show_failure(error)


def _reopen(files: Sequence[Path], folder: Path) -> Path:
    from corrector.tasks.reopening import reopen

    reopen(files, folder)
    return folder
