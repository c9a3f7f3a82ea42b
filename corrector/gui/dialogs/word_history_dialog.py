"""Who changed this word, when and why, as a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from corrector.messages import filled

_WIDTH, _HEIGHT = 900, 360


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that happened to the word, in the person's words.

    Attributes:
        version: its number, or that it is unsaved.
        time: when.
        author: who.
        old, new: the readings.
        why: cause and certainty.
        origin: how it came to be.
        remarks: note and evidence.
    """

    version: str
    time: str
    author: str
    old: str
    new: str
    why: str
    origin: str
    remarks: str

    def cells(self) -> list[str]:
        """Return what the columns show."""
        return [
            self.version, self.old, self.new, self.author, self.time, self.why, self.origin,
            self.remarks,
        ]  # fmt: skip


class WordHistoryDialog(QDialog):
    """The latest on top; Escape closes it."""

    def __init__(
        self, parent: QWidget | None, word: str, rows: Sequence[Row], marks: Sequence[str]
    ) -> None:
        """Prepare the list.

        Args:
            parent: the window that it stands before.
            word: as it is read now.
            rows: what happened to it, the latest first.
            marks: what is said of it now, such as that somebody confirmed it.
        """
        super().__init__(parent)
        self.setWindowTitle(filled(self.tr("History of “{word}”"), {"word": word}))
        tree = QTreeWidget()
        tree.setRootIsDecorated(False)
        tree.setAccessibleName(self.tr("What happened to this word, the latest first"))
        tree.setHeaderLabels(
            [
                self.tr("Version"), self.tr("Before"), self.tr("After"), self.tr("Who"),
                self.tr("Time"), self.tr("Why"), self.tr("How"), self.tr("Note and evidence"),
            ]
        )  # fmt: skip
        for row in rows:
            item = QTreeWidgetItem(row.cells())
            item.setToolTip(tree.columnCount() - 1, row.remarks)
            tree.addTopLevelItem(item)
        for column in range(tree.columnCount() - 1):
            tree.resizeColumnToContents(column)
        tree.setCurrentIndex(tree.model().index(0, 0))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column_of_parts = QVBoxLayout(self)
        if marks:
            column_of_parts.addWidget(QLabel("\n".join(marks)))
        column_of_parts.addWidget(tree, 1)
        column_of_parts.addWidget(buttons)
        self.resize(_WIDTH, _HEIGHT)
        tree.setFocus()
