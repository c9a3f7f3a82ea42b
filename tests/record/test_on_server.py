"""A record on a PostgreSQL server: made, refused, guarded, verified, imported by one at a time."""

import threading
from datetime import datetime
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import event, text

from corrector.errors import CorrectorError, InputError, LockedError, OutputError
from corrector.record import migrating, postgresql
from corrector.record import record as opening
from corrector.record.addresses import DatabaseAddress
from corrector.record.conflicts import ConflictError
from corrector.record.entries import Origin, Person
from corrector.record.integrity import verify
from corrector.record.pages import NewPage, add_document, add_page, list_documents
from corrector.record.postgresql_failures import NoRecordError
from corrector.record.record import Record
from corrector.record.schema import METADATA
from corrector.record.versions import NewVersion, add_version, history
from corrector.text.marks import Mark
from corrector.text.tokens import Span

ADA = Person("Ada Example")
MARK = Mark("confirmed", Span(0, 3), "Ada Example", "")


def execute(address: DatabaseAddress, *statements: str) -> None:
    with psycopg.connect(address.connection, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def add_one(record: Record, now: datetime) -> int:
    with record.writing() as connection:
        page = add_page(connection, NewPage(add_document(connection, "d", "D"), "p"))
        add_version(connection, page, NewVersion("tne cat", ADA, Origin.TYPED), now=now)
    return page


def test_an_empty_database_is_left_unless_it_is_opened_for_work(
    fresh_address: DatabaseAddress,
) -> None:
    with pytest.raises(NoRecordError, match="holds no record yet"):
        Record.open(fresh_address, create=False, read_only=True)
    with Record.open(fresh_address, create=True) as record:
        identifier = record.identifier
        assert (record.path, record.name) == (None, fresh_address.name)
        with record.reading() as connection:
            found = compare_metadata(MigrationContext.configure(connection), METADATA)
        assert [change[0] for change in found] == ["remove_table_comment"]
    with Record.open(fresh_address, create=False, read_only=True) as record:
        assert record.identifier == identifier
        with pytest.raises(OutputError, match="reading only"), record.writing():
            pass


def test_a_foreign_database_is_refused_untouched(fresh_address: DatabaseAddress) -> None:
    execute(fresh_address, "CREATE TABLE theirs (x int)")
    with pytest.raises(InputError, match="another program"):
        Record.open(fresh_address, create=True)
    execute(fresh_address, "DROP TABLE theirs")
    Record.open(fresh_address, create=True).close()


def test_a_newer_record_is_refused(address: DatabaseAddress) -> None:
    said = "COMMENT ON TABLE collection IS 'Corrector record, schema {}'"
    execute(address, said.format(migrating.NEWEST + 1))
    try:
        with pytest.raises(InputError, match="newer Corrector"):
            Record.open(address, create=True)
    finally:
        execute(address, said.format(migrating.NEWEST))


def test_a_migration_that_fails_leaves_everything_as_it_was(
    address: DatabaseAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    def step(connection: object) -> None:
        add_document(connection, "made", "by the step")
        raise RuntimeError("ours")

    for module in (migrating, opening):
        monkeypatch.setattr(module, "NEWEST", migrating.NEWEST + 1)
    monkeypatch.setattr(opening, "migrate", step)
    with pytest.raises(InputError, match="older Corrector"):
        Record.open(address, create=False, read_only=True)
    with pytest.raises(RuntimeError, match="ours"):
        Record.open(address, create=False)
    monkeypatch.undo()
    with Record.open(address, create=False) as record, record.reading() as connection:
        assert list_documents(connection) == ()


def test_a_person_who_may_not_write_is_told_so(address: DatabaseAddress, now: datetime) -> None:
    with Record.open(address, create=False) as record:
        add_one(record, now)
    try:
        execute(
            address,
            "CREATE ROLE reader LOGIN",
            "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader",
        )
        guest = DatabaseAddress(address.connection.replace("tester@", "reader@"), address.name)
        with (
            Record.open(guest, create=False) as record,
            pytest.raises(OutputError, match="permission"),
        ):
            add_one(record, now)
    finally:
        execute(address, "DROP OWNED BY reader", "DROP ROLE reader")


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ("UPDATE version SET text = 'forged'", "text"),
        ("UPDATE version SET author = 'Someone Else'", "chain"),
        ("DELETE FROM page", "database"),
    ],
)
def test_what_was_changed_past_the_guards_is_found(
    address: DatabaseAddress, now: datetime, tmp_path: Path, change: str, kind: str
) -> None:
    with Record.open(address, create=False) as record:
        add_one(record, now)
        assert verify(record, tmp_path) == ()
        with pytest.raises(psycopg.errors.IntegrityError):
            execute(address, change)
        execute(address, "SET session_replication_role = replica", change)
        assert kind in {problem.kind for problem in verify(record, tmp_path)}


