"""The folder that an export goes to: a field, and a window to choose it in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

ChooseFolder = Callable[[QWidget, str], str]


def folder_by_window(parent: QWidget, start: str) -> str:
    """Ask for a folder; empty when cancelled."""
    return QFileDialog.getExistingDirectory(parent, "", start)


class Target(QWidget):
    """Names a folder, which need not be there yet; its field is what a label points to."""

    changed = Signal()

    def __init__(self, folder: Path, choose: ChooseFolder) -> None:
        """Prepare the field.

        Args:
            folder: that is proposed.
            choose: asks for a folder, given the one to start from; empty when cancelled.
        """
        super().__init__()
        self._choose = choose
        self.field = QLineEdit(str(folder))
        self.field.setAccessibleName(self.tr("To folder"))
        self.field.textChanged.connect(self.changed)
        browse = QPushButton(self.tr("&Browse …"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(browse)

    def folder(self) -> Path | None:
        """Return the folder, or None where none is named."""
        named = self.field.text().strip()
        return Path(named).expanduser() if named else None

    def _browse(self) -> None:
        chosen = self._choose(self, self.field.text())
        if chosen:
            self.field.setText(chosen)
