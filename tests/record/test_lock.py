"""The lock: one writer, named with place and time, and a dead one is no obstacle."""

import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import psutil
import pytest
from sqlalchemy import delete

from corrector.errors import LockedError
from corrector.record import lock, processes
from corrector.record.inserting import insert_row
from corrector.record.record import Record
from corrector.record.schema import LOCK

BOOT = processes._BOOT
PROJECT = Path(__file__).resolve().parents[2]
HOLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from corrector.errors import LockedError
from corrector.record import lock, processes
from corrector.record.record import Record
record = Record.open(Path(sys.argv[1]), create=False)
sys.stdin.readline()
try:
    lock.acquire(record, sys.argv[2], now=datetime.now(UTC))
    print("held", flush=True)
except LockedError:
    print("locked", flush=True)
sys.stdin.readline()
"""


class Other:
    """A second process that takes the lock when told, and waits to be ended."""

    def __init__(self, path: Path, owner: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(path), owner],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self) -> None:
        assert self.process.stdin
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def outcome(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def other(record: Record, path: Path) -> Iterator[Other]:
    assert record
    process = Other(path, "Ben Example")
    yield process
    process.kill()


def store(record: Record, found: lock.Lock) -> None:
    with record.writing() as connection:
        connection.execute(delete(LOCK))
        insert_row(connection, LOCK, lock._row(found))


def test_a_lock_is_taken_named_and_given_back(record: Record, now: datetime) -> None:
    held = lock.acquire(record, "Ada Example", now=now)
    assert lock.holder(record) == held
    assert (held.host, held.process) == (platform.node(), psutil.Process().pid)
    lock.release(record, held)
    assert lock.holder(record) is None


def test_a_second_window_of_the_same_program_is_refused(record: Record, now: datetime) -> None:
    lock.acquire(record, "Ada Example", now=now)
    with pytest.raises(LockedError, match=r"2026-03-04.*Ada Example"):
        lock.acquire(record, "Ada Example", now=now)


def test_a_living_process_keeps_its_lock_and_a_killed_one_loses_it(
    record: Record, now: datetime, other: Other
) -> None:
    other.start()
    assert other.outcome() == "held"
    with pytest.raises(LockedError, match="Ben Example"):
        lock.acquire(record, "Ada Example", now=now)
    other.kill()
    assert lock.acquire(record, "Ada Example", now=now).owner == "Ada Example"


def test_of_several_processes_at_once_exactly_one_gets_the_lock(record: Record, path: Path) -> None:
    assert record
    others = [Other(path, f"Person {number}") for number in range(3)]
    try:
        for one in others:
            one.start()
        assert sorted(one.outcome() for one in others) == ["held", "locked", "locked"]
    finally:
        for one in others:
            one.kill()


def test_a_process_number_given_to_another_program_is_recognised(
    record: Record, now: datetime
) -> None:
    held = lock.acquire(record, "Ada Example", now=now)
    store(record, replace(held, process_birth="another-boot 17"))
    assert lock.acquire(record, "Ben Example", now=now).owner == "Ben Example"


def test_a_lock_without_a_birth_is_judged_by_the_clock(record: Record, now: datetime) -> None:
    held = lock.acquire(record, "Ada Example", now=now)
    store(record, replace(held, process_birth=""))
    with pytest.raises(LockedError):
        lock.acquire(record, "Ben Example", now=now)
    store(record, replace(held, process_birth="", process_start=held.process_start - 3600))
    assert lock.acquire(record, "Ben Example", now=now).owner == "Ben Example"


@pytest.mark.skipif(not BOOT.exists(), reason="elsewhere the moment itself is noted once")
def test_a_clock_that_is_set_does_not_make_a_living_owner_look_dead(
    record: Record, now: datetime
) -> None:
    held = lock.acquire(record, "Ada Example", now=now)
    store(record, replace(held, process_start=held.process_start - 3600))
    with pytest.raises(LockedError):
        lock.acquire(record, "Ben Example", now=now)


@pytest.mark.parametrize("gone", [FileNotFoundError, ProcessLookupError])
def test_a_process_that_ends_while_it_is_looked_at_counts_as_gone(
    gone: type[OSError], monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_given: object) -> str:
        raise gone

    monkeypatch.setattr(processes.Path, "read_text", ended)
    monkeypatch.setattr(processes.psutil, "Process", ended)
    assert processes.birth_of(os.getpid()) is None


def test_a_lock_of_another_machine_is_taken_over_only_on_demand(
    record: Record, now: datetime
) -> None:
    held = lock.acquire(record, "Ada Example", now=now)
    far = replace(held, host="another-machine", process=1)
    store(record, far)
    with pytest.raises(LockedError, match="another-machine"):
        lock.acquire(record, "Ben Example", now=now)
    mine = lock.acquire(record, "Ben Example", now=now, take_over=True)
    with record.reading() as connection:
        assert lock.is_held(connection, mine)
        assert not lock.is_held(connection, far)
    lock.release(record, far)
    assert lock.holder(record) == mine


def test_a_process_that_may_not_be_looked_at_counts_as_alive(
    record: Record, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = lock.acquire(record, "Ada Example", now=now)

    def denied(_pid: int) -> psutil.Process:
        raise psutil.AccessDenied

    monkeypatch.setattr(psutil, "Process", denied)
    monkeypatch.setattr(lock, "birth_of", lambda _process: "")
    assert not lock.is_dead(held)


def test_a_reader_needs_no_lock(record: Record, path: Path, now: datetime) -> None:
    lock.acquire(record, "Ada Example", now=now)
    with Record.open(path, create=False, read_only=True) as reader:
        found = lock.holder(reader)
    assert found is not None
    assert found.owner == "Ada Example"
