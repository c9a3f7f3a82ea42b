"""Every command by its name: type a part of it, Enter does it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from corrector.gui.dialogs.filtered_list import FilteredList

_WIDTH, _HEIGHT = 560, 420


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """A command: what it is called, its keys in words, and what does it."""

    title: str
    keys: str
    do: Callable[[], object]


class CommandPalette(QDialog):
    """A list of commands that narrows while typing; the chosen one is done after it closed."""

    def __init__(self, parent: QWidget | None = None, *, entries: Sequence[PaletteEntry]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Commands"))
        self._entries = tuple(entries)
        rows = [(entry.title, entry.keys) for entry in self._entries]
        self._list = FilteredList(rows, (self.tr("Command"), self.tr("Keys")))
        self._list.name_parts(self.tr("Type a part of a command"), self.tr("Commands"))
        self._list.chosen.connect(self._do)
        QVBoxLayout(self).addWidget(self._list)
        self.resize(_WIDTH, _HEIGHT)
        self._list.setFocus()

    def _do(self, row: int) -> None:
        self.accept()
        self._entries[row].do()
