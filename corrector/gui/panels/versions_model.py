"""The history of a page as a tree: versions and statuses, below a version what was corrected."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from corrector.gui.panels.history_lines import Entry, Line, history_entries
from corrector.record.entries import Version
from corrector.record.remarks import Note, StatusChange

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_OF_ENTRY: Final = 0
"""The inner id of a version's or status's row; a line's is the row of its version + 1."""


class Column(IntEnum):
    """What the columns show of a version; a correction has the whole row for its sentence."""

    NUMBER = 0
    ORIGIN = 1
    CORRECTIONS = 2
    TIME = 3
    PERSON = 4
    NOTE = 5


class VersionsModel(QAbstractItemModel):
    """Versions and statuses, latest first; below a version its corrections and notes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def show_history(
        self,
        versions: Sequence[Version],
        notes: Sequence[Note] = (),
        statuses: Sequence[StatusChange] = (),
    ) -> None:
        """Show this history instead of what was shown."""
        self.beginResetModel()
        self._entries = history_entries(versions, notes, statuses)
        self.endResetModel()

    def version(self, index: Index) -> Version | None:
        """Return the version of a row, or the one that a line belongs to; None for a status."""
        return self._entry(index).version

    def place(self, index: Index) -> tuple[int, int | None] | None:
        """Return the version and the correction that a row speaks of, or None for a status."""
        version = self.version(index)
        if version is None:
            return None
        of_entry = index.internalId() == _OF_ENTRY
        return version.number, None if of_entry else self._line(index).correction

    def numbered(self, number: int | None) -> Version | None:
        """Return the version `number`, or None."""
        found = (one.version for one in self._entries)
        return next((one for one in found if one is not None and one.number == number), None)

    def index_of(self, number: int, correction: int | None = None) -> QModelIndex:
        """Return where a version stands, or one of its corrections."""
        for row, entry in enumerate(self._entries):
            if entry.version is not None and entry.version.number == number:
                above = self.index(row, 0)
                for below, line in enumerate(entry.lines):
                    if correction is not None and line.correction == correction:
                        return self.index(below, 0, above)
                return above
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        inner = parent.row() + 1 if parent.isValid() else _OF_ENTRY
        return self.createIndex(row, column, inner)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == _OF_ENTRY:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _OF_ENTRY)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._entries)
        if parent.internalId() != _OF_ENTRY or parent.column() != 0:
            return 0
        return len(self._entries[parent.row()].lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        del parent
        return len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's signature
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = {
            Column.NUMBER: self.tr("No."),
            Column.ORIGIN: self.tr("How"),
            Column.CORRECTIONS: self.tr("Changes"),
            Column.TIME: self.tr("Time"),
            Column.PERSON: self.tr("Who"),
            Column.NOTE: self.tr("Note"),
        }
        return titles[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        line = None if index.internalId() == _OF_ENTRY else self._line(index)
        entry = self._entry(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.cells[index.column()] if line is None else line.text
        if role == Qt.ItemDataRole.ToolTipRole:
            if line is None:
                return entry.tip or None
            return "\n".join(part for part in (line.text, line.tip) if part)
        return None

    def _entry(self, index: Index) -> Entry:
        inner = index.internalId()
        return self._entries[index.row() if inner == _OF_ENTRY else inner - 1]

    def _line(self, index: Index) -> Line:
        return self._entry(index).lines[index.row()]