@pytest.mark.parametrize("how", ["TRUNCATE version CASCADE", "DELETE FROM version"])
def test_the_server_refuses_to_empty_the_history(
    address: DatabaseAddress, now: datetime, how: str
) -> None:
    with Record.open(address, create=False) as record:
        add_one(record, now)
    with pytest.raises(psycopg.errors.IntegrityError, match="stay as they are"):
        execute(address, how)


def test_a_guard_that_was_switched_off_is_named(address: DatabaseAddress, tmp_path: Path) -> None:
    execute(address, "ALTER TABLE version DISABLE TRIGGER version_no_update")
    try:
        with Record.open(address, create=False) as record:
            (found,) = verify(record, tmp_path)
        assert "version_no_update" in str(found.message)
    finally:
        execute(address, "ALTER TABLE version ENABLE TRIGGER version_no_update")


def test_a_version_that_another_program_is_just_writing_is_a_conflict(
    address: DatabaseAddress, now: datetime
) -> None:
    copied = (
        "INSERT INTO version (page_id, number, parent, author, author_identifier, time, origin, "
        "details, note, evidence, text, sha256, chain_form, chain) SELECT page_id, 1, 0, author, "
        "'', time, origin, details, '', '', 'theirs', sha256, 1, chain FROM version"
    )
    with Record.open(address, create=False) as record:
        page = add_one(record, now)
        with psycopg.connect(address.connection) as other:
            other.execute("SET session_replication_role = replica")
            other.execute(copied)
            monitor = threading.Timer(0.3, other.commit)
            monitor.start()
            new = NewVersion("tne cat", ADA, Origin.TYPED, parent=0, marks=(MARK,))
            with pytest.raises(ConflictError) as caught, record.writing() as connection:
                add_version(connection, page, new, now=now)
            monitor.join()
        assert caught.value.newer == 1
        with record.reading() as connection:
            assert [one.text for one in history(connection, page)] == ["tne cat", "theirs"]


def test_only_one_program_at_a_time_adds_pages(
    address: DatabaseAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgresql, "_SETTINGS", ("SET lock_timeout = '50ms'",))
    with Record.open(address, create=False) as one, Record.open(address, create=False) as two:
        with one.alone(), pytest.raises(LockedError), two.alone():
            pass
        with two.alone(), two.reading() as connection:
            assert list_documents(connection) == ()


def test_a_connection_that_is_given_back_just_while_the_record_closes_is_closed(
    address: DatabaseAddress,
) -> None:
    database = postgresql.PostgresqlDatabase(address, read_only=True)
    given_back = []

    def close_meanwhile(connection: psycopg.Connection, _record: object) -> None:
        given_back.append(connection)
        database.close()

    event.listen(database.reading, "checkin", close_meanwhile)
    with database.reading.connect() as connection:
        connection.execute(text("SELECT 1"))
    assert [connection.closed for connection in given_back] == [True]


def test_a_connection_that_cannot_be_set_up_is_closed(
    address: DatabaseAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[psycopg.Connection] = []
    connect = psycopg.connect

    def noted(*arguments: str, **options: object) -> psycopg.Connection:
        made.append(connect(*arguments, **options))
        return made[-1]

    monkeypatch.setattr(psycopg, "connect", noted)
    monkeypatch.setattr(postgresql, "_SETTINGS", ("SET nothing_like_it = 1",))
    with pytest.raises(CorrectorError):
        Record.open(address, create=False)
    assert made
    assert all(connection.closed for connection in made)
