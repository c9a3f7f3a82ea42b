"""Lays out a plain text and paints, after a key press, no more than the line that changed.

Why so: a highlighter that draws anew in a line tells the document that all of it was taken out and
put in again. Qt adds both lengths, takes the next line for changed, too, and then paints the whole
view at every key. What was taken out is nowhere in the text any more, and where the number of lines
is what it was, the place of what was put in says all.

The highlighter throws the rows of the line away as well, so that Qt cannot see any more whether the
line is now as high as it was, and whether those below it have moved. That is remembered here.
"""

from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout


class ChangedLinesLayout(QPlainTextDocumentLayout):
    """Qt's plain layout, told where a change ends in the text as it is now."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._blocks = document.blockCount()
        self._heights: dict[int, float] = {}

    def documentChanged(self, start: int, removed: int, added: int) -> None:  # noqa: N802 - Qt's
        """Hear that at `start`, in Qt's units, `removed` of them gave way to `added`."""
        document = self.document()
        before, self._blocks = self._blocks, document.blockCount()
        line = document.findBlock(start)
        if before != self._blocks or not added or start + added > line.position() + line.length():
            self._heights.clear()
            super().documentChanged(start, removed, added)
            return
        rows = line.lineCount()
        super().documentChanged(start, 0, added)
        if rows != line.lineCount() or not self._is_as_high_as_before(line):
            self.update.emit()  # all of it

    def _is_as_high_as_before(self, line: QTextBlock) -> bool:
        """Tell whether a line is known to be as high as it was after the change before."""
        number, height = line.blockNumber(), self.blockBoundingRect(line).height()
        before, self._heights[number] = self._heights.get(number), height
        return before == height
