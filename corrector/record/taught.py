"""What persons corrected and confirmed in a whole collection, for the engine to learn from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from sqlalchemy import Connection, case, func, select

from corrector.record.entries import Origin
from corrector.record.packing import unpacked_mapping
from corrector.record.schema import CORRECTION, MARK, VERSION
from corrector.text.tokens import Span

_OF_PERSONS: Final = (Origin.TYPED, Origin.CANDIDATE, Origin.SERIES)
_RESTORED: Final = "restored"
"""What a restored version says in its details: the number of the version it repeats."""
_SURROUNDINGS: Final = 40
"""Characters before and behind a span: enough for the marks of the token before and the next."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span of a text, and a little of what stands before and behind it."""

    before: str
    text: str
    after: str


def stretch_of(text: str, span: Span) -> Stretch:
    """Return what stands at `span` of `text`, and a little of what surrounds it."""
    before = text[max(0, span.start - _SURROUNDINGS) : span.start]
    return Stretch(before, span.of(text), text[span.end : span.end + _SURROUNDINGS])


def human_corrections(connection: Connection) -> Iterator[tuple[str, Stretch, Origin]]:
    """Yield the old reading, the new one where it stands, and the origin of persons' corrections.

    Corrections in versions that a machine made, that were restored or that were merged are not
    among them: the latter two repeat what stands in other versions. Nor are those in versions that
    were taken back, when an older one was restored.
    """
    taken_back = _versions_taken_back(connection)
    start = CORRECTION.c.start - _SURROUNDINGS
    before = case((start > 0, start), else_=0)  # databases count negative places differently
    wanted = (
        select(
            CORRECTION.c.version_id,
            CORRECTION.c.old,
            CORRECTION.c.new,
            CORRECTION.c.origin,
            func.substr(VERSION.c.text, before + 1, CORRECTION.c.start - before).label("before"),
            func.substr(VERSION.c.text, CORRECTION.c.end + 1, _SURROUNDINGS).label("after"),
        )
        .join(VERSION, VERSION.c.id == CORRECTION.c.version_id)
        .where(VERSION.c.origin.in_(_OF_PERSONS), CORRECTION.c.origin.in_(_OF_PERSONS))
        .order_by(CORRECTION.c.version_id, CORRECTION.c.position)
    )
    for row in connection.execute(wanted):
        if row.version_id not in taken_back:
            yield row.old, Stretch(row.before, row.new, row.after), Origin(row.origin)


def _versions_taken_back(connection: Connection) -> frozenset[int]:
    """Return the ids of versions that no longer lead to the newest text of their pages."""
    restored = select(VERSION.c.page_id).where(VERSION.c.origin == Origin.RESTORED)
    wanted = (
        select(VERSION.c.id, VERSION.c.page_id, VERSION.c.number, VERSION.c.details)
        .where(VERSION.c.page_id.in_(restored))
        .order_by(VERSION.c.page_id, VERSION.c.number)
    )
    rows = connection.execute(wanted)
    found: set[int] = set()
    for _page, versions in groupby(rows, lambda row: row.page_id):
        ids, before = {}, {}
        for row in versions:
            ids[row.number] = row.id
            restored_number = unpacked_mapping(row.details).get(_RESTORED, "")
            before[row.number] = int(restored_number) if restored_number else row.number - 1
        found.update(ids[number] for number in ids.keys() - _leading(before))
    return frozenset(found)


def _leading(before: Mapping[int, int]) -> set[int]:
    """Return the numbers of the versions that lead to the newest, by which one comes before."""
    found: set[int] = set()
    number = max(before)
    while number in before and number not in found:
        found.add(number)
        number = before[number]
    return found


def corrected_texts(connection: Connection, most: int) -> tuple[list[tuple[int, str]], int]:
    """Return pages whose newest text a person typed, the latest first, and how many there are.

    Args:
        connection: of the record.
        most: so many pages are read at most; each is its id and its text.
    """
    newest = select(func.max(VERSION.c.id)).group_by(VERSION.c.page_id)
    which = VERSION.c.id.in_(newest) & VERSION.c.origin.in_(_OF_PERSONS)
    count = connection.scalar(select(func.count()).select_from(VERSION).where(which))
    wanted = (
        select(VERSION.c.page_id, VERSION.c.text)
        .where(which)
        .order_by(VERSION.c.id.desc())
        .limit(most)
    )
    return [(row.page_id, row.text) for row in connection.execute(wanted)], int(count or 0)


def marked_texts(connection: Connection, kind: str) -> Iterator[tuple[int, Stretch]]:
    """Yield the record's id of the page and where each mark of `kind` in newest versions stands."""
    newest = select(func.max(VERSION.c.id).label("id")).group_by(VERSION.c.page_id).subquery()
    wanted = (
        select(VERSION.c.page_id, VERSION.c.text, MARK.c.start, MARK.c.end)
        .join(newest, newest.c.id == VERSION.c.id)
        .join(MARK, MARK.c.version_id == VERSION.c.id)
        .where(MARK.c.kind == kind)
        .order_by(MARK.c.version_id, MARK.c.position)
    )
    for row in connection.execute(wanted):
        yield row.page_id, stretch_of(row.text, Span(row.start, row.end))
