"""Statuses of pages: every change is kept, and validating takes a second person."""

from datetime import datetime

from sqlalchemy import Connection, RowMapping, insert, select

from corrector.record.changes import note_change
from corrector.record.conflicts import SamePersonError
from corrector.record.entries import Person, Status
from corrector.record.pages import lock_page
from corrector.record.remarks import StatusChange
from corrector.record.schema import STATUS_CHANGE
from corrector.record.times import stamp


def set_status(
    connection: Connection,
    page_id: int,
    status: Status,
    author: Person,
    *,
    now: datetime,
    note: str = "",
    override: bool = False,
) -> StatusChange:
    """Record that `author` set the page's status.

    Args:
        connection: a writing connection.
        page_id: of the page.
        status: to be set.
        author: who sets it.
        now: the moment.
        note: why, in the person's own words.
        override: let the person who proofread validate too; recorded where it mattered.

    Raises:
        SamePersonError: if `author` proofread the page and would validate it; nothing was changed.
    """
    lock_page(connection, page_id)
    alone = status is Status.VALIDATED and _proofread_by(connection, page_id, author)
    if alone and not override:
        raise SamePersonError(author.name)
    change = StatusChange(status, author, stamp(now), note, overrides=alone)
    row = {
        "page_id": page_id,
        "status": status,
        "author": author.name,
        "author_identifier": author.identifier,
        "time": change.time,
        "note": note,
        "overrides": alone,
    }
    connection.execute(insert(STATUS_CHANGE).values(row))
    note_change(connection, page_id)
    return change


def status_changes(connection: Connection, page_id: int) -> tuple[StatusChange, ...]:
    """Return all status changes of a page, oldest first."""
    table = STATUS_CHANGE
    wanted = select(table).where(table.c.page_id == page_id).order_by(table.c.id)
    return tuple(_change(row) for row in connection.execute(wanted).mappings())


def _proofread_by(connection: Connection, page_id: int, person: Person) -> bool:
    """Tell whether the latest proofreading of the page was done by `person`."""
    proofread = [
        change.author
        for change in status_changes(connection, page_id)
        if change.status is Status.PROOFREAD
    ]
    return bool(proofread) and _same(proofread[-1], person)


def _same(one: Person, other: Person) -> bool:
    """Compare identifiers where both have one, names without regard to case and blanks else."""
    if one.identifier and other.identifier:
        return one.identifier == other.identifier
    return " ".join(one.name.split()).casefold() == " ".join(other.name.split()).casefold()


def _change(row: RowMapping) -> StatusChange:
    return StatusChange(
        status=Status(row["status"]),
        author=Person(row["author"], row["author_identifier"]),
        time=row["time"],
        note=row["note"],
        overrides=row["overrides"],
    )
