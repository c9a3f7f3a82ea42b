"""A text in pieces that know what they read before, and what a set of corrections does to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from corrector.record.entries import Correction
from corrector.text.tokens import Span


@dataclass(frozen=True, slots=True)
class Stage:
    """What a place read from one version on.

    Attributes:
        version: number of the version.
        text: the reading of the place in it.
        corrections: the ones of that version that brought the reading; none for version 0.
    """

    version: int
    text: str
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the current text.

    Attributes:
        text: as it is now.
        stages: its readings, the one of version 0 first; empty where it was never touched.
    """

    text: str
    stages: tuple[Stage, ...] = ()

    @property
    def first_text(self) -> str:
        """The reading of version 0."""
        return self.stages[0].text if self.stages else self.text

    def text_at(self, version: int) -> str:
        """Return the reading that was valid in `version`."""
        known = [stage.text for stage in self.stages if stage.version <= version]
        return known[-1] if known else self.first_text


@dataclass(slots=True)
class _Group:
    """Corrections of one version together with the earlier places that they touch."""

    corrections: list[Correction] = field(default_factory=list)
    places: list["_Placed"] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Where the group ends in the parent's text."""
        return max(
            *(item.old_span.end for item in self.corrections),
            *(place.span.end for place in self.places),
            0,
        )

    @property
    def start(self) -> int:
        """Where the group begins in the parent's text."""
        return min(
            [item.old_span.start for item in self.corrections]
            + [place.span.start for place in self.places]
        )


@dataclass(frozen=True, slots=True)
class _Placed:
    """A piece and where it stands in the text before the next version."""

    piece: Piece
    span: Span


def corrected(
    pieces: Iterable[Piece], version: int, corrections: Sequence[Correction]
) -> list[Piece]:
    """Return `pieces` after the corrections of one version."""
    placed = _cut(pieces, corrections)
    result: list[Piece] = []
    index = 0
    for group in _groups(placed, corrections):
        first, last = _region(placed, index, group)
        result += (item.piece for item in placed[index:first])
        start = placed[first].span.start if first < last else group.start
        result.append(_merged(placed[first:last], start, version, group.corrections))
        index = last
    return [*result, *(item.piece for item in placed[index:])]


def _cut(pieces: Iterable[Piece], corrections: Sequence[Correction]) -> list[_Placed]:
    """Return `pieces` in their places, the untouched ones cut where a correction begins or ends."""
    borders = sorted({edge for c in corrections for edge in (c.old_span.start, c.old_span.end)})
    result: list[_Placed] = []
    position = next_border = 0
    for piece in pieces:
        end = position + len(piece.text)
        if piece.stages:
            result.append(_Placed(piece, Span(position, end)))
            position = end
            continue
        while next_border < len(borders) and borders[next_border] <= position:
            next_border += 1
        edges = [position]
        while next_border < len(borders) and borders[next_border] < end:
            edges.append(borders[next_border])
            next_border += 1
        for start, stop in zip(edges, [*edges[1:], end], strict=True):
            part = piece.text[start - position : stop - position]
            result.append(_Placed(Piece(part), Span(start, stop)))
        position = end
    return result


def _groups(placed: Iterable[_Placed], corrections: Iterable[Correction]) -> list[_Group]:
    """Return the corrections, those that touch the same earlier place together, in order."""
    kinds: list[tuple[Span, Literal[0, 1], _Placed | Correction]] = [
        (item.span, 0, item) for item in placed if item.piece.stages
    ]
    kinds += [(item.old_span, 1, item) for item in corrections]
    groups = [_Group()]
    for _, _, item in sorted(kinds, key=lambda entry: entry[:2]):
        if not _joins(item, groups[-1]):
            groups.append(_Group())
        if isinstance(item, Correction):
            groups[-1].corrections.append(item)
        else:
            groups[-1].places.append(item)
    return [group for group in groups if group.corrections]


def _joins(item: "_Placed | Correction", group: _Group) -> bool:
    if isinstance(item, Correction):
        return any(_touches(item.old_span, place.span) for place in group.places)
    return any(_touches(correction.old_span, item.span) for correction in group.corrections)


def _touches(corrected: Span, place: Span) -> bool:
    """Tell whether a correction is about an earlier place: shares text with it or adds to it."""
    if corrected.length:
        return corrected.start < place.end and place.start < corrected.end
    return place.start <= corrected.start <= place.end


def _region(placed: Sequence[_Placed], index: int, group: _Group) -> tuple[int, int]:
    """Return the half-open range of `placed`, not before `index`, that `group` is about."""
    members = {id(place) for place in group.places}
    first = index
    while (
        first < len(placed)
        and id(placed[first]) not in members
        and placed[first].span.end <= group.start
    ):
        first += 1
    last = first
    while last < len(placed) and (
        id(placed[last]) in members or placed[last].span.start < group.end
    ):
        last += 1
    return first, last


def _merged(
    placed: Sequence[_Placed], start: int, version: int, corrections: Sequence[Correction]
) -> Piece:
    """Return one piece of several neighbours with their readings, after `corrections`."""
    pieces = [item.piece for item in placed]
    stages = [stage for piece in pieces for stage in piece.stages]
    numbers = sorted({0, *(stage.version for stage in stages)})
    merged = [
        Stage(
            number,
            "".join(piece.text_at(number) for piece in pieces),
            tuple(c for stage in stages if stage.version == number for c in stage.corrections),
        )
        for number in numbers
    ]
    text = replaced("".join(piece.text for piece in pieces), start, corrections)
    return Piece(text, (*merged, Stage(version, text, tuple(corrections))))


def replaced(text: str, offset: int, corrections: Iterable[Correction]) -> str:
    """Return `text`, which begins at `offset` of the parent's text, after `corrections`."""
    parts: list[str] = []
    position = 0
    for item in corrections:
        parts += (text[position : item.old_span.start - offset], item.new)
        position = item.old_span.end - offset
    return "".join([*parts, text[position:]])
