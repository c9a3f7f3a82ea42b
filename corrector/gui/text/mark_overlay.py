"""Draws the editorial marks that are in view over the letters of a text, nested and crossing."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPalette, QTextBlock, QTextLine

from corrector.gui.text.exact_text_edit import ExactTextEdit
from corrector.gui.text.mark_looks import colour_of, shape_of
from corrector.gui.text.mark_painting import SIGN, paint_frame, paint_sign
from corrector.gui.text.moving_spans import MovingSpans
from corrector.text.edits import Edit
from corrector.text.spans import PositionMap
from corrector.text.tokens import Span

_NESTING: Final = 1.5
"""Pixels by which a mark is drawn further out than the one inside it."""
_MOST_NESTED: Final = 3
"""Deeper ones share a line with the third; lines of text stand no further apart."""
REACH: Final = 8
"""Pixels by which frames and signs of marks reach beyond the line that they stand in, at most;
the signs of suspicions reach less far."""


class MarkOverlay:
    """Knows where marks stand in the viewport of `editor`; changes neither text nor layout."""

    def __init__(self, editor: ExactTextEdit, positions: Callable[[], PositionMap]) -> None:
        """Draw over `editor`, whose code points `positions` turns into Qt's units."""
        self._editor, self._positions = editor, positions
        self._marks: MovingSpans[tuple[str, int]] = MovingSpans()

    def show(self, marks: Iterable[tuple[Span, str]]) -> None:
        """Draw marks of these kinds on these spans of the text as it is now."""
        shown = sorted(marks, key=lambda item: (item[0], item[1]))
        depths = depths_of([span for span, _ in shown])
        self._marks = MovingSpans(
            (span, (kind, depth)) for (span, kind), depth in zip(shown, depths, strict=True)
        )
        self._editor.viewport().update()

    def move(self, edits: Sequence[Edit]) -> None:
        """Let the marks follow the text."""
        self._marks.move(edits)

    def paint(self, part: QRect) -> None:
        """Draw the marks in `part` of the viewport."""
        marks = self._marks_in(part)
        if not marks:
            return
        palette = self._editor.palette()
        colours = {kind: colour_of(kind, palette) for _, (kind, _) in marks}
        painter = QPainter(self._editor.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for span, (kind, depth) in marks:
            if span.length:
                away = min(depth, _MOST_NESTED) * _NESTING
                for area, first, last in self._stretches(span):
                    frame = area.adjusted(-away, 1 - away, away, away - 1)
                    shape = shape_of(kind)
                    paint_frame(painter, frame, shape, colours[kind], first=first, last=last)
        self._paint_signs(painter, marks, colours)
        painter.end()

    def sign_at(self, point: QPointF) -> Span | None:
        """Return the place of the mark without text whose sign is drawn at `point`, or None."""
        for span, _ in self._marks_in(QRect(point.toPoint(), point.toPoint())):
            found = None if span.length else self._place_of(span.start)
            if found is not None and found.adjusted(-SIGN, 0, SIGN, 0).contains(point):
                return span
        return None

    def _marks_in(self, part: QRect) -> list[tuple[Span, tuple[str, int]]]:
        """Return the marks that stand in lines of `part` of the viewport."""
        reached = part.adjusted(0, -REACH, 0, REACH)
        ends = (reached.topLeft(), reached.bottomRight())
        blocks = [self._editor.cursorForPosition(end).block() for end in ends]
        start, end = blocks[0].position(), blocks[1].position() + blocks[1].length()
        to_code_points = self._positions().to_code_points
        # A mark without text at either border counts, too.
        return self._marks.between(to_code_points(start) - 1, to_code_points(end) + 1)

    def _paint_signs(
        self,
        painter: QPainter,
        marks: Sequence[tuple[Span, tuple[str, int]]],
        colours: Mapping[str, QColor],
    ) -> None:
        ground = self._editor.palette().color(QPalette.ColorRole.Base)
        beside: dict[int, int] = {}
        for span, (kind, _) in marks:
            place = None if span.length else self._place_of(span.start)
            if place is not None:
                turn = beside[span.start] = beside.get(span.start, -1) + 1
                at = QPointF(place.x() + turn * (SIGN + 3), place.top())
                shape, colour = shape_of(kind), colours[kind]
                paint_sign(painter, at, place.height(), shape, colour=colour, ground=ground)

    def _place_of(self, position: int) -> QRectF | None:
        """Return the line between two letters, where it is in view."""
        at = self._positions().span_to_utf16(Span(position, position)).start
        block = self._editor.document().findBlock(at)
        top = self._top(block)
        if top is None:
            return None
        line = block.layout().lineForTextPosition(at - block.position())
        if not line.isValid():
            return None
        left = _x(line, at - block.position())
        return QRectF(left + top.x(), top.y() + line.y(), 0, line.height())

    def _stretches(self, span: Span) -> Iterator[tuple[QRectF, bool, bool]]:
        """Yield where parts of `span` stand in view, and whether it begins and ends there."""
        units = self._positions().span_to_utf16(span)
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
    near = MovingSpans((span, index) for index, span in enumerate(spans) if span.length)
    depths = [0] * len(spans)
    done: set[int] = set()
    for outer in sorted(range(len(spans)), key=lambda index: spans[index].length):
        inside = near.between(spans[outer].start, spans[outer].end)
        depths[outer] = max((depths[one] + 1 for _, one in inside if one in done), default=0)
        if spans[outer].length:
            done.add(outer)
    return depths
