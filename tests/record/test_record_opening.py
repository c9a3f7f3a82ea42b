"""Opening a record: new, foreign, newer, damaged, read-only, in memory, moved away, locked."""

import sqlite3
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from corrector.errors import InputError, LockedError, OutputError
from corrector.record import database
from corrector.record import record as opening
from corrector.record.database import APPLICATION_ID
from corrector.record.migrating import NEWEST
from corrector.record.pages import add_document, list_documents
from corrector.record.record import Record
from corrector.record.schema import METADATA
from corrector.record.sqlite import read_number


def test_a_new_record_has_the_schema_that_the_tables_say(record: Record) -> None:
    with record.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
        assert read_number(connection, "application_id") == APPLICATION_ID
        assert read_number(connection, "user_version") == NEWEST


def test_the_newest_migration_is_the_newest_schema() -> None:
    folder = Path(opening.__file__).with_name("migrations")
    assert ScriptDirectory(str(folder)).get_current_head() == f"{NEWEST:04d}"


def test_settings_of_the_connection_are_the_safe_ones(record: Record) -> None:
    with record.reading() as connection:
        names = ("foreign_keys", "synchronous", "journal_mode")
        values = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]
    assert values == [1, 2, "delete"]


def test_the_identifier_stays_the_same(path: Path) -> None:
    with Record.open(path, create=True) as first:
        identifier = first.identifier
    with Record.open(path, create=True) as second:
        assert second.identifier == identifier
    with Record.open(path, create=False, read_only=True) as third:
        assert third.identifier == identifier


@pytest.mark.parametrize("name", ["a b%20#?.corrector", "ümläut 'quoted'.corrector"])
def test_unusual_names_are_opened(tmp_path: Path, name: str) -> None:
    with Record.open(tmp_path / name, create=True) as record:
        assert record.identifier
    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_a_missing_record_is_said_and_not_created(path: Path) -> None:
    with pytest.raises(InputError, match="could not be read"):
        Record.open(path, create=False)
    assert not path.exists()


def test_an_empty_file_is_said_and_left(path: Path) -> None:
    path.touch()
    with pytest.raises(InputError, match="is empty"):
        Record.open(path, create=False)
    assert path.stat().st_size == 0


def test_a_foreign_database_is_refused_untouched(path: Path) -> None:
    foreign = sqlite3.connect(path)
    foreign.execute("PRAGMA journal_mode=WAL")
    foreign.execute("CREATE TABLE theirs (x)")
    foreign.commit()
    foreign.close()
    before = path.read_bytes()
    for create in (True, False):
        with pytest.raises(InputError, match="another program"):
            Record.open(path, create=create)
    assert path.read_bytes() == before


def test_a_newer_record_is_refused_untouched(path: Path) -> None:
    Record.open(path, create=True).close()
    with_number(path, NEWEST + 1)
    before = path.read_bytes()
    with pytest.raises(InputError, match="newer Corrector"):
        Record.open(path, create=True)
    assert path.read_bytes() == before


def with_number(path: Path, number: int) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version={number}")
    connection.close()


@pytest.mark.parametrize("content", [b"\x00" * 8192, b"not a database " * 500, b"x"])
def test_a_file_that_is_no_database_is_refused_untouched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"left as it is.*\.backups"):
        Record.open(path, create=True)
    assert path.read_bytes() == content


def test_a_damaged_record_says_what_is_safe(path: Path) -> None:
    Record.open(path, create=True).close()
    content = bytearray(path.read_bytes())
    content[100:4000] = b"\xff" * 3900
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"scans and imported texts are untouched.*\.backups"):
        Record.open(path, create=False)
    assert path.read_bytes() == content


def test_earlier_copies_are_named_only_where_there_are_some(path: Path) -> None:
    path.write_bytes(b"not a database " * 500)
    with pytest.raises(InputError, match="No earlier copy of it"):
        Record.open(path, create=False)
    backups = path.with_name(f"{path.stem}.backups")
    backups.mkdir()
    (backups / f"{path.stem}-2026-03-04.corrector").touch()
    with pytest.raises(InputError, match=r"copies are kept in .*\.backups”: put one"):
        Record.open(path, create=False)


