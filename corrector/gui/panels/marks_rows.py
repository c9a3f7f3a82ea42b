"""Marks and proposed marks as rows of texts, for item views; each row keeps what it speaks of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QPalette

from corrector.gui.text.mark_painting import mark_icon
from corrector.gui.text.mark_words import explained, fields_words, kind_word
from corrector.gui.titled_rows import Index, TitledRows
from corrector.gui.wording import local_time, visible, worded
from corrector.text.marks import Mark
from corrector.text.tokens import Span

if TYPE_CHECKING:
    from corrector.tasks.mark_suggestions import MarkSuggestion

_LETTERS: Final = 80
"""Of a long stretch of text, so that a row stays a row."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows.

    Attributes:
        kind: of the mark, for its picture.
        cells: the texts of its columns.
        tip: all about it, as rich text.
        said: the mark or suggestion that it speaks of.
    """

    kind: str
    cells: tuple[str, ...]
    tip: str
    said: Any


class MarksRows(TitledRows):
    """Rows that are told all at once."""

    def __init__(self, titles: Sequence[str], parent: QObject) -> None:
        super().__init__(titles, (), parent)
        self._rows: tuple[Row, ...]
        self.palette = QPalette()

    def show_rows(self, rows: Sequence[Row]) -> bool:
        """Show `rows`; return whether any looks or stands otherwise than before."""
        differs = [(row.kind, row.cells) for row in rows] != [
            (row.kind, row.cells) for row in self._rows
        ]
        if differs:
            self.beginResetModel()
        self._rows = tuple(rows)
        if differs:
            self.endResetModel()
        return differs

    def row(self, number: int) -> Row:
        """Return a row."""
        return self._rows[number]

    def rows(self) -> tuple[Row, ...]:
        """Return all rows."""
        return self._rows

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tip
        if role == Qt.ItemDataRole.DecorationRole and not index.column():
            return mark_icon(row.kind, self.palette)
        return None


def row_of_mark(mark: Mark, text: str) -> Row:
    """Return the row of a mark in `text`."""
    said = ", ".join(part for part in (fields_words(mark), mark.note) if part)
    place = where(mark.span, text)
    cells = (kind_word(mark.kind), place, said, mark.author, local_time(mark.time))
    return Row(mark.kind, cells, explained(mark), mark)


def row_of_suggestion(suggestion: "MarkSuggestion", text: str) -> Row:
    """Return the row of a proposed mark in `text`."""
    mark = Mark(suggestion.kind, suggestion.span, "", "", fields=suggestion.fields)
    reason = worded(suggestion.reason, "Suggestions")
    said = fields_words(mark)
    cells = (kind_word(mark.kind), where(mark.span, text), reason, said)
    return Row(mark.kind, cells, f"{explained(mark)}<br>{reason}", suggestion)


def where(span: Span, text: str) -> str:
    """Return the marked words, or the line where there are none."""
    if span.length:
        return visible(span.of(text)[:_LETTERS])
    line = text.count("\n", 0, span.start) + 1
    return QCoreApplication.translate("Marks", "line {number}").format(number=line)
