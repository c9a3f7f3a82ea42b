"""A field above a list: what is typed narrows the list, the arrow keys walk through it."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from corrector.gui.titled_rows import Index, TitledRows

_WALKING: Final = frozenset(
    {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}
)


class FilteredList(QWidget):
    """Rows of short texts; `chosen` tells the row, counted in the rows that were given."""

    chosen = Signal(int)

    def __init__(
        self,
        rows: Sequence[Sequence[str]],
        titles: Sequence[str],
        parent: QWidget | None = None,
        *,
        icons: Sequence[QIcon] = (),
    ) -> None:
        super().__init__(parent)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(_Rows(rows, titles, icons, self))
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._proxy.setFilterKeyColumn(-1)
        self._field, self._view = _WalkingField(), QTreeView()
        self._field.walked.connect(self._walk)
        self._field.textChanged.connect(self._narrow)
        self._field.returnPressed.connect(self._choose)
        self._prepare_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)
        column.addWidget(self._view, 1)
        self.setFocusProxy(self._field)
        self._narrow("")

    def name_parts(self, field: str, rows: str) -> None:
        """Name the field and the list for screen readers; the field also shows its name."""
        self._field.setAccessibleName(field)
        self._field.setPlaceholderText(field)
        self._view.setAccessibleName(rows)

    def typed(self) -> str:
        """Return what narrows the list now."""
        return self._field.text()

    def current(self) -> int | None:
        """Return the row that Enter would choose, counted in the rows that were given."""
        index = self._view.currentIndex()
        return self._proxy.mapToSource(index).row() if index.isValid() else None

    def show_typed(self, typed: str, row: int | None) -> None:
        """Narrow the list by `typed` and go to a row, counted in the rows that were given."""
        self._field.setText(typed)
        if row is not None:
            source = self._proxy.sourceModel().index(row, 0)
            self._view.setCurrentIndex(self._proxy.mapFromSource(source))

    def _prepare_view(self) -> None:
        view = self._view
        view.setModel(self._proxy)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.activated.connect(lambda _index: self._choose())

    def _narrow(self, typed: str) -> None:
        self._proxy.setFilterFixedString(typed.strip())
        # What begins with the typed letters is more likely meant than what only has them inside.
        beginning = self._proxy.match(
            self._proxy.index(0, 0),
            Qt.ItemDataRole.DisplayRole,
            typed.strip(),
            1,
            Qt.MatchFlag.MatchStartsWith,
        )
        self._view.setCurrentIndex(next(iter(beginning), self._proxy.index(0, 0)))

    def _walk(self, event: QKeyEvent) -> None:
        QApplication.sendEvent(self._view, event)

    def _choose(self) -> None:
        row = self.current()
        if row is not None:
            self.chosen.emit(row)


class _WalkingField(QLineEdit):
    """Hands the keys that walk through a list on to it."""

    walked = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _WALKING:
            self.walked.emit(event)
        else:
            super().keyPressEvent(event)


class _Rows(TitledRows):
    """Fixed rows of texts."""

    def __init__(
        self,
        rows: Sequence[Sequence[str]],
        titles: Sequence[str],
        icons: Sequence[QIcon],
        parent: QObject,
    ) -> None:
        super().__init__(titles, rows, parent)
        self._icons = icons

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if index.isValid() and role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DecorationRole and self._icons and not index.column():
            return self._icons[index.row()]
        return None
