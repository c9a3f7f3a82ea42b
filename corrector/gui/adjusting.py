"""Lets a person see a scan lighter, in more contrast, inverted or straight; the file stays."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from corrector.gui.scan.adjust_bar import FINE_TURN, AdjustBar
from corrector.gui.scan.scan_column import ScanColumn
from corrector.gui.scan.tones import PLAIN, Tones
from corrector.scans.listing import ScanSource

if TYPE_CHECKING:
    from corrector.gui.background import Ticket
    from corrector.gui.main_window import MainWindow
    from corrector.ocr.words import Reading


class Adjusting(QObject):
    """The bar below the scan, and the commands that do the same by one key.

    Brightness, contrast and inversion hold for all scans of a sitting, for those of a folder are
    mostly alike; each scan has an angle of its own.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._scan = window, window.scan
        self._ticket: Ticket | None = None
        self._bar = AdjustBar()
        self._bar.hide()
        self.column = ScanColumn(window.splitter, window.scan, self._bar)
        self._bar.tones_wanted.connect(self._scan.use_tones)
        self._bar.angle_wanted.connect(self._scan.turn_to)
        self._bar.straight_wanted.connect(self.straighten)
        self._bar.reset_wanted.connect(self.reset)
        self._bar.left.connect(self.leave)
        self._scan.angle_changed.connect(self._bar.show_angle)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for each of its commands, by name."""
        return {
            "adjust-scan": self.toggle,
            "invert-scan": self.invert,
            "straighten-scan": self.straighten,
            "turn-scan-a-little-right": lambda: self._turn(FINE_TURN),
            "turn-scan-a-little-left": lambda: self._turn(-FINE_TURN),
            "reset-scan": self.reset,
        }

    def toggle(self) -> None:
        """Show the bar and enter it; if the focus is in it already, leave."""
        if self._bar.isVisible() and self._bar.isAncestorOf(self._window.focusWidget()):
            self.leave()
            return
        self._bar.show_tones(self._scan.tones)
        self._bar.show_angle(self._scan.angle)
        self._bar.show()
        self._bar.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Take the bar away and go back to the text; the scan stays as it is shown."""
        self._bar.hide()
        self._window.editor.setFocus()

    def invert(self) -> None:
        """Show light as dark, or as it is again."""
        self._use(replace(self._scan.tones, inverted=not self._scan.tones.inverted))

    def reset(self) -> None:
        """Show the scan as it is, but for quarter turns and zoom."""
        self._use(PLAIN)
        self._scan.turn_to(0.0)

    def straighten(self) -> None:
        """Turn the scan so that its lines are level, as far as these can be found."""
        source = self._scan.source
        if source is None:
            return
        self._window.status_line.say(self.tr("Looking for the lines of the scan …"))
        self._ticket = self._window.background.run(
            _found_angle,
            source,
            self._window.link.reading,
            done=lambda angle: self._turn_to(source, angle),
            failed=self._window.show_failure,
            instead_of=self._ticket,
        )

    def _turn_to(self, source: ScanSource, angle: float | None) -> None:
        if source != self._scan.source:
            return
        say = self._window.status_line.say
        if angle is None:
            say(self.tr("No lines were found on this scan; it can be turned by hand."))
        else:
            self._scan.turn_to(angle)
            say(self.tr("The scan is turned by {angle}°.").format(angle=f"{angle:+.1f}"))

    def _turn(self, by: float) -> None:
        self._scan.turn_to(round(self._scan.angle + by, 1))
        said = self.tr("The scan is turned by {angle}°.")
        self._window.status_line.say(said.format(angle=f"{self._scan.angle:+.1f}"))

    def _use(self, tones: Tones) -> None:
        self._scan.use_tones(tones)
        self._bar.show_tones(tones)


def _found_angle(source: ScanSource, reading: "Reading | None") -> float | None:
    from corrector.tasks.straightening import straightening_angle

    return straightening_angle(source, reading)
