"""Dividing one text among the pages of a document, with an engine that reads what it is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from corrector.errors import CancelledError, InputError
from corrector.linking.align import align
from corrector.ocr.engine import RecognitionError
from corrector.ocr.layout import FoundWord, lay_out
from corrector.ocr.words import EngineDescription, Reading
from corrector.scans.geometry import Box
from corrector.scans.listing import ScanSource
from corrector.tasks.collection import Collection
from corrector.tasks.dividing import propose_division
from corrector.tasks.opening import open_for_work
from corrector.tasks.progress import CancelToken
from corrector.tasks.witness import latest_reading

PAGES = {
    "p1.png": "The harbour was closed at noon\nand the ships were sent away",
    "p2.png": "- 2 -\nNobody knew when it would open\nnor who had given the order",
    "p3.png": "- 3 -\nThe consul wrote to his minister\nand waited for an answer",
}
TEXT = "\n".join(PAGES.values()) + "\n"


class ToldEngine:
    """Reads on each scan what `PAGES` says, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def recognise(
        self, source: ScanSource, languages: tuple[str, ...], *, time_limit: float
    ) -> Reading:
        del time_limit
        self.asked.append(source.path.name)
        found = [
            FoundWord(word, Box(100 * place, 50 * row, 90, 40), 0.9, 1, 1, row)
            for row, line in enumerate(PAGES[source.path.name].split("\n"))
            for place, word in enumerate(line.split())
        ]
        text, words = lay_out(found)
        return Reading(text, words, 2000, 3000, self.describe(languages))

    def installed_languages(self) -> tuple[str, ...]:
        return ("eng",)

    def describe(self, languages: tuple[str, ...]) -> EngineDescription:
        return EngineDescription("told", "1", languages)


class BlindEngine(ToldEngine):
    """Fails on the second scan."""

    def recognise(
        self, source: ScanSource, languages: tuple[str, ...], *, time_limit: float
    ) -> Reading:
        if source.path.name == "p2.png":
            raise RecognitionError("“{path}” is dark", path=str(source.path))
        return super().recognise(source, languages, time_limit=time_limit)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    folder = tmp_path / "letter"
    folder.mkdir()
    for name in PAGES:
        Image.new("L", (40, 60), 255).save(folder / name)
    with open_for_work(folder, "Ada Example") as opened:
        yield opened


def test_each_page_is_offered_the_lines_that_stand_on_its_scan(collection: Collection) -> None:
    parts = propose_division(
        collection, collection.pages(), TEXT, languages=None, time_limit=5, engine=ToldEngine()
    )
    assert [part.span.of(TEXT).strip() for part in parts] == list(PAGES.values())
    assert all(part.confidence > 0.9 for part in parts)


def test_scans_are_read_once_and_their_readings_are_kept(collection: Collection) -> None:
    engine = ToldEngine()
    for _ in range(2):
        propose_division(
            collection, collection.pages(), TEXT, languages=None, time_limit=5, engine=engine
        )
    assert engine.asked == list(PAGES)
    reading = latest_reading(collection, collection.pages()[0])
    assert reading is not None
    assert all(link.words for link in align(PAGES["p1.png"], reading))


def test_a_scan_that_cannot_be_read_is_reported_and_what_was_read_is_kept(
    collection: Collection,
) -> None:
    with pytest.raises(InputError, match="dark"):
        propose_division(
            collection, collection.pages(), TEXT, languages=None, time_limit=5, engine=BlindEngine()
        )
    assert latest_reading(collection, collection.pages()[0]) is not None
    assert latest_reading(collection, collection.pages()[1]) is None


def test_a_person_may_stop_it(collection: Collection) -> None:
    class Impatient:
        def step(self, done: int, total: int, what: str) -> None:
            del total, what
            if done == 1:
                self.token.cancel()

        def __init__(self) -> None:
            self.token = CancelToken()

        def cancelled(self) -> bool:
            return self.token.cancelled()

        def raise_if_cancelled(self) -> None:
            if self.cancelled():
                raise CancelledError

    engine = ToldEngine()
    with pytest.raises(CancelledError):
        propose_division(
            collection,
            collection.pages(),
            TEXT,
            languages=None,
            time_limit=5,
            engine=engine,
            progress=Impatient(),
        )
    assert engine.asked == ["p1.png"]
