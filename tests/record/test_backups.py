"""Copies of the record: one a day, one before a migration, five kept, whole or not at all."""

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from corrector import paths
from corrector.errors import OutputError
from corrector.record import backups, migrating, sqlite
from corrector.record import record as opening
from corrector.record.backups import back_up_daily, list_backups
from corrector.record.migrating import NEWEST
from corrector.record.pages import add_document, list_documents
from corrector.record.record import Record


def back_up(record: Record, now: datetime) -> Path | None:
    assert record.path is not None
    with record.reading() as connection:
        return back_up_daily(connection, record.path, now)


def test_the_first_copy_of_a_day_is_made_and_opens_as_a_record(
    record: Record, now: datetime
) -> None:
    with record.writing() as connection:
        add_document(connection, "d", "D")
    copy = back_up(record, now)
    assert copy is not None
    assert copy.name == "corrections-2026-03-04.corrector"
    assert back_up(record, now + timedelta(hours=3)) is None
    with Record.open(copy, create=False, read_only=True) as opened, opened.reading() as connection:
        assert len(list_documents(connection)) == 1
        assert opened.identifier == record.identifier


def test_the_last_five_copies_are_kept(record: Record, path: Path, now: datetime) -> None:
    for day in range(7):
        back_up(record, now + timedelta(days=day))
    assert [copy.name[12:22] for copy in list_backups(path)] == [
        f"2026-03-{day:02}" for day in range(6, 11)
    ]


def test_a_copy_goes_to_the_data_folder_where_the_folder_takes_none(
    record: Record, path: Path, now: datetime
) -> None:
    backups.backups_beside(path).write_text("in the way")
    copy = back_up(record, now)
    assert copy is not None
    assert copy.is_relative_to(paths.data_folder())
    assert back_up(record, now) is None


def test_a_copy_that_fails_leaves_nothing_and_older_ones_stay(
    record: Record, path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = back_up(record, now)

    def full_disk(_connection: object, target: Path) -> None:
        target.write_bytes(b"half")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(backups, "copy_into", full_disk)
    with pytest.raises(OutputError, match=r"No copy.*disk is full"):
        back_up(record, now + timedelta(days=1))
    assert list_backups(path) == (first,)
    assert [found.name for found in backups.backups_beside(path).iterdir()] == [first.name]


def test_a_copy_that_turns_out_unsound_is_thrown_away(path: Path, now: datetime) -> None:
    with Record.open(path, create=True) as record, record.writing() as connection:
        for number in range(400):
            add_document(connection, f"{number}" * 20, "D" * 200)
    content = bytearray(path.read_bytes())
    content[-8192:] = b"\x13" * 8192
    path.write_bytes(content)
    with (
        Record.open(path, create=False) as record,
        pytest.raises(OutputError, match=r"No copy"),
    ):
        back_up(record, now)
    assert list_backups(path) == ()


def test_an_older_schema_is_copied_before_it_is_migrated(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Record.open(path, create=True).close()

    def step(connection: object) -> None:
        add_document(connection, "made", "by the step")
        connection.exec_driver_sql("PRAGMA user_version=3")

    for module in (migrating, opening):
        monkeypatch.setattr(module, "NEWEST", NEWEST + 1)
    monkeypatch.setattr(opening, "migrate", step)
    with Record.open(path, create=False) as record, record.reading() as connection:
        assert len(list_documents(connection)) == 1
    (copy,) = list_backups(path)
    assert copy.name.endswith(f"-schema-{NEWEST}.corrector")
    kept = sqlite3.connect(copy)
    assert kept.execute("SELECT count(*) FROM document").fetchone() == (0,)
    kept.close()


def test_a_record_that_cannot_be_copied_is_not_migrated(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Record.open(path, create=True).close()
    before = path.read_bytes()

    def full_disk(*_given: object) -> None:
        raise OutputError("full")

    monkeypatch.setattr(sqlite, "copy_before_migration", full_disk)
    for module in (migrating, opening):
        monkeypatch.setattr(module, "NEWEST", NEWEST + 1)
    with pytest.raises(OutputError, match="full"):
        Record.open(path, create=False)
    assert path.read_bytes() == before
