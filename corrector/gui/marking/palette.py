"""Every editorial mark by its name: type a part, Enter sets it, Alt and a digit gives a key."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from corrector.gui.dialogs.filtered_list import FilteredList
from corrector.gui.marking.keys import NUMBERS
from corrector.gui.text.mark_painting import mark_icon
from corrector.gui.text.mark_words import group_word, kind_word
from corrector.text.phenomena import PHENOMENA
from corrector.text.phenomenon import Phenomenon

_WIDTH: Final = 520
_HEIGHT: Final = 520


class MarkPalette(QDialog):
    """A list of phenomena that narrows while typing."""

    chosen = Signal(str)
    """The name of the phenomenon that the person wants to mark; told after it closed."""
    key_given = Signal(str, str)
    """Digit and name: from now on this key marks this phenomenon."""

    def __init__(self, parent: QWidget | None, keys: Mapping[str, Phenomenon]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Marks"))
        self._column = QVBoxLayout(self)
        self._list = self._listed(keys)
        said = QLabel(self.tr("Alt and a digit gives this key to the chosen mark."))
        said.setWordWrap(True)
        self._column.addWidget(self._list, 1)
        self._column.addWidget(said)
        for number in NUMBERS:
            key = QShortcut(QKeySequence(f"Alt+{number}"), self)
            key.activated.connect(lambda number=number: self._give(number))
        self.resize(_WIDTH, _HEIGHT)
        self._list.setFocus()

    def show_keys(self, keys: Mapping[str, Phenomenon]) -> None:
        """Show which keys mark what now."""
        listed = self._listed(keys, self._list.typed(), self._list.current())
        self._column.replaceWidget(self._list, listed)
        self._list.deleteLater()
        self._list = listed
        listed.setFocus()

    def _listed(
        self, keys: Mapping[str, Phenomenon], typed: str = "", row: int | None = 0
    ) -> FilteredList:
        numbers = {one.name: f"Alt+{number}" for number, one in keys.items()}
        rows = [
            (kind_word(one.name), group_word(one.group), _native(numbers.get(one.name, "")))
            for one in PHENOMENA
        ]
        titles = (self.tr("Mark"), self.tr("Kind"), self.tr("Key"))
        icons = [mark_icon(one.name, self.palette()) for one in PHENOMENA]
        listed = FilteredList(rows, titles, icons=icons)
        listed.name_parts(self.tr("Type a part of a mark"), self.tr("Marks"))
        listed.chosen.connect(self._choose)
        listed.show_typed(typed, row)
        return listed

    def _choose(self, row: int) -> None:
        self.accept()
        self.chosen.emit(PHENOMENA[row].name)

    def _give(self, number: str) -> None:
        row = self._list.current()
        if row is not None:
            self.key_given.emit(number, PHENOMENA[row].name)


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
