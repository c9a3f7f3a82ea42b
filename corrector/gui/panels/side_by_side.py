"""Shows two texts beside each other, line by line, scrolled together."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFontDatabase,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QWidget

from corrector.gui.panels.difference_text import DifferenceText
from corrector.gui.panels.difference_view import look_at, tint
from corrector.gui.theme import mark_colours
from corrector.text.differences import Unit, differences
from corrector.text.edits import Opcode

_LEFT: Final = 0
_RIGHT: Final = 1


class SideBySide(QWidget):
    """The old text left, the new one right; what belongs together stands at the same height."""

    moved = Signal()
    """Another difference is looked at, or others are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panes = (QTextBrowser(), QTextBrowser())
        self._shown: tuple[str, str, Unit] | None = None
        self._texts: tuple[DifferenceText, DifferenceText] | None = None
        self._at = -1
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for pane, name in zip(self._panes, (self.tr("Before"), self.tr("After")), strict=True):
            pane.setOpenLinks(False)
            pane.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
            pane.setAccessibleName(name)
            pane.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            row.addWidget(pane, 1)
        left, right = (pane.verticalScrollBar() for pane in self._panes)
        self._panes[_LEFT].setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._panes[_RIGHT].setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        left.valueChanged.connect(right.setValue)
        right.valueChanged.connect(left.setValue)
        self.setFocusProxy(self._panes[_RIGHT])

    @property
    def count(self) -> int:
        """How many differences are shown."""
        return len(self._texts[_LEFT].places) if self._texts else 0

    @property
    def at(self) -> int:
        """Which difference is looked at, from 0; -1 for none."""
        return self._at

    def show_difference(self, old: str, new: str, unit: Unit = Unit.CHARACTER) -> None:
        """Show `old` beside `new`."""
        self._shown = (old, new, unit)
        colours = mark_colours(self.palette())
        left, right = (DifferenceText(pane.document(), colours) for pane in self._panes)
        self._texts = (left, right)
        for tag, was, now in _rows(old, new, differences(old, new, unit)):
            _write(left, right, tag, was, now)
        self._level()
        self._look_at(-1)
        for pane in self._panes:
            pane.moveCursor(QTextCursor.MoveOperation.Start)

    def step(self, by: int) -> None:
        """Look at the next difference, or the one before; stays at either end.

        Args:
            by: 1 or -1.
        """
        if self._texts and self.count:
            self._look_at(max(0, min(self._at + by, self.count - 1)))
            for pane, text in zip(self._panes, self._texts, strict=True):
                look_at(pane, text.places[self._at])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._level()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown is not None:
            at = self._at
            self.show_difference(*self._shown)
            self._look_at(at)

    def _look_at(self, at: int) -> None:
        self._at = at
        for index, pane in enumerate(self._panes):
            places = self._texts[index].places if self._texts else []
            tint(pane, places[at] if at >= 0 else None)
        self.moved.emit()

    def _level(self) -> None:
        """Make the rows of both panes equally high, however their lines are wrapped."""
        left, right = (pane.document() for pane in self._panes)
        for document in (left, right):
            _set_gaps(document, [0.0] * document.blockCount())
        heights = [_heights(left), _heights(right)]
        highest = [max(pair) for pair in zip(*heights, strict=True)]
        for document, own in ((left, heights[_LEFT]), (right, heights[_RIGHT])):
            _set_gaps(document, [whole - part for whole, part in zip(highest, own, strict=True)])


def _heights(document: QTextDocument) -> list[float]:
    layout = document.documentLayout()
    block, heights = document.begin(), []
    while block.isValid():
        heights.append(layout.blockBoundingRect(block).height())
        block = block.next()
    return heights


def _set_gaps(document: QTextDocument, gaps: Sequence[float]) -> None:
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    for gap in gaps:
        if block.blockFormat().bottomMargin() != gap:
            style = QTextBlockFormat()
            style.setBottomMargin(gap)
            QTextCursor(block).mergeBlockFormat(style)
        block = block.next()
    cursor.endEditBlock()


def _rows(old: str, new: str, codes: Sequence[Opcode]) -> Iterator[tuple[str, str, str]]:
    """Yield pieces of both texts; the tag `row` begins a new row on both sides."""
    for tag, start, end, new_start, new_end in codes:
        if tag != "equal":
            yield "change", old[start:end], new[new_start:new_end]
            continue
        for number, line in enumerate(old[start:end].split("\n")):
            if number:
                yield "row", "", ""
            yield "same", line, line


def _write(left: DifferenceText, right: DifferenceText, tag: str, was: str, now: str) -> None:
    if tag == "row":
        left.next_row()
        right.next_row()
    elif tag == "same":
        left.same(was)
        right.same(now)
    else:
        begun, new_begun = left.begin(), right.begin()
        left.removed(was)
        right.added(now)
        left.place(begun)
        right.place(new_begun)
