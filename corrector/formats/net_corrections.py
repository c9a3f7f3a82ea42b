"""Puts the corrections of all versions of a page together: what each place was, became and is."""

from collections.abc import Sequence
from itertools import pairwise

from corrector.formats.pieces import Piece, corrected, replaced
from corrector.record.entries import Cause, Correction, Version
from corrector.text.edits import smallest_edits
from corrector.text.tokens import Span


def pieces_of(versions: Sequence[Version]) -> tuple[Piece, ...]:
    """Return the current text of a page in pieces that know their readings since version 0.

    A place that was corrected again is one piece with several stages; the texts of all pieces
    joined are the current text, their first readings joined are the text of version 0.
    """
    if not versions:
        return ()
    chain = _line_of_descent(versions)
    pieces: list[Piece] = [Piece(chain[0].text)] if chain[0].text else []
    for parent, version in pairwise(chain):
        corrections = _corrections_between(parent, version)
        if corrections:
            pieces = corrected(pieces, version.number, corrections)
    return tuple(pieces)


def _line_of_descent(versions: Sequence[Version]) -> list[Version]:
    """Return the versions that led to the last one, oldest first; it begins with the first."""
    by_number = {version.number: version for version in versions}
    line = [versions[-1]]
    while (parent := line[-1].parent) is not None and parent < line[-1].number:
        if parent not in by_number:
            break
        line.append(by_number[parent])
    if line[-1] is not versions[0]:
        line.append(versions[0])
    return line[::-1]


def _corrections_between(parent: Version, version: Version) -> list[Correction]:
    """Return the recorded corrections, or plain edits where those do not explain the change."""
    recorded = sorted(version.corrections, key=lambda item: item.old_span)
    if _explains(recorded, parent.text, version.text):
        return recorded
    edits = smallest_edits(parent.text, version.text)
    growth = 0
    found: list[Correction] = []
    for edit in edits:
        start = edit.span.start + growth
        span = Span(start, start + len(edit.new))
        old = edit.span.of(parent.text)
        found.append(Correction(old, edit.new, edit.span, span, _likely_cause(old, edit.new)))
        growth += edit.growth
    return found


def _likely_cause(old: str, new: str) -> Cause:
    if not old:
        return Cause.OMITTED
    return Cause.MISREAD_CHARACTER if new else Cause.INSERTED_NOISE


def _explains(corrections: Sequence[Correction], old: str, new: str) -> bool:
    """Tell whether `corrections`, in order and apart from each other, turn `old` into `new`."""
    position = 0
    for item in corrections:
        if item.old_span.start < position or item.old_span.of(old) != item.old:
            return False
        position = item.old_span.end
    return replaced(old, 0, corrections) == new
