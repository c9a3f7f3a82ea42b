"""Opens, reads and writes the record of a collection; every change is one transaction."""

import contextlib
import os
import threading
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine, insert, select

from corrector.errors import InputError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.backups import copy_before_migration
from corrector.record.database import for_writing, is_stump, open_engine, use_rollback_journal
from corrector.record.failures import (
    backups_beside,
    damaged,
    unreadable_record,
    unwritable_record,
    worded,
    worded_file,
)
from corrector.record.migrating import NEWEST, migrate, schema_of
from corrector.record.schema import COLLECTION
from corrector.record.times import stamp


class Record:
    """An open record. Safe to use from several threads; do not nest its transactions.

    Attributes:
        path: of the file; None for a record in memory.
        read_only: whether nothing can be written.
        identifier: UUID of the collection, the same for ever.
    """

    def __init__(self, engine: Engine, path: Path | None, *, read_only: bool) -> None:
        """Take over an engine; use `open` or `in_memory` instead."""
        self.path = path
        self.read_only = read_only
        self.identifier = ""
        self._engine = engine
        self._writing_engine = for_writing(engine)
        self._one_at_a_time = threading.RLock()
        self._file = None if path is None else _identity(path)

    @classmethod
    def open(cls, path: Path, *, create: bool, read_only: bool = False) -> Self:
        """Open the record `path`; an older schema is migrated after a copy was made.

        Args:
            path: of the file.
            create: make a new record where there is none.
            read_only: open so that nothing, not even the schema, is changed.

        Raises:
            InputError: if there is no record, or it is foreign, newer or damaged.
            OutputError: if it cannot be created or migrated.
            LockedError: if another process is writing and does not finish within seconds.
        """
        with worded_file(path, writing=True):
            fresh = create and not read_only and _make_file(path)
        try:
            return cls._opened(path, create=create, read_only=read_only)
        except BaseException:
            if fresh:
                _remove_if_empty(path)
            raise

    @classmethod
    def _opened(cls, path: Path, *, create: bool, read_only: bool) -> Self:
        with worded_file(path, writing=False):
            if is_stump(path):
                raise damaged(path, "file is too short")
            record = cls(open_engine(path, read_only=read_only), path, read_only=read_only)
        try:
            record._bring_up(path, create=create)
            record.identifier = record._read_identifier(path)
        except BaseException:
            record.close()
            raise
        return record

    @classmethod
    def in_memory(cls) -> Self:
        """Return an empty record that leaves no trace on any disk."""
        record = cls(open_engine(None), None, read_only=False)
        with record.writing() as connection:
            record.identifier = _build(connection)
        return record

    def close(self) -> None:
        """Close all connections; an unfinished transaction of another thread is rolled back."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_failure: object) -> None:
        self.close()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection on which all reads see one state. Keep it short: writers wait.

        Raises:
            InputError: if the file cannot be read.
            LockedError: if another process is writing and does not finish within seconds.
        """
        alone = self._one_at_a_time if self.path is None else contextlib.nullcontext()
        with alone, worded(self.path, writing=False), self._engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are on the disk when the block ends, or not at all.

        Raises:
            OutputError: if the disk is full, gone, read-only or fails; nothing was changed.
            LockedError: if another process is writing and does not finish within seconds.
        """
        if self.read_only and self.path is not None:
            raise unwritable_record(self.path, "it is open for reading only")
        with self._one_at_a_time, worded(self.path, writing=True):
            self._require_same_file()
            with self._writing_engine.begin() as connection:
                yield connection
                self._require_same_file()

    def _require_same_file(self) -> None:
        """Refuse to write into a file that lost its name: SQLite itself would not notice."""
        if self.path is not None and _identity(self.path) != self._file:
            raise unwritable_record(
                self.path, "the file was moved, removed or replaced, or its place is out of reach"
            )

    def _bring_up(self, path: Path, *, create: bool) -> None:
        with self.reading() as connection:
            number = schema_of(connection, path)
        if number == 0 and not create:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "Record",
                    "“{path}” is empty: no record was ever saved in it. It was left as it is. "
                    "Earlier copies, where there are any, are in “{backups}”.",
                ),
                path=str(path),
                backups=str(backups_beside(path)),
            )
        if self.read_only:
            _require_newest(number, path)
            return
        with worded(path, writing=True):
            use_rollback_journal(self._engine)
        if number < NEWEST:
            self._migrate(path, number)

    def _migrate(self, path: Path, number: int) -> None:
        if number:
            with self.reading() as connection:
                copy_before_migration(connection, path, number)
        with self.writing() as connection:
            if schema_of(connection, path) == 0:
                _build(connection)
            elif schema_of(connection, path) < NEWEST:
                migrate(connection)

    def _read_identifier(self, path: Path) -> str:
        with self.reading() as connection:
            found: str | None = connection.scalar(select(COLLECTION.c.identifier))
        if found is None:
            raise unreadable_record(path, "the row that names the collection is missing")
        return found


def _build(connection: Connection) -> str:
    """Create the newest schema and name the collection; return its identifier."""
    migrate(connection)
    identifier = str(uuid.uuid4())
    now = stamp(datetime.now(UTC))
    row = {"id": 1, "identifier": identifier, "created": now, "details": "{}"}
    connection.execute(insert(COLLECTION).values(row))
    return identifier


def _require_newest(number: int, path: Path) -> None:
    if number < NEWEST:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Record",
                "“{path}” was written by an older Corrector and must be brought up to date before "
                "it can be shown. Nothing was changed. Open it once where it can be written.",
            ),
            path=str(path),
        )


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
