"""Opens SQLite safely, and holds all that is particular to SQLite; nothing else does."""

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import Final, Literal, Self

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import Pool, QueuePool, StaticPool

from corrector.errors import InputError
from corrector.record import database
from corrector.record.backups import copy_before_migration
from corrector.record.failures import (
    damaged,
    empty_file,
    unwritable_record,
    worded,
    worded_file,
)

_SMALLEST_PAGE: Final = 512
_CHECKED_WHOLE: Final = 64 * 1024 * 1024
"""Bytes up to which a file is checked in one go, in about 0.3 s; greater ones table by table."""
_WRITING: Final = "corrector_writing"


class SqliteDatabase:
    """A record in a file, or in memory; see `Database`."""

    shared = False

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        """Open the existing file `path`, or a database in memory."""
        self.path = path
        self.name = ":memory:" if path is None else str(path)
        self.one_connection = path is None
        self.reading = open_engine(path, read_only=read_only)
        self.writing = for_writing(self.reading)
        self._file = None if path is None else _identity(path)
        self._fresh = False

    @classmethod
    def at(cls, path: Path, *, create: bool, read_only: bool) -> Self:
        """Open the file `path`; with `create`, make an empty one where there is none.

        Raises:
            InputError: if it cannot be looked at, or is too short for a database.
            OutputError: if it cannot be created.
        """
        with worded_file(path, writing=True):
            fresh = create and not read_only and _make_file(path)
        with worded_file(path, writing=False):
            if is_stump(path):
                raise damaged(path, "file is too short")
            found = cls(path, read_only=read_only)
        found._fresh = fresh
        return found

    def worded(self, *, writing: bool) -> contextlib.AbstractContextManager[None]:
        return worded(self.path, writing=writing)

    def require_same(self) -> None:
        """Refuse to write into a file that lost its name: SQLite itself would not notice."""
        if self.path is not None and _identity(self.path) != self._file:
            raise unwritable_record(
                self.path, "the file was moved, removed or replaced, or its place is out of reach"
            )

    def prepare_for_work(self) -> None:
        with self.worded(writing=True):
            use_rollback_journal(self.writing)

    def read_schema(self, connection: Connection) -> int | None:
        application = read_number(connection, "application_id")
        if application == 0 and is_empty(connection):
            return 0
        number = read_number(connection, "user_version")
        return number if application == database.APPLICATION_ID and number > 0 else None

    def write_schema(self, connection: Connection, number: int) -> None:
        write_number(connection, "application_id", database.APPLICATION_ID)
        write_number(connection, "user_version", number)

    def keep_copy(self, connection: Connection, number: int) -> None:
        if self.path is not None:
            copy_before_migration(connection, self.path, number)

    def migrated_in_memory(self) -> "SqliteDatabase":
        copy = SqliteDatabase(None)
        copy.name = self.name
        with self.reading.connect() as source, copy.writing.connect() as target:
            _driver(source).backup(_driver(target))
        return copy

    def faults(self) -> tuple[str, ...]:
        with self.reading.connect() as connection:
            tables = _tables(connection)
        small = self.path is None or self.path.stat().st_size <= _CHECKED_WHOLE
        found: list[str] = []
        for table in (None,) if small else tables:
            with self.reading.connect() as connection:
                found += _faults_of(connection, table)
        return tuple(found)[:100]

    def nothing_there(self) -> InputError:
        return empty_file(self.path or Path(self.name))

    def session(self) -> int:
        return database.NO_SESSION

    def living_sessions(self, connection: Connection) -> frozenset[int]:
        del connection
        return frozenset()

    def alone(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()

    def close(self) -> None:
        self.reading.dispose()

    def abandon(self) -> None:
        self.close()
        if self._fresh and self.path is not None:
            _remove_if_empty(self.path)


def open_engine(path: Path | None, *, read_only: bool = False) -> Engine:
    """Return an engine for the existing file `path`, or for a database in memory.

    The file is never created here, so that a vanished record is an error and not an empty one.
    Connections may be used from any thread, one thread at a time; in memory there is one only.

    Args:
        path: of the file; None for a database in memory.
        read_only: open the file so that nothing can be written.
    """
    pool: type[Pool]
    if path is None:
        address, pool = "file::memory:", StaticPool
    else:
        mode = "ro" if read_only else "rw"
        address, pool = f"{path.absolute().as_uri()}?mode={mode}", QueuePool

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            address,
            uri=True,
            timeout=database.BUSY_SECONDS,
            check_same_thread=False,
            isolation_level=None,
        )

    engine = create_engine("sqlite://", creator=connect, poolclass=pool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def is_stump(path: Path) -> bool:
    """Tell whether a file is too short for a database; SQLite would take it for an empty one."""
    journal = path.with_name(f"{path.name}-journal")
    return 0 < path.stat().st_size < _SMALLEST_PAGE and not journal.exists()


def for_writing(engine: Engine) -> Engine:
    """Return a view of `engine` whose transactions take the write lock when they begin.

    A transaction that reads first and asks for the lock later could fail half-way.
    """
    return engine.execution_options(**{_WRITING: True})


def _prepare(connection: DBAPIConnection, _record: object) -> None:
    """Set what SQLite forgets with every connection."""
    for setting in ("foreign_keys=ON", "synchronous=FULL", "trusted_schema=OFF"):
        connection.cursor().execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    """Begin ourselves: Python's driver would not begin before DDL, so migrations could tear."""
    writing = connection.get_execution_options().get(_WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def use_rollback_journal(engine: Engine) -> None:
    """Leave WAL should another program have switched it on; WAL is unsafe on network shares."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode=DELETE")
    finally:
        connection.close()


def read_number(connection: Connection, name: Literal["application_id", "user_version"]) -> int:
    """Return one of the two numbers that SQLite keeps for the program in the file's header."""
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())


def write_number(
    connection: Connection, name: Literal["application_id", "user_version"], value: int
) -> None:
    """Write a header number as part of the running transaction."""
    connection.exec_driver_sql(f"PRAGMA {name}={int(value)}")


def is_empty(connection: Connection) -> bool:
    """Tell whether the database holds nothing at all."""
    found = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    return int(found) == 0


def _tables(connection: Connection) -> tuple[str, ...]:
    found = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='table'")
    return tuple(name for name in found.scalars() if not name.startswith("sqlite_"))


def _faults_of(connection: Connection, table: str | None) -> list[str]:
    """Return what SQLite's check of structure and references says of a table, or of all."""
    about = "" if table is None else '("{}")'.format(table.replace('"', '""'))
    structure = [row[0] for row in connection.exec_driver_sql(f"PRAGMA integrity_check{about}")]
    references = [
        f"{child}: row {row} refers to a missing row of {parent}"
        for child, row, parent, _key in connection.exec_driver_sql(
            f"PRAGMA foreign_key_check{about}"
        )
    ]
    return [line for line in [*structure, *references] if line != "ok"]


def _driver(connection: Connection) -> sqlite3.Connection:
    source = connection.connection.driver_connection
    assert isinstance(source, sqlite3.Connection)  # noqa: S101 - this module makes all engines
    return source


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one that took its name; None out of reach."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _make_file(path: Path) -> bool:
    """Create an empty file unless there is one; tell whether it was created."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
    except FileExistsError:
        return False
    return True


def _remove_if_empty(path: Path) -> None:
    with contextlib.suppress(OSError):
        if path.stat().st_size == 0:
            path.unlink()
