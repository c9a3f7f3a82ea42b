"""Takes a new reading into a text, but nowhere over what a person has settled."""

from collections.abc import Sequence

from corrector.text.edits import Edit, smallest_edits
from corrector.text.tokens import Span, tokenise


def edits_of_proposal(text: str, proposed: str, settled: Sequence[Span]) -> tuple[Edit, ...]:
    """Return the edits that bring `proposed` into `text` and leave settled tokens alone.

    Args:
        text: as it is now.
        proposed: what an engine read anew.
        settled: spans of `text` that a person typed, confirmed or marked.
    """
    locked = [
        token.span for token in tokenise(text) if any(token.span.overlaps(s) for s in settled)
    ]
    return tuple(
        edit
        for edit in smallest_edits(text, proposed)
        if not any(_touches(edit.span, span) for span in locked)
    )


def _touches(edited: Span, locked: Span) -> bool:
    """Tell whether an edit changes a locked token or would grow onto it."""
    return (edited.start < locked.end and locked.start < edited.end) or edited.overlaps(locked)
