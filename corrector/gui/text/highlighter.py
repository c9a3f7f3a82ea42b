"""Underlines ready-made spans of a text: suspicions and answers; decides nothing itself."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from corrector.gui.text.kind_looks import kind_colour
from corrector.gui.text.moving_spans import MovingSpans
from corrector.gui.text.strength import Strength
from corrector.gui.theme import MarkColours
from corrector.tasks.kinds import Kind
from corrector.text.edits import Edit
from corrector.text.spans import PositionMap
from corrector.text.tokens import Span

Drawn = tuple[Strength, Kind] | str
"""What is drawn under a span: a suspicion's strength and kind, or ``confirmed``, ``doubtful``."""

_DRAWN_SINGLY: Final = 8
"""Qt lays out and tells the view for each block drawn singly, but once for all together."""
_CONFIRMED: Final = "confirmed"


class SpanHighlighter(QSyntaxHighlighter):
    """Draws lines under spans, each kind in a shape and a colour of its own.

    Suspicions: wave (strong), dashes (medium), dots (weak), in the colour of their kind; its sign
    is drawn by `KindSigns`. Answers: a plain line (confirmed), with a tinted ground (doubtful).
    """

    def __init__(
        self,
        document: QTextDocument,
        positions: Callable[[], PositionMap],
        colours: MarkColours,
    ) -> None:
        super().__init__(document)
        self._positions = positions
        self._colours = colours
        self._formats: dict[Drawn, QTextCharFormat] = {}
        self._spans: MovingSpans[Drawn] = MovingSpans()

    def set_colours(self, colours: MarkColours) -> None:
        """Draw in other colours from now on."""
        self._colours = colours
        self._formats.clear()
        self.rehighlight()

    def set_spans(self, items: Iterable[tuple[Span, Drawn]]) -> None:
        """Draw under these spans of the text as it is now, and only draw anew what differs."""
        wanted = list(items)
        differing = set(self._spans.items()) ^ set(wanted)
        self._spans = MovingSpans(wanted)
        blocks = self._blocks_of(span for span, _ in differing)
        if len(blocks) > _DRAWN_SINGLY:
            self.rehighlight()
            return
        for number in sorted(blocks):
            self.rehighlightBlock(self.document().findBlockByNumber(number))

    def move(self, edits: Sequence[Edit]) -> None:
        """Let the spans follow the text."""
        self._spans.move(edits)

    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        positions = self._positions()
        start = positions.to_code_points(block.position())
        end = positions.to_code_points(block.position() + block.length())
        for span, drawn in self._spans.between(start, end):
            units = positions.span_to_utf16(span)
            first = max(0, units.start - block.position())
            self.setFormat(first, units.end - block.position() - first, self._format(drawn))

    def _blocks_of(self, spans: Iterable[Span]) -> set[int]:
        """Return the numbers of the blocks that any of `spans` stands in."""
        found: set[int] = set()
        for span in spans:
            units = self._positions().span_to_utf16(span)
            first = self.document().findBlock(units.start).blockNumber()
            last = self.document().findBlock(units.end).blockNumber()
            found.update(range(max(first, 0), max(first, last) + 1))
        return found

    def _format(self, drawn: Drawn) -> QTextCharFormat:
        if drawn not in self._formats:
            self._formats[drawn] = _shape(drawn, self._colours)
        return self._formats[drawn]


def _shape(drawn: Drawn, colours: MarkColours) -> QTextCharFormat:
    shape = QTextCharFormat()
    if isinstance(drawn, tuple):
        strength, kind = drawn
        shape.setUnderlineStyle(strength.underline)
        shape.setUnderlineColor(kind_colour(kind, colours))
        return shape
    shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    shape.setUnderlineColor(colours.confirmed if drawn == _CONFIRMED else colours.doubtful)
    if drawn != _CONFIRMED:
        shape.setBackground(colours.marked)
        shape.setForeground(colours.doubtful)
    return shape
