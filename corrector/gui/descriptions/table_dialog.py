"""Shows what a table would change in what is said of documents, before it does."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)

from corrector.gui.descriptions.form import field_words
from corrector.tasks.describing import TableChange

_SIZE = (760, 460)


class TableDialog(QDialog):
    """Enter takes all of it, Escape nothing."""

    def __init__(self, parent: QWidget | None, name: str, changes: Sequence[TableChange]) -> None:
        """Prepare the question.

        Args:
            parent: what it stands before.
            name: of the table's file.
            changes: what would be changed.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import a table"))
        self._names, self._list = QStringListModel(self._lines(changes), self), QListView()
        self._list.setModel(self._names)
        self._list.setUniformItemSizes(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setAccessibleName(self.tr("What will change"))
        self._list.setCurrentIndex(self._names.index(0))
        documents = len({change.document.key for change in changes})
        said = self.tr("“{file}” changes values: {count}, of documents: {documents}.")
        if not changes:
            said = self.tr("“{file}” says nothing that the collection does not say already.")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        take = buttons.addButton(self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setEnabled(bool(changes))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(said.format(file=name, count=len(changes), documents=documents)))
        column.addWidget(self._list, 1)
        column.addWidget(buttons)
        take.setDefault(True)
        self.resize(*_SIZE)

    def lines(self) -> Sequence[str]:
        """Return what is shown."""
        return self._names.stringList()

    def _lines(self, changes: Sequence[TableChange]) -> list[str]:
        new = self.tr("{document} · {field}: {new}")
        other = self.tr("{document} · {field}: {old} → {new}")
        return [
            (other if change.old else new).format(
                document=change.document.label,
                field=field_words(change.field),
                old=_one_line(change.old),
                new=_one_line(change.new),
            )
            for change in changes
        ]


def _one_line(text: str) -> str:
    return " ".join(text.split())
