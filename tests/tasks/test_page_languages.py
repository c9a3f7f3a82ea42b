"""Languages are set for collection, document and page; the narrowest wins, and nothing half."""

from pathlib import Path

import pytest
from PIL import Image

from corrector.cli.main import run
from corrector.errors import OutputError, UsageError
from corrector.ocr.words import EngineDescription, Reading
from corrector.scans.listing import ScanSource
from corrector.settings import Settings, save_settings
from corrector.tasks import page_languages
from corrector.tasks.collection import Collection
from corrector.tasks.describing import described, set_description
from corrector.tasks.dividing import propose_division
from corrector.tasks.linked import link_page
from corrector.tasks.opening import look_at, open_for_work
from corrector.tasks.page_languages import (
    Source,
    language_wish,
    languages_of_pages,
    set_languages_of,
)
from corrector.tasks.recognition import recognise
from corrector.tasks.review import Reviewer

_ENGLISH = "The ship left the old harbour in the morning and came to the island at night.\n"
_GERMAN = "Das Schiff verließ am Morgen den alten Hafen und kam in der Nacht zu der Insel.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {"letter_1.txt": _ENGLISH, "letter_2.txt": _GERMAN, "note.txt": _ENGLISH}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def said(collection: Collection) -> list[tuple[tuple[str, ...], Source]]:
    found = languages_of_pages(collection, collection.pages())
    return [(one.codes, one.source) for one in found]


def test_where_nothing_is_set_each_page_is_guessed(folder: Path) -> None:
    with look_at(folder) as collection:
        assert said(collection) == [
            (("en",), Source.GUESSED),
            (("de",), Source.GUESSED),
            (("en",), Source.GUESSED),
        ]


def test_the_narrowest_setting_wins_and_is_kept(folder: Path) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        pages = collection.pages()
        letter = next(one for one in collection.documents() if one.key == pages[0].document)
        set_languages_of(collection, [(None, "fr"), (letter, "deu+en"), (pages[1], "de")])
    with look_at(folder) as collection:
        assert said(collection) == [
            (("de", "en"), Source.DOCUMENT),
            (("de",), Source.PAGE),
            (("fr",), Source.COLLECTION),
        ]
    with open_for_work(folder, "Ada Example") as collection:
        set_languages_of(collection, [(collection.pages()[1], ""), (None, "")])
        assert said(collection)[1:] == [
            (("de", "en"), Source.DOCUMENT),
            (("en",), Source.GUESSED),
        ]


def test_the_language_of_a_description_is_the_same_thing(folder: Path) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        set_languages_of(collection, [(None, "de+en")])
        assert described(collection)[0].own["language"] == "de+en"
        set_description(collection, None, {"language": "English, perhaps fr"})
        assert said(collection)[0] == (("fr",), Source.COLLECTION)
        set_description(collection, None, {"language": "no code at all"})
        assert said(collection)[0] == (("en",), Source.GUESSED)


def test_what_is_asked_for_goes_before_the_record_and_the_persons_habit_after(
    folder: Path,
) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        page = collection.pages()[0]
        assert language_wish(collection, usual="fr").for_checking(page.id) == "fr"
        set_languages_of(collection, [(page, "la+de")])
        assert language_wish(collection, usual="fr").for_checking(page.id) == "de"
        assert language_wish(collection, usual="fr").for_reading(page.id) == "la+de"
        assert language_wish(collection, "en", "fr").for_reading(page.id) == "en"


def test_a_check_goes_by_what_is_set(folder: Path) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        page = collection.pages()[0]
        reviewer = Reviewer(collection)
        assert reviewer.check(_ENGLISH, page_id=page.id).languages == ("en",)
        set_languages_of(collection, [(page, "de+en")])
        reviewer.read_languages_again()
        assert reviewer.check(_ENGLISH, page_id=page.id).languages == ("de", "en")


def test_an_unknown_language_changes_nothing(folder: Path) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        with pytest.raises(UsageError, match="klingonish"):
            set_languages_of(collection, [(None, "de"), (collection.pages()[0], "en+klingonish")])
        assert {source for _, source in said(collection)} == {Source.GUESSED}


def test_a_setting_that_fails_half_way_is_not_there_at_all(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OutputError("The disk is full.")

    monkeypatch.setattr(page_languages, "set_page_language", full)
    with open_for_work(folder, "Ada Example") as collection:
        page = collection.pages()[0]
        with pytest.raises(OutputError):
            set_languages_of(collection, [(None, "de"), (page, "en")])
        assert {source for _, source in said(collection)} == {Source.GUESSED}


class Engine:
    """A double that reads nothing and tells in which languages it was asked to."""

    def __init__(self) -> None:
        self.asked: dict[str, tuple[str, ...]] = {}

    def recognise(
        self, source: ScanSource, languages: tuple[str, ...], *, time_limit: float
    ) -> Reading:
        self.asked[source.path.stem] = languages
        return Reading("", (), 60, 40, self.describe(languages))

    def installed_languages(self) -> tuple[str, ...]:
        return ("deu", "eng", "fra")

    def describe(self, languages: tuple[str, ...]) -> EngineDescription:
        return EngineDescription("Double", "1", languages)


def test_each_scan_is_read_in_the_languages_of_its_page(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        Image.new("L", (60, 40), 255).save(tmp_path / f"scan{number}.png")
    engine = Engine()
    with open_for_work(tmp_path, "Ada Example") as collection:
        pages = collection.pages()
        set_languages_of(collection, [(pages[0], "de+en"), (pages[1], "en")])
        recognise(collection, pages, usual="fr", engine=engine)
        assert engine.asked == {"scan1": ("deu", "eng"), "scan2": ("eng",), "scan3": ("fra",)}
        recognise(collection, pages, languages="de", usual="fr", engine=engine)
        assert set(engine.asked.values()) == {("deu",)}


def test_scans_read_for_places_go_by_the_page_before_the_persons_habit(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        Image.new("L", (60, 40), 255).save(tmp_path / f"scan{number}.png")
        (tmp_path / f"scan{number}.txt").write_text(_ENGLISH, encoding="utf-8")
    linking, dividing = Engine(), Engine()
    with open_for_work(tmp_path, "Ada Example") as collection:
        first, second, third = collection.pages()
        set_languages_of(collection, [(first, "de"), (third, "en")])
        link_page(collection, first, languages=None, usual="fr", time_limit=30, engine=linking)
        link_page(collection, second, languages=None, usual="fr", time_limit=30, engine=linking)
        assert linking.asked == {"scan1": ("deu",), "scan2": ("fra",)}
        propose_division(
            collection, [third], _ENGLISH, languages=None, usual="fr", time_limit=30,
            engine=dividing,
        )  # fmt: skip
        assert dividing.asked == {"scan3": ("eng",)}


def test_commands_go_by_the_record_before_the_persons_habit(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        set_languages_of(collection, [(collection.pages()[1], "de")])
    save_settings(Settings(languages="fr"))

    def said_by(*words: str) -> str:
        capsys.readouterr()
        assert run(list(words), lambda *_, **__: 0) == 0
        return capsys.readouterr().out

    checked = said_by("check", str(folder))
    assert [line.split()[-1] for line in checked.splitlines() if "tokens" in line] == [
        "(fr)", "(de)", "(fr)",
    ]  # fmt: skip
    assert "(person)" in said_by("language", str(folder), "1")
    assert "(page)" in said_by("language", str(folder), "2")
    assert "(fr)" in said_by("check", str(folder / "note.txt"))
    assert "(en)" in said_by("check", "--language", "en", str(folder / "note.txt"))
