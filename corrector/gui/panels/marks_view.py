"""A list of marks that is worked on by key: go, change, remove; it can be narrowed."""

from collections.abc import Sequence
from enum import Enum
from typing import Any, Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from corrector.gui.panels.marks_rows import MarksRows, Row

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_OWN: Final = _ENTER | {Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Space}
_LETTERS_OF_TEXT: Final = 16


class Wish(Enum):
    """What a key in the list asks for."""

    TAKE = 1
    TAKE_ALL = 2
    EDIT = 3
    REMOVE = 4


class MarksView(QTreeView):
    """Rows of marks; keys and double clicks tell wishes."""

    wished = Signal(object, object)
    """Wish, and the mark or suggestion of the row."""
    looked_at = Signal(object)
    """The mark or suggestion of the row that the person came to."""

    def __init__(self, model: MarksRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(model)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._proxy.setFilterKeyColumn(-1)
        self.setModel(self._proxy)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(1, self.fontMetrics().averageCharWidth() * _LETTERS_OF_TEXT)
        header.resizeSection(2, self.fontMetrics().averageCharWidth() * 2 * _LETTERS_OF_TEXT)
        self.doubleClicked.connect(lambda _: self._wish(Wish.TAKE))
        self.clicked.connect(lambda _: self._look())

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows`; the current one stays, or the one that came in its place."""
        before = self.currentIndex().row()
        if self._rows.show_rows(rows) and before >= 0:
            last = self._proxy.rowCount() - 1
            self.setCurrentIndex(self._proxy.index(min(before, last), 0))

    def narrow(self, words: str) -> None:
        """Show only rows with `words` in any column."""
        self._proxy.setFilterFixedString(words.strip())

    def current(self) -> Any:  # noqa: ANN401 - a mark or a suggestion
        """Return what the current row speaks of, or None."""
        index = self.currentIndex()
        return self._rows.row(self._source_row(index)).said if index.isValid() else None

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in _OWN:
            event.accept()  # in the list its own keys win over commands of the window
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _ENTER:
            self._wish(Wish.TAKE_ALL if shift else Wish.TAKE)
        elif event.key() == Qt.Key.Key_Space:
            self._wish(Wish.TAKE)
        elif event.key() == Qt.Key.Key_F2:
            self._wish(Wish.EDIT)
        elif event.key() == Qt.Key.Key_Delete:
            self._wish(Wish.REMOVE)
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self._look()

    def _wish(self, wish: Wish) -> None:
        said = self.current()
        if said is not None:
            self.wished.emit(wish, said)

    def _look(self) -> None:
        said = self.current()
        if said is not None:
            self.looked_at.emit(said)

    def _source_row(self, index: QModelIndex | QPersistentModelIndex) -> int:
        return self._proxy.mapToSource(index).row()
