"""Ties text and scan: caret and selection are shown there, a click or a region there moves them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

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
CATCH_UP_MS: Final = 5
"""From a key press to the links that follow it: once it is painted, and before the next one."""


class ScanLink(QObject):
    """Keeps the links of the page on the desk alive while its text is edited."""

    linked = Signal()
    """The page was tied to a reading of its scan, or lost its ties."""

    def __init__(self, desk: Desk, checking: Checking, editor: TextEditor, scan: ScanView) -> None:
        super().__init__(editor)
        self._editor, self._scan = editor, scan
        self._living: LivingLinks | None = None
        self._behind: list[tuple[Sequence[Edit], str]] = []
        self._reading: Reading | None = None
        self._pointed_at: int | None = None  # the scan stays still where the person pointed at it
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FOLLOW_MS)
        self._timer.timeout.connect(self._outline)
        self._following = QTimer(self, singleShot=True, interval=CATCH_UP_MS)
        self._following.timeout.connect(self._caught_up)
        desk.shown.connect(self._forget)
        checking.found.connect(self._take)
        editor.edited.connect(self._move)
        editor.caret_moved.connect(self._timer.start)
        editor.selectionChanged.connect(self._timer.start)
        scan.clicked.connect(self._go_to)
        scan.region_chosen.connect(self._select_in)

    @property
    def reading(self) -> "Reading | None":
        """What an engine read on the scan of the page on the desk, as far as that is known."""
        return self._reading

    @property
    def links(self) -> Sequence[Link]:
        """The links of the text as it is now, in order; none before its scan was read."""
        living = self._caught_up()
        return living.links if living is not None else ()

    @property
    def lines(self) -> Sequence[Sequence[Link]]:
        """The same line by line, spans counted from the start of the line."""
        living = self._caught_up()
        return living.lines if living is not None else ()

    def boxes_at(self, span: Span) -> tuple[Box | None, Box | None]:
        """Return where `span` and the line it begins in stand on the scan."""
        link = self.link_at(span.start)
        line = line_box(self.links, self._editor.exact_text(), span.start)
        return (link.box if link else None), line

    def _outline(self) -> None:
        caret = self._editor.caret()
        word, line = self.boxes_at(Span(caret, caret))
        link = self.link_at(caret)
        text = link.span.of(self._editor.exact_text()) if link else ""
        self._scan.outline(word, line, text, follow=caret != self._pointed_at)
        selected = self._editor.selection()
        empty = selected.start == selected.end
        self._scan.show_selected(() if empty else boxes_of(self.links, selected))
        self._pointed_at = None

    def _go_to(self, x: int, y: int) -> None:
        """Put the caret into the word at a point of the scan, or into the nearest one."""
        linked = [(link.box, link.span) for link in self.links if link.box is not None]
        if linked:
            _, span = min(linked, key=lambda item: _distance(item[0], x, y))
            self._pointed_at = span.start
            self._timer.start()
            self._editor.go_to(span.start)
            self._editor.setFocus()

    def _select_in(self, region: Box, purpose: str) -> None:
        """Select the text whose words lie in a region that nobody else asked for."""
        span = span_in(self.links, region) if not purpose else None
        if span is not None:
            self._pointed_at = span.end
            self._editor.select(span)
            self._editor.setFocus()

    def link_at(self, position: int) -> Link | None:
        """Return the link of the token that covers or ends at `position`."""
        links = self.links
        at = bisect_right(links, position, key=lambda link: link.span.start) - 1
        return links[at] if at >= 0 and position <= links[at].span.end else None

    def _take(self, found: Found) -> None:
        """Begin with a new reading; after that the links live on by themselves."""
        reading = found.witness.reading
        if reading is None or reading is self._reading:
            return
        self._living, self._reading = found.witness.living_links(found.result.text), reading
        self._behind.clear()
        self._timer.start()
        self.linked.emit()

    def _move(self, edits: Sequence[Edit]) -> None:
        if self._living is not None:
            self._behind.append((edits, self._editor.exact_text()))
            if not self._following.isActive():
                self._following.start()

    def _caught_up(self) -> "LivingLinks | None":
        """Return the links once they have followed the text, for which a key press did not wait."""
        if self._living is not None:
            for edits, text in self._behind:
                self._living.edit(edits, text)
        self._behind.clear()
        return self._living

    def _forget(self, work: PageWork) -> None:
        del work
        self._living = self._reading = None
        self._behind.clear()
        self.linked.emit()


def boxes_of(links: Sequence[Link], span: Span) -> list[Box]:
    """Return where the linked tokens that `span` touches stand."""
    first = bisect_right(links, span.start, key=lambda link: link.span.end)
    last = bisect_left(links, span.end, key=lambda link: link.span.start)
    return [link.box for link in links[first:last] if link.box is not None]


def span_in(links: Sequence[Link], region: Box) -> Span | None:
    """Return the smallest span of text that has all tokens whose middle lies in `region`."""
    inside = [link.span for link in links if link.box is not None and _holds(region, link.box)]
    return Span(inside[0].start, inside[-1].end) if inside else None


def _holds(region: Box, box: Box) -> bool:
    across, down = box.x + box.width / 2, box.y + box.height / 2
    return region.x <= across < region.right and region.y <= down < region.bottom


def _distance(box: Box, x: int, y: int) -> int:
    """Return how far a point is from a box, lines counting more than columns; 0 inside."""
    across = max(box.x - x, 0, x - box.right)
    down = max(box.y - y, 0, y - box.bottom)
    return across * across + 4 * down * down
