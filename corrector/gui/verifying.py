"""Goes through suspicions one after another, over page borders, and does what is answered."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from corrector.gui.checking import Checking, Found
from corrector.gui.desk import Desk
from corrector.gui.page_work import TAKEN, PageWork
from corrector.gui.panels.verify_bar import VerifyBar
from corrector.gui.scan.view import ScanView
from corrector.gui.scan_link import ScanLink
from corrector.gui.text.editor import TextEditor
from corrector.record.entries import Origin, Statement
from corrector.suspicion.findings import Suggestion, Suspicion
from corrector.tasks.clock import now
from corrector.tasks.settled import CONFIRMED, DOUBTFUL, SETTLING
from corrector.text.marks import Mark
from corrector.text.tokens import Span, token_at

STRIP_MARGIN: Final = 14
"""Pixels of the stored scan shown around the line in the verify bar."""


class Verifying(QObject):
    """The suspicion that is looked at, and the way to the next one."""

    exhausted = Signal(int)
    """No page has a suspicion left from here to the end, or with -1 to the beginning."""

    def __init__(
        self,
        desk: Desk,
        checking: Checking,
        link: ScanLink,
        *,
        editor: TextEditor,
        bar: VerifyBar,
        scan: ScanView,
    ) -> None:
        super().__init__(editor)
        self._desk, self._link = desk, link
        self._editor, self._bar, self._scan = editor, bar, scan
        self._current: Suspicion | None = None
        self._entered = False
        self._total = 0
        self._wish = 0
        self._counts: dict[int, int] = {}
        self._tallies = checking.tallies
        self._left, self._hidden = 0, self._tallies.hidden
        checking.counted.connect(self._count)
        checking.tallies.recounted.connect(self._counts.update)
        desk.opened.connect(lambda _: self._counts.clear())
        desk.shown.connect(self._forget)
        checking.found.connect(self._take)
        scan.pixels_ready.connect(self._show_strip)
        scan.unreadable.connect(self._tell_unreadable)
        link.linked.connect(self._show_strip)
        editor.candidate_taken.connect(self._take_candidate_at)
        bar.candidate_taken.connect(self._take_candidate)
        bar.reading_typed.connect(self._take_typed)
        bar.confirmed.connect(self.confirm)
        bar.doubted.connect(self.doubt)
        bar.next_wanted.connect(lambda: self.go(1))
        bar.previous_wanted.connect(lambda: self.go(-1))
        bar.left.connect(editor.setFocus)

    @property
    def current(self) -> Suspicion | None:
        """The suspicion that the verify bar shows, or None."""
        return self._current

    def go(self, step: int) -> None:
        """Look at the next suspicion, or the previous one; go on to other pages where none is left.

        Args:
            step: 1 or -1.
        """
        found = self._beyond(step)
        if found is not None:
            self._look_at(found)
        else:
            self._turn_page(step)

    def look_at(self, span: Span) -> None:
        """Look at the suspicion at `span`, if there is one."""
        found = self._editor.finding_at(span.start)
        if found is not None:
            self._look_at(found)

    def confirm(self) -> None:
        """Say that the token stands right as it is, and go on."""
        self._mark(CONFIRMED)

    def doubt(self) -> None:
        """Leave a mark that the token is doubtful, and go on."""
        self._mark(DOUBTFUL)

    def _mark(self, kind: str, span: Span | None = None) -> None:
        span = self._asked_about() if span is None else span
        work = self._desk.work
        if span is None or work is None or not self._may_change():
            return
        work.mark(Mark(kind, span, self._desk.person.name, now().isoformat()))
        self._editor.show_marks(work.marks)
        self._desk.touch()
        self._go_on_from(span)

    def _asked_about(self) -> Span | None:
        """Return the span that an answer is about: the one in the bar, or the caret's token."""
        if self._current is not None and self._entered:
            return self._current.span
        caret = self._editor.caret()
        found = self._editor.finding_at(caret)
        token = token_at(self._editor.exact_text(), caret)
        return found.span if found else token.span if token else None

    def _take_candidate(self, chosen: Suggestion) -> None:
        if self._current is not None:
            self._take_candidate_at(self._current.span, chosen)

    def _take_candidate_at(self, span: Span, chosen: Suggestion) -> None:
        """Put a candidate in the place of `span`; to keep what stands there is to confirm it."""
        text = self._editor.exact_text()
        if chosen.text == span.of(text):
            self._mark(CONFIRMED, span)
        elif chosen.fits(text, span):  # else what it joins was edited, and other ones come soon
            self._replace(chosen.replaced(span), chosen.text, Origin.CANDIDATE)

    def _take_typed(self, text: str) -> None:
        if self._current is None:
            return
        if text == self._current.text:
            self.confirm()
        else:
            self._replace(self._current.span, text, Origin.TYPED)

    def _replace(self, span: Span, new: str, origin: Origin) -> None:
        """Put `new` in the place of `span`, remember how it came, and go on."""
        work = self._desk.work
        if work is None or not self._may_change():
            return
        place = span if new else _with_blank(span, self._editor.exact_text())
        self._editor.replace_span(place, new)
        made = Span(place.start, place.start + len(new))
        if origin is not Origin.TYPED:
            work.say(Statement(made, origin=origin, details={TAKEN: new}))
            self._desk.touch()
        self._go_on_from(made)

    def _go_on_from(self, span: Span) -> None:
        """Look at what comes next; in the bar that may be on another page."""
        in_bar = self._bar.isAncestorOf(self._editor.window().focusWidget())
        self._current = None
        self._editor.go_to(span.end)
        following = self._beyond(1)
        if following is None and in_bar:
            self._turn_page(1)
        else:
            self._look_at(following, enter=in_bar)

    def _open(self) -> list[Suspicion]:
        """Return the suspicions that nobody has answered yet, in order of the text."""
        text = self._editor.exact_text()
        marks = self._desk.work.marks if self._desk.work else ()
        settled = {mark.span for mark in marks if mark.kind in SETTLING}
        return [
            one
            for one in self._editor.findings()
            if one.shown and one.span.of(text) == one.text and one.span not in settled
        ]

    def _beyond(self, step: int) -> Suspicion | None:
        """Return the next suspicion from where the person is, or the previous one."""
        caret = self._editor.caret()
        if self._current is not None and not self._entered and step > 0:
            return self._current
        here = self._current.span.start if self._current and self._entered else None
        if step > 0:
            after = caret if here is None else here + 1
            return next((one for one in self._open() if one.span.start >= after), None)
        before = caret if here is None else here
        return next((one for one in reversed(self._open()) if one.span.start < before), None)

    def _look_at(self, found: Suspicion | None, *, enter: bool = True) -> None:
        """Show a suspicion in the bar.

        Args:
            found: what to show; None to say that nothing is left.
            enter: go there with caret and focus; otherwise it is only shown beside the typing.
        """
        self._current, self._entered = found, enter and found is not None
        self._editor.show_current(found.span if found else None)
        if found is None:
            self._show_nothing()
            return
        self._show_asked(found, len(self._open()))
        self._show_strip()
        if enter:
            self._editor.go_to(found.span.start)
            self._bar.setFocus()

    def _show_asked(self, found: Suspicion, left: int) -> None:
        """Ask about `found`; the total is of the kinds that are shown now."""
        if self._hidden != self._tallies.hidden:
            self._hidden, self._total = self._tallies.hidden, 0
        self._left, self._total = left, max(self._total, left)
        self._bar.show_suspicion(found, left=left, total=self._total)

    def _show_nothing(self) -> None:
        """Say that nothing is left on the page, or nothing from here on."""
        before = len(self._open())
        if before:
            back = self.tr("Shift+F3 goes back to those before: {count}.").format(count=before)
            self._bar.show_remark(self.tr("No suspicions from here to the end of the page"), back)
        else:
            self._bar.show_nothing(self._what_next())

    def _what_next(self) -> str:
        """Return what can be done where nothing is left on the page."""
        said = self.tr("F3 goes on to the next page that has some.")
        hidden = sum(not one.shown for one in self._editor.findings())
        if hidden and self._tallies.hidden:
            of_kinds = self.tr("Not asked about, since their kinds are hidden: {count}.")
            said = f"{of_kinds.format(count=hidden)} {said}"
        return said

    def _turn_page(self, step: int) -> None:
        """Go to the nearest page that may have a suspicion."""
        here = self._desk.work.number if self._desk.work else 0
        pages = self._desk.pages[here:] if step > 0 else self._desk.pages[: max(0, here - 1)][::-1]
        for page in pages:
            if page.versions and self._counts.get(page.number, 1):
                self._wish = step
                self._bar.show_waiting()
                self._desk.show(page.number)
                return
        self._wish = 0
        if self._current not in self._open():
            self._look_at(None)
        self.exhausted.emit(step)

    def _take(self, found: Found) -> None:
        """Show what was found in the text as it is now."""
        if not self._editor.show_findings(found.result):
            return
        open_ones = self._open()
        wish, self._wish = self._wish, 0
        if wish and open_ones:
            self._look_at(open_ones[0 if wish > 0 else -1])
        elif wish:
            self._counts[found.number] = 0
            self._turn_page(wish)
        else:
            self._refresh(open_ones)

    def _refresh(self, open_ones: Sequence[Suspicion]) -> None:
        """Keep asking about the same place where it is still suspected, without taking focus."""
        here = self._current.span.start if self._current else self._editor.caret()
        same = next((one for one in open_ones if one.span.start == here), None)
        if same is not None and self._entered and self._bar.is_asking():
            self._current = same
            self._editor.show_current(same.span)
            if len(open_ones) != self._left:
                self._show_asked(same, len(open_ones))
            return
        following = next((one for one in open_ones if one.span.start >= here), None)
        self._look_at(following or (open_ones[0] if open_ones else None), enter=False)

    def _show_strip(self) -> None:
        if self._current is None:
            return
        word, line = self._link.boxes_at(self._current.span)
        if line is None:
            self._bar.show_strip(None)
            return
        self._bar.show_strip(*self._scan.strip_of(line, word, STRIP_MARGIN))

    def _count(self, number: int, count: int) -> None:
        self._counts[number] = count

    def _forget(self, work: PageWork) -> None:
        self._current, self._entered, self._total = None, False, 0
        if work.text:
            self._bar.show_waiting()
        elif work.content.page.waiting:
            self._bar.show_remark(
                self.tr("The text of this document waits to be divided among its pages."),
                self.tr("Ctrl+Shift+D proposes where each page begins."),
            )
        else:
            self._bar.show_remark(
                self.tr("This page has no text yet."), self.tr("Ctrl+Shift+R recognises its scan.")
            )

    def _tell_unreadable(self) -> None:
        """Offer no recognition where the scan of a page without text cannot be read."""
        work = self._desk.work
        if work is not None and not work.text and not work.content.page.waiting:
            self._bar.show_remark(
                self.tr("This page has no text yet, and its scan cannot be read."),
                self.tr("Put a sound copy of the scan in its place, or type what you know."),
            )

    def _may_change(self) -> bool:
        return self._desk.may_edit


def _with_blank(span: Span, text: str) -> Span:
    """Return `span` with the blank that would be left over when its text is deleted."""
    if text[span.start - 1 : span.start] == " ":
        return Span(span.start - 1, span.end)
    if text[span.end : span.end + 1] == " ":
        return Span(span.start, span.end + 1)
    return span
