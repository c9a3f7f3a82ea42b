"""Two people work on one collection: pages claimed, drafts safe, what the other did is seen."""

from pathlib import Path

import pytest
from postgresql_server import Server

from corrector.errors import InputError
from corrector.record.entries import Draft, Person
from corrector.tasks.desk import discard_draft, keep_draft, lay_out
from corrector.tasks.opening import look_at, open_for_work
from corrector.tasks.places import Place, SharedPlace, place_of
from corrector.tasks.saving import Saving, save
from corrector.tasks.sharing import ClaimedError, changed_pages, claim_page, release_page
from corrector.tasks.verifying import verify_collection

ADA, BEN = Person("Ada Example"), Person("Ben Example")


@pytest.fixture
def place(postgresql: Server, tmp_path: Path) -> Place:
    """A new database, and a folder with two texts."""
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"text of {name}\n", encoding="utf-8")
    return place_of(f"{postgresql.new_database()}&scans={tmp_path}")


def typed(text: str) -> Draft:
    return Draft(0, text, (), (), 0, "somebody", "")


def test_two_people_work_on_pages_of_their_own_and_see_each_other(place: Place) -> None:
    with open_for_work(place, "Ada Example") as ada, open_for_work(place, "Ben Example") as ben:
        assert ada.writable
        first, second = ada.pages()
        seen = changed_pages(ben, None)
        mine = claim_page(ada, first)
        claim_page(ben, second)
        keep_draft(ada, first.id, typed("ada types"))
        with pytest.raises(ClaimedError, match="Ada Example"):
            claim_page(ben, first)
        with pytest.raises(ClaimedError):
            keep_draft(ben, first.id, typed("ben types"))
        with pytest.raises(ClaimedError):
            discard_draft(ben, first.id)
        with pytest.raises(ClaimedError):
            save(ben, first, Saving("ben saves", BEN))
        draft = lay_out(ben, first.id).draft
        assert draft is not None
        assert draft.text == "ada types"
        assert save(ada, first, Saving("ada saves", ADA))
        news = changed_pages(ben, seen.until)
        assert news.pages == {first.id, second.id}
        assert {page: one.owner for page, one in news.claims.items()} == {first.id: "Ada Example"}
        release_page(ada, mine)
        assert changed_pages(ben, news.until).claims == {}
        assert claim_page(ben, first).owner == "Ben Example"


def test_looking_leaves_an_empty_database_empty_and_sees_the_folder(place: Place) -> None:
    with look_at(place) as looked:
        assert (len(looked.pages()), looked.writable) == (2, False)
    with look_at(place) as looked:
        assert looked.record.path is None
    with open_for_work(place, "Ada Example") as opened:
        identifier = opened.record.identifier
    with look_at(place) as looked:
        assert looked.record.identifier == identifier
        assert not looked.writable
        assert changed_pages(looked, None).claims == {}
    assert verify_collection(place) == ()


def test_a_folder_of_scans_that_is_not_there_is_said(place: Place, tmp_path: Path) -> None:
    assert isinstance(place, SharedPlace)
    for opening in (look_at, lambda gone: open_for_work(gone, "Ada Example")):
        with pytest.raises(InputError, match="does not exist"):
            opening(SharedPlace(place.address, tmp_path / "gone"))
