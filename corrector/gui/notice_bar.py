"""A bar above the text that says one thing the person should know, with what can be done."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QWidget,
)

Answer = tuple[str, Callable[[], object]]
"""The words on a button, and what it does."""

_ROOM_BESIDE_BUTTONS: Final = 120
"""Letters of notice and buttons together that stand beside each other in the usual window; the
buttons of a longer notice stand below it, so that it does not become a column of words."""


class NoticeBar(QFrame):
    """Shows one notice at a time; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.setAccessibleName(self.tr("Notice"))
        sign = QLabel()
        icon = self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxInformation)
        sign.setPixmap(icon.pixmap(16, 16))
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._buttons: list[QPushButton] = []
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
        shown = [*answers, (self.tr("Dismiss"), _nothing)]
        letters = len(text) + sum(len(label) for label, _ in shown)
        beside = letters <= _ROOM_BESIDE_BUTTONS
        self._both.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        for label, answer in shown:
            button = QPushButton(label)
            button.clicked.connect(self._answering(answer))
            self._row.addWidget(button)
            self._buttons.append(button)
        self.show()

    def text(self) -> str:
        """Return what is said; empty while nothing is."""
        return self._text.text() if not self.isHidden() else ""

    def clear(self) -> None:
        """Take the notice away."""
        self.hide()
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()

    def _answering(self, answer: Callable[[], object]) -> Callable[..., None]:
        def clicked(*_: object) -> None:
            self.clear()
            answer()

        return clicked


def _nothing() -> None:
    """Only the notice goes away."""
