"""Shows the lines around the border between two pages of a text; keys ask to move the border."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontDatabase,
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

_LINES: Final[Mapping[int, int]] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}
_BORDERS: Final[Mapping[int, int]] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Return: 1,
    Qt.Key.Key_Enter: 1,
}
_NO_MODIFIERS: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_FAINT: Final = 0.62
"""How much of the letters' colour lines have that stand on a page before these two."""


class BorderText(QTextBrowser):
    """The last lines of one page, a rule that names the next one, and its first lines."""

    lines_wanted = Signal(int)
    """The border is to be moved by so many lines."""
    border_wanted = Signal(int)
    """Another border is to be shown: so many on or back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setAccessibleName(self.tr("Lines around the border"))
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self._shown: tuple[Sequence[str], int, int, str] | None = None

    def show_border(self, lines: Sequence[str], line: int, first: int, caption: str) -> None:
        """Show the lines around a border.

        Args:
            lines: of the whole text.
            line: index of the one with which the later page begins.
            first: index of the one with which the earlier page begins.
            caption: names the later page.
        """
        self._shown = (lines, line, first, caption)
        around = max((self._room() - 1) // 2, 3)
        before = [
            (self._at(at), *self._plain(faint=at < first)) for at in range(line - around, line)
        ]
        after = [(self._at(at), *self._plain()) for at in range(line, line + around)]
        self.clear()
        cursor = self.textCursor()
        for row, (words, block, form) in enumerate([*before, self._rule(caption), *after]):
            if row:
                cursor.insertBlock(block)
            cursor.insertText(words, form)
        self._describe(line, caption)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the border, or go to another one; everything else as usual."""
        if event.key() in _LINES and event.modifiers() in _NO_MODIFIERS:
            self.lines_wanted.emit(_LINES[event.key()])
        elif event.key() in _BORDERS and event.modifiers() in _NO_MODIFIERS:
            self.border_wanted.emit(_BORDERS[event.key()])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many lines as there is room for."""
        super().resizeEvent(event)
        self._show_again()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys move the border now."""
        super().focusInEvent(event)
        self._show_again()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere."""
        super().focusOutEvent(event)
        self._show_again()

    def _show_again(self) -> None:
        if self._shown is not None:
            self.show_border(*self._shown)

    def _room(self) -> int:
        height = self.viewport().height() - 2 * int(self.document().documentMargin())
        return height // max(self.fontMetrics().lineSpacing(), 1)

    def _at(self, line: int) -> str:
        lines = self._shown[0] if self._shown else ()
        return lines[line] if 0 <= line < len(lines) else ""

    def _plain(self, *, faint: bool = False) -> tuple[QTextBlockFormat, QTextCharFormat]:
        form = QTextCharFormat()
        if faint:
            colour = self.palette().color(QPalette.ColorRole.Text)
            colour.setAlphaF(_FAINT)
            form.setForeground(colour)
        return QTextBlockFormat(), form

    def _rule(self, caption: str) -> tuple[str, QTextBlockFormat, QTextCharFormat]:
        """Return the rule; while keys move it, it is tinted and has arrows."""
        block, form = QTextBlockFormat(), QTextCharFormat()
        form.setFontWeight(QFont.Weight.Bold)
        if not self.hasFocus():
            return f"── {caption} ──", block, form
        block.setBackground(self.palette().brush(QPalette.ColorRole.Highlight))
        form.setForeground(self.palette().brush(QPalette.ColorRole.HighlightedText))
        return f"↕ {caption} ↕", block, form

    def _describe(self, line: int, caption: str) -> None:
        """Say for those who do not see it what stands on both sides of the border."""
        said = self.tr("{caption}. Before: {before}. After: {after}.")
        before, after = self._at(line - 1) or "–", self._at(line) or "–"
        self.setAccessibleDescription(said.format(caption=caption, before=before, after=after))
