"""Claims: who edits which page just now, where several people work in one record at once.

A claim holds as long as the program that made it is connected; that of a program that is gone is
replaced without a question. In a record with one writer the lock says who works, and every
claim of its holder is granted without a trace, so that callers need not know the difference.
"""

import os
import platform
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from sqlalchemy import Connection, RowMapping, delete, insert, select

from corrector.errors import ExitCode, LockedError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.changes import note_change
from corrector.record.pages import lock_page
from corrector.record.record import Record
from corrector.record.schema import CLAIM
from corrector.record.times import stamp


@dataclass(frozen=True, slots=True)
class Claim:
    """A page that somebody edits.

    Attributes:
        page_id: the record's id of the page.
        session: number of the program's session on the server; 0 in a record with one writer.
        process: number of the process on its machine.
        owner: the person's name.
        host: name of the machine.
        since: ISO 8601 with zone.
    """

    page_id: int
    session: int
    process: int
    owner: str
    host: str
    since: str


class ClaimedError(LockedError):
    """Somebody else edits the page.

    Attributes:
        claim: who, where and since when.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.LOCKED

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        super().__init__(
            QT_TRANSLATE_NOOP(
                "Record",
                "This page has been edited since {since} by “{owner}” on “{host}”. Nothing was "
                "changed, and your text is still as you see it. Read the page until it is free, or "
                "take it over if nobody works on it any more.",
            ),
            since=claim.since,
            owner=claim.owner,
            host=claim.host,
        )


def claim(
    record: Record, page_id: int, owner: str, *, now: datetime, take_over: bool = False
) -> Claim:
    """Claim a page for this program; claiming it again keeps it.

    Args:
        record: opened for work; where it has one writer, this one holds its lock.
        page_id: of the page.
        owner: the person's name, shown to others.
        now: the moment.
        take_over: take the page even from a living owner, whose next draft or save is refused.

    Raises:
        ClaimedError: if somebody else edits it.
        OutputError: if the record cannot be written.
    """
    session = record.session()
    wanted = Claim(page_id, session, os.getpid(), owner, platform.node(), stamp(now))
    if not record.shared:
        return wanted
    with record.writing() as connection:
        found = _locked(connection, page_id)
        if found is not None and found.session == session:
            return found
        if found is not None and not take_over:
            _require_gone(record, connection, found)
        connection.execute(delete(CLAIM).where(CLAIM.c.page_id == page_id))
        connection.execute(insert(CLAIM).values(_row(wanted)))
        note_change(connection, page_id)
    return wanted


def release(record: Record, held: Claim) -> None:
    """Give a page back; one that was taken over meanwhile is left to its new owner.

    Raises:
        OutputError: if the record cannot be written; the claim ends with this program's session.
    """
    if not record.shared:
        return
    ours = (CLAIM.c.page_id == held.page_id) & (CLAIM.c.session == held.session)
    with record.writing() as connection:
        if connection.execute(delete(CLAIM).where(ours)).rowcount:
            note_change(connection, held.page_id)


def release_all(record: Record, *, but: int | None = None) -> None:
    """Give back all pages that this program claimed, `but` one where it goes on with that.

    Raises:
        OutputError: if the record cannot be written; the claims end with the program.
    """
    if not record.shared or record.read_only:
        return
    ours = CLAIM.c.session == record.session()
    if but is not None:
        ours &= CLAIM.c.page_id != but
    with record.writing() as connection:
        pages = connection.scalars(select(CLAIM.c.page_id).where(ours).order_by(CLAIM.c.page_id))
        for page_id in list(pages):
            note_change(connection, page_id)
        connection.execute(delete(CLAIM).where(ours))


def claims_of(record: Record) -> tuple[Claim, ...]:
    """Return the claims of all programs that are alive, our own too, by page."""
    if not record.shared:
        return ()
    with record.reading() as connection:
        rows = connection.execute(select(CLAIM).order_by(CLAIM.c.page_id)).mappings()
        found = [_claim(row) for row in rows]
        alive = record.living_sessions(connection) if found else frozenset()
    return tuple(one for one in found if one.session in alive)


def require_unclaimed(record: Record, connection: Connection, page_id: int) -> None:
    """Make sure that nobody else edits the page, within a transaction that changes its text.

    The page stays locked until the transaction ends, so that two of them come one after another.

    Raises:
        ClaimedError: if somebody else edits it.
    """
    if not record.shared:
        return
    found = _locked(connection, page_id)
    if found is not None and found.session != record.session():
        _require_gone(record, connection, found)


def _locked(connection: Connection, page_id: int) -> Claim | None:
    """Lock the page's row for this transaction; return its claim as it is then."""
    lock_page(connection, page_id)
    row = connection.execute(select(CLAIM).where(CLAIM.c.page_id == page_id)).mappings().first()
    return None if row is None else _claim(row)


def _require_gone(record: Record, connection: Connection, found: Claim) -> None:
    if found.session in record.living_sessions(connection):
        raise ClaimedError(found)


def _row(found: Claim) -> dict[str, object]:
    return {
        "page_id": found.page_id,
        "session": found.session,
        "process": found.process,
        "owner": found.owner,
        "host": found.host,
        "since": found.since,
    }


def _claim(row: RowMapping) -> Claim:
    return Claim(
        page_id=row["page_id"],
        session=row["session"],
        process=row["process"],
        owner=row["owner"],
        host=row["host"],
        since=row["since"],
    )
