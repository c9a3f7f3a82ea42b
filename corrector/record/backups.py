"""Keeps copies of the record: one a day and one before every migration, the last five of them."""

import contextlib
import os
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from corrector.errors import CorrectorError, OutputError, reason_of
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.backup_places import SUFFIX, backup_folders, backups_beside, list_backups

KEPT: Final = 5


def back_up_daily(connection: Connection, path: Path, now: datetime) -> Path | None:
    """Copy the record unless that was done today; return the copy, or None.

    Args:
        connection: a reading connection of the record.
        path: of the record.
        now: the day is the day of this moment, in its own zone.

    Raises:
        OutputError: if no folder could take the copy; the record and older copies are untouched.
    """
    name = f"{path.stem}-{now:%Y-%m-%d}{SUFFIX}"
    if any(copy.name == name for copy in list_backups(path)):
        return None
    return _keep(connection, path, name)


def copy_before_migration(connection: Connection, path: Path, schema: int) -> Path:
    """Copy the record that still has the older `schema`; return the copy.

    Raises:
        OutputError: if no folder could take the copy; the record and older copies are untouched.
    """
    moment = datetime.now().astimezone()
    name = f"{path.stem}-{moment:%Y-%m-%d-%H%M%S}-schema-{schema}{SUFFIX}"
    return _keep(connection, path, name)


def _keep(connection: Connection, path: Path, name: str) -> Path:
    """Write the copy into the first folder that takes it, then drop the oldest."""
    failure: Exception = OSError()
    for folder in backup_folders(path):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _copy_whole(connection, folder / name)
        except (OSError, sqlite3.Error, DBAPIError) as error:
            failure = error
            continue
        _drop_oldest(path)
        return folder / name
    raise _no_copy(path, failure) from failure


def _copy_whole(connection: Connection, target: Path) -> None:
    """Copy, check and sync under a passing name, then take the real one in one step."""
    passing = target.with_name(f".{target.name}.part")
    try:
        passing.unlink(missing_ok=True)
        copy_into(connection, passing)
        with passing.open("rb+") as file:
            os.fsync(file.fileno())
        passing.replace(target)
    except BaseException:
        for remains in (passing, passing.with_name(f"{passing.name}-journal")):
            with contextlib.suppress(OSError):
                remains.unlink(missing_ok=True)
        raise


def _drop_oldest(path: Path) -> None:
    """Keep the last copies; one that cannot be removed is no reason to fail."""
    for copy in list_backups(path)[:-KEPT]:
        with contextlib.suppress(OSError):
            copy.unlink()


def copy_into(connection: Connection, target: Path) -> None:
    """Copy the whole database behind `connection` into the file `target` and check the copy.

    Raises:
        sqlite3.Error: if reading, writing or the check fails; `target` is then of no use.
    """
    source = connection.connection.driver_connection
    assert isinstance(source, sqlite3.Connection)  # noqa: S101 - only files are copied
    copy = sqlite3.connect(target)
    try:
        copy.execute("PRAGMA synchronous=FULL")
        source.backup(copy)
        found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise sqlite3.DatabaseError(found)
    finally:
        copy.close()


def _no_copy(path: Path, failure: Exception) -> CorrectorError:
    reason = reason_of(failure) if isinstance(failure, OSError) else str(failure)
    return OutputError(
        QT_TRANSLATE_NOOP(
            "Record",
            "No copy of “{path}” could be made: {reason}. The record and earlier copies are as "
            "they were. Make room or give access to “{folder}”, then try again.",
        ),
        path=str(path),
        reason=reason,
        folder=str(backups_beside(path)),
    )
