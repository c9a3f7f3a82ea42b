"""What a record needs of a database, whatever its kind, and which module knows that kind."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final, Protocol

from sqlalchemy import Connection, Engine

from corrector.errors import InputError
from corrector.record.addresses import DatabaseAddress

APPLICATION_ID: Final = 0x436F7272
"""The four ASCII letters `Corr`; files at byte 68, and locks on a server, are known by them."""
BUSY_SECONDS: Final = 5.0
"""How long a statement waits for another program; a save is a few milliseconds."""

NO_SESSION: Final = 0


class Database(Protocol):
    """An open database that holds a record, or will.

    Attributes:
        name: as people read it; never with a password.
        path: of the file; None in memory and on a server.
        shared: whether several people write at the same time, each on pages of her own.
        one_connection: whether all threads share one connection and must take turns.
        reading: engine whose transactions see one state.
        writing: engine whose transactions can be committed.
    """

    name: str
    path: Path | None
    shared: bool
    one_connection: bool
    reading: Engine
    writing: Engine

    def worded(self, *, writing: bool) -> AbstractContextManager[None]:
        """Raise typed errors for what the user's world may do to us inside the block."""

    def require_same(self) -> None:
        """Refuse to write where the database is no longer the one that was opened."""

    def prepare_for_work(self) -> None:
        """Set what must hold while the record is open for work; the record is ours and known."""

    def read_schema(self, connection: Connection) -> int | None:
        """Return the schema number; 0 where nothing is there yet, None where it is not ours."""

    def write_schema(self, connection: Connection, number: int) -> None:
        """Mark the database as ours, with its schema number, in the running transaction."""

    def keep_copy(self, connection: Connection, number: int) -> None:
        """Keep a copy of the older schema `number`, unless the server can undo a migration."""

    def migrated_in_memory(self) -> "Database | None":
        """Return a copy in memory that may be migrated without a trace, where that can be."""

    def faults(self) -> tuple[str, ...]:
        """Return what the database itself finds wrong, at most 100; writers wait only shortly."""

    def nothing_there(self) -> InputError:
        """Return the error that says that no record was ever made here."""

    def session(self) -> int:
        """Make sure that others see this program as alive; return the number it is known by."""

    def living_sessions(self, connection: Connection) -> frozenset[int]:
        """Return the numbers of the programs that work in the record just now."""

    def alone(self) -> AbstractContextManager[None]:
        """Keep others from adding documents and pages inside the block."""

    def close(self) -> None:
        """Close all connections; unfinished transactions are rolled back."""

    def abandon(self) -> None:
        """Close, and take away what only this opening made."""


def open_database(place: Path | DatabaseAddress, *, create: bool, read_only: bool) -> Database:
    """Open the database at `place`; a file is made where there is none and `create` is set.

    Raises:
        InputError: if it cannot be read or reached.
        OutputError: if it cannot be made.
        MissingProgramError: if the driver of this kind of database is not installed.
    """
    if isinstance(place, DatabaseAddress):
        from corrector.record.postgresql import PostgresqlDatabase

        return PostgresqlDatabase(place, read_only=read_only)
    from corrector.record.sqlite import SqliteDatabase

    return SqliteDatabase.at(place, create=create, read_only=read_only)
