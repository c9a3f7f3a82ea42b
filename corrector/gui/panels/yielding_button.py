"""A button that gives up the room around its words before anything beside it has to go."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

_BESIDE_WORDS: Final = 6
"""Pixels left on either side of the words at the least, the frame among them."""


class YieldingButton(QPushButton):
    """As wide as any button where there is room, and hardly wider than its words elsewhere."""

    def __init__(self, words: str, key: str = "", parent: QWidget | None = None) -> None:
        """Show `words` always, and behind them `key`, the key to press, where there is room."""
        self._words, self._whole = words, f"{words} ({key})" if key else words
        super().__init__(self._whole, parent)
        if key:
            self.setAccessibleName(self._whole)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return what the whole takes, also while only the words are shown."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self._whole
        size = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self._whole)
        kind = QStyle.ContentsType.CT_PushButton
        return self.style().sizeFromContents(kind, option, size, self)

    def minimumSizeHint(self) -> QSize:
        usual, least = self.sizeHint(), self._width_of(self._words)
        return QSize(min(usual.width(), least), usual.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.width() >= self._width_of(self._whole)
        self.setText(self._whole if has_room else self._words)

    def _width_of(self, words: str) -> int:
        size = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, words)
        return size.width() + 2 * _BESIDE_WORDS
