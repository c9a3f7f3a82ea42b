"""Takes the glass over the scan out and puts it away."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from corrector.gui.main_window import MainWindow


class Magnifying(QObject):
    """The command of the loupe: it follows the pointer, and the caret's word while one types."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._scan, self._status_line = window.scan, window.status_line

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for each of its commands, by name."""
        return {"loupe": self.toggle}

    def toggle(self) -> None:
        """Show the loupe at the caret's word, or no longer."""
        self._scan.show_loupe(not self._scan.loupe_shown)
        on = self.tr("The loupe is on: it follows the pointer and the caret.")
        off = self.tr("The loupe is off.")
        self._status_line.say(on if self._scan.loupe_shown else off)
