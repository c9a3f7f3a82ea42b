"""Shows how one text became another: removed letters struck through, added ones underlined."""

from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFontDatabase, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from corrector.gui.panels.difference_text import (
    DifferenceText,
    Place,
    write_inline,
    write_shortened,
)
from corrector.gui.theme import mark_colours
from corrector.text.differences import Unit, differences

_AROUND: Final = 60
"""Unchanged code points shown before and after a change."""


class DifferenceView(QTextBrowser):
    """A difference as running text, with a way from one change to the next."""

    moved = Signal()
    """Another difference is looked at, or others are shown."""

    def __init__(self, parent: QWidget | None = None, *, shortened: bool = True) -> None:
        super().__init__(parent)
        self._shown: tuple[str, str, Unit] | None = None
        self._shortened = shortened
        self._places: list[Place] = []
        self._at = -1
        self.setOpenLinks(False)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setAccessibleName(self.tr("What was changed"))

    @property
    def count(self) -> int:
        """How many differences are shown."""
        return len(self._places)

    @property
    def at(self) -> int:
        """Which difference is looked at, from 0; -1 for none."""
        return self._at

    def show_difference(self, old: str, new: str, unit: Unit = Unit.CHARACTER) -> None:
        """Show how `old` became `new`."""
        self._shown = (old, new, unit)
        colours = mark_colours(self.palette())
        text = DifferenceText(self.document(), colours)
        if old == new:
            text.same(self.tr("Both texts are the same."))
        else:
            codes = differences(old, new, unit)
            if self._shortened:
                write_shortened(text, old, new, codes, _AROUND)
            else:
                write_inline(text, old, new, codes)
        self._places = text.places
        self._look_at(-1)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def step(self, by: int) -> None:
        """Look at the next difference, or the one before; stays at either end.

        Args:
            by: 1 or -1.
        """
        if self._places:
            self._look_at(max(0, min(self._at + by, len(self._places) - 1)))
            look_at(self, self._places[self._at])

    def forget(self) -> None:
        """Show nothing."""
        self._shown = None
        self._places = []
        self.clear()
        self._look_at(-1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown is not None:
            at = self._at
            self.show_difference(*self._shown)
            self._look_at(at)

    def _look_at(self, at: int) -> None:
        self._at = at
        tint(self, self._places[at] if at >= 0 else None)
        self.moved.emit()


def tint(view: QTextEdit, place: Place | None) -> None:
    """Tint the difference that is looked at, or none; a bold line stands under it, too."""
    selections = []
    if place is not None:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = QTextCursor(view.document())
        selection.cursor.setPosition(place.start)
        selection.cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        selection.format = QTextCharFormat()
        selection.format.setBackground(mark_colours(view.palette()).current)
        selection.format.setProperty(QTextFormat.Property.FullWidthSelection, False)
        selections.append(selection)
    view.setExtraSelections(selections)


def look_at(view: QTextEdit, place: Place) -> None:
    """Put the caret behind `place`, with some lines around it in view."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(place.start)
    view.setTextCursor(cursor)
    top, height = view.cursorRect(cursor).top(), view.viewport().height()
    if not height // 5 <= top <= height - height // 4:
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + top - height // 3)
