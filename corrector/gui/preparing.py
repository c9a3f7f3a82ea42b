"""Lets a person choose in the window what is done to a scan before it is read."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

if TYPE_CHECKING:
    from corrector.gui.dialogs.preparation_dialog import PreparationDialog
    from corrector.gui.main_window import MainWindow
    from corrector.settings import Settings


class Preparing(QObject):
    """The command that asks for the preparation; it holds for all that is read from then on."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.preferences.changed.connect(self._hand_over)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for each of its commands, by name."""
        return {"preparation": self.ask}

    def ask(self) -> None:
        """Show the ways to prepare a scan, the one that holds now chosen."""
        from corrector.gui.dialogs.preparation_dialog import PreparationDialog
        from corrector.tasks.engines import known_preparations

        ways = [
            (name, QCoreApplication.translate("Preparations", title))
            for name, title in known_preparations()
        ]
        now = self._window.preferences.settings.preparation
        dialog = PreparationDialog(self._window, ways, now)
        dialog.accepted.connect(lambda: self._keep(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _hand_over(self, settings: "Settings") -> None:
        self._window.recognising.settings = settings

    def _keep(self, dialog: "PreparationDialog") -> None:
        self._window.preferences.keep_preparation(dialog.name())
        said = self.tr("From now on scans are read so: {way}.")
        self._window.status_line.say(said.format(way=dialog.title()))
