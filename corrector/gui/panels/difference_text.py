"""Writes differences into a text document: removed struck through, added underlined."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from corrector.gui.theme import MarkColours
from corrector.gui.wording import visible
from corrector.text.edits import Opcode

_BREAK: Final = "\u2028"
"""A line end inside a block."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a difference stands in a document, in its own positions."""

    start: int
    end: int


class DifferenceText:
    """Fills one document from its beginning; remembers where the differences stand."""

    def __init__(self, document: QTextDocument, colours: MarkColours) -> None:
        """Begin with an empty document."""
        document.clear()
        self._cursor = QTextCursor(document)
        self._plain = QTextCharFormat()
        self._removed, self._added = QTextCharFormat(), QTextCharFormat()
        self._removed.setForeground(colours.removed)
        self._removed.setFontStrikeOut(True)
        self._added.setForeground(colours.added)
        self._added.setFontUnderline(True)
        self._left_out = QTextCharFormat()
        self._left_out.setForeground(colours.editorial)
        self.places: list[Place] = []

    def begin(self) -> int:
        """Return where the next piece will stand."""
        return self._cursor.position()

    def same(self, text: str) -> None:
        """Write what is the same in both texts."""
        self._cursor.insertText(text.replace("\n", _BREAK), self._plain)

    def left_out(self, sign: str) -> None:
        """Write a sign for what is not shown."""
        self._cursor.insertText(sign, self._left_out)

    def removed(self, text: str) -> None:
        """Write what only the old text has, blanks made visible."""
        self._cursor.insertText(_marked(text), self._removed)

    def added(self, text: str) -> None:
        """Write what only the new text has, blanks made visible."""
        self._cursor.insertText(_marked(text), self._added)

    def place(self, start: int) -> None:
        """Remember that a difference stands between `start` and here."""
        self.places.append(Place(start, self._cursor.position()))

    def next_row(self) -> None:
        """Begin a row of its own."""
        self._cursor.insertBlock(QTextBlockFormat())


def write_inline(text: DifferenceText, old: str, new: str, codes: Sequence[Opcode]) -> None:
    """Write both texts as one."""
    for tag, start, end, new_start, new_end in codes:
        if tag == "equal":
            text.same(old[start:end])
        else:
            write_change(text, old[start:end], new[new_start:new_end])


def write_change(text: DifferenceText, old: str, new: str) -> None:
    """Write one difference: what was, then what is."""
    begun = text.begin()
    text.removed(old)
    text.added(new)
    text.place(begun)


def write_shortened(
    text: DifferenceText, old: str, new: str, codes: Sequence[Opcode], around: int
) -> None:
    """Write both texts as one, of what is the same only `around` characters beside a change."""
    last = len(codes) - 1
    for index, (tag, start, end, new_start, new_end) in enumerate(codes):
        if tag != "equal":
            write_change(text, old[start:end], new[new_start:new_end])
            continue
        before = "" if index == 0 else old[start : min(end, start + around)]
        after = "" if index == last else old[max(start, end - around) : end]
        if end - start <= len(before) + len(after) + 1:
            text.same(old[start:end])
        else:
            text.same(before)
            text.left_out(" … ")
            text.same(after)


def _marked(text: str) -> str:
    """Return changed text with signs for blanks that would not be seen, and real line ends."""
    signed = visible(text).replace("↵", "↵" + _BREAK)
    return signed if signed.strip() else signed.replace(" ", "␣")
