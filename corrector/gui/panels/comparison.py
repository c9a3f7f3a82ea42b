"""Two texts compared: inline or side by side, by word or character, from change to change."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from corrector.gui.panels.difference_view import DifferenceView
from corrector.gui.panels.side_by_side import SideBySide
from corrector.text.differences import Unit, differences, whole_words

_INLINE: Final = 0
_BESIDE: Final = 1


class Comparison(QWidget):
    """Shows a difference as the person likes to see it."""

    manner_changed = Signal(bool, object)
    """Whether side by side, and Unit; to be remembered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = ("", "")
        self._inline, self._beside = DifferenceView(shortened=False), SideBySide()
        self._stack = QStackedWidget()
        self._layout, self._unit = QComboBox(), QComboBox()
        self._previous = QPushButton(self.tr("&Previous"))
        self._next = QPushButton(self.tr("&Next"))
        self._count = QLabel()
        self._build()

    @property
    def view(self) -> DifferenceView | SideBySide:
        """The view that is seen now."""
        return self._beside if self._stack.currentIndex() == _BESIDE else self._inline

    def use_manner(self, *, beside: bool, unit: Unit) -> None:
        """Show differences in this manner from now on."""
        self._layout.setCurrentIndex(_BESIDE if beside else _INLINE)
        self._unit.setCurrentIndex(self._unit.findData(unit))

    def use_actions(self, following: QAction, previous: QAction) -> None:
        """Let the keys of these commands be told on the buttons."""
        self._next.setToolTip(following.shortcut().toString())
        self._previous.setToolTip(previous.shortcut().toString())

    def show_difference(self, old: str, new: str) -> None:
        """Show how `old` became `new`."""
        self._texts = (old, new)
        self._refresh()

    def readings(self) -> tuple[str, str]:
        """Return the words of the difference looked at, or of the first, before and after."""
        at, (old, new) = max(self.view.at, 0), self._texts
        codes = differences(old, new, Unit(self._unit.currentData()))
        changed = [code for code in codes if code[0] != "equal"]
        if at >= len(changed):
            return "", ""
        _, start, end, new_start, new_end = changed[at]
        return whole_words(old, start, end), whole_words(new, new_start, new_end)

    def step(self, by: int) -> None:
        """Look at the next difference, or the one before."""
        self.view.step(by)

    def _build(self) -> None:
        self._layout.addItems([self.tr("Inline"), self.tr("Side by side")])
        self._unit.addItem(self.tr("By character"), Unit.CHARACTER)
        self._unit.addItem(self.tr("By word"), Unit.WORD)
        self._layout.setAccessibleName(self.tr("Layout of the comparison"))
        self._unit.setAccessibleName(self.tr("What is compared as a whole"))
        self._stack.addWidget(self._inline)
        self._stack.addWidget(self._beside)
        for box in (self._layout, self._unit):
            box.activated.connect(self._tell_manner)
            box.currentIndexChanged.connect(self._refresh)
        self._next.clicked.connect(lambda: self.step(1))
        self._previous.clicked.connect(lambda: self.step(-1))
        self._inline.moved.connect(self._show_count)
        self._beside.moved.connect(self._show_count)
        row = QHBoxLayout()
        left: tuple[QWidget, ...] = (self._layout, self._unit)
        right: tuple[QWidget, ...] = (self._count, self._previous, self._next)
        for part in left:
            row.addWidget(part)
        row.addStretch(1)
        for part in right:
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _refresh(self) -> None:
        self._stack.setCurrentIndex(self._layout.currentIndex())
        self.setFocusProxy(self.view)
        self.view.show_difference(*self._texts, Unit(self._unit.currentData()))

    def _tell_manner(self) -> None:
        beside = self._layout.currentIndex() == _BESIDE
        self.manner_changed.emit(beside, Unit(self._unit.currentData()))

    def _show_count(self) -> None:
        view = self.view
        self._next.setEnabled(view.at < view.count - 1)
        self._previous.setEnabled(view.at > 0)
        if view.at < 0:
            self._count.setText(self.tr("Differences: {count}").format(count=view.count))
        else:
            said = self.tr("Difference {number} of {count}")
            self._count.setText(said.format(number=view.at + 1, count=view.count))
