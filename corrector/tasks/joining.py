"""Joins what two people did to one page at the same time: the texts, and what was said of them."""

from collections.abc import Iterable, Sequence

from corrector.record.conflicts import ConflictError
from corrector.text.edits import smallest_edits
from corrector.text.marks import Mark, moved_marks
from corrector.text.merging import Conflict, Merge, merge

__all__ = ["Conflict", "ConflictError", "Merge", "joined_marks", "merge"]

_Key = tuple[str, str, str, str, tuple[tuple[str, str], ...]]


def joined_marks(
    base: Sequence[Mark],
    mine: Sequence[Mark],
    theirs: Sequence[Mark],
    *,
    theirs_text: str,
    text: str,
) -> tuple[Mark, ...]:
    """Return the marks of a joined text: all that either side made, but for what one took away.

    Args:
        base: marks of the version that both started from.
        mine: marks where they stand in `text` already.
        theirs: marks of the other version.
        theirs_text: the text that `theirs` stand in.
        text: the joined text.
    """
    known, kept_here, kept_there = _keys(base), _keys(mine), _keys(theirs)
    here = [one for one in mine if _key(one) not in known or _key(one) in kept_there]
    moved = moved_marks(theirs, smallest_edits(theirs_text, text))
    there = [one for one in moved if _key(one) not in known and _key(one) not in kept_here]
    places = {(one.kind, one.span) for one in here}
    return (*here, *(one for one in there if (one.kind, one.span) not in places))


def _keys(marks: Iterable[Mark]) -> frozenset[_Key]:
    return frozenset(map(_key, marks))


def _key(mark: Mark) -> _Key:
    """What tells a mark from others, wherever its text has gone."""
    return mark.kind, mark.author, mark.time, mark.note, mark.fields
