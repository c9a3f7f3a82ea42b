"""Claims: one person edits a page, others see who it is, and one who is gone is no obstacle."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import psycopg
import pytest
from postgresql_server import Server

from corrector.errors import InputError, OutputError
from corrector.record import claims, lock
from corrector.record.addresses import DatabaseAddress
from corrector.record.changes import changes_since
from corrector.record.claims import Claim, ClaimedError
from corrector.record.entries import Origin, Person
from corrector.record.pages import NewPage, add_document, add_page
from corrector.record.record import Record
from corrector.record.saving import save_version
from corrector.record.versions import NewVersion, text_of

PROJECT = Path(__file__).resolve().parents[2]
ADA = Person("Ada Example")
HOLD = """
import sys
from datetime import UTC, datetime
from corrector.record.addresses import DatabaseAddress
from corrector.record import claims
from corrector.record.record import Record
record = Record.open(DatabaseAddress(sys.argv[1], "there"), create=False)
claims.claim(record, int(sys.argv[2]), "Ben Example", now=datetime.now(UTC))
print("held", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def kind() -> str:
    return "postgresql"


@pytest.fixture
def other(record: Record, address: DatabaseAddress) -> Iterator[Record]:
    assert record
    with Record.open(address, create=False) as opened:
        yield opened


def test_a_claimed_page_is_refused_to_others_and_named(
    record: Record, other: Record, page: int, now: datetime
) -> None:
    held = claims.claim(record, page, "Ada Example", now=now)
    assert claims.claim(record, page, "Ada Example", now=now) == held
    with pytest.raises(ClaimedError, match=r"2026-03-04.*Ada Example") as caught:
        claims.claim(other, page, "Ben Example", now=now)
    assert caught.value.claim == held
    assert claims.claims_of(other) == (held,)
    with pytest.raises(ClaimedError):
        save_version(other, page, NewVersion("theirs", ADA, Origin.TYPED), now=now)
    claims.release(record, held)
    assert claims.claims_of(other) == ()
    assert claims.claim(other, page, "Ben Example", now=now).owner == "Ben Example"


def test_other_pages_stay_free(record: Record, other: Record, page: int, now: datetime) -> None:
    with record.writing() as connection:
        second = add_page(connection, NewPage(add_document(connection, "d", "D"), "p"))
    claims.claim(record, page, "Ada Example", now=now)
    claims.claim(other, second, "Ben Example", now=now)
    assert [one.owner for one in claims.claims_of(record)] == ["Ada Example", "Ben Example"]


def test_a_page_that_is_taken_over_is_lost_to_its_owner_but_not_his_text(
    record: Record, other: Record, page: int, now: datetime
) -> None:
    held = claims.claim(record, page, "Ada Example", now=now)
    taken = claims.claim(other, page, "Ben Example", now=now, take_over=True)
    new = NewVersion("typed", ADA, Origin.TYPED)
    with pytest.raises(ClaimedError, match="Ben Example"):
        save_version(record, page, new, now=now)
    claims.release(record, held)
    assert claims.claims_of(record) == (taken,)
    assert new.text == "typed"


def test_a_claim_is_told_as_a_change_and_ends_with_its_record(
    record: Record, page: int, address: DatabaseAddress, now: datetime
) -> None:
    with record.reading() as connection:
        moment = changes_since(connection, None).until
    with Record.open(address, create=False) as other:
        claims.claim(other, page, "Ben Example", now=now)
        with record.reading() as connection:
            assert changes_since(connection, moment).pages == {page}
        claims.release_all(other)
        assert claims.claims_of(record) == ()
        claims.claim(other, page, "Ben Example", now=now)
    assert claims.claims_of(record) == ()
    assert claims.claim(record, page, "Ada Example", now=now).owner == "Ada Example"


def test_the_claim_of_a_killed_program_is_no_obstacle(
    record: Record, page: int, address: DatabaseAddress, now: datetime
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, address.connection, str(page)],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        with pytest.raises(ClaimedError, match="Ben Example"):
            claims.claim(record, page, "Ada Example", now=now)
    finally:
        process.kill()
        process.communicate()
    until_gone(record)
    assert claims.claim(record, page, "Ada Example", now=now).owner == "Ada Example"


def until_gone(record: Record) -> None:
    """Wait for the server to notice, which takes it some milliseconds."""
    for _ in range(500):
        if claims.claims_of(record) == ():
            return
    raise AssertionError("the server keeps the lock of a dead program")


def test_a_lost_connection_is_made_again_and_the_claim_holds(
    record: Record, other: Record, page: int, address: DatabaseAddress, now: datetime
) -> None:
    held = claims.claim(record, page, "Ada Example", now=now)
    with psycopg.connect(address.connection, autocommit=True) as administrator:
        administrator.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE application_name = 'corrector'"
        )
    until_gone(other)
    assert record.session() == held.session
    assert claims.claims_of(other) == (held,)


def test_in_a_file_every_claim_is_granted_without_a_trace(tmp_path: Path, now: datetime) -> None:
    with Record.open(tmp_path / "r.corrector", create=True) as record:
        with record.writing() as connection:
            page = add_page(connection, NewPage(add_document(connection, "d", "D"), "p"))
        lock.acquire(record, "Ada Example", now=now)
        held = claims.claim(record, page, "Ada Example", now=now)
        assert isinstance(held, Claim)
        assert claims.claims_of(record) == ()
        claims.release(record, held)
        claims.release_all(record)
        assert save_version(record, page, NewVersion("x", ADA, Origin.TYPED), now=now)


def test_a_killed_server_is_said_and_what_was_saved_is_there_again(
    record: Record, page: int, now: datetime, postgresql: Server
) -> None:
    save_version(record, page, NewVersion("saved", ADA, Origin.TYPED), now=now)
    new = NewVersion("typed since", ADA, Origin.TYPED, parent=0)
    postgresql.kill()
    try:
        with pytest.raises(OutputError, match=r"connection.*was lost.*still as you see it"):
            save_version(record, page, new, now=now)
        with pytest.raises(InputError, match="cannot be reached"), record.reading():
            pass
    finally:
        postgresql.start()
    with record.reading() as connection:
        assert text_of(connection, page) == "saved"
