"""A label of a few lines whose last one ends in dots where there is no room for all of it."""

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_BETWEEN: Final = " ·"
"""Parts what is said in a row; at the end of a line it parts nothing."""


class ElidedLines(QLabel):
    """Plain text that takes the same height whatever it says, in any width."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        """Take the height of so many `lines`."""
        super().__init__(parent)
        self._lines = lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(0, self._lines * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def shown(self) -> list[str]:
        """Return the lines as they are painted."""
        layout = QTextLayout(self.text(), self.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        starts = []
        for _ in range(self._lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.width())
            starts.append(line.textStart())
        layout.endLayout()
        # Qt counts UTF-16 units.
        units = self.text().encode("utf-16-le")
        ends = [*starts[1:], len(units) // 2]
        lines = [
            units[2 * start : 2 * end].decode("utf-16-le").rstrip()
            for start, end in zip(starts, ends, strict=True)
        ]
        last = self.fontMetrics().elidedText(
            lines[-1] if lines else "", Qt.TextElideMode.ElideRight, self.width()
        )
        return [*(line.removesuffix(_BETWEEN) for line in lines[:-1]), last]

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        metrics = self.fontMetrics()
        for number, line in enumerate(self.shown()):
            painter.drawText(QPointF(0, metrics.ascent() + number * metrics.lineSpacing()), line)
