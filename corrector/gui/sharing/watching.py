"""Asks every few seconds what others did in a shared collection; of a file nothing is asked."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from corrector.gui import desk_tasks as tasks
from corrector.gui.background import Background, Ticket
from corrector.gui.desk import Desk
from corrector.gui.desk_tasks import Opened

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection
    from corrector.tasks.sharing import News

INTERVAL_MS: Final = 3_000
"""Between two questions: two short reads on the server, and others' work is seen while it is news.
It also shows others that this window is still there, which a lost connection would hide."""


class Watching(QObject):
    """Hears of others' work in the open collection, as long as it is open."""

    news = Signal(object)
    """News: what changed since the last time."""
    came_back = Signal()
    """The person came back to this program, which has a collection open that is a file."""
    lost = Signal(Exception)
    """The server cannot be reached; asked again and again."""
    found_again = Signal()

    def __init__(self, background: Background, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._desk = background, desk
        self._asking: Ticket | None = None
        self._since: int | None = None
        self.failure: Exception | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.ask)
        desk.opened.connect(self._begin)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._activated)

    def ask(self) -> None:
        """Ask now; one question at a time."""
        collection = self._desk.collection
        if collection is None or not collection.record.shared or self._asking is not None:
            return
        self._timer.stop()
        self._asking = self._background.run(
            tasks.changed_pages,
            collection,
            self._since,
            lane="news",
            done=lambda news: self._tell(collection, news),
            failed=lambda error: self._fail(collection, error),
        )

    def _begin(self, _: Opened) -> None:
        if self._asking is not None:
            self._asking.cancel()
        self._asking = self._since = self.failure = None
        self._timer.stop()
        self.ask()

    def _tell(self, collection: "Collection", news: "News") -> None:
        self._asking = None
        if collection is not self._desk.collection:
            return
        first, self._since = self._since is None, news.until
        self._timer.start()
        if first:
            self._desk.refresh_pages()  # what changed while the collection was being opened
        if self.failure is not None:
            self.failure = None
            self.found_again.emit()
        self.news.emit(news)

    def _fail(self, collection: "Collection", error: Exception) -> None:
        self._asking = None
        if collection is not self._desk.collection:
            return
        self._timer.start()
        known, self.failure = self.failure, error
        if known is None:
            self.lost.emit(error)

    def _activated(self, state: Qt.ApplicationState) -> None:
        collection = self._desk.collection
        if collection is None or state is not Qt.ApplicationState.ApplicationActive:
            return
        if collection.record.shared:
            self.ask()
        else:
            self.came_back.emit()
