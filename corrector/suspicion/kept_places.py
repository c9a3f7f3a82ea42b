"""Keeps the places of the text checked last, so that only lines that were edited are read anew."""

from bisect import bisect_left
from collections.abc import Sequence
from threading import Lock
from typing import Final

from rapidfuzz.distance import Postfix, Prefix

from corrector.suspicion.places import Place, Standing
from corrector.text.tokens import Span, Token

_MOST: Final = 20_000
"""Tokens; of longer texts, which nobody edits as one, no places are kept: 400 bytes each."""


class KeptPlaces:
    """The places of one text; whoever takes them owns them, for a check changes them."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._lock = Lock()
        self._text = ""
        self._places: Sequence[Place] = ()

    def keep(self, text: str, places: Sequence[Place]) -> None:
        """Keep the places of `text`, which the caller uses no longer."""
        with self._lock:
            self._text, self._places = text, places if len(places) <= _MOST else ()

    def take(self, text: str, earlier: str) -> Standing | None:
        """Return what of `text` stands as it did in the text `earlier`; None if that is unknown."""
        with self._lock:
            if self._text != earlier or not self._places:
                return None
            places, self._places = self._places, ()
        return _standing(places, earlier, text)


def _standing(places: Sequence[Place], earlier: str, text: str) -> Standing:
    """Return the places of the lines that are the same in both texts, as they stand in `text`.

    The line before the first one that changed is left out, too: whether it ends a paragraph
    depends on what follows.
    """
    same = Prefix.similarity(earlier, text)
    line = text.rfind("\n", 0, same) + 1
    start = text.rfind("\n", 0, max(line - 1, 0)) + 1
    same_behind = Postfix.similarity(earlier, text)
    behind = min(same_behind, min(len(earlier), len(text)) - same)
    line_end = text.find("\n", len(text) - behind)
    end = line_end + 1 if line_end >= 0 else len(text)
    by = len(text) - len(earlier)
    head = places[: _first_from(places, start)]
    tail = places[_first_from(places, end - by) :] if line_end >= 0 else ()
    for place in tail if by else ():
        span = place.token.span
        place.token = Token(place.token.text, Span(span.start + by, span.end + by))
    return Standing(head, Span(start, end), tail)


def _first_from(places: Sequence[Place], position: int) -> int:
    return bisect_left(places, position, key=lambda place: place.token.span.start)
