"""The command that exports: asks, shows how it will look, exports, and says what was written."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from corrector.errors import CancelledError
from corrector.gui.failures import failure_text
from corrector.gui.wording import worded

if TYPE_CHECKING:
    from corrector.gui.background import Ticket
    from corrector.gui.desk_tasks import Opened
    from corrector.gui.exports.answer import ExportAnswer
    from corrector.gui.exports.dialog import ExportDialog
    from corrector.gui.exports.export_tasks import Outcome
    from corrector.gui.main_window import MainWindow
    from corrector.tasks.collection import Collection
    from corrector.tasks.export_choice import ExportChoice, Scope


class Exporting(QObject):
    """One export at a time; while it runs, work goes on."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._documents: Mapping[str, str] = {}
        self._running: Ticket | None = None
        self._plan: Ticket | None = None
        self._preview: Ticket | None = None
        window.desk.opened.connect(self._know_documents)
        window.status_line.stop_wanted.connect(self._stop)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for each of its commands, by name."""
        return {"export": self.ask}

    def ask(self) -> None:
        """Ask what is to be exported."""
        collection = self._desk.collection
        if collection is None:
            return
        if self._running is not None:
            said = self.tr("An export is under way. Wait for its end, or stop it first.")
            self._window.status_line.say(said)
            return
        from corrector.gui.exports.dialog import ExportDialog
        from corrector.tasks.export_choice import remembered_choice
        from corrector.tasks.export_formats import offers

        self._desk.put_draft()
        choice = remembered_choice(collection.record.identifier)
        dialog = ExportDialog(
            self._window,
            offers=offers(),
            scopes=self._scopes(collection),
            choice=choice,
            folder=Path(choice.folder) if choice.folder else _beside(collection.root.resolve()),
        )
        dialog.look_wanted.connect(lambda answer: self._look(dialog, collection, answer))
        dialog.accepted.connect(lambda: self._export(collection, dialog.answer(), dialog.choice()))
        dialog.finished.connect(self._leave)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _know_documents(self, opened: "Opened") -> None:
        self._documents = {one.key: one.label for one in opened.documents}

    def _scopes(self, collection: "Collection") -> "dict[Scope, str]":
        from corrector.tasks.export_choice import Scope

        work = self._desk.work
        whole = {Scope.COLLECTION: collection.root.resolve().name}
        if work is None:
            return whole
        page = work.content.page
        document = self._documents.get(page.document, page.document)
        return {Scope.PAGE: page.label, Scope.DOCUMENT: document, **whole}

    def _look(
        self, dialog: "ExportDialog", collection: "Collection", answer: "ExportAnswer"
    ) -> None:
        """Find out what would be written, and how; what was asked before is called off."""
        from corrector.gui.exports.export_tasks import Asked, plan_of, preview_of

        work = self._desk.work
        asked = Asked(collection, work.content.page if work else None, answer)
        self._plan = self._window.background.run(
            plan_of,
            asked,
            lane="exports",
            done=lambda plan: dialog.show_plan(answer, plan),
            failed=lambda error: dialog.show_plan_failure(answer, failure_text(error)),
            instead_of=self._plan,
        )
        self._preview = self._window.background.run(
            preview_of,
            asked,
            lane="exports",
            stepped=_unseen,
            done=lambda preview: dialog.show_preview(answer, preview),
            failed=lambda error: dialog.show_preview_failure(answer, failure_text(error)),
            instead_of=self._preview,
        )

    def _leave(self) -> None:
        """The dialog is gone: nothing may arrive for it any more."""
        for ticket in (self._plan, self._preview):
            if ticket is not None:
                ticket.cancel()

    def _export(
        self, collection: "Collection", answer: "ExportAnswer", choice: "ExportChoice"
    ) -> None:
        from corrector.gui.exports.export_tasks import Asked, export
        from corrector.tasks.export_choice import remember_choice

        work, run = self._desk.work, self._window.background.run
        asked = Asked(collection, work.content.page if work else None, answer)
        run(
            remember_choice,
            collection.record.identifier,
            choice,
            lane="exports",
            done=_unseen,
            failed=self._window.show_failure,
        )
        self._window.status_line.show_progress(0, 0, self.tr("Export"))
        self._running = run(
            export,
            asked,
            lane="exports",
            stepped=self._window.status_line.show_progress,
            done=self._tell,
            failed=self._failed,
        )

    def _tell(self, outcome: "Outcome") -> None:
        """Say what was written, and why not all of it where it was stopped."""
        self._end()
        count = len(outcome.exported)
        stopped = isinstance(outcome.stopped, CancelledError)
        if stopped:
            said = self.tr("Stopped. Files written: {count}, each of them complete, to {folder}.")
        else:
            said = self.tr("Files written: {count}, to {folder}.")
        said = said.format(count=count, folder=outcome.folder)
        self._window.status_line.say(said, seconds=20)
        notices = [worded(one, "Formats") for file in outcome.exported for one in file.notices]
        if notices:
            self._window.notice.say("\n".join(dict.fromkeys(notices)))
        if outcome.stopped is not None and not stopped:
            self._window.show_failure(outcome.stopped)

    def _failed(self, error: Exception) -> None:
        self._end()
        self._window.show_failure(error)

    def _stop(self) -> None:
        if self._running is not None:
            self._running.stop()

    def _end(self) -> None:
        self._running = None
        self._window.status_line.end_progress()


def _beside(root: Path) -> Path:
    """Return where a collection is exported to the first time."""
    return root.with_name(f"{root.name}-export")


def _unseen(*_: object) -> None:
    """Nobody wants to know."""
