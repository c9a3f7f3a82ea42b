"""Verifying finds what was changed behind the program's back, and names it."""

import hashlib
import sqlite3
import tracemalloc
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection

from corrector.record import sqlite
from corrector.record.corrections import corrections_between
from corrector.record.entries import Origin, Person, TextSource
from corrector.record.integrity import verify
from corrector.record.pages import NewPage, add_document, add_page
from corrector.record.record import Record
from corrector.record.remarks import IntegrityProblem
from corrector.record.versions import NewVersion, add_version
from corrector.text.decoding import TextForm
from corrector.text.marks import Mark
from corrector.text.tokens import Span

TEXTS = ("tne cat", "the cat", "the cat sat")


@pytest.fixture
def full(record: Record, tmp_path: Path, now: datetime) -> Record:
    """A page with scan, text and three versions."""
    (tmp_path / "scan.png").write_bytes(b"scan")
    (tmp_path / "scan.txt").write_bytes(b"tne cat")
    source = TextSource("scan.txt", 0, "", TextForm(), digest(b"tne cat"))
    with record.writing() as connection:
        document = add_document(connection, "d", "D")
        new = NewPage(document, "one", "scan.png", 0, digest(b"scan"), source)
        page = add_page(connection, new)
        add(connection, page, now)
    return record


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def add(connection: object, page: int, now: datetime) -> None:
    before = ""
    for number, text in enumerate(TEXTS):
        new = NewVersion(
            text,
            Person("Ada Example"),
            Origin.TYPED,
            parent=number - 1 if number else None,
            corrections=corrections_between(before, text) if number else (),
            marks=(Mark("confirmed", Span(0, 3), "Ada Example", ""),),
        )
        add_version(connection, page, new, now=now)
        before = text


def kinds(problems: tuple[IntegrityProblem, ...]) -> list[tuple[str | None, str]]:
    return [(problem.page, problem.kind) for problem in problems]


def tamper(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'"):
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_sound_record_has_no_problems_and_progress_is_told(full: Record, tmp_path: Path) -> None:
    told: list[str] = []
    assert verify(full, tmp_path, advanced=told.append) == ()
    assert set(told) == {"one"}


def test_a_changed_text_is_found(full: Record, tmp_path: Path, path: Path) -> None:
    tamper(path, "UPDATE version SET text='forged' WHERE number=1")
    assert kinds(verify(full, tmp_path)) == [("one", "text")]


def test_a_changed_text_with_a_matching_hash_breaks_the_chain(
    full: Record, tmp_path: Path, path: Path
) -> None:
    tamper(path, f"UPDATE version SET text='x', sha256='{digest(b'x')}' WHERE number=1")  # noqa: S608
    assert kinds(verify(full, tmp_path)) == [("one", "chain")]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE version SET author='Someone Else' WHERE number=1",
        "UPDATE version SET time='2020-01-01T00:00:00+00:00' WHERE number=1",
        "UPDATE version SET note='never said' WHERE number=1",
        "UPDATE correction SET note='never said' WHERE version_id=2",
        "DELETE FROM correction WHERE version_id=2",
        "UPDATE mark SET kind='doubtful' WHERE version_id=2",
        "UPDATE version SET chain='00' WHERE number=2",
    ],
)
def test_any_changed_statement_of_the_history_breaks_the_chain(
    full: Record, tmp_path: Path, path: Path, change: str
) -> None:
    tamper(path, change)
    assert kinds(verify(full, tmp_path)) == [("one", "chain")]


def test_a_removed_version_is_named(full: Record, tmp_path: Path, path: Path) -> None:
    tamper(
        path,
        "DELETE FROM correction WHERE version_id=2",
        "DELETE FROM mark WHERE version_id=2",
        "DELETE FROM version WHERE number=1",
    )
    found = verify(full, tmp_path)
    assert kinds(found) == [("one", "chain"), ("one", "chain")]
    assert "Version 1 is missing" in str(found[0].message)


def test_a_version_of_a_later_form_is_said_to_be_unverifiable(
    full: Record, tmp_path: Path, path: Path
) -> None:
    tamper(path, "UPDATE version SET chain_form=2 WHERE number=2")
    assert "newer Corrector" in str(verify(full, tmp_path)[0].message)


def test_a_missing_parent_row_is_a_fault_of_the_database(
    full: Record, tmp_path: Path, path: Path
) -> None:
    tamper(path, "INSERT INTO draft VALUES (99, NULL, '', '[]', '[]', 0, '', '')")
    assert kinds(verify(full, tmp_path)) == [(None, "database")]


def test_a_large_record_is_checked_table_by_table_so_that_writers_need_not_wait(
    full: Record, tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_CHECKED_WHOLE", 0)
    checked: list[str] = []
    check = sqlite._faults_of

    def check_and_write(connection: Connection, table: str | None) -> list[str]:
        checked.append(str(table))
        found = check(connection, table)
        connection.rollback()
        with full.writing() as writing:
            add_document(writing, f"during {table}", "D")
        return found

    monkeypatch.setattr(sqlite, "_faults_of", check_and_write)
    assert verify(full, tmp_path) == ()
    assert {"version", "correction", "page", "draft"} < set(checked)
    monkeypatch.setattr(sqlite, "_faults_of", check)
    tamper(path, "INSERT INTO draft VALUES (99, NULL, '', '[]', '[]', 0, '', '')")
    assert kinds(verify(full, tmp_path)) == [(None, "database")]


def test_changed_missing_and_moved_files_are_told_apart(full: Record, tmp_path: Path) -> None:
    (tmp_path / "scan.txt").write_bytes(b"other")
    (tmp_path / "moved").mkdir()
    (tmp_path / "scan.png").rename(tmp_path / "moved" / "renamed.png")
    found = verify(full, tmp_path)
    assert kinds(found) == [("one", "scan-missing"), ("one", "text-file-changed")]
    assert "moved/renamed.png" in str(found[0].message)
    (tmp_path / "moved" / "renamed.png").write_bytes(b"other")
    (tmp_path / "scan.txt").unlink()
    found = verify(full, tmp_path)
    assert kinds(found) == [("one", "scan-missing"), ("one", "text-file-missing")]
    assert "moved" not in str(found[0].message)


def test_a_folder_in_the_place_of_a_scan_is_said_and_nothing_breaks(
    full: Record, tmp_path: Path
) -> None:
    (tmp_path / "scan.png").unlink()
    (tmp_path / "scan.png").mkdir()
    assert kinds(verify(full, tmp_path)) == [("one", "scan-missing")]


def test_memory_does_not_grow_with_the_number_of_versions(
    record: Record, tmp_path: Path, now: datetime
) -> None:
    def peak() -> int:
        tracemalloc.start()
        assert verify(record, tmp_path) == ()
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    def grow(versions: int, label: str) -> None:
        with record.writing() as connection:
            page = add_page(connection, NewPage(add_document(connection, label, ""), label))
            for number in range(versions):
                new = NewVersion(
                    f"{number:04}" * 500,
                    Person("A"),
                    Origin.TOOL,
                    parent=number - 1 if number else None,
                    corrections=corrections_between(f"{number - 1:04}" * 500, f"{number:04}" * 500)
                    if number
                    else (),
                )
                add_version(connection, page, new, now=now)

    grow(110, "some")
    some = peak()
    grow(220, "many")
    assert peak() < 1.3 * some
