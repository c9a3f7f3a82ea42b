"""Writes a new text out of parts of an old one and knows where every position of it went."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corrector.text.marks import Mark
from corrector.text.tokens import Span


class Rewriting:
    """A new text in the making; take or drop the old text from left to right."""

    def __init__(self, text: str) -> None:
        """Begin with nothing of `text` taken."""
        self._old = text
        self._parts: list[str] = []
        self._length = 0
        self._places: list[int] = []

    def take(self, end: int) -> None:
        """Take the old text up to `end`."""
        done = len(self._places)
        self._parts.append(self._old[done:end])
        self._places += range(self._length, self._length + end - done)
        self._length += end - done

    def drop(self, end: int) -> None:
        """Leave the old text up to `end` out."""
        self._places += [self._length] * (end - len(self._places))

    def put(self, text: str) -> None:
        """Write `text`, which the old text does not have here."""
        self._parts.append(text)
        self._length += len(text)

    def result(self, marks: Sequence[Mark]) -> tuple[str, tuple[Mark, ...]]:
        """Take the rest; return the new text and the marks that still say something of it."""
        self.take(len(self._old))
        self._places.append(self._length)
        text = "".join(self._parts)
        return text, tuple(self._moved(text, marks))

    def exact_result(self, spans: Sequence[tuple[str, Span]]) -> tuple[str, list[tuple[str, Span]]]:
        """Take the rest; return the new text and all named spans where they went, also empty."""
        self.take(len(self._old))
        self._places.append(self._length)
        moved = [
            (name, Span(self._places[span.start], self._places[span.end]))
            for name, span in spans
            if 0 <= span.start <= span.end < len(self._places)
        ]
        return "".join(self._parts), moved

    def _moved(self, text: str, marks: Sequence[Mark]) -> Iterable[Mark]:
        for mark in marks:
            if not 0 <= mark.span.start <= mark.span.end < len(self._places):
                continue
            start, end = self._places[mark.span.start], self._places[mark.span.end]
            if mark.span.length:
                start, end = within_lines(text, start, end)
                if start >= end:
                    continue
            yield replace(mark, span=Span(start, end))


def within_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without the line feeds at its ends."""
    while start < end and text[start] == "\n":
        start += 1
    while end > start and text[end - 1] == "\n":
        end -= 1
    return start, end
