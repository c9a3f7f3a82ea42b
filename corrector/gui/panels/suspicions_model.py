"""The suspicions of a page as rows of a table, for item views."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPixmap

from corrector.gui.text.explanation import REASONS, explanation
from corrector.gui.text.kind_looks import kind_name, kind_picture
from corrector.gui.text.offered import reading_shown
from corrector.gui.text.strength import strength_of
from corrector.gui.wording import visible, worded
from corrector.suspicion.findings import Suspicion
from corrector.tasks.kinds import kind_of

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_NAMED: Final = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)
"""Roles in which a column says its title; the narrow one does so only when asked."""
_OF_SIGN: Final = frozenset({Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.AccessibleTextRole})


class Column(IntEnum):
    """What the columns show."""

    STRENGTH = 0
    TOKEN = 1
    CANDIDATE = 2
    REASON = 3


class SuspicionsModel(QAbstractTableModel):
    """One row for each suspicion, in order of the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Suspicion, ...] = ()
        self._fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)

    def show_suspicions(self, suspicions: Sequence[Suspicion]) -> None:
        """Show these suspicions instead of what was shown.

        Rows whose token is listed still stay where they are, so that the view neither scrolls nor
        paints what is as it was: while somebody types, that is all or nearly all.
        """
        rows = tuple(suspicions)
        kept = _both_begin_with(self._rows, rows)
        kept_behind = _both_begin_with(self._rows[kept:][::-1], rows[kept:][::-1])
        if not kept and not kept_behind:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before = self._put_between(kept, kept_behind, rows)
        pairs = enumerate(zip(before, rows, strict=True))
        differing = [row for row, (one, other) in pairs if not _look_alike(one, other)]
        if differing:  # told once: the view asks for the width of a column each time
            corner = self.index(differing[-1], len(Column) - 1)
            self.dataChanged.emit(self.index(differing[0], 0), corner)

    def _put_between(
        self, kept: int, kept_behind: int, rows: tuple[Suspicion, ...]
    ) -> tuple[Suspicion, ...]:
        """Take `rows`, of which some stand at both ends; return them with those as they were."""
        first, last = self._rows[:kept], self._rows[len(self._rows) - kept_behind :]
        if len(first) + len(last) < len(self._rows):
            self.beginRemoveRows(_NOWHERE, kept, len(self._rows) - kept_behind - 1)
            self._rows = first + last
            self.endRemoveRows()
        new = rows[kept : len(rows) - kept_behind]
        if new:
            self.beginInsertRows(_NOWHERE, kept, kept + len(new) - 1)
            self._rows = rows
            self.endInsertRows()
        self._rows = rows
        return first + new + last

    def suspicion(self, row: int) -> Suspicion:
        """Return the suspicion of a row."""
        return self._rows[row]

    def rows(self) -> tuple[Suspicion, ...]:
        """Return all suspicions shown."""
        return self._rows

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's signature
        if orientation != Qt.Orientation.Horizontal or role not in _NAMED:
            return None
        titles = {
            Column.STRENGTH: self.tr("Strength and kind"),
            Column.TOKEN: self.tr("In the text"),
            Column.CANDIDATE: self.tr("Perhaps"),
            Column.REASON: self.tr("Why"),
        }
        narrow = section == Column.STRENGTH and role == Qt.ItemDataRole.DisplayRole
        return "" if narrow else titles[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        suspicion, column = self._rows[index.row()], Column(index.column())
        if column is Column.STRENGTH and role in _OF_SIGN:
            return _sign(suspicion, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(suspicion, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return explanation(suspicion)
        if role == Qt.ItemDataRole.FontRole and column in {Column.TOKEN, Column.CANDIDATE}:
            return self._fixed
        return None


def _both_begin_with(some: Sequence[Suspicion], others: Sequence[Suspicion]) -> int:
    """Return how many suspicions at the beginning of both are about the same tokens."""
    pairs = enumerate(zip(some, others, strict=False))
    differing = (at for at, (one, other) in pairs if one.text != other.text)
    return next(differing, min(len(some), len(others)))


def _look_alike(one: Suspicion, other: Suspicion) -> bool:
    """Tell whether two suspicions of the same token differ in nothing but where it stands."""
    return (one.score, one.reasons, one.suggestions) == (
        other.score,
        other.reasons,
        other.suggestions,
    )


def _sign(suspicion: Suspicion, role: int) -> QPixmap | str:
    """Return the sign of the kind, or both strength and kind in words."""
    kind = kind_of(suspicion)
    if role == Qt.ItemDataRole.DecorationRole:
        return kind_picture(kind, QGuiApplication.palette())
    return f"{strength_of(suspicion.score).word()}, {kind_name(kind)}"


def _shown(suspicion: Suspicion, column: Column) -> str:
    if column is Column.STRENGTH:
        return strength_of(suspicion.score).sign
    if column is Column.TOKEN:
        return visible(suspicion.text)
    if column is Column.CANDIDATE:
        first = next(iter(suspicion.suggestions), None)
        if first is None:
            return ""
        return reading_shown(first) if first.text else "∅"
    first_reason = next(iter(suspicion.reasons), None)
    return worded(first_reason.message, REASONS) if first_reason else ""
