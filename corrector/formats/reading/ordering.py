"""Puts regions of a page into the order in which the file says that they are to be read."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from lxml import etree

from corrector.formats.reading.coordinates import number
from corrector.formats.reading.raw_page import RawLine

_SIDE_BY_SIDE: Final = 0.4
"""Share of the height of a line; lines whose middles are nearer stand beside each other."""


def in_reading_order(
    page: etree._Element, wanted: Sequence[etree._Element], references: Iterable[str], key: str
) -> list[etree._Element]:
    """Return `wanted` in the order of `references`; what is in none of them follows as it stands.

    A reference to something that holds several wanted elements, such as a table, means all of
    them; each is taken once.

    Args:
        page: that holds all of them.
        wanted: the regions with text, in the order of the file.
        references: identifiers in reading order.
        key: the attribute with the identifier.
    """
    left = dict.fromkeys(wanted)
    by_identifier = {one.get(key): one for one in page.iter(etree.Element) if one.get(key)}
    found: list[etree._Element] = []
    for reference in references:
        holder = by_identifier.get(reference)
        if holder is None:
            continue
        inside = [one for one in holder.iter(etree.Element) if one in left]
        for one in inside:
            del left[one]
        found += inside
    return [*found, *left]


def references(group: etree._Element, attribute: str) -> Iterator[str]:
    """Yield the identifiers that a reading order names, level by level by their `index`."""
    reference = group.get(attribute)
    if reference:
        yield reference
    children = list(group.iterchildren(etree.Element))
    # Members without an index (of an unordered group) stay as they stand.
    for child in sorted(children, key=lambda one: number(one.get("index")) or 0.0):
        yield from references(child, attribute)


def downwards(lines: tuple[RawLine, ...]) -> tuple[RawLine, ...]:
    """Return the lines of one column from top to bottom; as they are where it is no single one."""
    boxes = [line.box for line in lines if line.box is not None]
    if len(boxes) < len(lines):
        return lines
    middles = sorted(box.y + box.bottom for box in boxes)
    apart = 2 * _SIDE_BY_SIDE * median(box.height for box in boxes)
    if any(below - above < apart for above, below in pairwise(middles)):
        return lines
    order = sorted(range(len(lines)), key=lambda index: boxes[index].y + boxes[index].bottom)
    return tuple(lines[index] for index in order)
