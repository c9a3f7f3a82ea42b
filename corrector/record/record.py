"""Opens, reads and writes the record of a collection; every change is one transaction."""

import contextlib
import threading
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, insert, select

from corrector.errors import InputError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.addresses import DatabaseAddress
from corrector.record.database import Database, open_database
from corrector.record.failures import unreadable_record, unwritable_record
from corrector.record.migrating import NEWEST, migrate, schema_of
from corrector.record.schema import COLLECTION
from corrector.record.times import stamp


class Record:
    """An open record. Safe to use from several threads; do not nest its transactions.

    Attributes:
        read_only: whether nothing can be written.
        identifier: UUID of the collection, the same for ever.
    """

    def __init__(self, database: Database, *, read_only: bool) -> None:
        """Take over a database; use `open` or `in_memory` instead."""
        self.read_only = read_only
        self.identifier = ""
        self._database = database
        self._one_at_a_time = threading.RLock()

    @property
    def path(self) -> Path | None:
        """Path of the file; None in memory and on a server."""
        return self._database.path

    @property
    def name(self) -> str:
        """Where the record is, as people read it."""
        return self._database.name

    @property
    def shared(self) -> bool:
        """Whether several people write at the same time, each on pages that she claimed."""
        return self._database.shared

    @classmethod
    def open(cls, place: Path | DatabaseAddress, *, create: bool, read_only: bool = False) -> Self:
        """Open the record at `place`; an older schema is migrated after a copy was made.

        Args:
            place: path of the file, or address of a database on a server.
            create: make a new record where there is none; the database of a server must exist.
            read_only: open so that nothing, not even the schema, is changed.

        Raises:
            InputError: if there is no record, or it is foreign, newer, damaged or out of reach.
            OutputError: if it cannot be created or migrated.
            LockedError: if another program is writing and does not finish within seconds.
            MissingProgramError: if the driver of the database is not installed.
        """
        database = open_database(place, create=create, read_only=read_only)
        try:
            record = cls(database, read_only=read_only)
            record._bring_up(create=create)
            record.identifier = record._read_identifier()
        except BaseException:
            database.abandon()
            raise
        return record

    @classmethod
    def in_memory(cls) -> Self:
        """Return an empty record that leaves no trace on any disk."""
        from corrector.record.sqlite import SqliteDatabase

        record = cls(SqliteDatabase(None), read_only=False)
        with record.writing() as connection:
            record.identifier = _build(connection, record._database)
        return record

    def close(self) -> None:
        """Close all connections; an unfinished transaction of another thread is rolled back."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_failure: object) -> None:
        self.close()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection on which all reads see one state. Keep it short: writers wait.

        Raises:
            InputError: if the record cannot be read.
            LockedError: if another program is writing and does not finish within seconds.
        """
        database = self._database
        turn = self._one_at_a_time if database.one_connection else contextlib.nullcontext()
        with turn, database.worded(writing=False), database.reading.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are on the disk when the block ends, or not at all.

        Raises:
            OutputError: if the disk is full, gone, read-only or fails; nothing was changed. On a
                server the connection may be lost before it said whether the change arrived.
            LockedError: if another program is writing and does not finish within seconds.
        """
        if self.read_only:
            raise unwritable_record(self.name, "it is open for reading only")
        with self._one_at_a_time, self._database.worded(writing=True):
            self._database.require_same()
            with self._database.writing.begin() as connection:
                yield connection
                self._database.require_same()

    def session(self) -> int:
        """Make sure that others see this program at work; return the number it is known by.

        Raises:
            InputError: if the server cannot be reached.
        """
        with self._database.worded(writing=False):
            return self._database.session()

    def living_sessions(self, connection: Connection) -> frozenset[int]:
        """Return the numbers of the programs that work in the record just now."""
        return self._database.living_sessions(connection)

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Keep others from adding documents and pages inside the block.

        Raises:
            LockedError: if somebody else does so and does not finish within seconds.
        """
        with self._database.alone():
            yield

    def faults(self) -> tuple[str, ...]:
        """Return what the database itself finds wrong; it is read in short pieces.

        Raises:
            InputError: if the record can no longer be read at all.
        """
        with self._database.worded(writing=False):
            return self._database.faults()

    def _bring_up(self, *, create: bool) -> None:
        with self.reading() as connection:
            number = schema_of(connection, self._database)
        if number == 0 and not create:
            raise self._database.nothing_there()
        if not self.read_only:
            self._database.prepare_for_work()
        if number < NEWEST:
            self._migrate(number)

    def _migrate(self, number: int) -> None:
        if self.read_only:
            self._look_at_migrated_copy()
        elif number:
            with self.reading() as connection:
                self._database.keep_copy(connection, number)
        with self._database.worded(writing=True), self._database.writing.begin() as connection:
            self._database.require_same()
            found = schema_of(connection, self._database)
            if found == 0:
                _build(connection, self._database)
            elif found < NEWEST:
                migrate(connection)
                self._database.write_schema(connection, NEWEST)

    def _look_at_migrated_copy(self) -> None:
        """Go on with a copy in memory, so that an older record can be looked at as it is."""
        with self._database.worded(writing=False):
            copy = self._database.migrated_in_memory()
        if copy is None:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "Record",
                    "“{path}” was written by an older Corrector and must be brought up to date "
                    "before it can be shown. Nothing was changed. Open it once where it can be "
                    "written.",
                ),
                path=self.name,
            )
        self._database.close()
        self._database = copy

    def _read_identifier(self) -> str:
        with self.reading() as connection:
            found: str | None = connection.scalar(select(COLLECTION.c.identifier))
        if found is None:
            raise unreadable_record(self.name, "the row that names the collection is missing")
        return found


def _build(connection: Connection, database: Database) -> str:
    """Create the newest schema and name the collection; return its identifier."""
    migrate(connection)
    database.write_schema(connection, NEWEST)
    identifier = str(uuid.uuid4())
    now = stamp(datetime.now(UTC))
    row = {"id": 1, "identifier": identifier, "created": now, "details": "{}"}
    connection.execute(insert(COLLECTION).values(row))
    return identifier
