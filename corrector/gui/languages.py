"""Languages in the window: what is set for collection, document and page, and what was guessed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from corrector.record.entries import Document, Page

if TYPE_CHECKING:
    from corrector.gui.dialogs.language_dialog import LanguageDialog
    from corrector.gui.main_window import MainWindow
    from corrector.tasks.collection import Collection
    from corrector.tasks.page_languages import PageLanguages


@dataclass(frozen=True, slots=True)
class Said:
    """What is known of the languages around one page.

    Attributes:
        collection: what is set for all that sets nothing else.
        document: that the page belongs to.
        pages: of the document, each with its languages.
        here: the one that the dialog is about.
        known: the codes of all languages that texts can be checked in.
    """

    collection: str
    document: Document
    pages: "tuple[PageLanguages, ...]"
    here: "PageLanguages"
    known: tuple[str, ...]


class Languages(QObject):
    """Reads and sets languages off the GUI thread; pages are checked anew in what was set."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for each of its commands, by name."""
        return {"language": self.show}

    def show(self) -> None:
        """Ask for the languages of collection, document and page."""
        work = self._desk.work
        if work is not None:
            usual = self._window.preferences.settings.languages or None
            self._desk.run(_said_of, work.content.page, usual, done=self._open)

    def _open(self, said: Said) -> None:
        from corrector.gui.dialogs.language_dialog import LanguageDialog

        writable = self._desk.collection is not None and self._desk.collection.writable
        dialog = LanguageDialog(self._window, said, writable=writable)
        dialog.wanted.connect(lambda wishes: self._set(dialog, said, wishes))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _set(self, dialog: "LanguageDialog", said: Said, wishes: tuple[str, str, str]) -> None:
        def done(_: object) -> None:
            if isValid(dialog):  # Escape may have closed it meanwhile
                dialog.accept()
            self._window.status_line.say(self.tr("Languages are set; texts are checked in them."))
            self._window.checking.read_again()

        def failed(error: Exception) -> None:
            from corrector.gui.failures import failure_text

            if isValid(dialog):
                dialog.say(failure_text(error))
            else:
                self._window.show_failure(error)

        self._desk.run(_set, said, wishes, done=done, failed=failed)


def _said_of(collection: "Collection", page: Page, usual: str | None) -> Said:
    from corrector.tasks.languages import known_languages
    from corrector.tasks.page_languages import language_wish, languages_of_pages

    document = next(one for one in collection.documents() if one.key == page.document)
    pages = [one for one in collection.pages() if one.document == page.document]
    found = languages_of_pages(collection, pages, usual)
    here = next(one for one in found if one.page.id == page.id)
    set_for_all = language_wish(collection).found.collection
    return Said(set_for_all, document, found, here, known_languages())


def _set(collection: "Collection", said: Said, wishes: tuple[str, str, str]) -> None:
    """Set what differs: for the collection, the document, the page."""
    from corrector.tasks.page_languages import set_languages_of

    before = (said.collection, said.here.of_document, said.here.set_here)
    places = (None, said.document, said.here.page)
    set_languages_of(
        collection,
        [
            (place, wish)
            for place, wish, old in zip(places, wishes, before, strict=True)
            if wish.strip() != old
        ],
    )
