"""Editorial marks as a feature of the window: keys, palette, panel, zones on the scan, status."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from corrector.gui.marking.keys import NUMBERS, phenomena_by_number, with_key
from corrector.gui.marking.setting import Setting, title_of
from corrector.gui.marking.suggesting import Suggesting
from corrector.gui.marking.zones import ZoneOverlay
from corrector.gui.panels.marks_panel import MarksPanel
from corrector.gui.text.mark_words import in_words
from corrector.tasks.settled import SETTLING
from corrector.text.marks import Mark
from corrector.text.phenomena import PHENOMENON_BY_NAME

if TYPE_CHECKING:
    from corrector.gui.main_window import MainWindow

_STATUS_SECONDS = 6


class Marking(QObject):
    """Ties the parts together; each does its own job."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._keys = phenomena_by_number(window.preferences.settings.mark_keys)
        self._told = ""
        self.setting = Setting(window.desk, window.editor, window.scan, window.link)
        self.suggesting = Suggesting(window.background, window.desk, window.editor)
        self.panel = MarksPanel()
        self._zones = ZoneOverlay(window.scan)
        window.tabs.addTab(self.panel, self.tr("Ma&rks"))
        self.setting.said.connect(window.status_line.say)
        self.suggesting.failed.connect(window.show_failure)
        window.desk.shown.connect(lambda _: self._show())
        window.desk.changed.connect(self._show)
        window.editor.caret_moved.connect(self._tell)
        self.suggesting.found.connect(self.panel.show_suggestions)
        self.panel.shown.connect(self._show)
        self._connect_panel()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for each of its commands, by name."""
        self._name_commands()
        handlers: dict[str, Callable[[], object]] = {
            f"mark-{number}": partial(self._mark_by, number) for number in NUMBERS
        }
        return handlers | {
            "mark-palette": self.open_palette,
            "edit-mark": self.setting.change_here,
            "remove-mark": self.setting.remove_here,
            "list-marks": self.enter_panel,
        }

    def open_palette(self) -> None:
        """Let the person choose among all marks."""
        from corrector.gui.marking.palette import MarkPalette

        palette = MarkPalette(self._window, self._keys)

        def give(number: str, name: str) -> None:
            self._give(number, name)
            palette.show_keys(self._keys)

        palette.key_given.connect(give)
        palette.chosen.connect(self._mark_soon)
        palette.finished.connect(palette.deleteLater)
        palette.open()

    def _mark_soon(self, name: str) -> None:
        """Mark once the palette is gone: its window gives the focus back to the main one."""
        QTimer.singleShot(0, self, lambda: self.setting.mark(PHENOMENON_BY_NAME[name]))

    def enter_panel(self) -> None:
        """Go to the list of marks."""
        self._window.tabs.setCurrentWidget(self.panel)
        self.panel.setFocus()

    def _connect_panel(self) -> None:
        self.panel.chosen.connect(self._go_to)
        self.panel.looked_at.connect(self._window.editor.select)
        self.panel.edit_wanted.connect(self.setting.change)
        self.panel.removal_wanted.connect(lambda mark: self.setting.remove((mark,)))
        self.panel.accepted.connect(
            lambda some: self.setting.put_all(
                [(one.kind, one.span, dict(one.fields)) for one in some]
            )
        )
        self.panel.declined.connect(self.suggesting.decline)

    def _mark_by(self, number: str) -> None:
        self.setting.mark(self._keys[number])

    def _give(self, number: str, name: str) -> None:
        given = with_key(self._window.preferences.settings.mark_keys, number, name)
        self._window.preferences.keep_mark_keys(given)
        self._keys = phenomena_by_number(given)
        self._name_commands()

    def _name_commands(self) -> None:
        for number, phenomenon in self._keys.items():
            self._window.actions_by_name[f"mark-{number}"].setText(title_of(phenomenon))

    def _show(self) -> None:
        """Show the marks of the page in the panel and on the scan."""
        work, collection = self._window.desk.work, self._window.desk.collection
        if work is None:
            return
        marks = sorted(
            (one for one in work.marks if one.kind not in SETTLING), key=lambda one: one.span
        )
        self._zones.show_marks(marks)
        if self.panel.isVisible():  # this is asked at every key press
            self.panel.set_writable(collection is not None and collection.writable)
            self.panel.show_marks(marks, work.text)

    def _go_to(self, mark: Mark) -> None:
        self._window.editor.select(mark.span)
        self._window.editor.setFocus()
        self._zones.bring_into_view(mark)

    def _tell(self, caret: int) -> None:
        """Say the marks at the caret in the status line, as long as it stands there."""
        words = "; ".join(map(in_words, self._window.editor.marks_at(caret)))
        line = self._window.status_line
        if words and words != self._told:
            line.say(words, _STATUS_SECONDS)
        elif not words and self._told and line.currentMessage() == self._told:
            line.clearMessage()
        self._told = words
