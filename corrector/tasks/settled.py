"""What a person has settled in a text, by typing or by a mark; light, for it is asked at once."""

from collections.abc import Iterable
from typing import Final

from corrector.text.edits import new_spans, smallest_edits
from corrector.text.marks import Mark
from corrector.text.tokens import Span, tokenise

CONFIRMED: Final = "confirmed"
DOUBTFUL: Final = "doubtful"
SETTLING: Final = frozenset({CONFIRMED, DOUBTFUL})
"""Kinds of marks after which a token is no longer asked about."""


def settled_spans(first: str, text: str, marks: Iterable[Mark]) -> tuple[Span, ...]:
    """Return the spans of `text` that a person has settled by typing or by a mark.

    Args:
        first: version 0, which no person typed.
        text: as it is now.
        marks: as they stand in `text`.
    """
    marked = [mark.span for mark in marks if mark.kind in SETTLING]
    return (*marked, *typed_spans(first, text))


def typed_spans(first: str, text: str) -> tuple[Span, ...]:
    """Return the tokens of `text` that differ from `first`, which no person typed."""
    typed = new_spans(smallest_edits(first, text))
    return tuple(
        token.span for token in tokenise(text) if any(token.span.overlaps(span) for span in typed)
    )
