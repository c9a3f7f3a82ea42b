"""What the dialog of F8 asks and shows before anything is changed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from shiboken6 import isValid

from corrector.errors import InputError, MissingProgramError
from corrector.gui.dialogs.compare_dialog import CompareDialog
from corrector.gui.dialogs.person_dialog import PersonDialog
from corrector.gui.series.crops import SeriesCrops
from corrector.gui.series.dialog import SeriesDialog
from corrector.ocr.layout import FoundWord, lay_out
from corrector.ocr.words import EngineDescription, Reading
from corrector.record import readings
from corrector.scans.geometry import Box
from corrector.settings import Settings, save_settings
from corrector.tasks.clock import now
from corrector.tasks.opening import open_for_work
from corrector.tasks.places import place_of
from corrector.text.tokens import Span
from tests.end_to_end.conftest import Corrector, Person
from tests.end_to_end.series_by_keys import (
    CONTROL,
    ask,
    button,
    change,
    feature,
    make_letters,
    put_caret,
    text_of,
)

SitDown = Callable[..., int]
pytestmark = pytest.mark.window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_letters(tmp_path)


def test_the_first_time_it_is_asked_who_is_working(sit_down: SitDown, folder: Path) -> None:
    save_settings(Settings())

    def work(person: Person) -> None:
        put_caret(person, "BAVE")
        person.press(Qt.Key.Key_F8)
        person.dialog(PersonDialog)
        person.write("C. Reader")
        person.press(Qt.Key.Key_Return)
        dialog = person.dialog(SeriesDialog)
        assert dialog.wrong.text() == "BAVE"
        person.press(Qt.Key.Key_Escape)
        person.see_closed(dialog)

    assert sit_down(work, "open", folder) == 0


def test_the_suspicion_in_the_bar_begins_with_its_first_candidate(
    sit_down: SitDown, tmp_path: Path, home: Path
) -> None:
    assert home.is_dir()
    save_settings(Settings(person_name="A. Reader", languages="en"))
    made = tmp_path / "letter"
    made.mkdir()
    text = "The Government of the country tbat was there, and tbat is what they said to us."
    (made / "p1.txt").write_text(text, "utf-8")

    def work(person: Person) -> None:
        person.see_page(1)
        person.press(Qt.Key.Key_F3)
        person.wait(lambda: person.window.verifying.current.text == "tbat")
        person.press(Qt.Key.Key_F8)
        dialog = person.dialog(SeriesDialog)
        assert (dialog.wrong.text(), dialog.right.text()) == ("tbat", "that")
        person.wait(lambda: button(dialog, "Change").isEnabled())
        change(person, dialog, "Places changed: 2, on pages: 1.")

    assert sit_down(work, "open", made) == 0


@pytest.mark.parametrize(
    ("selected", "readings"),
    [("tbat", ("tbat", "that")), ("tbat was", ("tbat was", "")), ("", ("tbat", "that"))],
)
def test_what_is_selected_is_asked_about(
    sit_down: SitDown, tmp_path: Path, selected: str, readings: tuple[str, str]
) -> None:
    save_settings(Settings(person_name="A. Reader", languages="en"))
    text = "The Government of the country tbat was there, and tbat is what they said to us."
    (tmp_path / "letter").mkdir()
    (tmp_path / "letter" / "p1.txt").write_text(text, "utf-8")

    def work(person: Person) -> None:
        put_caret(person, "tbat")
        at = text.index("tbat")
        if selected:
            person.window.editor.select(Span(at, at + len(selected)))
        person.press(Qt.Key.Key_F8)
        dialog = person.dialog(SeriesDialog)
        assert (dialog.wrong.text(), dialog.right.text()) == readings
        person.press(Qt.Key.Key_Escape)
        person.see_closed(dialog)

    assert sit_down(work, "open", tmp_path / "letter") == 0


def test_a_reading_that_a_line_end_divides_is_said_not_to_be_found(
    sit_down: SitDown, folder: Path
) -> None:
    def work(person: Person) -> None:
        dialog = ask(person)
        dialog.wrong.setFocus()
        person.fill("(BAVE), Bave")
        person.wait(lambda: "No place within a line" in dialog._said.text())
        assert not button(dialog, "Change").isEnabled()

    assert sit_down(work, "open", folder) == 0


def test_a_long_right_reading_leaves_the_line_to_be_read(sit_down: SitDown, folder: Path) -> None:
    def work(person: Person) -> None:
        dialog = ask(person)

        def first_half() -> QImage:
            area = dialog.list.viewport().rect()
            area.setWidth(area.width() // 2)
            return dialog.list.viewport().grab(area).toImage()

        crops = person.window.findChild(SeriesCrops)
        person.wait(lambda: all(crops.is_known(row) for row in feature(person)._ticking.rows))
        short = first_half()
        person.fill("H" * 500)
        assert dialog.rule
        assert dialog.rule.right == "H" * 500
        assert first_half() == short

    assert sit_down(work, "open", folder) == 0


@pytest.mark.parametrize("unit", ["character", "word"])
def test_f8_asks_about_the_difference_that_is_compared(
    sit_down: SitDown, corrector: Corrector, folder: Path, unit: str
) -> None:
    save_settings(Settings(person_name="A. Reader", compare_unit=unit))

    def work(person: Person) -> None:
        put_caret(person, "SEEN")
        person.write("X")
        put_caret(person, "BAVE")
        person.press(Qt.Key.Key_Backspace)
        person.write("H")
        person.press(Qt.Key.Key_D, CONTROL)
        compared = person.dialog(CompareDialog)
        person.press(Qt.Key.Key_F7)
        person.press(Qt.Key.Key_F8)
        dialog = person.dialog(SeriesDialog)
        assert not isValid(compared) or not compared.isVisible()
        assert (dialog.wrong.text(), dialog.right.text()) == ("BAVE", "HAVE")
        person.wait(lambda: button(dialog, "Change").isEnabled())
        change(person, dialog, "Places changed: 3, on pages: 3.")

    assert sit_down(work, "open", folder) == 0
    assert text_of(corrector, folder, "p1") == "😀 WE HAVE SXEEN (HAVE),\nBave you?\n"
    assert text_of(corrector, folder, "p2") == "AND HAVE AGAIN\n"


def test_f8_asks_about_nothing_where_both_compared_texts_are_the_same(
    sit_down: SitDown, folder: Path
) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        person.press(Qt.Key.Key_D, CONTROL)
        person.dialog(CompareDialog)
        person.press(Qt.Key.Key_F8)
        dialog = person.dialog(SeriesDialog)
        assert (dialog.wrong.text(), dialog.right.text()) == ("", "")
        person.press(Qt.Key.Key_Escape)
        person.see_closed(dialog)

    assert sit_down(work, "open", folder) == 0


@pytest.fixture
def scans(tmp_path: Path, home: Path) -> Path:
    """Two pages with the same text, the second scan is broken."""
    assert home.is_dir()
    save_settings(Settings(person_name="A. Reader"))
    made = tmp_path / "scans"
    made.mkdir()
    for name in ("p1", "p2"):
        (made / f"{name}.txt").write_text("SO BAVE WE\n", "utf-8")
        Image.new("L", (600, 200), 255).save(made / f"{name}.png")
    (made / "p2.png").write_bytes(b"no picture")
    return made


def reading_of_scan() -> Reading:
    words = [
        FoundWord(one, Box(20 + 150 * at, 50, 120, 30), 0.9, 1, 1, 0)
        for at, one in enumerate(("SO", "BAVE", "WE"))
    ]
    text, found = lay_out(words)
    return Reading(text, found, 600, 200, EngineDescription("told", "1", ("eng",)))


def keep_reading(collection: Any, page: Any) -> None:
    with collection.record.writing() as connection:
        readings.add_reading(connection, page.id, reading_of_scan(), "", now=now(), adopted=False)


def see_crops(person: Person) -> SeriesCrops:
    """Open the dialog and wait until it is known of both rows if there is a crop."""
    ask(person)
    (crops,) = person.window.findChildren(SeriesCrops)
    rows = feature(person)._ticking.rows
    person.wait(lambda: all(crops.is_known(row) for row in rows))
    found: SeriesCrops = crops
    return found


def test_crops_come_from_scans_that_were_read(sit_down: SitDown, scans: Path) -> None:
    with open_for_work(place_of(str(scans)), "A. Reader") as collection:
        for page in collection.pages():
            keep_reading(collection, page)

    def work(person: Person) -> None:
        crops = see_crops(person)
        first, second = feature(person)._ticking.rows
        picture = crops.picture(first)
        assert picture is not None
        assert (picture.word.width(), picture.word.height()) == (120, 30)
        assert crops.picture(second) is None
        person.press(Qt.Key.Key_Escape)

    assert sit_down(work, "open", scans) == 0


@pytest.mark.parametrize("installed", [True, False])
def test_scans_that_nobody_read_are_read_for_their_crops(
    sit_down: SitDown, scans: Path, monkeypatch: pytest.MonkeyPatch, installed: bool
) -> None:
    asked: list[str] = []

    def read(collection: Any, page: Any, _text: str, **_: object) -> Reading:
        asked.append(page.label)
        if not installed:
            raise MissingProgramError("there is no engine")
        if page.label == "p2":
            raise InputError("the scan is broken")
        keep_reading(collection, page)
        return reading_of_scan()

    monkeypatch.setattr("corrector.tasks.placing.read_places", read)

    def work(person: Person) -> None:
        crops = see_crops(person)
        first, second = feature(person)._ticking.rows
        assert (crops.picture(first) is not None) == installed
        assert crops.picture(second) is None
        assert "p1" in asked
        person.press(Qt.Key.Key_Escape)

    assert sit_down(work, "open", scans) == 0
