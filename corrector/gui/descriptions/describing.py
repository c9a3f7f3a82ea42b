"""The command that asks for the data of a document, keeps them, and takes them from tables."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from corrector.gui.descriptions import description_tasks as tasks
from corrector.gui.dialogs.message import error_box

if TYPE_CHECKING:
    from corrector.gui.descriptions.description_tasks import SaidOfDocument
    from corrector.gui.descriptions.dialog import DescriptionDialog
    from corrector.gui.main_window import MainWindow
    from corrector.tasks.describing import TableChange


class DocumentData(QObject):
    """One form at a time; nothing closes before it is kept."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._saving = False

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for each of its commands, by name."""
        return {"document-data": self.ask}

    def ask(self) -> None:
        """Ask for the data of the document on the desk."""
        work = self._desk.work
        if work is not None:
            self._desk.run(tasks.said_of, work.content.page.document, done=self._show)

    def _show(self, data: "SaidOfDocument") -> None:
        from corrector.gui.descriptions.dialog import DescriptionDialog

        collection = self._desk.collection
        writable = collection is not None and collection.writable
        self._saving = False
        dialog = DescriptionDialog(self._window, data.own, data.defaults, editable=writable)
        dialog.save_wanted.connect(
            lambda own, defaults: self._save(dialog, data.key, own, defaults)
        )
        dialog.table_wanted.connect(lambda: self._choose_table(dialog, data.key))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(
        self,
        dialog: "DescriptionDialog",
        key: str,
        own: Mapping[str, str],
        defaults: Mapping[str, str],
    ) -> None:
        if self._saving:
            return
        if not own and not defaults:
            dialog.accept()
            return
        self._saving = True
        self._desk.run(
            tasks.save,
            key,
            own,
            defaults,
            done=lambda _: self._saved(dialog),
            failed=lambda error: self._not_saved(dialog, error),
        )

    def _saved(self, dialog: "DescriptionDialog") -> None:
        self._saving = False
        if isValid(dialog):  # Escape may have closed it meanwhile
            dialog.accept()
        self._window.status_line.say(self.tr("The document data are saved."))
        self._window.checking.read_again()  # in the language that they say

    def _not_saved(self, dialog: "DescriptionDialog", error: Exception) -> None:
        """Tell; the form is still open with everything that was typed."""
        self._saving = False
        self._tell_of(dialog, error)

    def _choose_table(self, dialog: "DescriptionDialog", key: str) -> None:
        chooser = QFileDialog(dialog, self.tr("Import a table"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([self.tr("Tables (*.csv *.tsv *.txt)"), self.tr("All files (*)")])
        chooser.fileSelected.connect(lambda name: self._read(dialog, key, Path(name)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _read(self, dialog: "DescriptionDialog", key: str, path: Path) -> None:
        self._desk.run(
            tasks.read_table,
            path,
            done=lambda changes: self._ask_table(dialog, key, path, changes),
            failed=lambda error: self._tell_of(dialog, error),
        )

    def _ask_table(
        self,
        dialog: "DescriptionDialog",
        key: str,
        path: Path,
        changes: "Sequence[TableChange]",
    ) -> None:
        from corrector.gui.descriptions.table_dialog import TableDialog

        if not isValid(dialog):
            return
        question = TableDialog(dialog, path.name, changes)
        question.accepted.connect(lambda: self._take(dialog, key, changes))
        question.finished.connect(question.deleteLater)
        question.open()

    def _take(
        self, dialog: "DescriptionDialog", key: str, changes: "Sequence[TableChange]"
    ) -> None:
        self._desk.run(
            tasks.take_table,
            changes,
            key,
            done=lambda data: self._taken(dialog, data, len(changes)),
            failed=lambda error: self._tell_of(dialog, error),
        )

    def _taken(self, dialog: "DescriptionDialog", data: "SaidOfDocument", count: int) -> None:
        said = self.tr("Values taken from the table: {count}.")
        self._window.status_line.say(said.format(count=count))
        self._window.checking.read_again()
        if isValid(dialog):
            dialog.take(data.own, data.defaults)

    def _tell_of(self, dialog: "DescriptionDialog", error: Exception) -> None:
        """Tell of a failure before the form, which stays as it is, or the window without it."""
        box = error_box(dialog if isValid(dialog) else self._window, error)
        box.finished.connect(box.deleteLater)
        box.open()
