"""Kinds of suspicions in the window: which are shown, and how many there are where."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from corrector.tasks.kinds import Kind

if TYPE_CHECKING:
    from corrector.gui.main_window import MainWindow

_REST_MS: Final = 150
"""Pages are counted in quick succession; the sum is not said anew for each of them."""


class Kinds(QObject):
    """The filter by kind, kept for the next time, and the counts in the panel of suspicions."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._tallies = window.checking.tallies
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._say)
        hidden = window.preferences.hidden_kinds()
        window.suspicions.kinds.set_hidden(hidden)
        window.checking.hide_kinds(hidden)
        window.suspicions.kinds.hidden_changed.connect(self._hide)
        self._tallies.recounted.connect(window.page_list.set_many_suspicions)
        self._tallies.changed.connect(self._begin)
        window.desk.shown.connect(self._begin)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for each of its commands, by name."""
        return {"kinds": self.choose}

    def choose(self) -> None:
        """Open the list of kinds in the panel."""
        self._window.tabs.setCurrentWidget(self._window.suspicions)
        self._say()
        self._window.suspicions.kinds.showMenu()

    def _hide(self, kinds: frozenset[Kind]) -> None:
        self._window.checking.hide_kinds(kinds)
        self._window.preferences.keep_hidden_kinds(kinds)

    def _begin(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _say(self) -> None:
        work, total = self._window.desk.work, self._tallies.of_all()
        panel = self._window.suspicions
        panel.kinds.show_counts(self._tallies.of_page(work.number) if work else {})
        texts = sum(bool(page.versions) for page in self._window.desk.pages)
        panel.show_sum(
            sum(total.values()),
            sum(count for kind, count in total.items() if kind in self._tallies.hidden),
            (self._tallies.pages(), max(texts, self._tallies.pages())),
        )
