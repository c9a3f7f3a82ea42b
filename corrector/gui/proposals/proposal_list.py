"""The list of proposed lines; its keys take, decline and unlock without a mouse."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

_NONE: Final = Qt.KeyboardModifier.NoModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_KEYS: Final = {
    (Qt.Key.Key_Right, _NONE): "next",
    (Qt.Key.Key_Left, _NONE): "previous",
    (Qt.Key.Key_F7, _NONE): "next",
    (Qt.Key.Key_F7, _SHIFT): "previous",
    (Qt.Key.Key_Return, _NONE): "take-word",
    (Qt.Key.Key_Return, _SHIFT): "take-line",
    (Qt.Key.Key_Return, _CONTROL): "take-all",
    (Qt.Key.Key_Delete, _NONE): "decline-word",
    (Qt.Key.Key_Delete, _SHIFT): "decline-line",
    (Qt.Key.Key_Delete, _CONTROL): "decline-all",
    (Qt.Key.Key_U, _NONE): "unlock",
    (Qt.Key.Key_Z, _CONTROL): "undo",
}

_Index = QModelIndex | QPersistentModelIndex


class ProposalList(QListView):
    """Tells what keys ask for; rows are chosen with Up and Down."""

    wanted = Signal(str)
    """What is to be done, by name."""
    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Proposed changes"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
        name = _KEYS.get((key, held))
        if name is None:
            super().keyPressEvent(event)
        else:
            self.wanted.emit(name)

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 - Qt's name
        """Tell which row is looked at now."""
        super().currentChanged(current, previous)
        self.row_chosen.emit(current.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # lines break elsewhere
