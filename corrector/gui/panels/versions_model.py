"""The versions of a page as a tree: each version, and below it its corrections."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from corrector.gui.wording import local_time, visible, word
from corrector.record.entries import Certainty, Correction, Version

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_OF_VERSION: Final = 0
"""The inner id of a version's row; a correction's is its version's row + 1."""


class Column(IntEnum):
    """What the columns show of a version; a correction has the whole row for its sentence."""

    NUMBER = 0
    ORIGIN = 1
    CORRECTIONS = 2
    TIME = 3
    PERSON = 4
    NOTE = 5


class VersionsModel(QAbstractItemModel):
    """Versions, newest first, with their corrections in order of the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._versions: tuple[Version, ...] = ()

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Show these versions instead of what was shown."""
        self.beginResetModel()
        self._versions = tuple(sorted(versions, key=lambda version: -version.number))
        self.endResetModel()

    def version(self, index: Index) -> Version:
        """Return the version of a row, or the one that a correction's row belongs to."""
        inner = index.internalId()
        return self._versions[index.row() if inner == _OF_VERSION else inner - 1]

    def numbered(self, number: int | None) -> Version | None:
        """Return the version `number`, or None."""
        return next((version for version in self._versions if version.number == number), None)

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        inner = parent.row() + 1 if parent.isValid() else _OF_VERSION
        return self.createIndex(row, column, inner)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == _OF_VERSION:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _OF_VERSION)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._versions)
        if parent.internalId() != _OF_VERSION or parent.column() != 0:
            return 0
        return len(self._versions[parent.row()].corrections)

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
        version, column = self.version(index), Column(index.column())
        correction = None
        if index.internalId() != _OF_VERSION:
            correction = version.corrections[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return correction_line(correction) if correction else _of(version, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            note, evidence = (correction or version).note, (correction or version).evidence
            return "\n".join(part for part in (note, evidence) if part) or None
        return None


def _of(version: Version, column: Column) -> str:
    shown = {
        Column.NUMBER: str(version.number),
        Column.TIME: local_time(version.time),
        Column.PERSON: version.author.name,
        Column.ORIGIN: word(version.origin),
        Column.CORRECTIONS: str(len(version.corrections)),
        Column.NOTE: version.note or version.evidence,
    }
    return shown[column]


def correction_line(correction: Correction) -> str:
    """Return a correction in one line: old → new, cause, certainty where it was said."""
    old, new = visible(correction.old) or "∅", visible(correction.new) or "∅"
    said = [word(correction.cause)]
    if correction.certainty is not Certainty.UNKNOWN:
        certainty = QCoreApplication.translate("Words", "certainty: {certainty}")
        said.append(certainty.format(certainty=word(correction.certainty)))
    return f"{old} → {new}   {', '.join(said)}"
