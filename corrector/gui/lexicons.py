"""Lexicons in the window: a key puts a word into one; a dialog shows them and what was learned."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from corrector.gui import lexicon_tasks as tasks
from corrector.gui.lexicon_tasks import Shelf, Wanted
from corrector.gui.wording import visible
from corrector.messages import filled

if TYPE_CHECKING:
    from corrector.gui.dialogs.lexicon_dialog import LexiconDialog
    from corrector.gui.main_window import MainWindow


class Lexicons(QObject):
    """Adds, removes, imports and exports off the GUI thread; what changed is checked anew."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._dialog: LexiconDialog | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for each of its commands, by name."""
        return {
            "to-my-lexicon": lambda: self.add_word(Wanted(personal=True)),
            "to-collection-lexicon": lambda: self.add_word(Wanted(personal=False)),
            "lexicons": self.show,
        }

    def add_word(self, where: Wanted) -> None:
        """Add what is selected, or the word at the caret, to a lexicon for all languages."""
        work, span = self._desk.work, self._window.noting.span_of_word()
        if work is None or span is None:
            self._say(self.tr("There is no word at the caret."))
            return
        text = span.of(work.text)

        def done(added: int) -> None:
            self._tell_added(text, added, where)

        self._desk.run(tasks.add_words_of, where, text, done=done)

    def show(self) -> None:
        """Open the dialog with the person's own lexicon for all languages."""
        from corrector.gui.dialogs.lexicon_dialog import LexiconDialog

        collection = self._desk.collection
        if collection is None:
            return
        dialog = LexiconDialog(self._window, writable=collection.writable)
        self._dialog = dialog
        dialog.wanted.connect(self._fetch)
        dialog.add_wanted.connect(self._add)
        dialog.remove_wanted.connect(self._remove)
        dialog.recall_wanted.connect(self._recall)
        dialog.import_wanted.connect(self._import)
        dialog.export_wanted.connect(self._export)
        dialog.finished.connect(self._forget)
        dialog.open()
        self._fetch(dialog.place())

    def _fetch(self, where: Wanted, said: str = "") -> None:
        def show(shelf: Shelf) -> None:
            self._show_shelf(shelf, said)

        reviewer = self._window.checking.reviewer
        if not where.learned:
            self._run(tasks.shelf_of, where, done=show)
        elif reviewer is not None:
            self._run(tasks.shelf_of_learned, where, reviewer, done=show)

    def _show_shelf(self, shelf: Shelf, said: str) -> None:
        if self._dialog is not None:
            self._dialog.show_shelf(shelf, said)

    def _add(self, where: Wanted, words: str) -> None:
        said = self.tr("Words added: {count}.")
        self._change(tasks.add_typed, where, words, said=said)

    def _remove(self, where: Wanted, words: Sequence[str]) -> None:
        reviewer = self._window.checking.reviewer
        if not where.learned:
            said = self.tr("Words removed: {count}.")
            self._change(tasks.remove_words, where, tuple(words), said=said)
        elif reviewer is not None:
            said = self.tr("Learned no more: {count}. It is among what was forgotten now.")
            self._change(tasks.forget_lines, where, reviewer, tuple(words), said=said)

    def _recall(self, where: Wanted, lessons: Sequence[str]) -> None:
        reviewer = self._window.checking.reviewer
        if reviewer is not None:
            said = self.tr("Learned again: {count}.")
            self._change(tasks.recall_lines, where, reviewer, tuple(lessons), said=said)

    def _import(self, where: Wanted, path: Path) -> None:
        said = self.tr("Words added: {count}, from {file}.")
        self._change(tasks.import_words, where, path, said=said, file=path.name)

    def _export(self, where: Wanted, path: Path) -> None:
        reviewer = self._window.checking.reviewer
        said = self.tr("Words written: {count}, to {file}.")
        if where.learned:
            said = self.tr("Lessons written: {count}, to {file}.")

        def done(count: int) -> None:
            if self._dialog is not None:
                self._dialog.say(said.format(count=count, file=path))

        if not where.learned:
            self._run(tasks.export_words, where, path, done=done)
        elif reviewer is not None:
            self._run(tasks.export_learned, where, reviewer, path, done=done)

    def _change(
        self,
        task: Callable[..., int],
        where: Wanted,
        *what: object,
        said: str,
        file: str = "",
    ) -> None:
        def done(count: int) -> None:
            if count:
                self._window.checking.read_again()
            self._fetch(where, said.format(count=count, file=file))

        self._run(task, where, *what, done=done)

    def _run(
        self, task: Callable[..., object], *arguments: object, done: Callable[..., object]
    ) -> None:
        self._desk.run(task, *arguments, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        from corrector.gui.failures import failure_text

        if self._dialog is not None:
            self._dialog.say(failure_text(error))
        else:
            self._window.show_failure(error)

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None

    def _tell_added(self, text: str, added: int, where: Wanted) -> None:
        if added:
            self._window.checking.read_again()
        mine, shared = (
            (self.tr("“{word}” is in your lexicon now."), self.tr("“{word}” is in the lexicon of "
             "the collection now."))
            if added
            else (self.tr("“{word}” was in your lexicon already, or is no word."),
                  self.tr("“{word}” was in the lexicon of the collection already, or is no word."))
        )  # fmt: skip
        self._say(filled(mine if where.personal else shared, {"word": visible(text)}))

    def _say(self, said: str) -> None:
        self._window.status_line.say(said)
