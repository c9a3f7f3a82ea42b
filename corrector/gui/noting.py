"""Notes and the history in the window: shown with the page, added to it, never rewritten."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from corrector.gui.desk import Desk
from corrector.gui.page_work import PageWork
from corrector.gui.panels.history_lines import about, said_in
from corrector.gui.panels.history_panel import HistoryPanel
from corrector.gui.panels.notes_panel import NotesPanel, ShownNote
from corrector.gui.saving import Saving
from corrector.gui.text.editor import TextEditor
from corrector.gui.wording import visible
from corrector.messages import filled
from corrector.record.entries import Cause, Certainty, Page, Person, Version
from corrector.record.remarks import Note, StatusChange, Subject
from corrector.tasks.settled import typed_spans
from corrector.text.edits import smallest_edits
from corrector.text.marks import moved_span
from corrector.text.tokens import Span, token_at

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection

_Said = tuple[Sequence[Note], Sequence[StatusChange]]


class Noting(QObject):
    """Keeps the panels of notes and history in step with the page on the desk."""

    def __init__(
        self,
        desk: Desk,
        saving: Saving,
        *,
        panel: NotesPanel,
        history: HistoryPanel,
        editor: TextEditor,
    ) -> None:
        super().__init__(panel)
        self._desk, self._saving = desk, saving
        self._panel, self._history, self._editor = panel, history, editor
        self._said: _Said = ((), ())
        self._shown: list[ShownNote] = []
        desk.shown.connect(self._show)
        desk.versioning.saved.connect(self._show_saved)
        desk.changed.connect(self._tell_remarks)
        panel.note_written.connect(lambda text: self._add(text, Subject()))
        history.note_wanted.connect(self._ask)
        history.insight_wanted.connect(self._add_insight)

    def read_again(self) -> None:
        """Read notes and statuses of the page anew, because the record changed."""
        work = self._desk.work
        if work is not None:
            self._desk.run(_said_of, work.content.page, done=lambda said: self._tell(work, said))

    def note_on_word(self) -> None:
        """Ask for a note on what is selected, or on the word at the caret."""
        work, span = self._desk.work, self.span_of_word()
        if work is None or span is None:
            return
        subject = _subject_of(work, span)
        words = visible(span.of(work.text))

        def keep(text: str) -> None:
            if subject is None:
                work.remark(span, text)
                self._desk.touch()
            else:
                self._add(text, subject)

        self._open(f"“{words}”", keep)

    def span_of_word(self) -> Span | None:
        """Return what is selected, or the word at the caret; None where neither is."""
        selected = self._editor.selection()
        if selected.length:
            return selected
        token = token_at(self._editor.exact_text(), self._editor.caret())
        return None if token is None else token.span

    def _show(self, work: PageWork) -> None:
        collection = self._desk.collection
        writable = collection is not None and collection.writable
        self._panel.set_writable(writable)
        self._history.set_writable(writable)
        self._tell(work, ((), ()))
        self.read_again()

    def _show_saved(self, _: Version) -> None:
        if self._desk.work is not None:
            self._tell(self._desk.work, self._said)
            self.read_again()

    def _ask(self, subject: Subject) -> None:
        work = self._desk.work
        if work is not None:
            note = Note(0, subject, self._desk.person, "", "")
            words = about(note, _numbered(work)) or work.content.page.label
            self._open(words, lambda text: self._add(text, subject))

    def _open(self, words: str, keep: Callable[[str], None]) -> None:
        from corrector.gui.dialogs.note_dialog import NoteDialog

        dialog = NoteDialog(self._editor.window(), words)
        dialog.accepted.connect(lambda: keep(dialog.text()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add(self, text: str, subject: Subject) -> None:
        self._keep(_add_note, text, subject)

    def _add_insight(self, subject: Subject, said: object) -> None:
        self._keep(_add_insight, subject, said)

    def _keep(self, task: Callable[..., None], *said: object) -> None:
        """Write what is said of the page into the record, once it is known who says it."""
        work = self._desk.work
        if work is None:
            return
        page = work.content.page
        self._saving.knowing_person(
            lambda: self._desk.run(task, page, self._desk.person, *said, done=self._added)
        )

    def _added(self, _: object) -> None:
        self.read_again()

    def _tell(self, work: PageWork, said: _Said) -> None:
        if work is self._desk.work:
            self._said = said
            self._history.show_versions(work.content.versions, *said)
            self._tell_remarks()

    def _tell_remarks(self) -> None:
        """Show the notes, and behind them those that wait for the next version."""
        work = self._desk.work
        if work is None:
            return
        numbered = _numbered(work)
        shown = [
            ShownNote(said_in(one), one.author.name, one.time, about(one, numbered))
            for one in self._said[0]
        ]
        waiting = self.tr("“{word}”, kept with the next version")
        shown += [
            ShownNote(one.note, "", "", filled(waiting, {"word": visible(one.span.of(work.text))}))
            for one in work.statements
            if one.note
        ]
        if shown != self._shown:  # this is asked at every key press
            self._shown = shown
            self._panel.show_notes(shown)


def _numbered(work: PageWork) -> Mapping[int, Version]:
    return {one.number: one for one in work.content.versions}


def _subject_of(work: PageWork, span: Span) -> Subject | None:
    """Return what a note on `span` speaks of in the record; None where it was just typed."""
    if work.base is None:
        return None
    if any(span.overlaps(typed) for typed in typed_spans(work.base.text, work.text)):
        return None
    there = moved_span(span, smallest_edits(work.text, work.base.text))
    return None if there is None else Subject(version=work.base.number, span=there)


def _said_of(collection: "Collection", page: Page) -> _Said:
    from corrector.tasks.judging import notes_of, statuses_of

    return notes_of(collection, page), statuses_of(collection, page)


def _add_note(
    collection: "Collection", page: Page, person: Person, text: str, subject: Subject
) -> None:
    from corrector.tasks.judging import add_note

    add_note(collection, page, text, person, subject=subject)


def _add_insight(
    collection: "Collection", page: Page, person: Person, subject: Subject, said: object
) -> None:
    from corrector.tasks.judging import add_insight

    if isinstance(said, Cause):
        add_insight(collection, page, person, subject, cause=said)
    elif isinstance(said, Certainty):
        add_insight(collection, page, person, subject, certainty=said)
