"""Chooses which kinds of suspicions are shown: a button with a check list that stays open."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from corrector.gui.text.kind_looks import kind_icon, kind_name
from corrector.tasks.kinds import Kind

_CHOOSING: Final = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class KindFilter(QPushButton):
    """Says how many kinds are shown; its list tells the signs, and how often each kind occurs."""

    hidden_changed = Signal(object)
    """frozenset of Kind: these are not to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self._menu = _StayingMenu(self)
        self._menu.setAccessibleName(self.tr("Kinds of suspicions"))
        self._all = self._menu.addAction(self.tr("&Show all kinds"))
        self._all.triggered.connect(self._show_all)
        self._menu.addSeparator()
        self._kinds = {kind: self._entry(kind) for kind in Kind}
        self._counts: Mapping[Kind, int] = {}
        self.setMenu(self._menu)
        self._say()

    def hidden(self) -> frozenset[Kind]:
        """Return the kinds that are not to be shown."""
        return frozenset(kind for kind, action in self._kinds.items() if not action.isChecked())

    def set_hidden(self, kinds: frozenset[Kind]) -> None:
        """Choose the kinds that are not to be shown, without telling it."""
        for kind, action in self._kinds.items():
            action.blockSignals(True)
            action.setChecked(kind not in kinds)
            action.blockSignals(False)
        self._say()

    def show_counts(self, counts: Mapping[Kind, int]) -> None:
        """Say beside each kind how many suspicions of it the page has."""
        self._counts = counts
        self._name_entries()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_kinds"):
            for kind, action in self._kinds.items():
                action.setIcon(kind_icon(kind, self.palette()))

    def _entry(self, kind: Kind) -> QAction:
        action = self._menu.addAction(kind_icon(kind, self.palette()), "")
        action.setCheckable(True)
        action.setChecked(True)
        action.setIconVisibleInMenu(True)
        action.toggled.connect(lambda _: self._tell())
        return action

    def _name_entries(self) -> None:
        """Name each kind, with a tick where it is shown: a style may draw icons in its place."""
        for kind, action in self._kinds.items():
            tick = "✓" if action.isChecked() else "–"
            name = kind_name(kind).replace("&", "&&")
            action.setText(f"{tick}  {name}\t{self._counts.get(kind, 0)}")

    def _show_all(self) -> None:
        if not self.hidden():
            return
        self.set_hidden(frozenset())
        self.hidden_changed.emit(self.hidden())

    def _tell(self) -> None:
        self._say()
        self.hidden_changed.emit(self.hidden())

    def _say(self) -> None:
        hidden = len(self.hidden())
        said = self.tr("&Kinds: {shown} of {all}").format(shown=len(Kind) - hidden, all=len(Kind))
        self.setText(said if hidden else self.tr("&Kinds: all"))
        self._all.setEnabled(bool(hidden))
        self._name_entries()


class _StayingMenu(QMenu):
    """A menu in which checking an entry does not close it, so that several can be checked."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _CHOOSING or not self._toggled():
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.actionAt(event.position().toPoint()) is None or not self._toggled():
            super().mouseReleaseEvent(event)

    def _toggled(self) -> bool:
        """Check or uncheck the entry that is pointed at; return whether it is one to check."""
        action = self.activeAction()
        checkable = bool(action) and action.isCheckable()
        if checkable:
            action.trigger()
        return checkable
