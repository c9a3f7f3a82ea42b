"""The column of line numbers left of a text."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from corrector.gui.text.exact_text_edit import ExactTextEdit

_ROOM: Final = 6
"""Pixels kept free on either side of a number."""


class LineNumbers(QWidget):
    """Paints the number of every line of `editor` that is in view; for the eyes only."""

    def __init__(self, editor: "ExactTextEdit") -> None:
        super().__init__(editor)
        self._editor = editor
        self._painted: list[tuple[int, int]] = []
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def follow(self) -> None:
        """Paint anew if the lines no longer stand where they were painted."""
        if list(self._editor.lines_in_view()) != self._painted:
            self.update()

    def sizeHint(self) -> QSize:
        digits = max(2, len(str(self._editor.blockCount())))
        return QSize(2 * _ROOM + digits * self._editor.fontMetrics().horizontalAdvance("9"), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self._editor.palette()
        painter.setBackground(palette.brush(QPalette.ColorRole.AlternateBase))
        painter.eraseRect(event.rect())
        painter.setFont(self._editor.font())
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        self._painted = list(self._editor.lines_in_view())
        height = self._editor.fontMetrics().height()
        for number, top in self._painted:
            if event.rect().top() - height <= top <= event.rect().bottom():
                place = QRect(0, top, self.width() - _ROOM, height)
                painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(number))
