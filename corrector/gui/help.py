"""Help: all keys, every command by name, and what this program is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from corrector import VERSION

if TYPE_CHECKING:
    from corrector.gui.actions import Actions


class Help(QObject):
    """Shows what the table of actions knows."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.actions: Actions | None = None

    def show_keys(self) -> None:
        """Show what each key does, those of verify bar and scan included."""
        from corrector.gui.dialogs.help_dialog import HelpDialog

        keys = [(_title(one), _keys(one)) for one in self._all() if _keys(one)]
        self._open(
            HelpDialog(self._window, keys=[*keys, *self._keys_of_bar(), *self._keys_of_scan()])
        )

    def show_palette(self) -> None:
        """Let the person choose a command by name."""
        from corrector.gui.dialogs.command_palette import CommandPalette, PaletteEntry

        entries = [
            PaletteEntry(_title(one), _keys(one), one.trigger)
            for one in self._all()
            if one.isEnabled()
        ]
        self._open(CommandPalette(self._window, entries=entries))

    def show_about(self) -> None:
        """Say which program this is."""
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("About Corrector"))
        box.setText(self.tr("Corrector {version}").format(version=VERSION))
        box.setInformativeText(
            self.tr(
                "Corrects machine transcriptions of scanned documents by hand. Nothing leaves "
                "this machine. Scans and imported files are never changed."
            )
        )
        self._open(box)

    def _all(self) -> tuple[QAction, ...]:
        return self.actions.all() if self.actions else ()

    def _keys_of_bar(self) -> list[tuple[str, str]]:
        return [
            (self.tr("In the verify bar: take that candidate and go on"), "1 – 9"),
            (self.tr("In the verify bar: keep the word as it is and go on"), "0"),
            (self.tr("In the verify bar: confirm, or take what was typed, and go on"), "Enter"),
            (self.tr("In the verify bar: delete the token"), "Ctrl+Del"),
            (self.tr("In the verify bar and every other pane: back to the text"), "Esc"),
        ]

    def _keys_of_scan(self) -> list[tuple[str, str]]:
        return [
            (self.tr("On the scan: put the caret there"), self.tr("click")),
            (self.tr("On the scan: select the text in a rectangle"), self.tr("Shift and drag")),
            (self.tr("On the scan: move it; larger or smaller"), self.tr("drag; Ctrl and wheel")),
            (self.tr("A rectangle on the scan: move it; with Ctrl by a pixel"), "← ↑ → ↓"),
            (self.tr("A rectangle on the scan: larger or smaller"), "Shift+← ↑ → ↓"),
            (self.tr("A rectangle on the scan: take it; take it away"), "Enter, Esc"),
        ]

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _title(action: QAction) -> str:
    return action.text().replace("&", "").removesuffix(" …")


def _keys(action: QAction) -> str:
    return ", ".join(
        key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()
    )
