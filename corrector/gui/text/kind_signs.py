"""Draws the sign of its kind below the beginning of each suspicion that is in view."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPalette, QTextBlock

from corrector.gui.text.exact_text_edit import ExactTextEdit
from corrector.gui.text.kind_looks import kind_colour, paint_kind
from corrector.gui.theme import mark_colours
from corrector.tasks.kinds import Kind
from corrector.text.spans import PositionMap
from corrector.text.tokens import Span

_SIZE: Final = 5.0
_MARGIN: Final = 1.2
"""Pixels of the ground around a sign, so that it keeps apart from the line it stands on."""
_REACH: Final = 4


class KindSigns:
    """Knows where the signs stand in the viewport of `editor`; changes neither text nor layout."""

    def __init__(
        self,
        editor: ExactTextEdit,
        positions: Callable[[], PositionMap],
        between: Callable[[int, int], Iterable[tuple[Span, Kind]]],
    ) -> None:
        """Draw over `editor` what `between` tells for a stretch of its text."""
        self._editor, self._positions, self._between = editor, positions, between

    def paint(self, part: QRect) -> None:
        """Draw the signs in `part` of the viewport."""
        placed = list(self._placed(part))
        if not placed:
            return
        colours = mark_colours(self._editor.palette())
        ground = self._editor.palette().color(QPalette.ColorRole.Base)
        painter = QPainter(self._editor.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for area, kind in placed:
            around = area.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
            painter.fillRect(around, ground)
            paint_kind(painter, area, kind, kind_colour(kind, colours))
        painter.end()

    def _placed(self, part: QRect) -> Iterator[tuple[QRectF, Kind]]:
        reached = part.adjusted(0, -_REACH, 0, _REACH)
        ends = (reached.topLeft(), reached.bottomRight())
        blocks = [self._editor.cursorForPosition(end).block() for end in ends]
        positions = self._positions()
        start = positions.to_code_points(blocks[0].position())
        end = positions.to_code_points(blocks[1].position() + blocks[1].length())
        for span, kind in self._between(start, end):
            area = self._below(positions.span_to_utf16(span).start)
            if area is not None and area.intersects(QRectF(reached)):
                yield area, kind

    def _below(self, at: int) -> QRectF | None:
        """Return the square below the letter at `at`, in Qt's units; None where there is none."""
        block = self._editor.document().findBlock(at)
        if not block.isValid() or not block.isVisible():
            return None
        return _square(block, at - block.position(), self._editor.block_area(block).topLeft())


def _square(block: QTextBlock, at: int, top: QPointF) -> QRectF | None:
    line = block.layout().lineForTextPosition(at)
    if not line.isValid():
        return None
    found: Any = line.cursorToX(at)  # PySide tells a pair: x, and the position it took
    x = float(found[0] if isinstance(found, tuple) else found)
    base = top.y() + line.y() + line.ascent()
    return QRectF(top.x() + x, base + 2, _SIZE, _SIZE)
