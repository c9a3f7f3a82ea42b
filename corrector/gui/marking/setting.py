"""Sets, changes and removes editorial marks on the page on the desk; each is one step to undo."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QRect, Signal

from corrector.gui.desk import Desk
from corrector.gui.marking.entries import box_in, zone_of
from corrector.gui.marking.form import NOTE, MarkForm
from corrector.gui.marking.places import place_of, said_before
from corrector.gui.scan.view import ScanView
from corrector.gui.scan_link import ScanLink, boxes_of
from corrector.gui.text.editor import TextEditor
from corrector.gui.text.mark_words import in_words, kind_word
from corrector.gui.wording import visible
from corrector.linking.links import united
from corrector.scans.geometry import Box
from corrector.tasks.clock import now
from corrector.text.marks import Mark
from corrector.text.phenomena import PHENOMENON_BY_NAME
from corrector.text.phenomenon import Entry, Phenomenon
from corrector.text.tokens import Span

_NOT_REMEMBERED: Final = frozenset(
    {NOTE, "correction", "alternative", "expansion", "identifier", "question", "number", "name"}
)
"""What is said of one place only, so that it is not offered at the next one."""
_SHOWN: Final = 60
"""Letters of the marked text that the form shows."""


class Setting(QObject):
    """The way from a key to a mark: its place, its form, its step."""

    said = Signal(str)
    """What was done, or why nothing was, for the status line."""

    def __init__(self, desk: Desk, editor: TextEditor, scan: ScanView, link: ScanLink) -> None:
        super().__init__(editor)
        self._desk, self._editor, self._scan, self._link = desk, editor, scan, link
        self._last: dict[str, Mapping[str, str]] = {}
        self._form: MarkForm | None = None
        editor.edited.connect(lambda _: self._leave_form())
        editor.stepped.connect(self._leave_form)
        desk.shown.connect(lambda _: self._leave_form())
        scan.region_chosen.connect(self._take_region)
        scan.region_called_off.connect(self._come_back)

    def mark(self, phenomenon: Phenomenon) -> None:
        """Mark what is selected or stands at the caret; on a second press change the mark."""
        work = self._desk.work
        if work is None:
            return
        caret, selected = self._editor.caret(), self._editor.selection()
        place = place_of(phenomenon, work.text, caret, selected)
        if place is None:
            words = self.tr("There is nothing to mark as “{kind}” here.")
            self.said.emit(words.format(kind=kind_word(phenomenon.name)))
            return
        before = said_before(phenomenon, work.marks, place, caret, selected)
        if before is not None:
            self.change(before)
        elif phenomenon.fields or phenomenon.name == NOTE:
            self._ask(phenomenon, place, self._first_values(phenomenon, place), None)
        else:
            self.put(None, self._made(phenomenon.name, place, {}))

    def change(self, mark: Mark) -> None:
        """Open the form of a mark that is there."""
        phenomenon = PHENOMENON_BY_NAME.get(mark.kind)
        if phenomenon is not None:
            values = {**dict(mark.fields), NOTE: mark.note}
            for field in phenomenon.fields:
                values.setdefault(field.name, "")
            self._ask(phenomenon, mark.span, values, mark)

    def change_here(self) -> None:
        """Open the form of the innermost mark at the caret."""
        here = self._innermost()
        if here is not None:
            self.change(here)

    def remove_here(self) -> None:
        """Take the innermost mark at the caret away."""
        here = self._innermost()
        if here is not None:
            self.remove((here,))

    def remove(self, marks: Sequence[Mark]) -> None:
        """Take marks away; one step."""
        words = "; ".join(map(in_words, marks))
        self._do(marks, (), self.tr("Removed: {mark}").format(mark=words))

    def put(self, before: Mark | None, mark: Mark) -> None:
        """Set a mark in place of the one before, if there was one."""
        old = (before,) if before is not None else ()
        self._do(old, (mark,), self.tr("Marked: {mark}").format(mark=in_words(mark)))

    def put_all(self, said: Sequence[tuple[str, Span, Mapping[str, str]]]) -> None:
        """Set marks of these kinds on these spans with these fields; one step for all."""
        marks = tuple(
            self._made(kind, span, {**self._zones_of(PHENOMENON_BY_NAME[kind], span), **fields})
            for kind, span, fields in said
        )
        if marks:
            self._do((), marks, self.tr("Marks set: {count}.").format(count=len(marks)))

    def _do(self, old: Sequence[Mark], new: Sequence[Mark], said: str) -> None:
        work, collection = self._desk.work, self._desk.collection
        if work is None or collection is None or not collection.writable:
            return
        self.said.emit(said)
        work.change_marks(old, new)
        self._editor.show_marks(work.marks)
        self._desk.touch()

    def _innermost(self) -> Mark | None:
        here = self._editor.marks_at(self._editor.caret())
        if not here:
            self.said.emit(self.tr("There is no mark at the caret."))
        return min(here, key=lambda one: one.span.length, default=None)

    def _made(self, kind: str, span: Span, values: Mapping[str, str]) -> Mark:
        fields = tuple(sorted((name, one) for name, one in values.items() if one and name != NOTE))
        author, time = self._desk.person.name, now().isoformat()
        return Mark(kind, span, author, time, values.get(NOTE, ""), fields)

    def _first_values(self, phenomenon: Phenomenon, place: Span) -> Mapping[str, str]:
        """Return what was said the last time, and where the marked words stand on the scan."""
        last = self._last.get(phenomenon.name, {})
        return {**last, **self._zones_of(phenomenon, place)}

    def _zones_of(self, phenomenon: Phenomenon, place: Span) -> Mapping[str, str]:
        """Return where the words at `place` stand on the scan, for the fields that say it."""
        box = united(boxes_of(self._link.links, place))
        zone = zone_of(box) if box is not None else ""
        return {one.name: zone for one in phenomenon.fields if one.entry is Entry.ZONE}

    def _ask(
        self,
        phenomenon: Phenomenon,
        place: Span,
        values: Mapping[str, str],
        before: Mark | None,
    ) -> None:
        self._leave_form()
        form = MarkForm(self._editor.window(), phenomenon, self._about(place), values)
        form.accepted.connect(lambda: self._take(form, place, before))
        form.finished.connect(lambda _: self._forget(form))
        form.zone_wanted.connect(self._ask_for_zone)
        self._form = form
        form.show_at(self._line_on_screen(place))

    def _take(self, form: MarkForm, place: Span, before: Mark | None) -> None:
        name, values = form.phenomenon.name, form.values()
        zones = {one.name for one in form.phenomenon.fields if one.entry is Entry.ZONE}
        forgotten = _NOT_REMEMBERED | zones
        empty = {one.name: "" for one in form.phenomenon.fields if one.name not in forgotten}
        self._last[name] = empty | {
            field: value for field, value in values.items() if field not in forgotten
        }
        self.put(before, self._made(name, place, values))

    def _forget(self, form: MarkForm) -> None:
        if self._form is form:
            self._form = None
        form.deleteLater()
        self._editor.setFocus()

    def _leave_form(self) -> None:
        if self._form is not None:
            self._form.reject()

    def _ask_for_zone(self, field: str) -> None:
        form = self._form
        if form is None:
            return
        held = box_in(form.values().get(field, ""))
        self._editor.window().activateWindow()
        self._scan.begin_region(_purpose(field), first=held)
        if not self._scan.region_wanted:
            self.said.emit(self.tr("There is no scan to choose a place on."))
            form.come_back()

    def _take_region(self, box: Box, purpose: str) -> None:
        form = self._form
        if form is not None and purpose.startswith(_purpose("")):
            form.set_zone(purpose.removeprefix(_purpose("")), zone_of(box))
            self._scan.clear_region()

    def _come_back(self, purpose: str) -> None:
        if self._form is not None and purpose.startswith(_purpose("")):
            self._form.come_back()

    def _about(self, place: Span) -> str:
        if not place.length:
            return self.tr("At the caret, without text")
        words = visible(place.of(self._editor.exact_text()))
        return f"“{words[:_SHOWN]}…”" if len(words) > _SHOWN else f"“{words}”"

    def _line_on_screen(self, place: Span) -> QRect:
        at = self._editor.cursorRect(self._editor.cursor_of(Span(place.start, place.start)))
        corner = self._editor.viewport().mapToGlobal(at.topLeft())
        return QRect(corner, at.size())


def _purpose(field: str) -> str:
    """Return what the scan is asked for, so that its answer is told from others'."""
    return f"mark:{field}"


def title_of(phenomenon: Phenomenon) -> str:
    """Return what the menu says for marking as `phenomenon`."""
    words = QCoreApplication.translate("Actions", "Mark: {kind}")
    return words.format(kind=kind_word(phenomenon.name))
