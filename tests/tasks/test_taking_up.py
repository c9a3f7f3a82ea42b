"""Taking pages up: claimed or to be read, and nobody's unsaved typing is replaced by another's."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from postgresql_server import Server

from corrector.errors import OutputError
from corrector.record import claims
from corrector.record.entries import Draft, Origin, Person, Statement
from corrector.tasks.collection import Collection
from corrector.tasks.desk import keep_draft, lay_out
from corrector.tasks.joined_drafts import with_joined, without_joined
from corrector.tasks.judging import notes_of
from corrector.tasks.left_typing import LeftTypingError, keep_left_typing
from corrector.tasks.opening import open_for_work
from corrector.tasks.places import Place, place_of
from corrector.tasks.remembering import history_of
from corrector.tasks.saving import Saving, save
from corrector.tasks.sharing import changed_pages
from corrector.tasks.taking_up import put_down, take_up
from corrector.text.tokens import Span

ADA, BEN = "Ada Example", "Ben Example"


@pytest.fixture
def place(postgresql: Server, tmp_path: Path) -> Place:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text("as it was read", encoding="utf-8")
    return place_of(f"{postgresql.new_database()}&scans={tmp_path}")


@pytest.fixture
def ada(place: Place) -> Iterator[Collection]:
    with open_for_work(place, ADA) as opened:
        yield opened


@pytest.fixture
def ben(place: Place, ada: Collection) -> Iterator[Collection]:
    assert ada.writable
    with open_for_work(place, BEN) as opened:
        yield opened


def typed(text: str, author: str, base: int = 0) -> Draft:
    return Draft(base, text, (), (), 0, author, "2026-03-04T05:06:07+00:00")


def test_a_page_is_claimed_with_its_content_and_the_one_before_is_given_back(
    ada: Collection, ben: Collection
) -> None:
    first, second = (page.id for page in ada.pages())
    assert take_up(ada, first).access.claimed
    keep_draft(ada, first, typed("ada types", ADA))
    seen = take_up(ben, first)
    assert (seen.access.open, seen.draft) == (False, None)
    assert seen.access.holder is not None
    assert seen.access.holder.owner == ADA
    assert take_up(ada, second).access.open
    assert set(changed_pages(ben, None).claims) == {second}
    found = take_up(ben, first)
    assert found.access.claimed
    assert found.draft is not None
    assert (found.draft.text, found.draft.author) == ("ada types", ADA)


def test_a_page_that_was_put_down_is_free_for_others(ada: Collection, ben: Collection) -> None:
    first = ada.pages()[0].id
    take_up(ada, first)
    assert put_down(ada, first).access.given_back
    assert take_up(ben, first).access.claimed
    assert take_up(ada, first, take_over=True).access.claimed
    assert take_up(ben, first).access.holder is not None


def test_a_page_that_cannot_be_claimed_for_another_reason_is_given_to_be_read(
    ada: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OutputError("no more connections")

    monkeypatch.setattr(claims, "claim", refuse)
    monkeypatch.setattr(claims, "release_all", refuse)
    content = take_up(ada, ada.pages()[0].id)
    assert (content.access.open, content.access.given_back) == (False, False)
    assert isinstance(content.access.failure, OutputError)
    assert content.newest is not None


def test_no_draft_takes_the_place_of_another_persons(ada: Collection, ben: Collection) -> None:
    page = ada.pages()[0]
    keep_draft(ada, page.id, typed("ada types", ADA))
    with pytest.raises(LeftTypingError, match=ADA):
        keep_draft(ben, page.id, typed("ben types", BEN))
    kept = keep_left_typing(ben, page, BEN)
    assert kept is not None
    assert (kept.author, kept.text) == (Person(ADA), "ada types")
    keep_draft(ben, page.id, typed("ben types", BEN, base=1))
    assert keep_left_typing(ben, page, BEN) is None
    draft = lay_out(ben, page.id).draft
    assert draft is not None
    assert draft.author == BEN


def test_left_typing_that_a_newer_version_overtook_is_kept_whole_as_a_note_of_hers(
    ada: Collection, ben: Collection
) -> None:
    page = ada.pages()[0]
    keep_draft(ada, page.id, typed("ada types", ADA))
    save(ben, page, Saving("by a command", Person(BEN)), keep_draft=True)
    assert keep_left_typing(ben, page, BEN) is None
    assert [one.text for one in history_of(ben, page)] == ["as it was read", "by a command"]
    (note,) = notes_of(ben, page)
    assert (note.text, note.author.name) == ("ada types", ADA)
    assert lay_out(ben, page.id).draft is None


def test_a_draft_remembers_that_a_version_was_joined_into_it(
    ada: Collection, ben: Collection
) -> None:
    page = ada.pages()[0]
    spoken = (Statement(Span(0, 3), note="of her own"),)
    joined = replace(typed("ada joins", ADA), statements=with_joined(spoken, 7))
    keep_draft(ada, page.id, joined)
    draft = lay_out(ada, page.id).draft
    assert draft is not None
    assert without_joined(draft.statements) == (spoken, 7)
    assert without_joined(with_joined(spoken, None)) == (spoken, None)
    kept = keep_left_typing(ben, page, BEN)
    assert kept is not None
    assert (kept.origin, kept.details["joined"]) == (Origin.MERGED, "7")


def test_left_typing_stays_where_it_is_when_keeping_it_fails(
    ada: Collection, ben: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    from corrector.record import saving

    page = ada.pages()[0]
    keep_draft(ada, page.id, typed("ada types", ADA))

    def fail(*_: object, **__: object) -> None:
        raise OutputError("gone half-way")

    monkeypatch.setattr(saving, "drop_draft", fail)
    with pytest.raises(OutputError):
        keep_left_typing(ben, page, BEN)
    draft = lay_out(ben, page.id).draft
    assert draft is not None
    assert draft.text == "ada types"
    assert len(history_of(ben, page)) == 1
