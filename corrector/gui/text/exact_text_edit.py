"""A plain text edit that keeps every character: typing, pasting, copying, replacing, undo."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontDatabase,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from corrector.gui.text.changed_lines_layout import ChangedLinesLayout
from corrector.gui.text.followed_text import FollowedText
from corrector.gui.text.line_numbers import LineNumbers
from corrector.text.edits import Edit, smallest_edits
from corrector.text.steps import Move, Steps
from corrector.text.tokens import Span

_SMALLEST_POINTS: Final = 6
_LARGEST_POINTS: Final = 48
_LARGER_THAN_USUAL: Final = 2
"""Points: letters are compared one by one here, and lines below them told apart by shape."""
_SHIFT_OR_KEYPAD: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class ExactTextEdit(QPlainTextEdit):
    """Edits a text without changing a character of it that the person does not change.

    All positions outside are code points of the exact text. Undo is not Qt's: the steps know what
    was said of the text, too, and can be handed over with it, so that undo reaches back further
    than `load`.
    """

    edited = Signal(object)
    """tuple[Edit, ...]: how the text before became the text now; spans of the text before."""
    caret_moved = Signal(int)
    """Where the caret stands now."""
    stepped = Signal()
    """A step was undone or redone; what is said of the text now is in the steps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocument(_new_document(self))
        self.setUndoRedoEnabled(False)
        self._steps: Steps[Any] = Steps(None)
        self._followed = FollowedText(self.document(), self)
        self._followed.edited.connect(self._follow)
        self._before = ""
        self._caret = 0
        self._numbers = LineNumbers(self)
        self.reset_zoom()
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setCursorWidth(2)
        self.blockCountChanged.connect(self._make_room_for_numbers)
        self.updateRequest.connect(self._scroll_numbers)
        self.cursorPositionChanged.connect(self._tell_caret)
        self._make_room_for_numbers()

    def load(self, text: str, caret: int = 0, steps: Steps[Any] | None = None) -> None:
        """Show `text` as a new, unmodified one, caret at `caret`.

        Args:
            text: to be shown.
            caret: where the person left it.
            steps: what was done to it before, to be undone from here; None for nothing.
        """
        self._followed.load(text)
        self._before = text
        self._steps = Steps(None) if steps is None else steps
        self.go_to(caret)

    def undo(self) -> None:
        """Take the last step back."""
        if not self.isReadOnly():
            self._step(self._steps.undo())

    def redo(self) -> None:
        """Do the step that was taken back again."""
        if not self.isReadOnly():
            self._step(self._steps.redo())

    def exact_text(self) -> str:
        """Return the text character by character as it stands, lines ended by a line feed."""
        return self._followed.read()

    def replace_text(self, new: str) -> None:
        """Make `new` the text by the smallest edits, as one undo step; cursors keep their place."""
        self._replace_as_a_step(smallest_edits(self._followed.text, new))

    def replace_span(self, span: Span, new: str) -> None:
        """Put `new` in place of `span`, as one undo step."""
        self._replace_as_a_step((Edit(span, new),))

    def caret(self) -> int:
        """Return where the caret stands."""
        return self._followed.positions.to_code_points(self.textCursor().position())

    def go_to(self, position: int) -> None:
        """Put the caret at `position` and show it."""
        self.select(Span(position, position))

    def select(self, span: Span) -> None:
        """Select `span`, caret at its end, and show it."""
        self.setTextCursor(self.cursor_of(span))
        self.reveal(span)

    def selection(self) -> Span:
        """Return what is selected; an empty span at the caret where nothing is."""
        cursor = self.textCursor()
        units = Span(cursor.selectionStart(), cursor.selectionEnd())
        return self._followed.positions.span_to_code_points(units)

    def reveal(self, span: Span) -> None:
        """Bring `span` into view, in the middle where it was out of view; the caret stays."""
        cursor = self.cursor_of(Span(span.start, span.start))
        if self.viewport().rect().contains(self.cursorRect(cursor)):
            return
        line = cursor.block().firstLineNumber()
        if cursor.block().layout().lineCount():
            inside = cursor.block().layout().lineForTextPosition(cursor.positionInBlock())
            line += inside.lineNumber()
        self.verticalScrollBar().setValue(line - self._lines_that_fit() // 2)

    def cursor_of(self, span: Span) -> QTextCursor:
        """Return a cursor of the document that selects `span`."""
        units = self._followed.positions.span_to_utf16(span)
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(max(0, min(units.start, last)))
        cursor.setPosition(max(0, min(units.end, last)), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def set_writable(self, writable: bool) -> None:
        """Let the person change the text or only read it; the caret moves by keys either way."""
        self.setReadOnly(not writable)
        flags = self.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)

    def zoom(self, steps: int) -> None:
        """Make the letters `steps` points larger, or smaller where negative."""
        font = self.font()
        points = font.pointSize() + steps
        font.setPointSize(max(_SMALLEST_POINTS, min(_LARGEST_POINTS, points)))
        self.setFont(font)

    def reset_zoom(self) -> None:
        """Give the letters their usual size."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSize(font.pointSize() + _LARGER_THAN_USUAL)
        self.setFont(font)

    def show_blanks(self, shown: bool) -> None:
        """Show signs for blanks, tabs and line ends, or not."""
        option = self.document().defaultTextOption()
        wanted = (
            QTextOption.Flag.ShowTabsAndSpaces | QTextOption.Flag.ShowLineAndParagraphSeparators
        )
        flags = option.flags()
        option.setFlags(flags | wanted if shown else flags & ~wanted)
        self.document().setDefaultTextOption(option)

    def lines_in_view(self) -> Iterator[tuple[int, int]]:
        """Yield number, from 1, and top in pixels of the viewport of each line in view."""
        block = self.firstVisibleBlock()
        top, bottom = self.contentOffset().y(), self.viewport().height()
        while block.isValid() and top <= bottom:
            height = self.blockBoundingRect(block).height()
            layout = block.layout()
            inside = layout.lineAt(0).y() if layout.lineCount() else 0.0
            yield block.blockNumber() + 1, round(top + inside)
            top += height
            block = block.next()

    def block_area(self, block: QTextBlock) -> QRectF:
        """Return where a block stands in the viewport, in pixels."""
        return self.blockBoundingGeometry(block).translated(self.contentOffset())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        plain = event.modifiers() & ~_SHIFT_OR_KEYPAD == Qt.KeyboardModifier.NoModifier
        if self.textCursor().hasSelection():
            self._steps.seal()
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        elif enter and plain and not self.isReadOnly():
            # Qt would make U+2028 of Shift+Enter, which no one sees and no one wants.
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif control and event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
        elif event.matches(QKeySequence.StandardKey.Delete) and event.key() != Qt.Key.Key_Delete:
            event.ignore()  # Ctrl+D, which compares; it must never delete where it cannot
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Leave dropped files to the window, which opens them."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.isReadOnly():
            return
        text = source.text().replace("\r\n", "\n")
        self.textCursor().insertText(self._followed.to_document(text))
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self._followed.from_document(self.textCursor().selectedText()))
        return data

    def resizeEvent(self, event: QResizeEvent) -> None:
        caret = self.cursorRect()
        was_seen = caret.top() >= 0 and caret.bottom() <= event.oldSize().height()
        super().resizeEvent(event)
        self._place_numbers()
        if was_seen:  # a notice takes room from below: the current line stays in view
            self.ensureCursorVisible()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_numbers"):
            self._make_room_for_numbers()

    def _lines_that_fit(self) -> int:
        """Return how many lines the view holds."""
        return self.viewport().height() // max(1, self.fontMetrics().lineSpacing())

    def _use_own_steps(self, menu: QMenu) -> None:
        """Let undo and redo of Qt's own menu take the steps of this editor."""
        for name, able, do in (
            ("edit-undo", self._steps.can_undo, self.undo),
            ("edit-redo", self._steps.can_redo, self.redo),
        ):
            for action in menu.actions():
                if action.objectName() == name:
                    action.triggered.disconnect()
                    action.triggered.connect(do)
                    action.setEnabled(able and not self.isReadOnly())

    def _replace_as_a_step(self, edits: Sequence[Edit]) -> None:
        self._steps.seal()
        self._replace(edits)
        self._steps.seal()

    def _step(self, move: Move | None) -> None:
        if move is None:
            return
        with self._steps.standing_still():
            self._replace(move.edits)
        self.go_to(move.place.end)
        self.stepped.emit()

    def _replace(self, edits: Sequence[Edit]) -> None:
        text = self._followed.text
        changing = [edit for edit in edits if edit.span.of(text) != edit.new]
        if not changing:
            return
        cursors = [(self.cursor_of(edit.span), edit.new) for edit in changing]
        whole = QTextCursor(self.document())
        whole.beginEditBlock()
        for cursor, new in reversed(cursors):
            cursor.insertText(self._followed.to_document(new))
        whole.endEditBlock()

    def _follow(self, edits: tuple[Edit, ...]) -> None:
        before, self._before = self._before, self._followed.text
        self._steps.note(edits, before)
        self.edited.emit(edits)

    def _tell_caret(self) -> None:
        caret = self.caret()
        if caret != self._caret:
            self._caret = caret
            self.caret_moved.emit(caret)

    def _make_room_for_numbers(self, _count: int = 0) -> None:
        self.setViewportMargins(self._numbers.sizeHint().width(), 0, 0, 0)
        self._place_numbers()
        self._numbers.follow()

    def _place_numbers(self) -> None:
        inside = self.contentsRect()
        width = self._numbers.sizeHint().width()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), width, inside.height()))

    def _scroll_numbers(self, shown: QRect, by: int) -> None:
        if by:
            self._numbers.scroll(0, by)
        elif shown.bottom() >= self.viewport().rect().bottom():  # those below it have moved, too
            self._numbers.follow()


def _new_document(parent: QWidget) -> QTextDocument:
    document = QTextDocument(parent)
    document.setDocumentLayout(ChangedLinesLayout(document))
    return document
