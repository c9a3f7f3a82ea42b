"""A save that failed: says what is safe and what to do, and offers another place for the text."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from corrector.atomic import write_whole
from corrector.errors import OutputError
from corrector.gui.desk import Desk
from corrector.gui.failures import failure_text
from corrector.gui.joining import Joining
from corrector.gui.page_work import PageWork

_NOT_IN_NAMES: Final = re.compile(r'[\x00-\x1f<>:"/\\|?*]')


class SaveFailures(QObject):
    """Tells of text that did not become a version, or that is not even on the disk."""

    written = Signal(object)
    """Path that the text was written to instead."""
    leaving = Signal()
    """The person leaves although typing is not on the disk."""

    def __init__(self, desk: Desk, joining: Joining, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._joining, self._window = desk, joining, window
        desk.versioning.failed.connect(self.tell)

    def tell(self, work: PageWork, error: Exception) -> None:
        """Tell that `work` was not saved, or ask about what somebody else saved meanwhile."""
        from corrector.tasks.joining import ConflictError

        if isinstance(error, ConflictError):
            if work is self._desk.work:
                self._joining.begin(then=self._desk.versioning.save_again)
            return
        safe = self.tr(
            "This page is not saved as a version. Its text is still here as you see it, unsaved."
        )
        box = self._box(safe, error)
        again = self._button(box, self.tr("&Try again"), self._desk.versioning.save_again)
        self._offer_other_place(box, [work])
        box.setDefaultButton(again)
        box.open()

    def tell_before_leaving(self, error: Exception) -> None:
        """Tell that typing would be lost; leaving is then the person's own decision."""
        safe = self.tr(
            "What you typed last is not on the disk, so Corrector stays open. What was saved "
            "earlier is safe."
        )
        box = self._box(safe, error)
        again = self._button(box, self.tr("&Try again"), self._window.close)
        self._offer_other_place(box, self._desk.unwritten())
        leave = box.addButton(
            self.tr("&Leave and lose that typing"), QMessageBox.ButtonRole.DestructiveRole
        )
        leave.clicked.connect(self.leaving)
        box.setDefaultButton(again)
        box.open()

    def tell_before_opening(self, error: Exception) -> None:
        """Tell why no other collection is opened now."""
        safe = self.tr(
            "What you typed last is not on the disk, so no other collection is opened. What was "
            "saved earlier is safe."
        )
        box = self._box(safe, error)
        self._offer_other_place(box, self._desk.unwritten())
        box.open()

    def write_elsewhere(self, works: Sequence[PageWork]) -> None:
        """Ask for a place and write the texts there; several of them into a folder."""
        several = len(works) > 1
        dialog = QFileDialog(self._window, self.tr("Save the text to another place"))
        dialog.setAcceptMode(
            QFileDialog.AcceptMode.AcceptOpen if several else QFileDialog.AcceptMode.AcceptSave
        )
        if several:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        else:
            dialog.setDefaultSuffix("txt")
            dialog.setNameFilters([self.tr("Text (*.txt)")])
            dialog.selectFile(_name(works[0]))
        dialog.fileSelected.connect(lambda chosen: self._write(works, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, works: Sequence[PageWork], place: Path) -> None:
        try:
            for work in works:
                path = _free(place / _name(work)) if len(works) > 1 else place
                write_whole(path, [work.text.encode("utf-8", "surrogatepass")])
        except OutputError as error:
            box = self._box(self.tr("The text is not written there either."), error)
            self._offer_other_place(box, works)
            box.open()
        else:
            self.written.emit(place)

    def _box(self, safe: str, error: Exception) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Not saved"))
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(safe)
        box.setInformativeText(failure_text(error))
        box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Close))
        box.finished.connect(box.deleteLater)
        return box

    def _button(self, box: QMessageBox, words: str, answer: Callable[[], object]) -> QPushButton:
        """Add a button; its answer waits until the box is closed, so that it keeps the focus."""
        button = box.addButton(words, QMessageBox.ButtonRole.ActionRole)
        button.clicked.connect(lambda: QTimer.singleShot(0, self, answer))
        return button

    def _offer_other_place(self, box: QMessageBox, works: Sequence[PageWork]) -> None:
        if works:
            self._button(
                box,
                self.tr("&Save the text to another place …"),
                lambda: self.write_elsewhere(works),
            )


def _name(work: PageWork) -> str:
    """Return a file name for the text of a page that every system takes."""
    return f"{_NOT_IN_NAMES.sub('_', work.content.page.label).strip(' .') or 'page'}.txt"


def _free(path: Path) -> Path:
    """Return `path`, or a name beside it that nothing has yet."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem} ({number})")
    return free
