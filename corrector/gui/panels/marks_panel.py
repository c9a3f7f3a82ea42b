"""The panel that lists the marks of the page and those that are proposed for it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from corrector.gui.panels.marks_rows import MarksRows, Row, row_of_mark, row_of_suggestion
from corrector.gui.panels.marks_view import MarksView, Wish
from corrector.text.marks import Mark
from corrector.text.tokens import Span

if TYPE_CHECKING:
    from corrector.tasks.mark_suggestions import MarkSuggestion

_MARGIN: Final = 4


class MarksPanel(QWidget):
    """Two lists: what was marked, and what might be; the person answers by key."""

    shown = Signal()
    """The panel came into sight: it has to be told what is marked now."""
    chosen = Signal(object)
    """Mark: the person wants to go there."""
    looked_at = Signal(Span)
    """The place of the row that the person came to."""
    edit_wanted = Signal(object)
    """Mark: its form is wanted."""
    removal_wanted = Signal(object)
    """Mark: it is to be taken away."""
    accepted = Signal(object)
    """Sequence of MarkSuggestion: they are to be set."""
    declined = Signal(object)
    """Sequence of MarkSuggestion: they are not to be proposed again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = MarksRows(
            (self.tr("Mark"), self.tr("Where"), self.tr("Said"), self.tr("Who"), self.tr("When")),
            self,
        )
        self._suggested = MarksRows(
            (self.tr("Mark"), self.tr("Where"), self.tr("Why"), self.tr("Said")), self
        )
        self._list, self._open = MarksView(self._marks), MarksView(self._suggested)
        self._count, self._open_count = QLabel(), QLabel()
        self._filter = QLineEdit()
        self._writable = True
        self._build()
        self._list.wished.connect(self._answer_mark)
        self._open.wished.connect(self._answer_suggestion)
        for view in (self._list, self._open):
            view.looked_at.connect(lambda said: self.looked_at.emit(said.span))
        self.show_marks((), "")
        self.show_suggestions((), "")

    def show_marks(self, marks: Sequence[Mark], text: str) -> None:
        """List `marks` of `text`, in the order they have."""
        self._list.show_rows([row_of_mark(one, text) for one in marks])
        self._count.setText(self.tr("Mar&ked: {count}").format(count=len(marks)))

    def show_suggestions(self, some: "Sequence[MarkSuggestion]", text: str) -> None:
        """List the marks that are proposed for `text`."""
        self._open.show_rows([row_of_suggestion(one, text) for one in some])
        self._open_count.setText(self.tr("Su&ggested: {count}").format(count=len(some)))

    def set_writable(self, writable: bool) -> None:
        """Let marks be answered or not, as when the record is open for reading only."""
        self._writable = writable

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_suggested"):
            for model in (self._marks, self._suggested):
                model.palette = self.palette()

    def _build(self) -> None:
        self._marks.palette = self._suggested.palette = self.palette()
        self._filter.setPlaceholderText(self.tr("Show only"))
        self._filter.setAccessibleName(self.tr("Show only marks with these words"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._list.narrow)
        self._list.setAccessibleName(self.tr("Marks of this page"))
        self._open.setAccessibleName(self.tr("Marks suggested for this page"))
        self._count.setBuddy(self._list)
        self._open_count.setBuddy(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addWidget(self._count)
        column.addWidget(self._filter)
        column.addWidget(self._list, 3)
        column.addWidget(_hint(self.tr("Enter goes there, F2 changes, Del removes.")))
        column.addWidget(self._open_count)
        column.addWidget(self._open, 2)
        column.addWidget(
            _hint(self.tr("Enter sets one, Shift+Enter all of its kind, Del declines."))
        )
        self.setFocusProxy(self._list)

    def _answer_mark(self, wish: Wish, mark: Any) -> None:  # noqa: ANN401 - a signal's payload
        if wish in {Wish.TAKE, Wish.TAKE_ALL}:
            self.chosen.emit(mark)
        elif self._writable:
            (self.edit_wanted if wish is Wish.EDIT else self.removal_wanted).emit(mark)

    def _answer_suggestion(self, wish: Wish, said: Any) -> None:  # noqa: ANN401
        if not self._writable:
            return
        same = [row.said for row in self._suggested.rows() if _alike(row, said)]
        if wish is Wish.TAKE:
            self.accepted.emit([said])
        elif wish is Wish.TAKE_ALL:
            self.accepted.emit(same)
        elif wish is Wish.REMOVE:
            self.declined.emit([said])


def _alike(row: Row, said: "MarkSuggestion") -> bool:
    return row.kind == said.kind


def _hint(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setEnabled(True)
    return label
