"""A series is changed and taken back, each page wholly or not at all."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from postgresql_server import Server

from corrector.errors import InputError, OutputError
from corrector.record import drafts, versions
from corrector.record.entries import Draft, Origin, Status, Version
from corrector.tasks import series_outcomes
from corrector.tasks.changing_series import Series, change_series
from corrector.tasks.clock import now
from corrector.tasks.collection import Collection
from corrector.tasks.opening import open_for_work
from corrector.tasks.places import place_of
from corrector.tasks.progress import CancelToken, WatchedProgress
from corrector.tasks.saving import Saving, save, version_of
from corrector.tasks.series_outcomes import Fate
from corrector.tasks.series_rule import SeriesRule
from corrector.tasks.sharing import claim_page
from corrector.tasks.taking_back_series import pages_of_series, take_back_series
from corrector.text.marks import Mark
from corrector.text.tokens import Span
from tests.tasks.series_letters import (
    ADA,
    BAVE,
    BEN,
    TEXTS,
    fates,
    found_in,
    make_letters,
    numbers_of,
    text_of,
)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with open_for_work(make_letters(tmp_path), ADA.name) as opened:
        yield opened


def test_every_page_gets_one_version_that_tells_of_the_series(collection: Collection) -> None:
    series = Series(BAVE, ADA, scope="collection", note="the type wheel was worn")
    outcomes = change_series(collection, found_in(collection), series)
    assert fates(outcomes) == [("p1", Fate.DONE), ("p3", Fate.DONE), ("p4", Fate.DONE)]
    assert text_of(collection, 1) == "WE HAVE SEEN (HAVE), TOO.\nHAVE!\n"
    assert text_of(collection, 3) == "😀😀 \U00010400 HAVE bave BAVELOCK\n"
    assert text_of(collection, 4) == "AND “HAVE” AGAIN\n"
    assert numbers_of(collection) == [1, 0, 1, 1]
    made = version_of(collection, collection.pages()[0], None)
    assert made.origin is Origin.SERIES
    assert (made.author, made.note) == (ADA, "the type wheel was worn")
    assert dict(made.details) == {
        "series": series.identifier,
        "wrong": "BAVE",
        "right": "HAVE",
        "scope": "collection",
        "places": "3-7 14-18 26-30",
    }
    assert [one.origin for one in made.corrections] == [Origin.SERIES] * 3
    assert {one.details["series"] for one in made.corrections} == {series.identifier}
    assert collection.pages()[0].status is Status.IN_PROGRESS


def test_only_ticked_places_are_changed_and_marks_stay_in_their_places(
    collection: Collection,
) -> None:
    page = collection.pages()[0]
    at = TEXTS[0].index("TOO")
    mark = Mark("confirmed", Span(at, at + 3), ADA.name, "2026-01-02T03:04:05+00:00")
    save(collection, page, Saving(TEXTS[0], ADA, marks=(mark,)))
    found = found_in(collection, SeriesRule("BAVE", "BEHAVE"))[0]
    ticked = replace(found, places=found.places[1:2])
    change_series(collection, [ticked], Series(SeriesRule("BAVE", "BEHAVE"), ADA))
    made = version_of(collection, page, None)
    assert made.text == "WE BAVE SEEN (BEHAVE), TOO.\nBAVE!\n"
    assert [one.span.of(made.text) for one in made.marks] == ["TOO"]


def test_any_case_changes_each_place_in_its_own_case(collection: Collection) -> None:
    rule = SeriesRule("BAVE", "HAVE", any_case=True)
    change_series(collection, found_in(collection, rule), Series(rule, ADA))
    assert text_of(collection, 3) == "😀😀 \U00010400 HAVE have BAVELOCK\n"
    assert version_of(collection, collection.pages()[2], None).details["case"] == "any"


def test_a_page_that_changed_meanwhile_is_left_and_named(collection: Collection) -> None:
    found = found_in(collection)
    save(collection, collection.pages()[2], Saving("BAVE, typed since\n", BEN))
    outcomes = change_series(collection, found, Series(BAVE, ADA))
    assert fates(outcomes) == [("p1", Fate.DONE), ("p3", Fate.OTHER_TEXT), ("p4", Fate.DONE)]
    assert text_of(collection, 3) == "BAVE, typed since\n"


def test_a_page_with_unsaved_typing_is_left_and_the_typing_kept(collection: Collection) -> None:
    page = collection.pages()[2]
    draft = Draft(0, "typing", (), (), 0, ADA.name, now().isoformat())
    with collection.record.writing() as connection:
        drafts.put_draft(connection, page.id, draft)
    outcomes = change_series(collection, found_in(collection), Series(BAVE, ADA))
    assert fates(outcomes)[1] == ("p3", Fate.UNSAVED)
    assert text_of(collection, 3) == TEXTS[2]
    with collection.record.reading() as connection:
        assert drafts.draft_of(connection, page.id) == draft


def test_a_version_saved_between_looking_and_writing_wins(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def saved_first(*arguments: object, **keywords: object) -> Version | None:
        monkeypatch.undo()
        save(collection, collection.pages()[0], Saving("quicker\n", BEN))
        return save(*arguments, **keywords)  # type: ignore[arg-type]

    found = found_in(collection)
    monkeypatch.setattr(series_outcomes, "save", saved_first)
    outcomes = change_series(collection, found, Series(BAVE, ADA))
    assert fates(outcomes)[0] == ("p1", Fate.OTHER_TEXT)
    assert text_of(collection, 1) == "quicker\n"


@pytest.mark.parametrize("working_saves", [0, 1, 2])
def test_a_disk_that_fails_half_way_leaves_whole_pages_and_says_which(
    collection: Collection, monkeypatch: pytest.MonkeyPatch, working_saves: int
) -> None:
    left = [working_saves]

    def full(*arguments: object, **keywords: object) -> object:
        if not left[0]:
            raise OutputError("the disk is full")
        left[0] -= 1
        return written(*arguments, **keywords)  # type: ignore[arg-type]

    written = versions.write_versions
    found = found_in(collection)
    monkeypatch.setattr(versions, "write_versions", full)
    outcomes = change_series(collection, found, Series(BAVE, ADA))
    monkeypatch.undo()
    expected = [Fate.DONE] * working_saves + [Fate.FAILED] + [Fate.NOT_REACHED] * 2
    assert [fate for _, fate in fates(outcomes)] == expected[:3]
    assert outcomes[working_saves].error is not None
    for one in outcomes:
        number = one.page.number
        changed = TEXTS[number - 1].replace("BAVE", "HAVE").replace("HAVELOCK", "BAVELOCK")
        assert text_of(collection, number) == (
            changed if one.fate is Fate.DONE else TEXTS[number - 1]
        )


def test_a_failure_after_the_version_was_written_does_not_deny_it(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OutputError("the disk is full")

    monkeypatch.setattr("corrector.record.statuses.set_status", full)
    outcomes = change_series(collection, found_in(collection), Series(BAVE, ADA))
    assert [one.fate for one in outcomes] == [Fate.DONE, Fate.NOT_REACHED, Fate.NOT_REACHED]
    assert outcomes[0].error is not None
    assert outcomes[0].version is not None
    assert text_of(collection, 1) == TEXTS[0].replace("BAVE", "HAVE")


def test_a_record_that_cannot_be_read_stops_the_series_and_says_so(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise InputError("the share is gone")

    found = found_in(collection)
    monkeypatch.setattr("corrector.tasks.changing_series.state_of", gone)
    outcomes = change_series(collection, found, Series(BAVE, ADA))
    assert [one.fate for one in outcomes] == [Fate.FAILED, Fate.NOT_REACHED, Fate.NOT_REACHED]


def test_a_person_who_stops_it_is_told_what_was_not_reached(collection: Collection) -> None:
    token = CancelToken()
    token.cancel()
    progress = WatchedProgress(token)
    outcomes = change_series(collection, found_in(collection), Series(BAVE, ADA), progress)
    assert {one.fate for one in outcomes} == {Fate.NOT_REACHED}
    assert numbers_of(collection) == [0, 0, 0, 0]


def test_a_series_is_taken_back_where_nothing_was_saved_since(collection: Collection) -> None:
    series = Series(BAVE, ADA)
    change_series(collection, found_in(collection), series)
    save(collection, collection.pages()[3], Saving("AND “HAVE” ONCE MORE\n", BEN))
    pages = pages_of_series(collection, collection.pages(), series.identifier)
    assert [one.label for one in pages] == ["p1", "p3", "p4"]
    outcomes = take_back_series(collection, pages, series.identifier, BEN)
    assert fates(outcomes) == [("p1", Fate.DONE), ("p3", Fate.DONE), ("p4", Fate.OTHER_TEXT)]
    assert [text_of(collection, number) for number in (1, 3)] == [TEXTS[0], TEXTS[2]]
    assert text_of(collection, 4) == "AND “HAVE” ONCE MORE\n"
    restored = version_of(collection, collection.pages()[0], None)
    assert (restored.number, restored.origin, restored.author) == (2, Origin.RESTORED, BEN)
    assert dict(restored.details) == {"restored": "0", "series": series.identifier}
    again = take_back_series(collection, pages, series.identifier, BEN)
    assert {one.fate for one in again} == {Fate.OTHER_TEXT}


def test_taking_back_leaves_unsaved_typing(collection: Collection) -> None:
    series = Series(BAVE, ADA)
    change_series(collection, found_in(collection), series)
    page = collection.pages()[0]
    draft = Draft(1, "typing", (), (), 0, ADA.name, now().isoformat())
    with collection.record.writing() as connection:
        drafts.put_draft(connection, page.id, draft)
    (outcome,) = take_back_series(collection, [page], series.identifier, ADA)
    assert (outcome.fate, outcome.places) == (Fate.UNSAVED, 3)
    assert text_of(collection, 1) == TEXTS[0].replace("BAVE", "HAVE")


def test_a_page_that_somebody_else_edits_is_left_and_named(
    postgresql: Server, tmp_path: Path
) -> None:
    for name in ("p1", "p2"):
        (tmp_path / f"{name}.txt").write_text("WE BAVE IT\n", "utf-8")
    place = place_of(f"{postgresql.new_database()}&scans={tmp_path}")
    with open_for_work(place, ADA.name) as ada, open_for_work(place, BEN.name) as ben:
        claim_page(ben, ben.pages()[0])
        outcomes = change_series(ada, found_in(ada), Series(BAVE, ADA))
        assert fates(outcomes) == [("p1", Fate.CLAIMED), ("p2", Fate.DONE)]
        assert BEN.name in str(outcomes[0].error)
        assert text_of(ada, 1) == "WE BAVE IT\n"
        assert text_of(ada, 2) == "WE HAVE IT\n"
