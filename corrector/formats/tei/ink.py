"""Writes mixed content from left to right, kept to the character: text, elements, line starts."""

from collections.abc import Mapping
from itertools import pairwise

from corrector.formats.line_ends import LineEnd, line_end_between
from corrector.formats.tei.characters import permitted
from corrector.formats.tei.vocabulary import Element, child


class Ink:
    """Writes running text and elements one after the other; the text is kept to the character.

    Text in an element that was entered stands in it once the next element begins or it is left.
    """

    def __init__(self, parent: Element) -> None:
        """Begin at the end of the empty element `parent`."""
        self._open = [parent]
        self._last: Element | None = None
        self._waiting: list[str] = []

    @property
    def depth(self) -> int:
        """How many elements are open inside the first one."""
        return len(self._open) - 1

    @property
    def at_beginning(self) -> bool:
        """Whether nothing was written into the element that is open."""
        # Not asked of the element itself: lxml walks through all children to count them.
        return self._last is None and not self._waiting

    @property
    def current(self) -> Element:
        """The element that is written into."""
        return self._open[-1]

    def text(self, text: str) -> None:
        """Write `text` without the characters that XML refuses."""
        text = permitted(text)
        if not text:
            return
        self._waiting.append(text)
        # Nobody leaves the first element. In the others text waits: a page without line starts
        # is one text, and to lengthen it line by line would copy it each time.
        if not self.depth:
            self._put()

    def empty(self, name: str, attributes: Mapping[str, str | None] | None = None) -> Element:
        """Write an element without content."""
        self._put()
        self._last = child(self._open[-1], name, attributes)
        return self._last

    def enter(self, name: str, attributes: Mapping[str, str | None] | None = None) -> Element:
        """Open an element; what follows is written into it."""
        self._put()
        element = child(self._open[-1], name, attributes)
        self._open.append(element)
        self._last = None
        return element

    def leave(self) -> None:
        """Close the element opened last."""
        self._put()
        self._last = self._open.pop()

    def _put(self) -> None:
        """Put the text that waits where it belongs."""
        text = "".join(self._waiting)
        self._waiting.clear()
        if not text:
            return
        if self._last is None:
            self._open[-1].text = (self._open[-1].text or "") + text
        else:
            self._last.tail = (self._last.tail or "") + text


def lined(ink: Ink, text: str) -> None:
    """Write `text` with an `lb` for each of its line feeds, as the text of a page has them."""
    first, *others = text.split("\n")
    ink.text(first)
    for line, following in pairwise([first, *others]):
        line_break(ink, line_end_between(line, following))
        ink.text(following)


def line_break(ink: Ink, end: LineEnd, attributes: Mapping[str, str | None] | None = None) -> None:
    """Write an `lb`; nothing stands before it where a word goes on, or may go on, in its line."""
    if end is LineEnd.WORD_ENDS:
        ink.text("\n")
        ink.empty("lb", attributes)
    else:
        ink.empty("lb", {**(attributes or {}), "break": end.value})
