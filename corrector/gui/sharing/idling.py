"""Gives a page back on which nobody works any more, and claims it again at the first touch."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer

from corrector.gui.desk import Desk
from corrector.gui.sharing.following import Following
from corrector.gui.text.editor import TextEditor

MINUTES: Final = 10
"""Without a key press or a click in the text: long enough to read a page and to answer a question,
short enough for others to wait."""
_TOUCHES: Final = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress})


class Idling(QObject):
    """Watches whether the person works on the page; unsaved typing is never given back."""

    def __init__(self, desk: Desk, editor: TextEditor, following: Following) -> None:
        super().__init__(following)
        self._desk, self._following = desk, following
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MINUTES * 60_000)
        self._timer.timeout.connect(self.give_back)
        desk.shown.connect(self._work)
        desk.changed.connect(self._work)
        editor.caret_moved.connect(self._work)
        editor.installEventFilter(self)
        editor.viewport().installEventFilter(self)

    def give_back(self) -> None:
        """Give the page back, unless there is unsaved typing on it."""
        work = self._desk.work
        if work is not None and work.content.access.claimed and not work.is_unsaved:
            self._following.give_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the page again when its text is touched."""
        if event.type() in _TOUCHES:
            work = self._desk.work
            if work is not None and work.content.access.given_back:
                self._following.go_on()
        return super().eventFilter(watched, event)

    def _work(self, *_: object) -> None:
        work = self._desk.work
        if work is not None and work.content.access.claimed:
            self._timer.start()
