"""Asks what is to be exported: format, profile, how much of the collection, and where to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

_WIDTH = 520


class Scope(Enum):
    """How much is exported."""

    PAGE = "page"
    DOCUMENT = "document"
    COLLECTION = "collection"


@dataclass(frozen=True, slots=True)
class OfferedFormat:
    """A format that can be chosen.

    Attributes:
        name: by which the program knows it.
        title: what the person reads.
        profiles: name and title of each of its kinds, the usual one first.
        whole: it is always of the whole collection.
    """

    name: str
    title: str
    profiles: Sequence[tuple[str, str]] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class ExportAnswer:
    """What is to be exported; the profile is empty where the format has none."""

    format: str
    profile: str
    scope: Scope
    folder: Path


def _folder_by_window(parent: QWidget, start: str) -> str:
    return QFileDialog.getExistingDirectory(parent, "", start)


class ExportDialog(QDialog):
    """Export; the button is called so only when a folder is named."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        formats: Sequence[OfferedFormat],
        scopes: Mapping[Scope, str],
        folder: Path,
        choose_folder: Callable[[QWidget, str], str] = _folder_by_window,
    ) -> None:
        """Prepare the question.

        Args:
            parent: the window that it stands before.
            formats: what can be chosen, the usual one first; at least one.
            scopes: what each scope means here, such as the label of the page; those left out
                cannot be chosen.
            folder: where it is proposed to write to.
            choose_folder: asks for a folder, given the one to start from; empty when cancelled.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._formats = tuple(formats)
        self._choose_folder = choose_folder
        self._format, self._profile = QComboBox(), QComboBox()
        self._scopes = {scope: QRadioButton() for scope in Scope}
        self._folder = QLineEdit(str(folder))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._export = self._buttons.addButton(
            self.tr("E&xport"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._name_scopes(scopes)
        self._build()
        self._show_profiles()

    def answer(self) -> ExportAnswer:
        """Return what was chosen."""
        scope = next(scope for scope, button in self._scopes.items() if button.isChecked())
        return ExportAnswer(
            format=self._formats[self._format.currentIndex()].name,
            profile=self._profile.currentData() or "",
            scope=scope,
            folder=Path(self._folder.text().strip()),
        )

    def _name_scopes(self, offered: Mapping[Scope, str]) -> None:
        texts = {
            Scope.PAGE: self.tr("This &page: {name}"),
            Scope.DOCUMENT: self.tr("This &document: {name}"),
            Scope.COLLECTION: self.tr("The whole &collection: {name}"),
        }
        for scope, button in self._scopes.items():
            name = offered.get(scope, "").replace("&", "&&")
            button.setText(texts[scope].format(name=name))
            button.setVisible(scope in offered)
        first = next(scope for scope in Scope if scope in offered)
        self._scopes[first].setChecked(True)

    def _build(self) -> None:
        for entry in self._formats:
            self._format.addItem(entry.title)
        self._format.currentIndexChanged.connect(self._show_profiles)
        self._folder.textChanged.connect(lambda text: self._export.setEnabled(bool(text.strip())))
        browse = QPushButton(self.tr("&Browse …"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        where, how_much = QHBoxLayout(), QVBoxLayout()
        where.addWidget(self._folder, 1)
        where.addWidget(browse)
        for button in self._scopes.values():
            how_much.addWidget(button)
        form = QFormLayout()
        form.addRow(self.tr("&Format"), self._format)
        form.addRow(self.tr("P&rofile"), self._profile)
        form.addRow(self.tr("How much"), how_much)
        form.addRow(self.tr("&To folder"), where)
        form.labelForField(where).setBuddy(self._folder)  # type: ignore[attr-defined]
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self._buttons)
        self._export.setDefault(True)  # known only once it stands in the dialog
        self.setMinimumWidth(_WIDTH)

    def _show_profiles(self) -> None:
        self._profile.clear()
        for name, title in self._formats[self._format.currentIndex()].profiles:
            self._profile.addItem(title, name)
        self._profile.setEnabled(self._profile.count() > 1)
        self._limit_scopes(whole=self._formats[self._format.currentIndex()].whole)

    def _limit_scopes(self, *, whole: bool) -> None:
        """Leave only the collection to be chosen where there is no other way."""
        for scope, button in self._scopes.items():
            button.setEnabled(not whole or scope is Scope.COLLECTION)
        if whole:
            self._scopes[Scope.COLLECTION].setChecked(True)

    def _browse(self) -> None:
        chosen = self._choose_folder(self, self._folder.text())
        if chosen:
            self._folder.setText(chosen)
