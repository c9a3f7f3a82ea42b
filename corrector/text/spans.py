"""Converts positions between code points (Python) and UTF-16 units (Qt); nothing else does."""

from bisect import bisect_right
from typing import Final

from corrector.text.tokens import Span

_LAST_OF_ONE_UNIT: Final = 0xFFFF


class PositionMap:
    """Positions of one text in code points and in UTF-16 units.

    A position inside a surrogate pair is taken as the position before the character.
    """

    def __init__(self, text: str) -> None:
        """Prepare the map of `text`; cost is linear once, look-ups are logarithmic."""
        self._astral = [
            index for index, character in enumerate(text) if ord(character) > _LAST_OF_ONE_UNIT
        ]
        self._astral_units = [index + before for before, index in enumerate(self._astral)]

    def to_utf16(self, position: int) -> int:
        """Return the UTF-16 position of the code point position `position`."""
        return position + bisect_right(self._astral, position - 1)

    def to_code_points(self, position: int) -> int:
        """Return the code point position of the UTF-16 position `position`."""
        return position - bisect_right(self._astral_units, position - 1)

    def span_to_utf16(self, span: Span) -> Span:
        """Return `span` in UTF-16 units."""
        return Span(self.to_utf16(span.start), self.to_utf16(span.end))

    def span_to_code_points(self, span: Span) -> Span:
        """Return `span`, given in UTF-16 units, in code points."""
        return Span(self.to_code_points(span.start), self.to_code_points(span.end))
