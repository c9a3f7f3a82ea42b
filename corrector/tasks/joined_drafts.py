"""Keeps in a draft that somebody else's version was joined into it, over a restart.

It is kept as a statement about no place of the text, which no correction can have.
"""

from collections.abc import Sequence
from typing import Final

from corrector.record.entries import Origin, Statement
from corrector.text.tokens import Span

JOINED: Final = "joined"
"""Detail of a merged version: number of the version that was joined into the text."""
_NOWHERE: Final = Span(0, 0)


def with_joined(statements: tuple[Statement, ...], joined: int | None) -> tuple[Statement, ...]:
    """Return what a draft says: `statements`, and the version that was joined, if there is one."""
    if joined is None:
        return statements
    said = Statement(_NOWHERE, origin=Origin.MERGED, details={JOINED: str(joined)})
    return (*statements, said)


def without_joined(said: Sequence[Statement]) -> tuple[tuple[Statement, ...], int | None]:
    """Return the statements of a draft, and the number of the version that was joined or None."""
    found = [one for one in said if _is_joined(one)]
    rest = tuple(one for one in said if not _is_joined(one))
    return rest, int(found[-1].details[JOINED]) if found else None


def _is_joined(said: Statement) -> bool:
    merged = said.span == _NOWHERE and said.origin is Origin.MERGED
    return merged and said.details.get(JOINED, "").isdecimal()
