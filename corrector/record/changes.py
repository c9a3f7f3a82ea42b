"""Which pages changed since somebody last asked: versions, statuses, notes, readings and claims.

Each page has the moment of its last change. On a server a moment is the number of a transaction,
and an answer is complete up to the oldest one that is still running, so that nothing that is
committed late is ever passed over; a page may be told twice. In a file it is a counter.
"""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import BigInteger, Connection, cast, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.elements import ColumnElement

from corrector.record.schema import CHANGE

_WHOLE: Final = 0
"""In place of a page: documents or pages were added or put in another order."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since a moment.

    Attributes:
        until: the moment to ask with next time.
        pages: ids of the pages that changed.
        arrangement: whether documents or pages were added or put in another order.
    """

    until: int
    pages: frozenset[int]
    arrangement: bool


def note_change(connection: Connection, page_id: int) -> None:
    """Say that a page changes in the running transaction."""
    dialect = connection.dialect.name
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    row = insert(CHANGE).values(page_id=page_id, moment=_this_moment(dialect))
    moment = {"moment": row.excluded.moment}
    connection.execute(row.on_conflict_do_update(index_elements=[CHANGE.c.page_id], set_=moment))


def note_arrangement(connection: Connection) -> None:
    """Say that documents or pages are added or put in another order."""
    note_change(connection, _WHOLE)


def changes_since(connection: Connection, moment: int | None) -> Changes:
    """Return what changed since `moment`; with None nothing but the moment to begin with."""
    until = int(connection.scalar(select(_settled_moment(connection.dialect.name))) or 0)
    if moment is None:
        return Changes(until, frozenset(), arrangement=False)
    wanted = select(CHANGE.c.page_id).where(CHANGE.c.moment >= moment)
    found = frozenset(connection.scalars(wanted))
    return Changes(until, found - {_WHOLE}, arrangement=_WHOLE in found)


def _this_moment(dialect: str) -> ColumnElement[int]:
    if dialect == "postgresql":
        return cast(func.txid_current(), BigInteger)
    return select(func.coalesce(func.max(CHANGE.c.moment), 0) + 1).scalar_subquery()


def _settled_moment(dialect: str) -> ColumnElement[int]:
    """Return the first moment at which something may still come."""
    if dialect == "postgresql":
        return cast(func.txid_snapshot_xmin(func.txid_current_snapshot()), BigInteger)
    return select(func.coalesce(func.max(CHANGE.c.moment), 0) + 1).scalar_subquery()