@pytest.mark.parametrize("content", [b"", b"x", b"A letter of two pages.\n" * 500])
def test_another_file_is_not_called_a_damaged_record(tmp_path: Path, content: bytes) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_bytes(content)
    with pytest.raises(InputError, match=r"not a record .* Nothing was changed") as raised:
        Record.open(letter, create=False)
    assert "backups" not in str(raised.value)
    assert letter.read_bytes() == content


def test_a_record_that_another_program_put_in_wal_mode_leaves_it(path: Path) -> None:
    Record.open(path, create=True).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
    with Record.open(path, create=False) as record, record.reading() as reading:
        assert reading.exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"


def test_a_read_only_record_refuses_to_be_written(path: Path) -> None:
    Record.open(path, create=True).close()
    before = path.read_bytes()
    with Record.open(path, create=False, read_only=True) as record:
        with pytest.raises(OutputError, match="reading only"), record.writing():
            pass
        with (
            pytest.raises(InputError, match="readonly"),
            record.reading() as connection,
        ):
            connection.connection.driver_connection.execute("DELETE FROM document")
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    with pytest.raises(OutputError, match="could not be written"):
        Record.open(blocked / "corrections.corrector", create=True)


def test_a_record_in_memory_leaves_no_trace_and_serves_several_threads(tmp_path: Path) -> None:
    with Record.in_memory() as record:
        counts: list[int] = []

        def work(number: int) -> None:
            with record.writing() as connection:
                add_document(connection, f"d{number}", "D")
            with record.reading() as connection:
                counts.append(len(list_documents(connection)))

        threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert max(counts) == 8
        assert record.identifier
    assert list(tmp_path.iterdir()) == []


def test_threads_read_while_another_one_writes(record: Record) -> None:
    failures: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(40):
                with record.reading() as connection:
                    list_documents(connection)
        except BaseException as error:
            failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(20):
        with record.writing() as connection:
            add_document(connection, str(number), "D")
    for reader in readers:
        reader.join()
    assert failures == []


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_that_vanished_or_was_replaced_is_never_written_to(
    record: Record, path: Path, replaced: bool
) -> None:
    path.rename(path.with_name("elsewhere.corrector"))
    if replaced:
        path.write_bytes(path.with_name("elsewhere.corrector").read_bytes())
    with pytest.raises(OutputError), record.writing() as connection:
        add_document(connection, "d", "D")


def test_a_file_replaced_during_a_transaction_keeps_the_change_from_being_called_saved(
    record: Record, path: Path
) -> None:
    def add_while_it_vanishes() -> None:
        with record.writing() as connection:
            add_document(connection, "d", "D")
            path.unlink()

    with pytest.raises(OutputError, match="moved, removed or replaced"):
        add_while_it_vanishes()


def test_a_record_written_by_another_process_is_said_to_be_busy(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with Record.open(path, create=True) as record:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LockedError, match="another program"), record.writing():
            pass
        with pytest.raises(LockedError), record.reading() as connection:
            list_documents(connection)
        other.close()


def test_a_failure_of_another_file_inside_the_block_is_not_called_the_record_s(
    record: Record, tmp_path: Path
) -> None:
    def read_another_file() -> None:
        with record.writing():
            (tmp_path / "none").read_bytes()

    with pytest.raises(FileNotFoundError):
        read_another_file()


def test_a_failure_inside_the_block_rolls_everything_back(record: Record) -> None:
    def add_and_fail() -> None:
        with record.writing() as connection:
            add_document(connection, "d", "D")
            raise RuntimeError("ours")

    with pytest.raises(RuntimeError, match="ours"):
        add_and_fail()
    with record.reading() as connection:
        assert list_documents(connection) == ()
