"""Compares the text of a page with any version, with a reading, or with the draft."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from corrector.gui.panels.comparison import Comparison

_WIDTH, _HEIGHT = 1080, 700


@dataclass(frozen=True, slots=True)
class Side:
    """A text that can be compared: what it is called, and the text itself."""

    title: str
    text: str
    proposal: bool = False


class CompareDialog(QDialog):
    """Shows what differs between two texts of a page."""

    proposal_wanted = Signal(str)
    """The text of a reading that the person wants taken over."""

    def __init__(
        self, parent: QWidget | None, *, sides: Sequence[Side], old: int, new: int, writable: bool
    ) -> None:
        """Prepare the comparison.

        Args:
            parent: the window that it stands before.
            sides: all texts that can be compared.
            old: index of the side shown as before.
            new: index of the side shown as after.
            writable: whether a proposal may be taken over.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare"))
        self._sides, self._writable = tuple(sides), writable
        self._old, self._new = QComboBox(), QComboBox()
        self.comparison = Comparison()
        self._take = QPushButton(self.tr("&Take over the reading, keeping what persons settled"))
        self._build()
        self._old.setCurrentIndex(old)
        self._new.setCurrentIndex(new)
        self._show()
        self.resize(_WIDTH, _HEIGHT)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the difference, in the layout that was chosen by now."""
        super().showEvent(event)
        if not event.spontaneous():
            self.comparison.setFocus()

    def readings(self) -> tuple[str, str]:
        """Return the words of the difference that is looked at, before and after."""
        return self.comparison.readings()

    def _build(self) -> None:
        for box in (self._old, self._new):
            box.addItems([side.title for side in self._sides])
            box.currentIndexChanged.connect(self._show)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._take, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self._take.clicked.connect(self._take_over)
        form = QFormLayout()
        form.addRow(self.tr("&Before"), self._old)
        form.addRow(self.tr("&After"), self._new)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.comparison, 1)
        column.addWidget(buttons)

    def _show(self) -> None:
        old, new = self._sides[self._old.currentIndex()], self._sides[self._new.currentIndex()]
        self.comparison.show_difference(old.text, new.text)
        self._take.setVisible(new.proposal and self._writable)

    def _take_over(self) -> None:
        self.accept()
        self.proposal_wanted.emit(self._sides[self._new.currentIndex()].text)
