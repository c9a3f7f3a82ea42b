"""A text edit that can show something above each of its lines."""

from collections.abc import Iterator
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QWidget

from corrector.gui.text.changed_lines_layout import ChangedLinesLayout
from corrector.gui.text.exact_text_edit import ExactTextEdit
from corrector.gui.text.line_view_layout import NO_ROOM, Room, RoomyLayout

_TYPICAL: Final = 12
"""Lines whose rooms say how many lines a view holds."""


class AboveLines(Protocol):
    """What is shown above the lines; numbers of lines count from 0."""

    def room(self, number: int) -> Room:
        """Return the room that line `number` needs; asked often, so it must be quick."""
        ...

    def paint(self, painter: QPainter, number: int, area: QRectF) -> None:
        """Paint what stands above line `number` into `area` of the viewport."""
        ...

    def position_at(self, number: int, point: QPointF) -> int | None:
        """Return the place in the text that `point` of the area means, or None."""
        ...


class LineViewEdit(ExactTextEdit):
    """An exact text edit whose lines can stand apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._above: AboveLines | None = None
        super().__init__(parent)
        self.cursorPositionChanged.connect(self._uncover_later)

    @property
    def has_rooms(self) -> bool:
        """Whether something is shown above the lines."""
        return self._above is not None

    def show_above(self, above: AboveLines | None) -> None:
        """Show `above` above the lines, or nothing; the caret's line stays in view."""
        self._above = above
        document = self.document()
        if above is not None:
            document.setDocumentLayout(RoomyLayout(document, above.room))
        else:
            document.setDocumentLayout(ChangedLinesLayout(document))
        # The new layout hears the width of the view, and the view its size, with the wrap mode.
        mode = self.lineWrapMode()
        self.setLineWrapMode(self.LineWrapMode.NoWrap)
        self.setLineWrapMode(mode)
        self._after_rooms()
        self.centerCursor()

    def position_of(self, block: QTextBlock) -> int:
        """Return where `block` starts, in code points."""
        return self._followed.positions.to_code_points(block.position())

    def rooms_changed(self) -> None:
        """Hear that all lines may need other rooms than before."""
        layout = self.document().documentLayout()
        if isinstance(layout, RoomyLayout):
            block = self.document().firstBlock()
            while block.isValid():
                layout.forget(block)
                block = block.next()
            layout.documentSizeChanged.emit(layout.documentSize())
            self._after_rooms()
            self._uncover_later()

    def room_changed(self, number: int) -> None:
        """Hear that line `number` needs another room than before."""
        layout = self.document().documentLayout()
        if isinstance(layout, RoomyLayout):
            layout.forget(self.document().findBlockByNumber(number))
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._above is None:
            return
        painter = QPainter(self.viewport())
        for number, area in self._rooms_in_view():
            if area.toAlignedRect().intersects(event.rect()):
                painter.save()
                painter.setClipRect(area)
                self._above.paint(painter, number, area)
                painter.restore()
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._meant_by(event)
        if place is None:
            super().mousePressEvent(event)
        else:
            self.go_to(place)

    def _meant_by(self, event: QMouseEvent) -> int | None:
        """Return the place in the text that a click above a line means."""
        if self._above is None or event.button() != Qt.MouseButton.LeftButton:
            return None
        for number, area in self._rooms_in_view():
            if area.contains(event.position()):
                return self._above.position_at(number, event.position() - area.topLeft())
        return None

    def _rooms_in_view(self) -> Iterator[tuple[int, QRectF]]:
        """Yield number and area of what stands above each line in view that has room."""
        block = self.firstVisibleBlock()
        top, bottom = self.contentOffset().y(), self.viewport().height()
        width = self.viewport().width()
        while block.isValid() and top <= bottom and self._above is not None:
            height = self.blockBoundingRect(block).height()
            room = self._above.room(block.blockNumber())
            if room.above:
                yield block.blockNumber(), QRectF(0, top, width, room.above)
            top += height
            block = block.next()

    def _lines_that_fit(self) -> int:
        if self._above is None:
            return super()._lines_that_fit()
        first = self.firstVisibleBlock().blockNumber()
        rooms = [self._above.room(first + ahead).above for ahead in range(_TYPICAL)]
        high = self.fontMetrics().lineSpacing() + sum(rooms) / len(rooms)
        return max(1, int(self.viewport().height() // high))

    def _after_rooms(self) -> None:
        self.viewport().update()
        self._numbers.update()

    def _uncover_later(self) -> None:
        if self._above is not None:
            QTimer.singleShot(0, self, self._uncover)

    def _uncover(self) -> None:
        """Scroll on where Qt, which does not know of rooms, left the caret below the view."""
        bar = self.verticalScrollBar()
        while self.cursorRect().bottom() > self.viewport().height():
            before = bar.value()
            if before >= self.document().lineCount():
                return
            # Qt takes the top line for seen as soon as its own text is, without the room above.
            bar.setMaximum(max(bar.maximum(), before + 1))
            bar.setValue(before + 1)
            if bar.value() == before:
                return


__all__ = ["NO_ROOM", "AboveLines", "LineViewEdit", "Room"]
