"""Export in the window: what, how and where to; then what was written."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from corrector.gui.background import Background
from corrector.gui.desk import Desk
from corrector.gui.dialogs.export_dialog import ExportAnswer, ExportDialog, OfferedFormat, Scope
from corrector.record.entries import Page
from corrector.settings import Settings
from corrector.tasks.progress import Progress

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection
    from corrector.tasks.exporting import Exported


class Exporting(QObject):
    """Asks and exports."""

    stepped = Signal(int, int, str)
    ended = Signal()
    exported = Signal(object)
    """tuple[Exported, ...]: what was written."""
    chosen = Signal(object)
    """ExportAnswer, to be remembered for the next time."""
    failed = Signal(Exception)

    def __init__(self, background: Background, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._background, self._desk, self._window = background, desk, window
        self.settings = Settings()

    def ask(self) -> None:
        """Ask what is to be exported."""
        collection = self._desk.collection
        if collection is None:
            return
        self._desk.put_draft()
        dialog = ExportDialog(
            self._window,
            formats=self._offered(),
            scopes=self._scopes(),
            folder=self._folder(collection),
        )
        dialog.accepted.connect(lambda: self._export(collection, dialog.answer()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _export(self, collection: "Collection", answer: ExportAnswer) -> None:
        self.chosen.emit(answer)
        numbers = {page.number for page in self._pages(answer.scope)}

        def task(progress: Progress) -> "tuple[Exported, ...]":
            from corrector.tasks.exporting import Export, Unit, export_files

            # A scope of one page gives one file of it; else the format's usual unit holds.
            unit = Unit.PAGE if answer.scope is Scope.PAGE else None
            wish = Export(answer.format, answer.profile or None, unit)
            pages = [page for page in collection.pages() if page.number in numbers]
            return tuple(export_files(collection, pages, wish, answer.folder, progress))

        self._background.run(
            task, lane="record", stepped=self.stepped.emit, done=self._done, failed=self._failed
        )

    def _pages(self, scope: Scope) -> Sequence[Page]:
        work = self._desk.work
        if scope is Scope.COLLECTION or work is None:
            return self._desk.pages
        if scope is Scope.PAGE:
            return [work.content.page]
        return [page for page in self._desk.pages if page.document == work.content.page.document]

    def _scopes(self) -> dict[Scope, str]:
        work, collection = self._desk.work, self._desk.collection
        scopes = {Scope.COLLECTION: collection.root.resolve().name if collection else ""}
        if work is not None:
            scopes = {
                Scope.PAGE: work.content.page.label,
                Scope.DOCUMENT: work.content.page.document,
                **scopes,
            }
        return scopes

    def _offered(self) -> list[OfferedFormat]:
        from corrector.tasks.export_formats import offers

        offered = [
            OfferedFormat(
                offer.name,
                _translated(offer.title),
                [(name, _translated(title)) for name, title in offer.profiles],
                offer.whole,
            )
            for offer in offers()
        ]
        return sorted(offered, key=lambda one: one.name != self.settings.export_format)

    def _folder(self, collection: "Collection") -> Path:
        if self.settings.export_folder:
            return Path(self.settings.export_folder)
        root = collection.root.resolve()
        return root.with_name(f"{root.name}-export")

    def _done(self, exported: "tuple[Exported, ...]") -> None:
        self.ended.emit()
        self.exported.emit(exported)

    def _failed(self, error: Exception) -> None:
        self.ended.emit()
        self.failed.emit(error)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Formats", text)
