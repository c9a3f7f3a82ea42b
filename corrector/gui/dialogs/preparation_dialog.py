"""Asks what is done to a scan before it is read."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

_WIDTH: Final = 460


class PreparationDialog(QDialog):
    """A list of ways; Enter takes the chosen one, Escape leaves all as it is."""

    def __init__(self, parent: QWidget | None, ways: Sequence[tuple[str, str]], now: str) -> None:
        """Show the ways.

        Args:
            parent: whose dialog it is.
            ways: name and title of each, the usual one first.
            now: the name of the one that holds; the first is chosen where there is none such.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preparation of scans"))
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Ways to prepare a scan"))
        self._list.setUniformItemSizes(True)
        for name, title in ways:
            item = QListWidgetItem(title[:1].upper() + title[1:], self._list)
            item.setData(Qt.ItemDataRole.UserRole, name)
        names = [name for name, _ in ways]
        self._list.setCurrentRow(names.index(now) if now in names else 0)
        self._list.itemActivated.connect(lambda _: self.accept())
        self._build()
        self._list.setFocus()

    def name(self) -> str:
        """Return the name of the chosen way."""
        return str(self._list.currentItem().data(Qt.ItemDataRole.UserRole))

    def title(self) -> str:
        """Return what the chosen way is called."""
        return self._list.currentItem().text()

    def _build(self) -> None:
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        label = QLabel(self.tr("&What is done to a scan before it is read:"))
        label.setBuddy(self._list)
        explained = QLabel(
            self.tr(
                "Scans themselves are never changed. The first way reads a page that looks poor "
                "several times and joins the best of it; that takes up to four times as long. The "
                "choice holds until another is made; each reading tells how it was made."
            )
        )
        explained.setWordWrap(True)
        column = QVBoxLayout(self)
        for part in (label, self._list, explained, buttons):
            column.addWidget(part)
        self._list.setMinimumHeight(
            self._list.sizeHintForRow(0) * self._list.count() + 2 * self._list.frameWidth()
        )
        self.setMinimumWidth(_WIDTH)
