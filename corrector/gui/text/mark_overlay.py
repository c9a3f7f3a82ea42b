"""Draws the editorial marks that are in view over the letters of a text, nested and crossing."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextLine

from corrector.gui.text.exact_text_edit import ExactTextEdit
from corrector.gui.text.mark_painting import SIGN, paint_frame, paint_sign
from corrector.text.spans import PositionMap
from corrector.text.tokens import Span

Shown = Sequence[tuple[Span, str]]
"""Spans of the text as it is now, and the kinds of marks on them."""

_NESTING: Final = 1.5
"""Pixels by which a mark is drawn further out than the one inside it."""
_MOST_NESTED: Final = 3
"""Deeper ones share a line with the third; lines of text stand no further apart."""


class MarkOverlay:
    """Knows where marks stand in the viewport of `editor`; changes neither text nor layout."""

    def __init__(self, editor: ExactTextEdit, positions: Callable[[], PositionMap]) -> None:
        """Draw over `editor`, whose code points `positions` turns into Qt's units."""
        self._editor, self._positions = editor, positions

    def paint(self, marks: Shown) -> None:
        """Draw those of `marks` that are in view."""
        painter = QPainter(self._editor.viewport())
        depths = depths_of([span for span, _ in marks])
        taken: dict[int, int] = {}
        for (span, kind), depth in zip(marks, depths, strict=True):
            if span.length:
                self._paint_frame(painter, span, kind, depth)
            else:
                beside = taken[span.start] = taken.get(span.start, -1) + 1
                self._paint_sign(painter, span, kind, beside)
        painter.end()

    def sign_at(self, point: QPointF, marks: Shown) -> Span | None:
        """Return the place of the mark without text whose sign is drawn at `point`, or None."""
        for span, _ in marks:
            found = None if span.length else self._top_of(span.start)
            if found is not None and found.adjusted(-SIGN, 0, SIGN, 0).contains(point):
                return span
        return None

    def _paint_frame(self, painter: QPainter, span: Span, kind: str, depth: int) -> None:
        units = self._positions().span_to_utf16(span)
        palette = self._editor.palette()
        away = min(depth, _MOST_NESTED) * _NESTING
        for area, first, last in self._stretches(units):
            frame = area.adjusted(-away, 1 - away, away, away - 1)
            paint_frame(painter, frame, kind, palette, first=first, last=last)

    def _paint_sign(self, painter: QPainter, span: Span, kind: str, beside: int) -> None:
        found = self._top_of(span.start)
        if found is not None:
            at = QPointF(found.x() + beside * (SIGN + 3), found.top())
            paint_sign(painter, at, found.height(), kind, self._editor.palette())

    def _top_of(self, position: int) -> QRectF | None:
        """Return the line between two letters, where it is in view."""
        at = self._positions().span_to_utf16(Span(position, position)).start
        block = self._editor.document().findBlock(at)
        top = self._top(block)
        if top is None:
            return None
        line = block.layout().lineForTextPosition(at - block.position())
        if not line.isValid():
            return None
        return QRectF(
            _x(line, at - block.position()) + top.x(), top.y() + line.y(), 0, line.height()
        )

    def _stretches(self, units: Span) -> Iterator[tuple[QRectF, bool, bool]]:
        """Yield where parts of `units` stand in view, and whether it begins and ends there."""
        document = self._editor.document()
        block = document.findBlock(units.start)
        while block.isValid() and block.position() < units.end:
            top = self._top(block)
            if top is not None:
                for index in range(block.layout().lineCount()):
                    yield from _stretch(block, block.layout().lineAt(index), top, units)
            block = block.next()

    def _top(self, block: QTextBlock) -> QPointF | None:
        """Return the top left corner of a block in the viewport; None where it is out of view."""
        if not block.isValid() or not block.isVisible():
            return None
        area = self._editor.block_area(block)
        seen = area.bottom() >= 0 and area.top() <= self._editor.viewport().height()
        return area.topLeft() if seen else None


def _stretch(
    block: QTextBlock, line: QTextLine, top: QPointF, units: Span
) -> Iterator[tuple[QRectF, bool, bool]]:
    begin = block.position() + line.textStart()
    start, end = max(units.start, begin), min(units.end, begin + line.textLength())
    if start >= end:
        return
    left = _x(line, start - block.position())
    right = _x(line, end - block.position())
    area = QRectF(left + top.x(), line.y() + top.y(), right - left, line.height())
    yield area.normalized(), start == units.start, end == units.end


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # PySide tells a pair: x, and the position it took
    return float(found[0] if isinstance(found, tuple) else found)


def depths_of(spans: Sequence[Span]) -> list[int]:
    """Return for each span how many others lie within it, one inside the other, at most."""
    order = sorted(range(len(spans)), key=lambda index: spans[index].length)
    depths = [0] * len(spans)
    for at, outer in enumerate(order):
        inside = [
            depths[inner] + 1
            for inner in order[:at]
            if spans[inner].length and spans[inner].overlaps(spans[outer])
        ]
        depths[outer] = max(inside, default=0)
    return depths
