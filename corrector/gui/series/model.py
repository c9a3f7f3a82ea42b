"""The places of a series as a list, one row a place, told in words to screen readers."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from corrector.gui.series.ticking import Row, Ticking
from corrector.gui.wording import visible, word

_Index = QModelIndex | QPersistentModelIndex


class SeriesModel(QAbstractListModel):
    """Shows what is found and ticked."""

    def __init__(self, ticking: Ticking, parent: QObject) -> None:
        super().__init__(parent)
        self._ticking = ticking
        self._shown = 0

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._shown

    def data(self, index: _Index, role: int = 0) -> object:
        if not 0 <= index.row() < self._shown:
            return None
        row = self._ticking.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = self._ticking.is_ticked(index.row())
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words(index.row(), row)
        return None

    def show_more(self) -> None:
        """Hear that more places were found behind those that are shown."""
        if len(self._ticking.rows) > self._shown:
            self.beginInsertRows(QModelIndex(), self._shown, len(self._ticking.rows) - 1)
            self._shown = len(self._ticking.rows)
            self.endInsertRows()

    def begin_again(self) -> None:
        """Hear that the places are others."""
        self.beginResetModel()
        self._shown = len(self._ticking.rows)
        self.endResetModel()

    def say_ticks(self, first: int = 0, last: int = -1) -> None:
        """Hear that ticks of the rows from `first` to `last` changed; of all unless given."""
        end = last if last >= 0 else self._shown - 1
        if self._shown:
            self.dataChanged.emit(self.index(first), self.index(end))

    def _words(self, at: int, row: Row) -> str:
        said = (
            self.tr("ticked, {page}, line {line}: {text}")
            if self._ticking.is_ticked(at)
            else self.tr("not ticked, {page}, line {line}: {text}")
        )
        place = row.place
        text = visible(place.line_span.of(row.found.text))
        said = said.format(page=row.found.page.label, line=place.line + 1, text=text)
        return said if place.settled is None else f"{said} ({word(place.settled)})"
