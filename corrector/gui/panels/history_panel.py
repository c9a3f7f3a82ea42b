"""The history of a page: versions, their corrections, what was changed, restore and compare."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from corrector.gui.panels.difference_view import DifferenceView
from corrector.gui.panels.versions_model import VersionsModel
from corrector.record.entries import Version

_MARGIN: Final = 4


class HistoryPanel(QWidget):
    """Lists versions; the chosen one is shown against its predecessor."""

    restore_wanted = Signal(int)
    """The number of the version whose text is to come back, as a new version."""
    compare_wanted = Signal(int, int)
    """Two version numbers, the older one first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = VersionsModel(self)
        self._view = QTreeView()
        self._difference = DifferenceView()
        self._restore = QPushButton(self.tr("&Restore this version"))
        self._compare = QPushButton(self.tr("&Compare"))
        self._prepare_view()
        self._build()
        self._show_chosen()

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Show the history of a page; the newest version is chosen."""
        self._model.show_versions(versions)
        self._give_corrections_the_whole_row()
        for column in range(self._model.columnCount() - 1):
            self._view.resizeColumnToContents(column)
        self._view.setCurrentIndex(self._model.index(0, 0))
        self._show_chosen()

    def step(self, by: int) -> None:
        """Look at the next difference shown, or the one before."""
        self._difference.step(by)

    def chosen(self) -> tuple[int, ...]:
        """Return the numbers of the chosen versions, oldest first."""
        rows = self._view.selectionModel().selectedRows()
        return tuple(sorted({self._model.version(index).number for index in rows}))

    def _prepare_view(self) -> None:
        view = self._view
        view.setModel(self._model)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setAccessibleName(self.tr("Versions of this page"))
        view.selectionModel().selectionChanged.connect(self._show_chosen)

    def _build(self) -> None:
        self._restore.clicked.connect(lambda: self.restore_wanted.emit(self.chosen()[0]))
        self._compare.clicked.connect(lambda: self.compare_wanted.emit(*self._compared()))
        buttons = QHBoxLayout()
        buttons.addWidget(self._restore)
        buttons.addWidget(self._compare)
        buttons.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self._view)
        splitter.addWidget(self._difference)
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addWidget(splitter, 1)
        column.addLayout(buttons)
        self.setFocusProxy(self._view)

    def _compared(self) -> tuple[int, int]:
        """Return the two chosen versions, or the one chosen and its predecessor."""
        numbers = self.chosen()
        if len(numbers) > 1:
            return numbers[0], numbers[-1]
        version = self._model.numbered(numbers[0])
        parent = version.parent if version is not None else None
        return (numbers[0] if parent is None else parent), numbers[0]

    def _show_chosen(self) -> None:
        numbers = self.chosen()
        self._restore.setEnabled(len(numbers) == 1)
        self._compare.setEnabled(bool(numbers) and len(set(self._compared())) > 1)
        if not numbers:
            self._difference.forget()
            return
        older, newer = (self._model.numbered(number) for number in self._compared())
        if older is not None and newer is not None:
            text = "" if older is newer else older.text
            self._difference.show_difference(text, newer.text)

    def _give_corrections_the_whole_row(self) -> None:
        for row in range(self._model.rowCount()):
            version = self._model.index(row, 0)
            for below in range(self._model.rowCount(version)):
                self._view.setFirstColumnSpanned(below, version, True)
