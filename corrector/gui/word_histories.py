"""Shows what happened to the word at the caret, from its first reading to the last key."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from corrector.gui.desk import Desk
from corrector.gui.noting import Noting
from corrector.gui.page_work import PageWork
from corrector.gui.wording import local_time, visible, word
from corrector.record.entries import Certainty
from corrector.text.tokens import Span

if TYPE_CHECKING:
    from corrector.gui.dialogs.word_history_dialog import Row
    from corrector.tasks.word_history import WordChange


class WordHistories(QObject):
    """Opens the history of a word, unsaved typing included."""

    def __init__(self, desk: Desk, noting: Noting, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._noting, self._window = desk, noting, window

    def open(self) -> None:
        """Show the history of what is selected, or of the word at the caret."""
        from corrector.gui.dialogs.word_history_dialog import WordHistoryDialog

        work, span = self._desk.work, self._noting.span_of_word()
        if work is None or span is None:
            return
        dialog = WordHistoryDialog(
            self._window,
            visible(span.of(work.text)),
            self._rows(work, span),
            self._marks(work, span),
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _rows(self, work: PageWork, span: Span) -> "list[Row]":
        from corrector.gui.dialogs.word_history_dialog import Row
        from corrector.tasks.word_history import word_history

        found = word_history(
            work.content.versions,
            work.text,
            span,
            base=work.base.number if work.base else None,
            statements=work.valid_statements(),
        )
        return [
            Row(
                version=self.tr("unsaved") if one.version is None else str(one.version),
                time=local_time(one.time) if one.time else "",
                author=one.author or self._desk.person.name,
                old=visible(one.old) or "∅",
                new=visible(one.new) or "∅",
                why=self._why(one),
                origin=word(one.origin),
                remarks=" · ".join(part for part in (one.note, one.evidence) if part),
            )
            for one in found
        ]

    def _why(self, change: "WordChange") -> str:
        said = [] if change.cause is None else [word(change.cause)]
        if change.certainty is not Certainty.UNKNOWN:
            template = self.tr("certainty: {certainty}")
            said.append(template.format(certainty=word(change.certainty)))
        return ", ".join(said)

    def _marks(self, work: PageWork, span: Span) -> list[str]:
        said = self.tr("{kind}, {name}, {time}")
        return [
            said.format(kind=one.kind, name=one.author, time=local_time(one.time))
            for one in work.marks
            if one.span.overlaps(span)
        ]
