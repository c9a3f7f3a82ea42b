"""Asks which TEI files become a collection again, and in which folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

_WIDTH: Final = 620
_BETWEEN: Final = "; "
"""Between the names of several files in the field."""


class ReopenDialog(QDialog):
    """The button is there to be pressed only when files and a folder are named."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open a TEI"))
        self._files, self._folder = QLineEdit(), QLineEdit()
        self._proposed = ""
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._open = self._buttons.addButton(
            self.tr("&Open"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._build()
        self._judge()

    def files(self) -> list[Path]:
        """Return the files that were named."""
        names = self._files.text().split(_BETWEEN.strip())
        return [Path(name.strip()).expanduser() for name in names if name.strip()]

    def folder(self) -> Path:
        """Return the folder of the new collection."""
        return Path(self._folder.text().strip()).expanduser()

    def _build(self) -> None:
        said = QLabel(
            self.tr(
                "Texts, versions, corrections and marks are read from TEI that Corrector wrote "
                "(as on the page). The folder may hold the scans already; the files are only read."
            )
        )
        said.setWordWrap(True)
        form = QFormLayout()
        self._add(form, self.tr("&TEI files"), self._files, self._browse_files)
        self._add(form, self.tr("Into &folder"), self._folder, self._browse_folder)
        self._files.textChanged.connect(self._propose)
        self._folder.textChanged.connect(self._judge)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addLayout(form)
        column.addWidget(self._buttons)
        self._open.setDefault(True)
        self.setMinimumWidth(_WIDTH)

    def _add(
        self, form: QFormLayout, label: str, field: QLineEdit, browse: Callable[[], None]
    ) -> None:
        name = label.replace("&", "")
        field.setAccessibleName(name)
        button = QPushButton("…")
        button.setAccessibleName(self.tr("Choose: {what}").format(what=name))
        button.setAutoDefault(False)
        button.setFixedWidth(button.sizeHint().height() + 8)
        button.clicked.connect(browse)
        row = QHBoxLayout()
        row.addWidget(field, 1)
        row.addWidget(button)
        form.addRow(label, row)
        form.labelForField(row).setBuddy(field)  # type: ignore[attr-defined]

    def _propose(self) -> None:
        """Propose a folder beside the first file, until the person names another."""
        if self._folder.text() == self._proposed and self.files():
            first = self.files()[0]
            self._proposed = str(first.parent / f"{first.stem}-collection")
            self._folder.setText(self._proposed)
        self._judge()

    def _judge(self) -> None:
        self._open.setEnabled(bool(self.files()) and bool(self._folder.text().strip()))

    def _browse_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "", "", self.tr("TEI (*.xml);;All files (*)"))
        if names:
            self._files.setText(_BETWEEN.join(names))

    def _browse_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "", self._folder.text())
        if name:
            self._folder.setText(name)
