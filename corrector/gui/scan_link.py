"""Ties the caret to the scan: the caret's word is outlined there, a click there moves the caret."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from corrector.gui.checking import Checking, Found
from corrector.gui.desk import Desk
from corrector.gui.page_work import PageWork
from corrector.gui.scan.view import ScanView
from corrector.gui.text.editor import TextEditor
from corrector.linking.links import Link, line_box
from corrector.scans.geometry import Box
from corrector.text.edits import Edit
from corrector.text.tokens import Span

if TYPE_CHECKING:
    from corrector.ocr.words import Reading
    from corrector.tasks.witness import LivingLinks

FOLLOW_MS: Final = 40
"""From a caret move to the outline: long enough that a held key does not make the scan flicker."""


class ScanLink(QObject):
    """Keeps the links of the page on the desk alive while its text is edited."""

    def __init__(self, desk: Desk, checking: Checking, editor: TextEditor, scan: ScanView) -> None:
        super().__init__(editor)
        self._editor, self._scan = editor, scan
        self._living: LivingLinks | None = None
        self._reading: Reading | None = None
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
        link = self._link_at(span.start)
        line = line_box(self._links(), self._editor.exact_text(), span.start)
        return (link.box if link else None), line

    def _outline(self) -> None:
        caret = self._editor.caret()
        word, line = self.boxes_at(Span(caret, caret))
        link = self._link_at(caret)
        text = link.span.of(self._editor.exact_text()) if link else ""
        self._scan.outline(word, line, text)

    def _go_to(self, x: int, y: int) -> None:
        """Put the caret into the word at a point of the scan, or into the nearest one."""
        linked = [(link.box, link.span) for link in self._links() if link.box is not None]
        if linked:
            _, span = min(linked, key=lambda item: _distance(item[0], x, y))
            self._editor.go_to(span.start)
            self._editor.setFocus()

    def _links(self) -> Sequence[Link]:
        return self._living.links if self._living is not None else ()

    def _link_at(self, position: int) -> Link | None:
        """Return the link of the token that covers or ends at `position`."""
        links = self._links()
        at = bisect_right(links, position, key=lambda link: link.span.start) - 1
        return links[at] if at >= 0 and position <= links[at].span.end else None

    def _take(self, found: Found) -> None:
        """Begin with a new reading; after that the links live on by themselves."""
        reading = found.witness.reading
        if reading is None or reading is self._reading:
            return
        self._living, self._reading = found.witness.living_links(found.result.text), reading
        self._timer.start()

    def _move(self, edits: Sequence[Edit]) -> None:
        if self._living is not None:
            self._living.edit(edits, self._editor.exact_text())

    def _forget(self, work: PageWork) -> None:
        del work
        self._living = self._reading = None


def _distance(box: Box, x: int, y: int) -> int:
    """Return how far a point is from a box, lines counting more than columns; 0 inside."""
    across = max(box.x - x, 0, x - box.right)
    down = max(box.y - y, 0, y - box.bottom)
    return across * across + 4 * down * down
