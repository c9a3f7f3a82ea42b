"""A bar above the text that says one thing the person should know, with what can be done."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QStyle, QWidget

from corrector.gui.panels.yielding_button import YieldingButton

Answer = tuple[str, Callable[[], object]]
"""The words on a button, and what it does."""

_LINES_BESIDE: Final = 2
"""A notice that would take more lines beside its buttons has them below it, so that it does not
become a column of words."""
_MANY: Final = 10_000
"""Pixels: more than any notice is high."""


class NoticeBar(QFrame):
    """Shows one notice at a time; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.setAccessibleName(self.tr("Notice"))
        self._sign = sign = QLabel()
        icon = self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxInformation)
        sign.setPixmap(icon.pixmap(16, 16))
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._buttons: list[YieldingButton] = []
        said = QHBoxLayout()
        said.addWidget(sign)
        said.addWidget(self._text, 1)
        self._row = QHBoxLayout()
        self._row.addStretch()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(8, 4, 8, 4)
        self._both.addLayout(said, 1)
        self._both.addLayout(self._row)
        self.hide()

    def say(self, text: str, answers: Sequence[Answer] = ()) -> None:
        """Show `text` with a button for every answer; each of them takes the notice away."""
        self.clear()
        self._text.setText(text)
        for label, answer in [*answers, (self.tr("Dismiss"), _nothing)]:
            button = YieldingButton(label)
            button.clicked.connect(self._answering(answer))
            self._row.addWidget(button)
            self._buttons.append(button)
        self._place()
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def text(self) -> str:
        """Return what is said; empty while nothing is."""
        return self._text.text() if not self.isHidden() else ""

    def clear(self) -> None:
        """Take the notice away."""
        self.hide()
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()

    def _place(self) -> None:
        """Put the buttons beside the text where it has room enough there, or below it."""
        margins, gap = self._both.contentsMargins(), self._both.spacing()
        buttons = sum(one.sizeHint().width() + gap for one in self._buttons)
        taken = self._sign.sizeHint().width() + gap + buttons + margins.left() + margins.right()
        metrics, wrapped = self._text.fontMetrics(), Qt.TextFlag.TextWordWrap
        room = QRect(0, 0, max(0, self.contentsRect().width() - taken), _MANY)
        high = metrics.boundingRect(room, wrapped, self._text.text()).height()
        beside = room.width() and high <= _LINES_BESIDE * metrics.lineSpacing()
        self._both.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )

    def _answering(self, answer: Callable[[], object]) -> Callable[..., None]:
        def clicked(*_: object) -> None:
            self.clear()
            answer()

        return clicked


def _nothing() -> None:
    """Only the notice goes away."""
