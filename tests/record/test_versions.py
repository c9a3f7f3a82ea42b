"""Versions: append-only, conflict-safe, hashed, and exact to the last code point."""

import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, text, update
from sqlalchemy.exc import IntegrityError

from corrector.errors import InputError, OutputError
from corrector.record import saving, versions
from corrector.record.conflicts import ConflictError
from corrector.record.corrections import corrections_between
from corrector.record.drafts import draft_of, put_draft
from corrector.record.entries import Draft, Origin, Person, Version
from corrector.record.integrity import verify
from corrector.record.pages import NewPage, add_document, add_page
from corrector.record.record import Record
from corrector.record.saving import save_version
from corrector.record.schema import CORRECTION, MARK, VERSION
from corrector.record.versions import NewVersion
from corrector.text.marks import Mark
from corrector.text.tokens import Span

ADA = Person("Ada Example")
NOW = datetime(2026, 3, 4, 5, 6, 7, 890_000, UTC)
EXACT = "a\u00a0b\u2028c e\u0301 𝔄ſ\r\nlast\ttab \x0c end\n"


def next_version(record: Record, page: int, text_now: str, **changes: object) -> Version | None:
    with record.reading() as connection:
        parent = versions.latest(connection, page)
    new = NewVersion(
        text=text_now,
        author=ADA,
        origin=Origin.TYPED,
        parent=None if parent is None else parent.number,
        corrections=corrections_between(parent.text, text_now) if parent else (),
    )
    return save_version(record, page, replace(new, **changes), now=NOW)


def test_a_text_comes_back_exactly_as_it_was_saved(record: Record, page: int) -> None:
    saved = next_version(record, page, EXACT)
    assert saved is not None
    assert saved.text == EXACT
    assert saved.number == 0
    assert saved.time == "2026-03-04T05:06:07.890+00:00"


def test_versions_carry_corrections_marks_and_details(record: Record, page: int) -> None:
    next_version(record, page, "tne cat", origin=Origin.RECOGNISED, details={"engine": "x"})
    mark = Mark("doubtful", Span(0, 3), "Ada Example", "2026-03-04T05:06:07+00:00", "or thee?")
    saved = next_version(record, page, "the cat", marks=(mark,), note="why", evidence="scan")
    with record.reading() as connection:
        first, second = versions.history(connection, page)
        assert versions.latest(connection, page) == second == saved
        assert versions.text_of(connection, page) == "the cat"
    assert dict(first.details) == {"engine": "x"}
    assert second.marks == (mark,)
    assert second.corrections == corrections_between("tne cat", "the cat")
    assert (second.note, second.evidence, second.parent) == ("why", "scan", 0)


def test_an_empty_save_makes_no_version_but_a_moved_mark_does(record: Record, page: int) -> None:
    next_version(record, page, "same")
    assert next_version(record, page, "same") is None
    assert next_version(record, page, "same", marks=(Mark("confirmed", Span(0, 4), "A", ""),))


def test_a_text_made_from_an_older_version_is_refused_and_names_the_newer(
    record: Record, page: int
) -> None:
    next_version(record, page, "zero")
    next_version(record, page, "one")
    with pytest.raises(ConflictError) as caught:
        next_version(record, page, "other", parent=0)
    assert caught.value.newer == 1
    with pytest.raises(ConflictError):
        next_version(record, page, "other", parent=None)


@pytest.mark.parametrize("code", [0, 0xD800, 0xDFFF])
def test_what_is_no_character_is_refused_with_its_line(
    record: Record, page: int, code: int
) -> None:
    with pytest.raises(InputError, match=f"Line 2.*{code:04X}"):
        next_version(record, page, f"fine\nnot {chr(code)}")


def test_corrections_that_do_not_lead_to_the_text_are_our_own_mistake(
    record: Record, page: int
) -> None:
    next_version(record, page, "zero")
    with pytest.raises(ValueError, match="do not lead"):
        next_version(record, page, "one", corrections=())
    with record.reading() as connection:
        assert versions.latest_number(connection, page) == 0


@pytest.mark.parametrize("table", [VERSION, CORRECTION, MARK])
def test_the_database_refuses_to_change_or_delete_history(
    record: Record, page: int, table: type[VERSION]
) -> None:
    next_version(record, page, "tne cat")
    next_version(record, page, "the cat", marks=(Mark("confirmed", Span(0, 3), "A", ""),))
    for change in (update(table).values(id=99), delete(table)):
        with pytest.raises(IntegrityError, match="stay as they are"), record.writing() as writing:
            writing.execute(change)


def test_saving_drops_the_draft_in_the_same_transaction(record: Record, page: int) -> None:
    draft = Draft(None, "typed", (), (), 5, "Ada", "2026-03-04T05:06:07+00:00")
    with record.writing() as connection:
        put_draft(connection, page, draft)
    next_version(record, page, "typed")
    with record.reading() as connection:
        assert draft_of(connection, page) is None


def test_what_does_not_read_back_as_it_was_written_is_not_called_saved(
    record: Record, page: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "version", lambda *_given: None)
    with pytest.raises(OutputError, match="did not give back"):
        next_version(record, page, "text")


def test_a_draft_that_is_not_what_is_saved_can_be_kept(record: Record, page: int) -> None:
    draft = Draft(None, "typed", (), (), 5, "Ada", "2026-03-04T05:06:07+00:00")
    with record.writing() as connection:
        put_draft(connection, page, draft)
    save_version(record, page, NewVersion("read", ADA, Origin.RECOGNISED), now=NOW, keep_draft=True)
    with record.reading() as connection:
        assert draft_of(connection, page) == draft


def test_first_versions_of_many_pages_are_hashed_like_single_ones(
    record: Record, page: int, now: datetime, tmp_path: Path
) -> None:
    with record.writing() as connection:
        document = add_document(connection, "more", "More")
        other = add_page(connection, NewPage(document, "more/1"))
        new = NewVersion("text", ADA, Origin.IMPORTED)
        versions.add_first_versions(connection, [(page, new), (other, new)], now=now)
    assert {problem.kind for problem in verify(record, tmp_path)} == {"scan-missing"}


def test_of_two_savers_at_once_one_wins_and_the_other_is_told(record: Record, page: int) -> None:
    next_version(record, page, "zero")
    outcomes: list[str] = []

    def save(text_now: str) -> None:
        try:
            next_version(
                record, page, text_now, parent=0, corrections=corrections_between("zero", text_now)
            )
            outcomes.append("saved")
        except ConflictError:
            outcomes.append("conflict")

    threads = [threading.Thread(target=save, args=(f"text {n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["conflict"] * 3 + ["saved"]


def test_an_unnamed_zone_is_refused(record: Record, page: int) -> None:
    new = NewVersion("text", ADA, Origin.TYPED)
    with pytest.raises(ValueError, match="zone"):
        save_version(record, page, new, now=datetime(2026, 1, 1))


@settings(max_examples=8, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))))
def test_any_sequence_of_texts_keeps_a_sound_history(texts: list[str]) -> None:
    with Record.in_memory() as record:
        with record.writing() as connection:
            document = add_document(connection, "d", "D")
            page = add_page(connection, NewPage(document, "p"))
        for one in texts:
            next_version(record, page, one)
        with record.reading() as connection:
            kept = [found.text for found in versions.history(connection, page)]
            assert connection.execute(text("SELECT count(*) FROM version")).scalar() == len(kept)
        wanted = [one for at, one in enumerate(texts) if at == 0 or one != texts[at - 1]]
        assert kept == wanted
