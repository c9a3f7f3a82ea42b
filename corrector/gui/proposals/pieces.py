"""The old and the new line of a proposal as pieces: what stays, goes, comes, or is locked."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from corrector.tasks.proposed import ProposedChange, ProposedLine


class PieceKind(Enum):
    """What becomes of a piece of a line."""

    SAME = auto()
    REMOVED = auto()
    ADDED = auto()
    LOCKED = auto()
    """Stays, because a person settled it."""
    REFUSED = auto()
    """Was read, but does not come, because a person settled the place."""


class Piece(NamedTuple):
    """A piece of a line, and the change that it belongs to."""

    text: str
    kind: PieceKind
    change: ProposedChange | None = None


def old_pieces(line: ProposedLine) -> list[Piece]:
    """Return the line as it is."""
    return [piece for piece, _ in _both(line) if piece.text]


def new_pieces(line: ProposedLine) -> list[Piece]:
    """Return the line as it would be with everything that is open."""
    return [piece for _, piece in _both(line) if piece.text]


def _both(line: ProposedLine) -> Iterator[tuple[Piece, Piece]]:
    if not line.old:
        for change in line.changes:
            yield Piece("", PieceKind.REMOVED, change), Piece(change.new, _coming(change), change)
        return
    at = 0
    for change in line.changes:
        start, end = change.span.start - line.span.start, change.span.end - line.span.start
        yield _same(line.old[at:start])
        at = max(start, min(end, len(line.old)))
        old = line.old[start:at]
        if change.locked:
            yield Piece(old, PieceKind.LOCKED, change), Piece(old, PieceKind.LOCKED, change)
        else:
            yield Piece(old, PieceKind.REMOVED, change), Piece("", PieceKind.SAME)
        yield (
            Piece("", PieceKind.SAME),
            Piece(_spaced(change, line.old, start), _coming(change), change),
        )
    yield _same(line.old[at:])


def _same(text: str) -> tuple[Piece, Piece]:
    return Piece(text, PieceKind.SAME), Piece(text, PieceKind.SAME)


def _coming(change: ProposedChange) -> PieceKind:
    return PieceKind.REFUSED if change.locked else PieceKind.ADDED


def _spaced(change: ProposedChange, old: str, start: int) -> str:
    """Return what comes, parted by a blank from the words that it is put beside."""
    if change.old or not change.new:
        return change.new
    return f" {change.new}" if start and not old[start - 1].isspace() else f"{change.new} "
