"""The scan of a page with a text is read for its places, with the best engine that is there."""

from pathlib import Path

import pytest
from PIL import Image

from corrector.ocr.words import EngineDescription, Reading
from corrector.scans.listing import ScanSource
from corrector.tasks import placing
from corrector.tasks.opening import open_for_work
from corrector.tasks.placing import is_only_for_places, read_places

GERMAN = "Die Häuser der Stadt waren geschlossen und niemand wollte mit uns sprechen."


class Engine:
    """A double that has the models it is told to and keeps what it was asked for."""

    def __init__(self, *models: str) -> None:
        self._models = models
        self.asked: tuple[str, ...] = ()

    def recognise(
        self, source: ScanSource, languages: tuple[str, ...], *, time_limit: float
    ) -> Reading:
        self.asked = languages
        return Reading("", (), 60, 40, self.describe(languages))

    def installed_languages(self) -> tuple[str, ...]:
        return self._models

    def describe(self, languages: tuple[str, ...]) -> EngineDescription:
        return EngineDescription("Double", "1", languages)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Image.new("L", (60, 40), 255).save(tmp_path / "page1.png")
    (tmp_path / "page1.txt").write_text(GERMAN, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("wish", "models", "asked"),
    [(None, ("deu", "eng"), "deu"), ("fr", ("deu", "fra"), "fra"), ("fr", ("eng",), "eng")],
)
def test_poor_scans_are_prepared_for_the_language_of_the_text_and_the_reading_says_what_for(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    wish: str | None,
    models: tuple[str, ...],
    asked: str,
) -> None:
    engine, chosen = Engine(*models), []

    def engine_for(*wanted: str) -> Engine:
        chosen.append(wanted)
        return engine

    monkeypatch.setattr(placing, "engine_for", engine_for)
    with open_for_work(folder, "Ada Example") as collection:
        (page,) = collection.pages()
        reading = read_places(collection, page, GERMAN, languages=wish, time_limit=30)
    assert chosen == [(wish or "de", "auto")]
    assert engine.asked[0] == asked
    assert reading is not None
    assert is_only_for_places(reading.engine)
