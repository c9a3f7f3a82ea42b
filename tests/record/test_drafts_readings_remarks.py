"""Drafts, readings, notes and statuses come back exactly, and keep their rules."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError

from corrector.errors import InputError
from corrector.ocr.words import EngineDescription, Reading, Word
from corrector.record.conflicts import SamePersonError
from corrector.record.drafts import draft_of, drop_draft, pages_with_drafts, put_draft
from corrector.record.entries import Cause, Certainty, Draft, Origin, Person, Statement, Status
from corrector.record.notes import Subject, add_note, notes_of
from corrector.record.packing import packed_words, unpacked_words
from corrector.record.readings import (
    add_reading,
    adopt_reading,
    latest_reading,
    list_readings,
    reading_of,
)
from corrector.record.record import Record
from corrector.record.schema import NOTE, STATUS_CHANGE
from corrector.record.statuses import set_status, status_changes
from corrector.scans.geometry import Box
from corrector.text.marks import Mark
from corrector.text.tokens import Span

TIME = "2026-03-04T05:06:07.890+00:00"
ADA, BEN = Person("Ada Example"), Person("Ben Example")
DRAFT = Draft(
    base=4,
    text="a\u00a0b\u2028𝔄\r\n",
    marks=(Mark("doubtful", Span(0, 1), "Ada Example", TIME, "hm"),),
    statements=(
        Statement(Span(0, 1), Origin.SERIES, Cause.CASE, Certainty.LOW, "e", "n", {"id": "7"}),
        Statement(Span(2, 2)),
    ),
    caret=3,
    author="Ada Example",
    time=TIME,
)
READING = Reading(
    text="SECRET ﬁle",
    words=(
        Word("SECRET", Span(0, 6), Box(1, 2, 30, 40), 0.123456789012345678, 0, 0),
        Word("ﬁle", Span(7, 10), Box(50, 2, 9, 9), None, 1, 1),
    ),
    width=800,
    height=1200,
    engine=EngineDescription("engine", "5.3", ("eng", "deu"), {"psm": "3"}),
)


def test_a_draft_comes_back_with_marks_statements_and_caret(record: Record, page: int) -> None:
    with record.writing() as connection:
        put_draft(connection, page, replace(DRAFT, text="earlier", base=None))
        put_draft(connection, page, DRAFT)
    with record.reading() as connection:
        assert draft_of(connection, page) == DRAFT
        assert pages_with_drafts(connection) == (page,)


def test_a_dropped_draft_is_gone_and_dropping_none_is_no_fault(record: Record, page: int) -> None:
    with record.writing() as connection:
        put_draft(connection, page, DRAFT)
        drop_draft(connection, page)
        drop_draft(connection, page)
        assert draft_of(connection, page) is None
        assert pages_with_drafts(connection) == ()


def test_a_draft_with_what_is_no_character_is_refused_and_the_earlier_one_kept(
    record: Record, page: int
) -> None:
    with record.writing() as connection:
        put_draft(connection, page, DRAFT)
    with pytest.raises(InputError), record.writing() as connection:
        put_draft(connection, page, replace(DRAFT, text="\0"))
    with record.reading() as connection:
        assert draft_of(connection, page) == DRAFT


def test_readings_come_back_exactly_and_a_proposal_is_told_from_an_adopted_one(
    record: Record, page: int, now: datetime
) -> None:
    with record.writing() as connection:
        first = add_reading(connection, page, READING, "aa", now=now, adopted=True)
        newer = replace(READING, text="", words=())
        second = add_reading(connection, page, newer, "bb", now=now, adopted=False)
        assert latest_reading(connection, page) == newer
        assert latest_reading(connection, page, adopted_only=True) == READING
        adopt_reading(connection, second)
        assert latest_reading(connection, page, adopted_only=True) == newer
        assert reading_of(connection, first) == READING
        listed = list_readings(connection, page)
    assert [(one.words, one.scan_sha256, one.adopted) for one in listed] == [
        (2, "aa", True),
        (0, "bb", True),
    ]
    assert listed[0].engine == READING.engine


def test_a_page_without_readings_has_no_latest(record: Record, page: int) -> None:
    with record.reading() as connection:
        assert latest_reading(connection, page) is None


@settings(max_examples=50)
@given(
    st.builds(
        Word,
        st.text(min_size=1),
        st.builds(Span, st.integers(0), st.integers(0)),
        st.builds(Box, st.integers(0), st.integers(0), st.integers(0), st.integers(0)),
        st.none() | st.floats(0, 1),
        st.integers(0),
        st.integers(0),
    )
)
def test_any_word_is_packed_and_unpacked_exactly(word: Word) -> None:
    assert unpacked_words(packed_words([word])) == (word,)


def test_notes_say_what_they_are_about(record: Record, page: int, now: datetime) -> None:
    subjects = (Subject(), Subject(2), Subject(2, correction=0), Subject(2, span=Span(3, 9)))
    with record.writing() as connection:
        for subject in subjects:
            add_note(
                connection, page, "a note", ADA, now=now, subject=subject, details={"cause": "case"}
            )
        found = notes_of(connection, page)
    assert tuple(note.subject for note in found) == subjects
    assert found[0].author == ADA
    assert found[0].time == TIME
    assert dict(found[0].details) == {"cause": "case"}


def test_a_note_on_a_span_needs_its_version(record: Record, page: int, now: datetime) -> None:
    with pytest.raises(ValueError, match="version"), record.writing() as connection:
        add_note(connection, page, "x", ADA, now=now, subject=Subject(span=Span(0, 1)))


@pytest.mark.parametrize("table", [NOTE, STATUS_CHANGE])
def test_notes_and_status_changes_are_never_rewritten(
    record: Record, page: int, now: datetime, table: type[NOTE]
) -> None:
    with record.writing() as connection:
        add_note(connection, page, "x", ADA, now=now)
        set_status(connection, page, Status.PROBLEM, ADA, now=now)
    for change in (update(table).values(time=""), delete(table)):
        with pytest.raises(IntegrityError), record.writing() as connection:
            connection.execute(change)


def test_validating_takes_a_second_person(record: Record, page: int, now: datetime) -> None:
    with record.writing() as connection:
        set_status(connection, page, Status.PROOFREAD, ADA, now=now, note="read twice")
        with pytest.raises(SamePersonError, match="EXAMPLE"):
            set_status(connection, page, Status.VALIDATED, Person(" ada  EXAMPLE"), now=now)
        change = set_status(connection, page, Status.VALIDATED, BEN, now=now, override=True)
        assert not change.overrides
        assert [one.status for one in status_changes(connection, page)] == [
            Status.PROOFREAD,
            Status.VALIDATED,
        ]


def test_an_override_is_recorded(record: Record, page: int, now: datetime) -> None:
    with record.writing() as connection:
        set_status(connection, page, Status.PROOFREAD, ADA, now=now)
        set_status(connection, page, Status.VALIDATED, ADA, now=now, note="alone", override=True)
        last = status_changes(connection, page)[-1]
    assert (last.status, last.overrides, last.note) == (Status.VALIDATED, True, "alone")


def test_two_people_of_one_name_are_told_apart_by_their_identifiers(
    record: Record, page: int, now: datetime
) -> None:
    with record.writing() as connection:
        set_status(connection, page, Status.PROOFREAD, Person("J. Doe", "1"), now=now)
        set_status(connection, page, Status.VALIDATED, Person("J. Doe", "2"), now=now)
        set_status(connection, page, Status.PROOFREAD, ADA, now=now)
        with pytest.raises(SamePersonError):
            set_status(connection, page, Status.VALIDATED, Person("Ada Example", "3"), now=now)
