"""Sorts what happened at each place of a page: misreadings mended, errors of the source emended."""

from collections.abc import Sequence
from dataclasses import dataclass

from corrector.formats.net_corrections import pieces_of
from corrector.formats.pieces import Piece, Stage
from corrector.formats.tei.characters import permitted
from corrector.record.entries import Cause, Version
from corrector.text.tokens import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the current text that was changed since version 0.

    Attributes:
        ordinal: its number on the page, from 1.
        span: where it stands in the current text.
        misread: its readings as long as the page was the measure, version 0 first; empty where
            the machine had it right.
        emended: the readings by which an error of the source was emended; empty as a rule.
    """

    ordinal: int
    span: Span
    misread: tuple[Stage, ...]
    emended: tuple[Stage, ...]

    @property
    def on_page(self) -> str:
        """What stands on the page, error included; only of use where something was emended."""
        return self.emended[0].text

    @property
    def versions(self) -> tuple[int, ...]:
        """Numbers of the versions that changed what the machine read."""
        return tuple(stage.version for stage in self.misread[1:])


def places_of(versions: Sequence[Version]) -> tuple[Place, ...]:
    """Return the changed places of a page in order; what was changed and changed back is none."""
    places: list[Place] = []
    position = 0
    for piece in pieces_of(versions):
        span = Span(position, position + len(piece.text))
        position = span.end
        misread, emended = _told_apart(piece)
        if misread or emended:
            places.append(Place(len(places) + 1, span, misread, emended))
    return tuple(places)


def _told_apart(piece: Piece) -> tuple[tuple[Stage, ...], tuple[Stage, ...]]:
    """Return the readings of misreading and of emendation; the latter begin with the page's own."""
    stages = piece.stages
    last = len(stages) - 1
    while last > 0 and _about_source(stages[last]):
        last -= 1
    return _if_changed(stages[: last + 1]), _if_changed(stages[last:])


def _if_changed(stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
    """Return `stages`, or nothing where they end as they began in the eyes of XML."""
    if not stages or permitted(stages[0].text) == permitted(stages[-1].text):
        return ()
    return stages


def _about_source(stage: Stage) -> bool:
    return any(item.cause is Cause.SOURCE_ERROR for item in stage.corrections)
