"""All keys on one page, findable by typing."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from corrector.gui.dialogs.filtered_list import FilteredList

_WIDTH, _HEIGHT = 600, 520


class HelpDialog(QDialog):
    """What each key does."""

    def __init__(self, parent: QWidget | None = None, *, keys: Sequence[tuple[str, str]]) -> None:
        """Prepare the list.

        Args:
            parent: the window that it stands before.
            keys: what is done, and the keys for it in words.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        rows = FilteredList(list(keys), (self.tr("What it does"), self.tr("Keys")))
        rows.name_parts(self.tr("Type a key or a part of what it does"), self.tr("Keys"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(rows, 1)
        column.addWidget(buttons)
        self.resize(_WIDTH, _HEIGHT)
        rows.setFocus()
