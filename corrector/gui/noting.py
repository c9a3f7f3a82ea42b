"""Notes on the page in the window: shown with it, added to it, never rewritten."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from corrector.gui.desk import Desk
from corrector.gui.page_work import PageWork
from corrector.gui.panels.notes_panel import NotesPanel, ShownNote
from corrector.gui.saving import Saving
from corrector.record.entries import Page
from corrector.tasks.judging import Note, add_note, notes_of


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
        self._desk.run(notes_of, page, done=self._tell)

    def _add(self, text: str) -> None:
        work = self._desk.work
        if work is not None:
            self._saving.knowing_person(lambda: self._keep(work.content.page, text))

    def _keep(self, page: Page, text: str) -> None:
        self._desk.run(add_note, page, text, self._desk.person, done=lambda _: self._read(page))

    def _tell(self, found: Sequence[Note]) -> None:
        self._panel.show_notes([ShownNote(one.text, one.author.name, one.time) for one in found])
