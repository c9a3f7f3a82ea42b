"""Notes on the page in the window: shown with it, added to it, never rewritten."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from corrector.gui.desk import Desk
from corrector.gui.page_work import PageWork
from corrector.gui.panels.notes_panel import NotesPanel, ShownNote
from corrector.gui.saving import Saving
from corrector.record.entries import Page, Person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corrector.tasks.collection import Collection
    from corrector.record.entries import Note


class Noting(QObject):
    """Keeps the panel of notes in step with the page on the desk."""

    def __init__(self, desk: Desk, saving: Saving, panel: NotesPanel) -> None:
        super().__init__(panel)
        self._desk, self._saving, self._panel = desk, saving, panel
        desk.shown.connect(self._show)
        panel.note_written.connect(self._add)

    def _show(self, work: PageWork) -> None:
        collection = self._desk.collection
        self._panel.set_writable(collection is not None and collection.writable)
        self._read(work.content.page)

    def _read(self, page: Page) -> None:
        self._desk.run(_notes_of, page, done=self._tell)

    def _add(self, text: str) -> None:
        work = self._desk.work
        if work is not None:
            self._saving.knowing_person(lambda: self._keep(work.content.page, text))

    def _keep(self, page: Page, text: str) -> None:
        self._desk.run(_add_note, page, text, self._desk.person, done=lambda _: self._read(page))

    def _tell(self, found: "Sequence[Note]") -> None:
        self._panel.show_notes([ShownNote(one.text, one.author.name, one.time) for one in found])


def _notes_of(collection: "Collection", page: Page) -> "Sequence[Note]":
    from corrector.tasks.judging import notes_of

    return notes_of(collection, page)


def _add_note(collection: "Collection", page: Page, text: str, person: Person) -> None:
    from corrector.tasks.judging import add_note

    add_note(collection, page, text, person)
