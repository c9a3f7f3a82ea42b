"""Lays out a plain text with room above its lines, for what is to be seen over each of them.

Why so: the margins of a block format count in a rich text layout only, and a list of one small
editor a line would lose selection over lines, undo in one place, the find bar and the marks. In a
plain layout a line may stand lower than its block begins; Qt's own painting, hit-testing, caret
and scroll bars follow the place of the line, so that everything else of the editor stays as it is.
Qt lays out a block only when its rectangle is asked for, and that is the one place to step in.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout

from corrector.gui.text.changed_lines_layout import ChangedLinesLayout


class Room(NamedTuple):
    """Pixels kept free around a line: above it, and left of it as far as it then still fits."""

    above: float
    left: float


NO_ROOM: Final = Room(0.0, 0.0)


class RoomyLayout(ChangedLinesLayout):
    """A plain layout in which `room_of` says, by the number of a block, how far it stands away."""

    def __init__(self, document: QTextDocument, room_of: Callable[[int], Room]) -> None:
        super().__init__(document)
        self._room_of = room_of

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802 - Qt's name
        """Return the rectangle of `block`, room included; its lines stand in their places then."""
        area = super().blockBoundingRect(block)
        layout = block.layout()
        if not layout.lineCount():
            return area
        room = self._room_of(block.blockNumber())
        first = layout.lineAt(0)
        # Asked a hundred times a key press: what stands where it should is left at once.
        down = room.above - first.y()
        if down:
            right = self._indent(layout, room)
            _move(layout, right, down)
            area.setHeight(area.height() + down)
            area.setWidth(area.width() + right)
        return area

    def forget(self, block: QTextBlock) -> None:
        """Lay `block` out again when it is asked for, because it needs another room than before."""
        layout = block.layout()
        if layout.lineCount():
            first = layout.lineAt(0)
            _move(layout, self.document().documentMargin() - first.x(), -first.y())

    def _indent(self, layout: QTextLayout, room: Room) -> float:
        """Return how far right the line may stand: a broken one stays where it is."""
        if layout.lineCount() > 1 or room.left <= 0:
            return 0.0
        line = layout.lineAt(0)
        return max(0.0, min(room.left, line.width() - line.naturalTextWidth()))


def _move(layout: QTextLayout, right: float, down: float) -> None:
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        line.setPosition(QPointF(line.x() + right, line.y() + down))
