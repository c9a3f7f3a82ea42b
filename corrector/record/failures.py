"""Turns the database's failures into typed errors: what happened, what is safe, what to do."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DatabaseError, DBAPIError, IntegrityError

from corrector.errors import CorrectorError, InputError, LockedError, OutputError, reason_of
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.backup_places import SUFFIX, backups_beside, list_backups

_DAMAGED: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_BEGINNING: Final = b"SQLite format 3\0"
_BUSY: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def damaged(path: Path, reason: str) -> InputError:
    """Return the error that says that the file `path` is damaged, or no record at all."""
    if path.suffix != SUFFIX and not _is_database(path):
        return _no_record(path)
    copies = list_backups(path)
    if not copies:
        return InputError(
            QT_TRANSLATE_NOOP(
                "Record",
                "“{path}” cannot be read as a record ({reason}). It was left as it is; the scans "
                "and imported texts are untouched. No earlier copy of it is kept in “{backups}”. "
                "If you have one elsewhere, put it in its place.",
            ),
            path=str(path),
            reason=reason,
            backups=str(backups_beside(path)),
        )
    return InputError(
        QT_TRANSLATE_NOOP(
            "Record",
            "“{path}” cannot be read as a record ({reason}). It was left as it is; the scans and "
            "imported texts are untouched. Earlier copies are kept in “{backups}”: put one in its "
            "place.",
        ),
        path=str(path),
        reason=reason,
        backups=str(copies[-1].parent),
    )


def _no_record(path: Path) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP(
            "Record",
            "“{path}” is not a record of Corrector but another file. Nothing was changed. Name the "
            "folder that it lies in, or the record there, a file that ends in “{suffix}”.",
        ),
        path=str(path),
        suffix=SUFFIX,
    )


def _is_database(path: Path) -> bool:
    """Tell whether the file begins as SQLite's files do; one that cannot be read may."""
    try:
        with path.open("rb") as file:
            return file.read(len(_BEGINNING)) == _BEGINNING
    except OSError:
        return True


def empty_file(path: Path) -> InputError:
    """Return the error that says that the file is there but no record was ever saved in it."""
    if path.suffix != SUFFIX:
        return _no_record(path)
    return InputError(
        QT_TRANSLATE_NOOP(
            "Record",
            "“{path}” is empty: no record was ever saved in it. It was left as it is. "
            "Earlier copies, where there are any, are in “{backups}”.",
        ),
        path=str(path),
        backups=str(backups_beside(path)),
    )


def busy(path: Path | str) -> LockedError:
    """Return the error that says that another process is writing and did not finish in time."""
    return LockedError(
        QT_TRANSLATE_NOOP(
            "Record",
            "“{path}” is being written by another program. Nothing was changed; what was saved "
            "before is safe. Wait a moment and try again.",
        ),
        path=str(path),
    )


def unwritable_record(path: Path | str, reason: str) -> OutputError:
    """Return the error that says that a change did not reach the record."""
    return OutputError(
        QT_TRANSLATE_NOOP(
            "Record",
            "“{path}” could not be written: {reason}. The record is as it was before; all that was "
            "saved earlier is safe. Make room or bring the place back, then save again, or save "
            "the text elsewhere.",
        ),
        path=str(path),
        reason=reason,
    )


def unreadable_record(path: Path | str, reason: str) -> InputError:
    """Return the error that says that the record could not be read this time."""
    return InputError(
        QT_TRANSLATE_NOOP(
            "Record",
            "“{path}” could not be read: {reason}. Nothing was changed. Make sure that the folder "
            "can be reached, then try again.",
        ),
        path=str(path),
        reason=reason,
    )


@contextlib.contextmanager
def worded(path: Path | None, *, writing: bool) -> Iterator[None]:
    """Raise typed errors for what the disk or another process may do to us inside the block.

    Raises:
        LockedError: if another process holds the database.
        InputError: if the file is damaged, or reading failed.
        OutputError: if writing failed.
    """
    place = path or Path(":memory:")
    try:
        yield
    except IntegrityError:
        raise  # a broken rule of the schema is our own mistake, not the user's world
    except (DatabaseError, sqlite3.DatabaseError) as error:
        raise _typed(place, error, writing=writing) from error


@contextlib.contextmanager
def worded_file(path: Path, *, writing: bool) -> Iterator[None]:
    """Raise typed errors for what the file system may do to the record's file inside the block.

    Raises:
        InputError: if the file cannot be looked at.
        OutputError: if it cannot be created.
    """
    try:
        yield
    except OSError as error:
        make = unwritable_record if writing else unreadable_record
        raise make(path, reason_of(error)) from error


def _typed(
    path: Path, error: DatabaseError | sqlite3.DatabaseError, *, writing: bool
) -> CorrectorError:
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGED:
        return damaged(path, str(original))
    if code in _BUSY:
        return busy(path)
    if writing or code == sqlite3.SQLITE_FULL:
        return unwritable_record(path, str(original))
    return unreadable_record(path, str(original))
