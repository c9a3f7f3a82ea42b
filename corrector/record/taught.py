"""What persons corrected and confirmed in a whole collection, for the engine to learn from."""

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, func, select

from corrector.record.entries import Origin
from corrector.record.schema import CORRECTION, MARK, VERSION
from corrector.text.tokens import Span

_OF_PERSONS: Final = (Origin.TYPED, Origin.CANDIDATE, Origin.SERIES)


def human_corrections(connection: Connection) -> Iterator[tuple[str, str, Origin]]:
    """Yield the old reading, the new one and the origin of all corrections that persons made.

    Corrections in versions that a machine made, that were restored or that were merged are not
    among them: the latter two repeat what stands in other versions.
    """
    wanted = (
        select(CORRECTION.c.old, CORRECTION.c.new, CORRECTION.c.origin)
        .join(VERSION, VERSION.c.id == CORRECTION.c.version_id)
        .where(VERSION.c.origin.in_(_OF_PERSONS), CORRECTION.c.origin.in_(_OF_PERSONS))
        .order_by(CORRECTION.c.version_id, CORRECTION.c.position)
    )
    for row in connection.execute(wanted):
        yield row.old, row.new, Origin(row.origin)


def marked_texts(connection: Connection, kind: str) -> Iterator[tuple[int, str]]:
    """Yield the record's id of the page and the text of each mark of `kind` in newest versions."""
    newest = select(func.max(VERSION.c.id).label("id")).group_by(VERSION.c.page_id).subquery()
    wanted = (
        select(VERSION.c.page_id, VERSION.c.text, MARK.c.start, MARK.c.end)
        .join(newest, newest.c.id == VERSION.c.id)
        .join(MARK, MARK.c.version_id == VERSION.c.id)
        .where(MARK.c.kind == kind)
        .order_by(MARK.c.version_id, MARK.c.position)
    )
    for row in connection.execute(wanted):
        yield row.page_id, Span(row.start, row.end).of(row.text)
