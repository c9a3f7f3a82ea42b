"""The lines of a proposal as a list, one row a line, told in words to screen readers."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from corrector.gui.proposals.course import Course
from corrector.gui.wording import visible
from corrector.messages import filled
from corrector.tasks.proposed import ProposedLine


class ProposalModel(QAbstractListModel):
    """Shows the open lines of a course."""

    def __init__(self, course: Course, parent: QObject) -> None:
        super().__init__(parent)
        self._course = course

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._course.lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        if not 0 <= index.row() < len(self._course.lines):
            return None
        line = self._course.lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words(line)
        return None

    def begin_again(self) -> None:
        """Hear that the lines are others."""
        self.beginResetModel()
        self.endResetModel()

    def _words(self, line: ProposedLine) -> str:
        said = self.tr("line {number}: now “{old}”, read anew “{new}”")
        if any(change.locked for change in line.changes):
            said += self.tr(", in part locked")
        old, new = visible(line.old), visible(line.new)
        return filled(said, {"number": line.number + 1, "old": old, "new": new})
