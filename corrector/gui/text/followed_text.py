"""Follows a Qt document: its exact text, and every change of it as edits in code points."""

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextDocument

from corrector.gui.text.stand_ins import StandIns
from corrector.text.edits import Edit, smallest_edits
from corrector.text.spans import PositionMap
from corrector.text.tokens import Span

_WORTH_COMPARING: Final = 2
"""Where both sides are longer than this, a change may really be several."""


class FollowedText(QObject):
    """The exact text of `document` and what happens to it.

    Must be made before a highlighter of the same document, so that it hears of changes first.
    """

    edited = Signal(object)
    """tuple[Edit, ...]: how the text before became the text now, in order."""

    def __init__(self, document: QTextDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._held = StandIns("")
        self._text = ""
        self._positions: PositionMap | None = None
        self._loading = False
        document.contentsChange.connect(self._note)

    @property
    def text(self) -> str:
        """The text as it was after the last change that was heard of."""
        return self._text

    @property
    def positions(self) -> PositionMap:
        """The map between code points of the text and positions of the document."""
        if self._positions is None:
            units = self._document.characterCount() - 1
            # Without characters of two units, as nearly always, the map of no text is right.
            self._positions = PositionMap(self._text if units != len(self._text) else "")
        return self._positions

    def load(self, text: str) -> None:
        """Make `text` the document's whole content, with no way back; not told as an edit."""
        self._held = StandIns(text)
        self._loading = True
        try:
            self._document.setPlainText(self._held.to_document(text))
            self._document.setModified(False)
        finally:
            self._loading = False
        self._take(self.read())

    def read(self) -> str:
        """Return the exact text as it stands in the document itself."""
        return self._held.from_document(self._document.toRawText())

    def to_document(self, text: str) -> str:
        """Return `text` with signs for what the document cannot hold."""
        return self._held.to_document(text)

    def from_document(self, raw: str) -> str:
        """Return the exact text of raw text of the document, such as a selection."""
        return self._held.from_document(raw)

    def _take(self, text: str) -> None:
        self._text = text
        self._positions = None

    def _note(self, position: int, removed: int, added: int) -> None:
        """Take over a change that the document told in UTF-16 units.

        Qt counts too much at the end of a document and when it only laid out anew, so that both
        texts are compared, and the window it names only says where.
        """
        if self._loading:
            return
        old, old_positions = self._text, self.positions
        new = self.read()
        self._take(new)
        start = old_positions.to_code_points(position)
        behind = max(0, self._units(old_positions, old) - position - removed)
        rest = len(old) - old_positions.to_code_points(self._units(old_positions, old) - behind)
        del added
        edits = _edits_inside(old, new, start, rest)
        if edits:
            self.edited.emit(edits)

    @staticmethod
    def _units(positions: PositionMap, text: str) -> int:
        return positions.to_utf16(len(text))


def _edits_inside(old: str, new: str, start: int, rest: int) -> tuple[Edit, ...]:
    """Return the edits from `old` to `new`, which agree before `start` and in the last `rest`."""
    old_end, new_end = len(old) - rest, len(new) - rest
    agree = start <= min(old_end, new_end)
    agree = agree and old[:start] == new[:start] and old[old_end:] == new[new_end:]
    if not agree:
        return smallest_edits(old, new)
    before, after = old[start:old_end], new[start:new_end]
    if min(len(before), len(after)) < _WORTH_COMPARING:
        whole = Edit(Span(start, old_end), after)
        return () if before == after else (whole,)
    return tuple(Edit(edit.span.shifted(start), edit.new) for edit in smallest_edits(before, after))
