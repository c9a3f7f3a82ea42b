"""The field in which a suspected token is read, confirmed or typed anew."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_CARET_KEYS: Final = frozenset(
    {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_F2}
)
_NUMBERS: Final = frozenset("0123456789")
_LEAST_WIDTH: Final = 60
"""Pixels: room for the five or six characters of a short word."""
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ReadingField(QLineEdit):
    """Shows a token, selected. Until the person begins to edit it, digits choose candidates.

    Editing begins with any other character, an arrow key, Home, End, F2 or a click; then digits
    are typed like everything else, and Escape brings the token back.
    """

    number_pressed = Signal(int)
    """0..9 while nothing is being edited: this candidate is wanted, or with 0 the word as it is."""
    confirmed = Signal()
    """Enter on the unchanged token: it is right."""
    typed = Signal(str)
    """Enter on a changed token: this is the reading; empty where it is to be deleted."""
    left = Signal()
    """Escape while nothing is being edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token = ""
        self._editing = False
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setAccessibleName(self.tr("Reading of the suspected word"))
        self.textEdited.connect(lambda _text: self._begin())

    def show_token(self, token: str) -> None:
        """Offer `token`; nothing is being edited."""
        self._token = token
        self._editing = False
        self.setText(token)
        self.selectAll()

    def is_edited(self) -> bool:
        """Tell whether the person has begun to edit the token."""
        return self._editing

    def settle(self) -> None:
        """Say what stands in the field: the token is right, or this is the reading."""
        self._editing = False
        if self.text() == self._token:
            self.confirmed.emit()
        else:
            self.typed.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        unmodified = plain == Qt.KeyboardModifier.NoModifier
        answers = event.key() in _ENTER or (not self._editing and event.text() in _NUMBERS)
        if answers and unmodified and event.isAutoRepeat():
            event.accept()  # a key held too long must not answer for what comes next
        elif event.key() in _ENTER and unmodified:
            self.settle()
        elif event.key() == Qt.Key.Key_Escape:
            self._step_back()
        elif event.key() == Qt.Key.Key_Delete and plain == Qt.KeyboardModifier.ControlModifier:
            self.typed.emit("")
        elif answers and unmodified:
            self.number_pressed.emit(int(event.text()))
        else:
            self._edit(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._begin()
        super().mousePressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's
        if event.preeditString() or event.commitString():
            self._begin()
        super().inputMethodEvent(event)

    def _edit(self, event: QKeyEvent) -> None:
        if event.key() in _CARET_KEYS:
            self._begin()
        if event.key() == Qt.Key.Key_F2:
            self.end(False)
            return
        super().keyPressEvent(event)

    def _begin(self) -> None:
        self._editing = True

    def _step_back(self) -> None:
        if self._editing:
            self.show_token(self._token)
        else:
            self.left.emit()
