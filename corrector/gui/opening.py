"""Opening in the window: choosing a folder, and what to do when somebody else has it open."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from corrector.errors import LockedError, OutputError
from corrector.gui.desk import Desk
from corrector.gui.wording import local_time, worded
from corrector.scans.listing import FolderProblem
from corrector.tasks.places import Place
from corrector.tasks.sample import sample_folder
from corrector.tasks.whereabouts import RECORD_NAME


class Opening(QObject):
    """Asks which folder, opens it, and asks again where it is locked."""

    stepped = Signal(int, int, str)
    ended = Signal()
    failed = Signal(Exception)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        desk.opened.connect(lambda _: self.ended.emit())
        desk.opening_failed.connect(self._failed)

    def choose(self) -> None:
        """Ask for a folder and open it."""
        dialog = QFileDialog(self._window, self.tr("Open a folder of scans or texts"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open(self, path: Place) -> None:
        """Open a folder, a record or a shared collection; of any other file its folder."""
        if isinstance(path, Path) and path.is_file() and path.suffix != Path(RECORD_NAME).suffix:
            path = path.parent
        self._desk.open(path, self.stepped.emit)

    def open_sample(self) -> None:
        """Open the person's own copy of the sample."""
        try:
            self.open(sample_folder())
        except OutputError as error:
            self.failed.emit(error)

    def show_problems(self, problems: Sequence[FolderProblem]) -> None:
        """List the files that are not used, or used with a reservation, and why."""
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Files with problems"))
        box.setIcon(QMessageBox.Icon.Information)
        count = self.tr("Files with problems: {count}. Everything else is open.")
        box.setText(count.format(count=len(problems)))
        box.setDetailedText("\n".join(f"{one.path}: {worded(one.message)}" for one in problems))
        box.finished.connect(box.deleteLater)
        box.open()

    def _failed(self, path: Place, error: Exception) -> None:
        self.ended.emit()
        if isinstance(error, LockedError):
            self._ask_about_lock(path, error)
        else:
            self.failed.emit(error)

    def _ask_about_lock(self, path: Place, error: LockedError) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("The collection is open elsewhere"))
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(_by_the_clock(error))
        look = box.addButton(self.tr("Open &read-only"), QMessageBox.ButtonRole.AcceptRole)
        take = box.addButton(self.tr("&Take over"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(look)
        look.clicked.connect(lambda: self._desk.open(path, self.stepped.emit, look=True))
        take.clicked.connect(lambda: self._desk.open(path, self.stepped.emit, take_over=True))
        box.finished.connect(box.deleteLater)
        box.open()


def _by_the_clock(error: LockedError) -> str:
    """Return who has the collection open, and since when as the person's clock and locale write."""
    said = error.message
    times = {name: local_time(str(said.values[name])) for name in {"since"} & said.values.keys()}
    return worded(replace(said, values={**said.values, **times}))
