"""Says who has the collection open for writing, where and since when; one at a time.

A process is known by its number and the moment it started, so that a number that was given to
another program after a crash does not keep a collection closed. Readers need no lock. The lock
keeps people from working against each other; that no version is overwritten is made sure of by
the versions themselves.
"""

import platform
import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import psutil
from sqlalchemy import Connection, RowMapping, delete, select

from corrector.errors import LockedError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.inserting import insert_row
from corrector.record.processes import birth_of
from corrector.record.record import Record
from corrector.record.schema import LOCK
from corrector.record.times import stamp

_TOLERANCE_SECONDS: Final = 5.0
"""Start times are computed from the system's clock, which may be set a little meanwhile."""


@dataclass(frozen=True, slots=True)
class Lock:
    """A held lock.

    Attributes:
        token: tells this lock from every other one.
        owner: the person's name.
        host: name of the machine.
        process: number of the process on that machine.
        process_start: when the process began, in seconds since 1970.
        since: ISO 8601 with zone.
        process_birth: what names the start of the process whatever the clock says; may be empty.
    """

    token: str
    owner: str
    host: str
    process: int
    process_start: float
    since: str
    process_birth: str = ""


def acquire(record: Record, owner: str, *, now: datetime, take_over: bool = False) -> Lock:
    """Take the lock for this process; that of a dead process on this machine is replaced.

    Args:
        record: an open record.
        owner: the person's name, shown to others.
        now: the moment.
        take_over: take the lock even from a living owner; that one finds it lost by `is_held`.

    Raises:
        LockedError: if somebody else, or another window of this process, holds it.
        OutputError: if the record cannot be written.
    """
    lock = _lock_of_this_process(owner, now)
    with record.writing() as connection:
        found = _read(connection)
        if found is not None and not take_over and not is_dead(found):
            raise _held_by(found)
        connection.execute(delete(LOCK))
        insert_row(connection, LOCK, _row(lock))
    return lock


def release(record: Record, lock: Lock) -> None:
    """Give the lock back; one that was taken over meanwhile is left to its new owner.

    Raises:
        OutputError: if the record cannot be written; the lock then counts as a dead process's.
    """
    with record.writing() as connection:
        connection.execute(delete(LOCK).where(LOCK.c.token == lock.token))


def holder(record: Record) -> Lock | None:
    """Return who holds the lock, dead or alive, or None."""
    with record.reading() as connection:
        return _read(connection)


def is_held(connection: Connection, lock: Lock) -> bool:
    """Tell whether `lock` still holds; another one may have been forced in its place."""
    found = _read(connection)
    return found is not None and found.token == lock.token


def is_dead(lock: Lock) -> bool:
    """Tell whether the owner is surely gone: a process of this machine that runs no longer."""
    if lock.host != platform.node():
        return False
    birth = birth_of(lock.process)
    if birth is None:
        return True
    if birth and lock.process_birth:
        return birth != lock.process_birth
    return _began_at_another_moment(lock)


def _began_at_another_moment(lock: Lock) -> bool:
    """Judge by the clock, as programs did that did not write a birth."""
    try:
        started = psutil.Process(lock.process).create_time()
    except psutil.NoSuchProcess:
        return True
    except psutil.AccessDenied:
        return False
    return abs(started - lock.process_start) > _TOLERANCE_SECONDS


def _lock_of_this_process(owner: str, now: datetime) -> Lock:
    process = psutil.Process()
    return Lock(
        token=str(uuid.uuid4()),
        owner=owner,
        host=platform.node(),
        process=process.pid,
        process_start=process.create_time(),
        since=stamp(now),
        process_birth=birth_of(process.pid) or "",
    )


def _read(connection: Connection) -> Lock | None:
    row = connection.execute(select(LOCK)).mappings().first()
    return None if row is None else _lock(row)


def _row(lock: Lock) -> dict[str, object]:
    return {
        "id": 1,
        "token": lock.token,
        "owner": lock.owner,
        "host": lock.host,
        "process": lock.process,
        "process_start": lock.process_start,
        "since": lock.since,
        "process_birth": lock.process_birth,
    }


def _lock(row: RowMapping) -> Lock:
    return Lock(
        token=row["token"],
        owner=row["owner"],
        host=row["host"],
        process=row["process"],
        process_start=row["process_start"],
        since=row["since"],
        process_birth=row["process_birth"],
    )


def _held_by(found: Lock) -> LockedError:
    return LockedError(
        QT_TRANSLATE_NOOP(
            "Record",
            "This collection has been open since {since} by “{owner}” on “{host}” (process "
            "{process}). Nothing was changed. Open it for reading, wait until it is closed there, "
            "or take it over if nobody works on it any more.",
        ),
        since=found.since,
        owner=found.owner,
        host=found.host,
        process=found.process,
    )
