"""A proposal that was gone through is not open any more, whether anything was taken or not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from corrector.errors import OutputError
from corrector.ocr.words import EngineDescription, Reading
from corrector.record import readings
from corrector.tasks.clock import now
from corrector.tasks.collection import Collection
from corrector.tasks.desk import lay_out
from corrector.tasks.opening import open_for_work
from corrector.tasks.settling_proposals import settle_proposal

READING = Reading("new text", (), 40, 60, EngineDescription("told", "1", ("eng",)))


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    folder = tmp_path / "letter"
    folder.mkdir()
    Image.new("L", (40, 60), 255).save(folder / "p1.png")
    (folder / "p1.txt").write_text("old text", "utf-8")
    with open_for_work(folder, "Ada Example") as opened:
        propose(opened)
        yield opened


def propose(collection: Collection) -> None:
    page = collection.pages()[0]
    with collection.record.writing() as connection:
        readings.add_reading(connection, page.id, READING, "", now=now(), adopted=False)


def is_offered(collection: Collection) -> bool:
    return lay_out(collection, collection.pages()[0].id).proposal


def adopted(collection: Collection) -> list[bool]:
    with collection.record.reading() as connection:
        stored = readings.list_readings(connection, collection.pages()[0].id)
    return [one.adopted for one in stored]


def test_what_was_taken_is_adopted(collection: Collection) -> None:
    assert is_offered(collection)
    settle_proposal(collection, collection.pages()[0].id, taken=True)
    assert not is_offered(collection)
    assert adopted(collection) == [True]


def test_what_was_declined_is_not_adopted_and_yet_not_offered_again(
    collection: Collection,
) -> None:
    settle_proposal(collection, collection.pages()[0].id, taken=False)
    assert not is_offered(collection)
    assert adopted(collection) == [False]


def test_the_next_reading_is_a_proposal_of_its_own(collection: Collection) -> None:
    settle_proposal(collection, collection.pages()[0].id, taken=False)
    propose(collection)
    assert is_offered(collection)


def test_settling_twice_or_without_a_proposal_changes_nothing(collection: Collection) -> None:
    settle_proposal(collection, collection.pages()[0].id, taken=True)
    settle_proposal(collection, collection.pages()[0].id, taken=False)
    assert adopted(collection) == [True]


def test_where_it_cannot_be_remembered_it_is_offered_again(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OutputError("the disk is full")

    monkeypatch.setattr("corrector.tasks.settling_proposals.decline_reading", full)
    with pytest.raises(OutputError):
        settle_proposal(collection, collection.pages()[0].id, taken=False)
    assert is_offered(collection)
