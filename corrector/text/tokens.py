"""Spans and tokens of a text, counted in Unicode code points."""

import re
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch (start, end) of a text, in Unicode code points."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Number of code points covered."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the part of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether both spans share a code point, or an empty one lies inside the other."""
        if self.length and other.length:
            return self.start < other.end and other.start < self.end
        return self.start <= other.end and other.start <= self.end

    def shifted(self, by: int) -> "Span":
        """Return the span moved by `by` code points."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Token:
    """A run of non-blank characters of a text, with its span."""

    text: str
    span: Span


def tokenise(text: str, within: Span | None = None) -> tuple[Token, ...]:
    """Return all tokens of `text` in order; blanks are what `str.isspace` calls blank.

    Args:
        text: what to take apart.
        within: the part of it whose tokens are wanted; all of it unless given.
    """
    start, end = (within.start, within.end) if within else (0, len(text))
    found = _TOKEN.finditer(text, start, end)
    return tuple(Token(token[0], Span(*token.span())) for token in found)


def token_at(text: str, position: int) -> Token | None:
    """Return the token that covers or touches `position`, the one after it first."""
    start = position
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    found = _TOKEN.match(text, start)
    return Token(found[0], Span(*found.span())) if found else None
