"""The line view as the person asks for it: on or off, with the scan beside it or without."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer

from corrector.gui.lines.strips import LineStrips
from corrector.settings import Settings

if TYPE_CHECKING:
    from corrector.gui.main_window import MainWindow

_SETTLE_MS: Final = 60
"""From the last change of size to new strips: dragging a border must not lay out each pixel."""


class LineView(QObject):
    """Turns the line view on and off, remembers it, and keeps it in step with the page."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._editor = window, window.editor
        self._preferences = window.preferences
        self._on = False
        self.strips = LineStrips(window.editor, window.scan, window.link)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLE_MS)
        self._later.timeout.connect(self._begin)
        window.link.linked.connect(self._later.start)
        window.scan.pixels_ready.connect(self._later.start)
        window.scan.pixels.tile_ready.connect(self._repaint)
        window.scan.pixels.tones_ready.connect(self._later.start)
        window.editor.edited.connect(self._follow)
        window.editor.caret_moved.connect(self._follow_caret)
        window.editor.viewport().installEventFilter(self)
        self._preferences.changed.connect(self._use)
        self._use(self._preferences.settings)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for each of its commands, by name."""
        return {"line-view": self.toggle, "scan-beside-lines": self.toggle_scan}

    def toggle(self) -> None:
        """Turn the line view on or off, also for the next time."""
        self._preferences.keep_line_view(not self._on, scan=self._with_scan)

    def toggle_scan(self) -> None:
        """Show the whole scan beside the lines, or give its room to them."""
        self._preferences.keep_line_view(self._on, scan=not self._with_scan)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._on and event.type() in {QEvent.Type.Resize, QEvent.Type.FontChange}:
            self._later.start()
        return super().eventFilter(watched, event)

    @property
    def _with_scan(self) -> bool:
        return self._preferences.settings.scan_beside_lines

    def _use(self, settings: Settings) -> None:
        if settings.line_view is not self._on:
            self._on = settings.line_view
            if self._on:
                self.strips.begin()
            self._editor.show_above(self.strips if self._on else None)
            self._describe()
        elif self._on:
            self._later.start()  # colours or letters may be others
        shown = settings.scan_beside_lines or not self._on
        if self._window.scan.isHidden() is shown:
            if not shown and self._window.scan.hasFocus():
                self._editor.setFocus()
            self._window.scan.setVisible(shown)

    def _begin(self) -> None:
        if self._on:
            self.strips.begin()
            self._describe()

    def _follow(self) -> None:
        if self._on:
            self.strips.follow()

    def _follow_caret(self) -> None:
        if self._on:
            self.strips.follow_caret()
            self._describe()

    def _repaint(self) -> None:
        if self._on:
            self._editor.viewport().update()

    def _describe(self) -> None:
        """Say for those who do not see it what stands above the caret's line."""
        self._editor.setAccessibleDescription(self._description() if self._on else "")

    def _description(self) -> str:
        number = self._editor.textCursor().blockNumber()
        places = self.strips.places
        if self.strips.measure is None or number >= len(places) or not places[number].has_text:
            return self.tr("Line view: no strip of the scan above this line")
        place = places[number]
        if place.area is None:
            return self.tr("Line view: this line is {hint}").format(hint=self.strips.hint(number))
        if place.guessed:
            return self.tr("Line view: the strip above shows where this line probably stands")
        return self.tr("Line view: the strip above shows this line on the scan")
