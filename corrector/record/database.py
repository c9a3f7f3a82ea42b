"""Opens SQLite safely, and holds all that is particular to SQLite; nothing else does.

A record on another database needs a second module of this kind and nothing more.
"""

import sqlite3
from pathlib import Path
from typing import Final, Literal

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import Pool, QueuePool, StaticPool

APPLICATION_ID: Final = 0x436F7272
"""The four ASCII letters `Corr` at byte 68 of the file; `file` and we know records by them."""
BUSY_SECONDS: Final = 5.0
"""How long a statement waits for another process; a save is a few milliseconds."""
_SMALLEST_PAGE: Final = 512
_WRITING: Final = "corrector_writing"


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
            address, uri=True, timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None
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


def faults_of(connection: Connection) -> tuple[str, ...]:
    """Return what SQLite's own check of structure and references complains about, at most 100."""
    structure = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    references = [
        f"{table}: row {row} refers to a missing row of {parent}"
        for table, row, parent, _key in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return tuple(line for line in [*structure, *references] if line != "ok")[:100]


def copy_into(connection: Connection, target: Path) -> None:
    """Copy the whole database behind `connection` into the file `target` and check the copy.

    Raises:
        sqlite3.Error: if reading, writing or the check fails; `target` is then of no use.
    """
    source = connection.connection.driver_connection
    assert isinstance(source, sqlite3.Connection)  # noqa: S101 - this module makes all engines
    copy = sqlite3.connect(target)
    try:
        copy.execute("PRAGMA synchronous=FULL")
        source.backup(copy)
        found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise sqlite3.DatabaseError(found)
    finally:
        copy.close()


def append_only_guards(table: str) -> tuple[str, ...]:
    """Return the DDL that makes the database itself refuse to change or delete rows."""
    return tuple(
        f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'rows of {table} stay as they are'); END"
        for action in ("UPDATE", "DELETE")
    )
