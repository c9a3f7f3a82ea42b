"""Change all like this: the wrong reading at the caret, everywhere, seen and ticked."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from corrector.gui.failures import failure_text
from corrector.gui.series.outcome_words import outcome_words
from corrector.gui.series.searching import OnDesk, SeriesSearch
from corrector.gui.series.ticking import Ticking
from corrector.record.entries import Page
from corrector.suspicion.findings import Suggestion
from corrector.tasks.export_choice import Scope
from corrector.text.tokens import token_at

if TYPE_CHECKING:
    from corrector.gui.main_window import MainWindow
    from corrector.gui.series.changing import Carried, SeriesChanging
    from corrector.gui.series.crops import ReadScan, SeriesCrops
    from corrector.gui.series.dialog import SeriesDialog
    from corrector.tasks.collection import Collection
    from corrector.tasks.series import SeriesPage


@runtime_checkable
class ShowsReadings(Protocol):
    """A window of its own that shows what a word was, and what it is or may be."""

    def readings(self) -> tuple[str, str]:
        """Return both readings of the place that is looked at; empty where there are none."""
        ...


class SeriesFeature(QObject):
    """Opens the dialog, lets pages be searched and changed, and says what was done."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._ticking = Ticking()
        self._search = SeriesSearch(window.background, self)
        self._search.found.connect(self._take)
        self._search.stepped.connect(self._show_searched)
        self._search.failed.connect(self._search_failed)
        self._changing: SeriesChanging | None = None
        self._crops: SeriesCrops | None = None
        self._last: Carried | None = None
        self.dialog: SeriesDialog | None = None
        window.desk.opened.connect(lambda _: self._forget_last())

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for each of its commands, by name."""
        return {"series": self.open}

    def open(self) -> None:
        """Ask about the reading at the caret, once it is known who is working."""
        if self._changing is not None and self._changing.busy:
            self._window.status_line.say(self.tr("The series before is still being taken back."))
        elif self._desk.work is not None and self.dialog is None:
            front: object = QApplication.activeWindow()
            asked = _shown_by(front) if isinstance(front, ShowsReadings) else self._asked()
            if isinstance(front, QDialog) and front.isModal():
                front.close()  # nobody could answer in a dialog that opens behind it
            # The dialog that asks for a name is to be gone first, or it takes the focus along.
            self._window.saving.knowing_person(
                lambda: QTimer.singleShot(0, self, lambda: self._open(*asked))
            )

    def _asked(self) -> tuple[str, str]:
        """Return the wrong reading that is meant, and what it probably is."""
        from corrector.tasks.series_rule import readings_of

        editor, text = self._window.editor, self._window.editor.exact_text()
        selected = editor.selection().of(text).strip()
        current = self._window.verifying.current
        in_bar = self._window.verify_bar.isAncestorOf(self._window.focusWidget())
        at = editor.selection().start if selected else editor.caret()
        found = current if in_bar and current else editor.finding_at(at)
        token = token_at(text, at)
        readings = readings_of(token.text) if token is not None else ("", "")
        if found is not None:
            fitting = (one for one in found.suggestions if one.fits(text, found.span))
            best = next((one for one in fitting if one.text != found.text), Suggestion("", 0.0))
            readings = readings_of(best.before + found.text + best.behind, best.text)
        if selected and "\n" not in selected and not in_bar and selected != readings[0]:
            return selected, ""
        return readings

    def _open(self, wrong: str, right: str) -> None:
        from corrector.gui.series.crops import SeriesCrops
        from corrector.gui.series.dialog import SeriesDialog

        collection = self._desk.collection
        if collection is None or self.dialog is not None:
            return
        read = self._reads_scan() if collection.writable else None
        self._crops = SeriesCrops(self._window.background, collection, read, self)
        dialog = SeriesDialog(self._window, self._ticking, self._crops, self._scopes())
        dialog.search_wanted.connect(self._look)
        dialog.change_wanted.connect(self._change)
        dialog.take_back_wanted.connect(self._take_back)
        dialog.stop_wanted.connect(self._stop)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        last = self._last.series.rule if self._last is not None else None
        dialog.begin(wrong, right, f"{last.wrong} → {last.right}" if last is not None else "")
        dialog.open()

    def _reads_scan(self) -> "ReadScan":
        """Return what reads a scan as it is read when its page is shown: silently, for places."""
        settings = self._window.preferences.settings

        def read(collection: "Collection", found: "SeriesPage") -> None:
            from corrector.tasks.linked import lacks_places
            from corrector.tasks.placing import read_places

            if not lacks_places(collection, found.page):
                return  # it was shown or recognised meanwhile
            read_places(
                collection,
                found.page,
                found.text,
                usual=settings.languages or None,
                time_limit=settings.time_limit,
            )

        return read

    def _scopes(self) -> Mapping[Scope, str]:
        work, pages = self._desk.work, self._desk.pages
        label = work.content.page.label if work is not None else ""
        document = self.tr("This document (pages: {count})")
        whole = self.tr("The whole collection (pages: {count})")
        return {
            Scope.PAGE: self.tr("This page ({page})").format(page=label),
            Scope.DOCUMENT: document.format(count=len(self._pages(Scope.DOCUMENT))),
            Scope.COLLECTION: whole.format(count=len(pages)),
        }

    def _pages(self, scope: Scope) -> Sequence[Page]:
        work, pages = self._desk.work, self._desk.pages
        if scope is Scope.COLLECTION or work is None:
            return pages
        here = work.content.page
        if scope is Scope.DOCUMENT:
            return [one for one in pages if one.document == here.document]
        return [one for one in pages if one.id == here.id]

    def _look(self) -> None:
        """Look for the reading that the dialog asks for now."""
        dialog, collection, work = self.dialog, self._desk.collection, self._desk.work
        self._search.stop()
        if dialog is None or collection is None or self._crops is None:
            return
        self._crops.clear()
        rule = dialog.sought
        if rule is None:
            dialog.show_searched(0, 0)
            return
        on_desk = None
        if work is not None:
            content = work.content
            on_desk = OnDesk(content.page.id, work.text, content.first_text, work.marks)
        pages = self._pages(Scope(dialog.scope.currentData()))
        self._search.begin(collection, pages, rule, on_desk)

    def _take(self, found: "Sequence[SeriesPage]") -> None:
        self._ticking.add(found)
        if self.dialog is not None:
            self.dialog.show_found()

    def _show_searched(self, done: int, total: int) -> None:
        if self.dialog is not None:
            self.dialog.show_searched(done, total)

    def _search_failed(self, error: Exception) -> None:
        if self.dialog is not None:
            self.dialog.say(failure_text(error))

    def _change(self) -> None:
        from corrector.tasks.changing_series import Series

        dialog = self.dialog
        if dialog is None or dialog.rule is None:
            return
        scope = Scope(dialog.scope.currentData()).value
        note = dialog.note.text().strip()
        series = Series(dialog.rule, self._desk.person, scope=scope, note=note)
        dialog.begin_changing()
        self._course().change(series, self._ticking.chosen())

    def _take_back(self) -> None:
        if self._last is not None and not self._course().busy:
            if self.dialog is not None:
                self.dialog.begin_changing()
            self._course().take_back(self._last)

    def _stop(self) -> None:
        self._course().stop()

    def _course(self) -> "SeriesChanging":
        from corrector.gui.series.changing import SeriesChanging

        if self._changing is None:
            self._changing = SeriesChanging(self._window)
            self._changing.stepped.connect(self._show_changed)
            self._changing.finished.connect(self._done)
        return self._changing

    def _show_changed(self, done: int, total: int) -> None:
        if self.dialog is not None:
            self.dialog.show_changed(done, total)

    def _done(self, carried: "Carried") -> None:
        """Say what was done, and offer to take it back."""
        if self.dialog is not None:
            self.dialog.end()
        if carried.back:
            self._last = self._last.without(carried) if self._last is not None else None
        elif carried.changed:
            self._last = carried
        offered = self._last is not None and (carried.changed or carried.back)
        answers = [(self.tr("&Take this series back"), self._take_back)] if offered else []
        self._window.notice.say(outcome_words(carried), answers)

    def _closed(self) -> None:
        self._search.stop()
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
        if self._crops is not None:
            self._crops.clear()
            self._crops.deleteLater()
            self._crops = None
        self._ticking.clear()

    def _forget_last(self) -> None:
        self._last = None


def _shown_by(front: ShowsReadings) -> tuple[str, str]:
    """Return the wrong and the right reading of the place that `front` looks at."""
    from corrector.tasks.series_rule import readings_of

    wrong, right = front.readings()
    return ("", "") if "\n" in wrong + right else readings_of(wrong, right)
