"""Tints behind what is looked at for a moment: the caret's line, one suspicion, search hits."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from corrector.gui.theme import mark_colours


class PassingTints:
    """The extra selections of `editor`, set in one place; their cursors move with the text."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        self._editor = editor
        self._current: QTextCursor | None = None
        self._hits: Sequence[QTextCursor] = ()

    def show_current(self, cursor: QTextCursor | None) -> None:
        """Tint what `cursor` selects as the suspicion that is looked at, or nothing."""
        self._current = cursor
        self.refresh()

    def show_hits(self, cursors: Sequence[QTextCursor]) -> None:
        """Tint what `cursors` select as found."""
        self._hits = cursors
        self.refresh()

    def forget(self) -> None:
        """Tint the line of the caret only."""
        self._current, self._hits = None, ()
        self.refresh()

    def refresh(self) -> None:
        """Set all tints anew, after the caret or the colours changed."""
        colours = mark_colours(self._editor.palette())
        line = self._editor.textCursor()
        line.clearSelection()
        tints = [_tint(line, colours.line, whole_line=True)]
        tints += [_tint(cursor, colours.hit) for cursor in self._hits]
        if self._current is not None:
            tints.append(_tint(self._current, colours.current))
        self._editor.setExtraSelections(tints)


def _tint(
    cursor: QTextCursor, colour: QColor, *, whole_line: bool = False
) -> QTextEdit.ExtraSelection:
    tint = QTextEdit.ExtraSelection()
    tint.cursor = cursor
    tint.format.setBackground(colour)
    tint.format.setProperty(QTextFormat.Property.FullWidthSelection, whole_line)
    return tint
