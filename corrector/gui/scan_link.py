"""Ties the caret to the scan: the caret's word is outlined there, a click there moves the caret."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer

from corrector.gui.checking import Checking, Found
from corrector.gui.desk import Desk
from corrector.gui.page_work import PageWork
from corrector.gui.scan.view import ScanView
from corrector.gui.text.editor import TextEditor
from corrector.gui.text.moving_spans import MovingSpans
from corrector.linking.links import Link, united
from corrector.scans.geometry import Box
from corrector.text.edits import Edit
from corrector.text.tokens import Span

FOLLOW_MS: Final = 40
"""From a caret move to the outline: long enough that a held key does not make the scan flicker."""


class ScanLink(QObject):
    """Keeps the links of the page on the desk moving with its text until new ones are found."""

    def __init__(self, desk: Desk, checking: Checking, editor: TextEditor, scan: ScanView) -> None:
        super().__init__(editor)
        self._editor, self._scan = editor, scan
        self._links: MovingSpans[Link] = MovingSpans()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FOLLOW_MS)
        self._timer.timeout.connect(self._outline)
        desk.shown.connect(self._forget)
        checking.found.connect(self._take)
        editor.edited.connect(self._move)
        editor.caret_moved.connect(self._timer.start)
        scan.clicked.connect(self._go_to)

    def boxes_at(self, span: Span) -> tuple[Box | None, Box | None]:
        """Return where `span` and the line it begins in stand on the scan."""
        item = self._links.at(span.start)
        text = self._editor.exact_text()
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.start)
        line = self._links.between(start, end if end >= 0 else len(text))
        boxes = [link.box for _, link in line if link.box is not None]
        return (item[1].box if item else None), united(boxes)

    def _outline(self) -> None:
        caret = self._editor.caret()
        word, line = self.boxes_at(Span(caret, caret))
        item = self._links.at(caret)
        text = item[0].of(self._editor.exact_text()) if item else ""
        self._scan.outline(word, line, text)

    def _go_to(self, x: int, y: int) -> None:
        """Put the caret into the word at a point of the scan, or into the nearest one."""
        linked = [(link.box, span) for span, link in self._links.items() if link.box is not None]
        if linked:
            _, span = min(linked, key=lambda item: _distance(item[0], x, y))
            self._editor.go_to(span.start)
            self._editor.setFocus()

    def _take(self, found: Found) -> None:
        self._links = MovingSpans((link.span, link) for link in found.witness.links)
        self._timer.start()

    def _move(self, edits: Sequence[Edit]) -> None:
        self._links.move(edits)

    def _forget(self, work: PageWork) -> None:
        del work
        self._links = MovingSpans()


def _distance(box: Box, x: int, y: int) -> int:
    """Return how far a point is from a box, lines counting more than columns; 0 inside."""
    across = max(box.x - x, 0, x - box.right)
    down = max(box.y - y, 0, y - box.bottom)
    return across * across + 4 * down * down
