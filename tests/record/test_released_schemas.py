"""A record of every released schema opens, with all that was in it."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from corrector.errors import OutputError
from corrector.record import drafts, notes, readings, versions
from corrector.record.entries import Cause, Origin, Status
from corrector.record.integrity import verify
from corrector.record.migrating import NEWEST
from corrector.record.pages import list_pages
from corrector.record.record import Record

FIXTURES = Path(__file__).with_name("fixtures")
CHAIN = "1253d9c7fb1bc1bfef648cf21f39a401c9e04fd74c55c7214ce38cb220ce2857"


@pytest.mark.parametrize("schema", range(1, NEWEST + 1))
def test_a_record_of_each_schema_is_kept_and_opens(schema: int, tmp_path: Path) -> None:
    path = tmp_path / "corrections.corrector"
    shutil.copy(FIXTURES / f"{schema:04d}.corrector", path)
    with Record.open(path, create=False) as record:
        assert {problem.kind for problem in verify(record, tmp_path)} == {
            "scan-missing",
            "text-file-missing",
        }


def test_all_that_the_first_schema_held_is_there(tmp_path: Path) -> None:
    path = tmp_path / "corrections.corrector"
    shutil.copy(FIXTURES / "0001.corrector", path)
    with Record.open(path, create=False) as record, record.reading() as connection:
        one, two = list_pages(connection)
        first, second = versions.history(connection, one.id)
        draft = drafts.draft_of(connection, one.id)
        reading = readings.latest_reading(connection, two.id)
        (note,) = notes.notes_of(connection, one.id)
    assert (one.status, one.versions, two.versions) == (Status.PROOFREAD, 2, 0)
    assert first.text == "Tne FAITHSIN Act\nof 1\u00a0May"
    assert [fix.cause for fix in second.corrections] == [
        Cause.MISREAD_CHARACTER,
        Cause.JOINED,
        Cause.OMITTED,
    ]
    assert second.corrections[0].origin is Origin.CANDIDATE
    assert second.marks[0].note == "or FAITH?"
    assert second.chain == CHAIN
    assert draft is not None
    assert draft.text == second.text + "!"
    assert reading is not None
    assert reading.words[0].confidence == 0.5
    assert note.subject.version == 1


def test_rows_and_columns_that_this_program_does_not_know_survive(tmp_path: Path) -> None:
    path = tmp_path / "corrections.corrector"
    shutil.copy(FIXTURES / "0001.corrector", path)
    theirs = sqlite3.connect(path)
    theirs.execute("CREATE TABLE extra (word TEXT)")
    theirs.execute("INSERT INTO extra VALUES ('kept')")
    theirs.execute("ALTER TABLE page ADD COLUMN extra TEXT DEFAULT 'kept'")
    theirs.commit()
    with Record.open(path, create=False) as record, record.writing() as connection:
        assert len(list_pages(connection)) == 2
        drafts.drop_draft(connection, 1)
    assert theirs.execute("SELECT word FROM extra").fetchall() == [("kept",)]
    assert theirs.execute("SELECT extra FROM page").fetchall() == [("kept",)] * 2
    theirs.close()


@pytest.mark.parametrize("schema", range(1, NEWEST + 1))
def test_a_record_of_each_schema_can_be_looked_at_without_a_trace(
    schema: int, tmp_path: Path
) -> None:
    path = tmp_path / "corrections.corrector"
    shutil.copy(FIXTURES / f"{schema:04d}.corrector", path)
    before = path.read_bytes()
    with Record.open(path, create=False, read_only=True) as record:
        with record.reading() as connection:
            assert len(list_pages(connection)) == 2
        with pytest.raises(OutputError, match="reading only"), record.writing():
            pass
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_what_the_third_schema_says_of_marks_is_there(tmp_path: Path) -> None:
    path = tmp_path / "corrections.corrector"
    shutil.copy(FIXTURES / "0003.corrector", path)
    with Record.open(path, create=False) as record, record.reading() as connection:
        *_, newest = versions.history(connection, 1)
        draft = drafts.draft_of(connection, 1)
    (gap,) = (mark for mark in newest.marks if mark.kind == "gap")
    assert (gap.kind, gap.span.length, gap.value("unit"), gap.note) == (
        "gap",
        0,
        "lines",
        "torn off",
    )
    assert draft is not None
    assert draft.marks == (gap,)


def test_a_field_of_a_mark_that_was_changed_behind_our_back_is_found(tmp_path: Path) -> None:
    path = tmp_path / "corrections.corrector"
    shutil.copy(FIXTURES / "0003.corrector", path)
    theirs = sqlite3.connect(path)
    theirs.execute("DROP TRIGGER mark_no_update")
    theirs.execute("UPDATE mark SET fields = replace(fields, '2', '9') WHERE kind = 'gap'")
    theirs.commit()
    theirs.close()
    with Record.open(path, create=False) as record:
        assert "chain" in {problem.kind for problem in verify(record, tmp_path)}
