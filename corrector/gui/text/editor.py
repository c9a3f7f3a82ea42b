"""The editor of one page's text, with what was found and said about it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QPaintEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from corrector.gui.text.candidates_menu import candidate_actions, candidates_menu
from corrector.gui.text.explanation import explanation
from corrector.gui.text.highlighter import Drawn, SpanHighlighter
from corrector.gui.text.kind_signs import KindSigns
from corrector.gui.text.line_view_edit import LineViewEdit
from corrector.gui.text.mark_overlay import REACH, MarkOverlay
from corrector.gui.text.mark_words import explained
from corrector.gui.text.moving_spans import MovingSpans
from corrector.gui.text.offered import keeping
from corrector.gui.text.passing_tints import PassingTints
from corrector.gui.text.strength import strength_of
from corrector.gui.theme import mark_colours
from corrector.suspicion.findings import CheckResult, Suggestion, Suspicion
from corrector.tasks.kinds import Kind, kind_of
from corrector.tasks.settled import SETTLING
from corrector.text.edits import Edit
from corrector.text.marks import Mark
from corrector.text.steps import Steps
from corrector.text.tokens import Span, token_at


class TextEditor(LineViewEdit):
    """Shows and edits the text of a page, and what was found and said about it."""

    candidate_taken = Signal(object, object)
    """Span of a suspicion, Suggestion: this one is wanted there; the owner makes the change."""
    candidates_wanted = Signal(object)
    """Span: candidates are wanted for an unsuspected token, which has none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: MovingSpans[Suspicion] = MovingSpans()
        self._marks: MovingSpans[Mark] = MovingSpans()
        self._highlighter = SpanHighlighter(
            self.document(), lambda: self._followed.positions, mark_colours(self.palette())
        )
        self._overlay = MarkOverlay(self, lambda: self._followed.positions)
        self._signs = KindSigns(self, lambda: self._followed.positions, self._kinds_between)
        self._tints = PassingTints(self)
        self.cursorPositionChanged.connect(self._tints.refresh)
        self.updateRequest.connect(self._paint_around)
        self.word_actions: Sequence[QAction] = ()
        """What the context menu offers for the word at the caret or what is selected."""
        self.setAccessibleName(self.tr("Text of the page"))

    def load(self, text: str, caret: int = 0, steps: Steps[Any] | None = None) -> None:
        """Show `text` as a new, unmodified one, without findings and marks, caret at `caret`."""
        self._findings, self._marks = MovingSpans(), MovingSpans()
        self._highlighter.set_spans(())
        self._overlay.show(())
        self._tints.forget()
        super().load(text, caret, steps)

    def show_findings(self, result: CheckResult) -> bool:
        """Underline the shown suspicions of `result`; return False when it is for another text."""
        if result.text != self._followed.text:
            return False
        self._findings = MovingSpans((found.span, found) for found in result.suspicions)
        self._draw()
        return True

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Show what persons said about spans of the text as it is now."""
        self._marks = MovingSpans((mark.span, mark) for mark in marks)
        self._overlay.show(
            (span, mark.kind) for span, mark in self._marks.items() if mark.kind not in SETTLING
        )
        self._draw()

    def marks_at(self, position: int) -> tuple[Mark, ...]:
        """Return the editorial marks on the character behind `position` or ending there."""
        there = Span(position, position)
        return tuple(
            replace(mark, span=span)
            for span, mark in self._marks.items()
            if mark.kind not in SETTLING and span.overlaps(there)
        )

    def marks_under(self, point: QPoint) -> tuple[Mark, ...]:
        """Return the editorial marks that are drawn at `point` of the viewport."""
        sign = self._overlay.sign_at(QPointF(point))
        if sign is not None:
            return tuple(one for one in self.marks_at(sign.start) if one.span == sign)
        position = self.cursorForPosition(point).position()
        found = self.marks_at(self._followed.positions.to_code_points(position))
        return tuple(one for one in found if one.span.length)

    def findings(self) -> tuple[Suspicion, ...]:
        """Return the suspicions where they stand now; their `text` is what was checked."""
        return tuple(replace(found, span=span) for span, found in self._findings.items())

    def finding_at(self, position: int) -> Suspicion | None:
        """Return the suspicion at `position`, where it stands now, or None."""
        item = self._findings.at(position)
        return replace(item[1], span=item[0]) if item else None

    def finding_under(self, point: QPoint) -> Suspicion | None:
        """Return the shown suspicion at `point` of the viewport, or None."""
        cursor = self.cursorForPosition(point)
        found = self.finding_at(self._followed.positions.to_code_points(cursor.position()))
        return found if found is not None and found.shown else None

    def show_current(self, span: Span | None) -> None:
        """Tint the suspicion that is looked at, or none."""
        self._tints.show_current(self.cursor_of(span) if span else None)

    def show_hits(self, spans: Sequence[Span]) -> None:
        """Tint what a search found; at most a few hundred spans."""
        self._tints.show_hits([self.cursor_of(span) for span in spans])

    def open_candidates(self) -> None:
        """Offer the candidates of the token at the caret as a menu."""
        found = self.finding_at(self.caret())
        token = token_at(self._followed.text, self.caret())
        if found is not None:
            self.offer_candidates(found.span, found.suggestions, keeping(found))
        elif token is not None:
            self.candidates_wanted.emit(token.span)

    def offer_candidates(
        self, span: Span, suggestions: Sequence[Suggestion], kept: Suggestion | None = None
    ) -> None:
        """Show `suggestions` for `span` in a menu below it; number keys choose, 0 what is kept."""
        menu = candidates_menu(
            suggestions, self, lambda chosen: self.candidate_taken.emit(span, chosen), kept
        )
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.cursorRect(self.cursor_of(Span(span.start, span.start))).bottomLeft()
        menu.popup(self.viewport().mapToGlobal(corner))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.context_menu(event.pos())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def context_menu(self, point: QPoint) -> QMenu:
        """Return the menu for `point` of the viewport; the caret goes there from outside."""
        clicked = self.cursorForPosition(point)
        if not self.textCursor().hasSelection():
            self.setTextCursor(clicked)
        menu = self.createStandardContextMenu(point)
        self._use_own_steps(menu)
        found = self.finding_under(point)
        if found is not None:
            first = menu.actions()[0]
            span = found.span
            menu.insertActions(
                first,
                candidate_actions(
                    found.suggestions,
                    menu,
                    lambda chosen: self.candidate_taken.emit(span, chosen),
                    keeping(found),
                ),
            )
            menu.insertSeparator(first)
        if self.word_actions:
            menu.addSeparator()
            menu.addActions(self.word_actions)
        return menu

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.finding_under(event.pos())
            said = [explanation(found)] if found else []
            said += map(explained, self.marks_under(event.pos()))
            QToolTip.showText(event.globalPos(), "<hr>".join(said), self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._signs.paint(event.rect())
        self._overlay.paint(event.rect())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_tints"):
            self._highlighter.set_colours(mark_colours(self.palette()))
            self._tints.refresh()

    def _follow(self, edits: tuple[Edit, ...]) -> None:
        self._findings.move(edits)
        self._marks.move(edits)
        self._highlighter.move(edits)
        self._overlay.move(edits)
        super()._follow(edits)

    def _paint_around(self, shown: QRect, by: int) -> None:
        """Paint with a line what hangs out of it, where it was and where it is now."""
        if not by:
            self.viewport().update(shown.adjusted(0, -REACH, 0, REACH))

    def _kinds_between(self, start: int, end: int) -> list[tuple[Span, Kind]]:
        """Return the kinds of the shown suspicions between two places that nobody answered."""
        answered = {span for span, mark in self._marks.items() if mark.kind in SETTLING}
        return [
            (span, kind_of(found))
            for span, found in self._findings.between(start, end)
            if found.shown and span not in answered
        ]

    def _draw(self) -> None:
        suspected: list[tuple[Span, Drawn]] = [
            (span, (strength_of(found.score), kind_of(found)))
            for span, found in self._findings.items()
            if found.shown
        ]
        answered: list[tuple[Span, Drawn]] = [
            (span, mark.kind) for span, mark in self._marks.items() if mark.kind in SETTLING
        ]
        self._highlighter.set_spans(suspected + answered)
        self.viewport().update()
