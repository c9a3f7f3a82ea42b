"""Shows how one text became another: removed letters struck through, added ones underlined."""

from html import escape
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QTextBrowser, QWidget

from corrector.gui.theme import MarkColours, mark_colours
from corrector.gui.wording import visible
from corrector.text.edits import opcodes

_AROUND: Final = 60
"""Unchanged code points shown before and after a change."""


class DifferenceView(QTextBrowser):
    """A difference as running text, unchanged stretches shortened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, str] | None = None
        self.setOpenLinks(False)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setAccessibleName(self.tr("What was changed"))

    def show_difference(self, old: str, new: str) -> None:
        """Show how `old` became `new`."""
        self._texts = (old, new)
        if old == new:
            self.setPlainText(self.tr("Both texts are the same."))
        else:
            self.setHtml(difference_html(old, new, mark_colours(self.palette())))

    def forget(self) -> None:
        """Show nothing."""
        self._texts = None
        self.clear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._texts is not None:
            self.show_difference(*self._texts)


def difference_html(old: str, new: str, colours: MarkColours) -> str:
    """Return the difference of two texts as HTML that keeps blanks and lines."""
    codes = opcodes(old, new, readable=True)
    parts = []
    for index, (tag, start, end, new_start, new_end) in enumerate(codes):
        if tag == "equal":
            last = index == len(codes) - 1
            parts.append(_lines(_shortened(old[start:end], first=index == 0, last=last)))
        else:
            parts.append(_changed(old[start:end], new[new_start:new_end], colours))
    return f'<div style="white-space: pre-wrap">{"".join(parts)}</div>'


def _changed(removed: str, added: str, colours: MarkColours) -> str:
    struck = f'<s style="color: {colours.removed.name()}">{_marked(removed)}</s>'
    under = f'<u style="color: {colours.added.name()}">{_marked(added)}</u>'
    return (struck if removed else "") + (under if added else "")


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """Return `text` without its middle, or without what lies far from the change next to it."""
    before = "" if first else text[:_AROUND]
    after = "" if last else text[-_AROUND:]
    if len(text) <= len(before) + len(after) + 1:
        return text
    return f"{before} … {after}"


def _marked(text: str) -> str:
    """Return changed text with signs for blanks that would not be seen, and real line ends."""
    return _lines(visible(text).replace("↵", "↵\n"))


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
