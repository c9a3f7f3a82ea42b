"""Joins two texts that were made from one: what only one of them changed is taken from it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from corrector.text.differences import word_opcodes
from corrector.text.edits import Edit, apply_edits
from corrector.text.tokens import Span


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place that both texts changed, each in its own way; a person has to choose.

    Attributes:
        span: of the place in the common text.
        base: how the common text reads there.
        mine, theirs: how the two texts read there.
    """

    span: Span
    base: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Two texts joined: the places on which they agree, and those where a person chooses.

    Attributes:
        base: the text that both were made from.
        mine: my text.
        agreed: edits of `base` that at most one side made, or both alike.
        conflicts: places that both changed, in order of the text.
    """

    base: str
    mine: str
    agreed: tuple[Edit, ...]
    conflicts: tuple[Conflict, ...]

    def text(self, theirs: frozenset[int] = frozenset()) -> str:
        """Return the joined text; conflicts read as in my text but for those numbers."""
        chosen = [
            Edit(one.span, one.theirs if number in theirs else one.mine)
            for number, one in enumerate(self.conflicts)
        ]
        return apply_edits(self.base, sorted([*self.agreed, *chosen], key=_place))


@dataclass(slots=True)
class _Place:
    """A stretch of the common text that one side or both changed."""

    start: int
    end: int
    mine: list[Edit] = field(default_factory=list)
    theirs: list[Edit] = field(default_factory=list)

    def reading(self, base: str, edits: Sequence[Edit]) -> str:
        inside = [Edit(edit.span.shifted(-self.start), edit.new) for edit in edits]
        return apply_edits(base[self.start : self.end], inside)


_MINE: Final = 0
_THEIRS: Final = 1


def merge(base: str, mine: str, theirs: str) -> Merge:
    """Join two texts made from `base`.

    Changes are compared by whole words and blanks. Where changes of both sides touch each other
    they are one place, and a conflict unless both made the same of it.
    """
    agreed: list[Edit] = []
    conflicts: list[Conflict] = []
    for place in _places(word_edits(base, mine), word_edits(base, theirs)):
        span = Span(place.start, place.end)
        here, there = place.reading(base, place.mine), place.reading(base, place.theirs)
        if not place.theirs or here == there:
            agreed.append(Edit(span, here))
        elif not place.mine:
            agreed.append(Edit(span, there))
        else:
            conflicts.append(Conflict(span, span.of(base), here, there))
    return Merge(base, mine, tuple(agreed), tuple(conflicts))


def word_edits(old: str, new: str) -> tuple[Edit, ...]:
    """Return the edits from `old` to `new` by whole words and blanks."""
    return tuple(
        Edit(Span(start, end), new[new_start:new_end])
        for tag, start, end, new_start, new_end in word_opcodes(old, new)
        if tag != "equal"
    )


def _places(mine: Sequence[Edit], theirs: Sequence[Edit]) -> list[_Place]:
    """Return the changed stretches; changes that touch are in one."""
    sided = [*((edit, _MINE) for edit in mine), *((edit, _THEIRS) for edit in theirs)]
    places: list[_Place] = []
    for edit, side in sorted(sided, key=lambda one: (_place(one[0]), one[1])):
        if not places or edit.span.start > places[-1].end:
            places.append(_Place(edit.span.start, edit.span.end))
        place = places[-1]
        place.end = max(place.end, edit.span.end)
        (place.mine if side == _MINE else place.theirs).append(edit)
    return places


def _place(edit: Edit) -> tuple[int, int]:
    return edit.span.start, edit.span.end
