"""Tells which marks of a substitution hold what TEI wants in one: deletions and additions only."""

from collections.abc import Iterator, Sequence

from corrector.formats.tei.characters import permitted
from corrector.formats.tei.regions import NumberedMark, Region
from corrector.text.tokens import Span

_SUBSTITUTION = "substitution"
_CHANGES = frozenset({"deletion", "addition"})


def substitutions_in(
    text: str, enclosed: Sequence[Region], regions: Sequence[Region]
) -> frozenset[int]:
    """Return the ids of the marks that a `subst` can stand around.

    Args:
        text: of the page.
        enclosed: the regions that an element stands around.
        regions: all of them, in the order that decides between those at the same place.
    """
    wanted = [one for one in enclosed if _kind(one) == _SUBSTITUTION]
    return frozenset(id(one) for one in wanted if _is_whole(text, one, enclosed, regions))


def _is_whole(
    text: str, mark: Region, enclosed: Sequence[Region], regions: Sequence[Region]
) -> bool:
    changes = list(_directly_in(mark, enclosed, regions))
    if {_kind(one) for one in changes} != _CHANGES or any(one is mark for one in changes):
        return False
    between = _outside(mark.span, [one.span for one in changes])
    if permitted("".join(span.of(text) for span in between)).strip(" \t\n\r"):
        return False
    held = {id(one) for one in enclosed}
    edges = [
        at
        for one in regions
        if not one.span.length or id(one) not in held
        for at in (one.span.start, one.span.end)
    ]
    return not any(
        mark.span.start < at < mark.span.end
        and not any(one.span.start < at < one.span.end for one in changes)
        for at in edges
    )


def _directly_in(
    mark: Region, enclosed: Sequence[Region], regions: Sequence[Region]
) -> Iterator[Region]:
    """Yield the regions in `mark` that lie in no other one in it; those as long as it count."""
    rank = {id(one): number for number, one in enumerate(regions)}
    inside = [
        one
        for one in enclosed
        if one is not mark and mark.span.start <= one.span.start and one.span.end <= mark.span.end
    ]
    end = mark.span.start
    for one in sorted(inside, key=lambda one: (one.span.start, -one.span.end, rank[id(one)])):
        if one.span == mark.span or one.span.start >= end:
            end = one.span.end
            yield one


def _outside(whole: Span, parts: Sequence[Span]) -> Iterator[Span]:
    """Yield what of `whole` lies in none of `parts`, which follow each other."""
    position = whole.start
    for part in parts:
        if position < part.start:
            yield Span(position, part.start)
        position = max(position, part.end)
    yield Span(position, whole.end)


def _kind(region: Region) -> str:
    return region.mark.kind if isinstance(region, NumberedMark) else ""
