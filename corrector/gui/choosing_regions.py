"""Asks for a region of the scan by key and tells, on the scan, how one is chosen."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from corrector.gui.main_window import MainWindow


class ChoosingRegions(QObject):
    """The command that asks for a region; `ScanLink` selects the text in it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._scan, self._link, self._editor = window.scan, window.link, window.editor

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for each of its commands, by name."""
        return {"choose-region": self.choose}

    def choose(self) -> None:
        """Ask for a region around the text to be selected, or call off that one was asked for."""
        if self._scan.region_wanted:
            self._scan.clear_region()
            self._editor.setFocus()
            return
        word, line = self._link.boxes_at(self._editor.selection())
        self._scan.begin_region(first=line or word)
