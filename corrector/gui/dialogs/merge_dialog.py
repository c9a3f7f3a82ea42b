"""Two people changed one page: shows both, joins what does not touch, asks about the rest."""

from enum import IntEnum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from corrector.gui.panels.comparison import Comparison
from corrector.gui.wording import visible
from corrector.text.merging import Conflict, Merge

_WIDTH, _HEIGHT = 980, 680
_ROWS: Final = 6
"""Places in view at once where a choice is wanted."""


class Choice(IntEnum):
    """What the person wants done, as the dialog's result."""

    LATER = 0
    JOIN = 1
    MINE_ON_TOP = 2


class MergeDialog(QDialog):
    """Escape leaves everything as it is; both versions are safe whatever is chosen."""

    def __init__(self, parent: QWidget | None, said: str, merge: Merge) -> None:
        """Prepare the question.

        Args:
            parent: the window that it stands before.
            said: who saved what meanwhile.
            merge: both texts joined.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Saved by somebody else meanwhile"))
        self._merge = merge
        self._places = QTreeWidget()
        self.comparison = Comparison()
        column = QVBoxLayout(self)
        column.addWidget(_wrapped(said))
        if merge.conflicts:
            column.addWidget(self._label_of_places())
            column.addWidget(self._places)
            self._fill()
        column.addWidget(QLabel(self.tr("What joining changes in your text:")))
        column.addWidget(self.comparison, 1)
        column.addWidget(self._buttons())
        self._show()
        self.resize(_WIDTH, _HEIGHT)

    def text(self) -> str:
        """Return the joined text as chosen."""
        return self._merge.text(self._theirs())

    def _label_of_places(self) -> QLabel:
        said = self.tr(
            "Both of you changed these places: {count}. Ticked ones are taken from the other "
            "version, the others stay as you wrote them."
        )
        return _wrapped(said.format(count=len(self._merge.conflicts)))

    def _fill(self) -> None:
        tree = self._places
        tree.setAccessibleName(self.tr("Places that both changed"))
        tree.setRootIsDecorated(False)
        tree.setHeaderLabels([self.tr("Theirs"), self.tr("Yours"), self.tr("Before")])
        for one in self._merge.conflicts:
            tree.addTopLevelItem(_row(one))
        for column in range(tree.columnCount()):
            tree.resizeColumnToContents(column)
        tree.setCurrentIndex(tree.model().index(0, 0))
        rows = min(_ROWS, len(self._merge.conflicts)) + 2
        tree.setFixedHeight(rows * (tree.fontMetrics().lineSpacing() + 6))
        tree.itemChanged.connect(self._show)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        join = buttons.addButton(self.tr("&Join both"), role.AcceptRole)
        mine = buttons.addButton(self.tr("&Keep my text, on top of theirs"), role.ActionRole)
        later = buttons.addButton(self.tr("&Decide later"), role.RejectRole)
        join.setDefault(True)
        join.clicked.connect(lambda: self.done(Choice.JOIN))
        mine.clicked.connect(lambda: self.done(Choice.MINE_ON_TOP))
        later.clicked.connect(self.reject)
        return buttons

    def _show(self, *_: object) -> None:
        self.comparison.show_difference(self._merge.mine, self.text())

    def _theirs(self) -> frozenset[int]:
        items = (self._places.topLevelItem(row) for row in range(self._places.topLevelItemCount()))
        return frozenset(
            number
            for number, item in enumerate(items)
            if item is not None and item.checkState(0) is Qt.CheckState.Checked
        )


def _row(conflict: Conflict) -> QTreeWidgetItem:
    readings = (conflict.theirs, conflict.mine, conflict.base)
    item = QTreeWidgetItem([visible(one) or "∅" for one in readings])
    item.setCheckState(0, Qt.CheckState.Unchecked)
    return item


def _wrapped(said: str) -> QLabel:
    label = QLabel(said)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
