"""F8: one wrong reading changed in all its places, by keys, in the real window."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMessageBox, QPushButton, QTreeView

from corrector.errors import InputError, MissingProgramError, OutputError
from corrector.gui.dialogs.person_dialog import PersonDialog
from corrector.gui.series.crops import SeriesCrops
from corrector.gui.series.dialog import SeriesDialog
from corrector.gui.series.series_feature import SeriesFeature
from corrector.ocr.layout import FoundWord, lay_out
from corrector.ocr.words import EngineDescription, Reading
from corrector.record import readings, versions
from corrector.scans.geometry import Box
from corrector.settings import Settings, save_settings
from corrector.tasks import series_outcomes
from corrector.tasks.clock import now
from corrector.tasks.opening import open_for_work
from corrector.tasks.places import place_of
from corrector.text.tokens import Span
from tests.end_to_end.conftest import Corrector, Person

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SitDown = Callable[..., int]

pytestmark = pytest.mark.window

FIRST = "😀 WE BAVE SEEN (BAVE),\nBave you?\n"
SECOND = "AND BAVE AGAIN\n"
THIRD = "nothing like that\n"


@pytest.fixture
def folder(tmp_path: Path, home: Path) -> Path:
    assert home.is_dir()
    save_settings(Settings(person_name="A. Reader"))
    made = tmp_path / "letters"
    (made / "zz").mkdir(parents=True)
    for name, text in (("p1", FIRST), ("p2", SECOND), ("p3", THIRD), ("zz/x1", SECOND)):
        (made / f"{name}.txt").write_text(text, "utf-8")
    return made


def feature(person: Person) -> SeriesFeature:
    (found,) = [one for one in person.window.features if isinstance(one, SeriesFeature)]
    return found


def put_caret(person: Person, word: str) -> None:
    person.see_page(1)
    editor = person.window.editor
    editor.setFocus()
    editor.go_to(editor.exact_text().index(word) + 1)


def ask(person: Person, word: str = "BAVE", right: str = "HAVE") -> SeriesDialog:
    """Press F8 on a word, say what is right, and wait until all pages were searched."""
    put_caret(person, word)
    person.press(Qt.Key.Key_F8)
    dialog: SeriesDialog = person.dialog(SeriesDialog)
    person.fill(right)
    person.wait(lambda: shown(dialog)[0] and button(dialog, "Change").isEnabled())
    return dialog


def shown(dialog: SeriesDialog) -> tuple[int, list[str]]:
    model = dialog.list.model()
    rows = [model.index(row, 0).data() for row in range(model.rowCount())]
    return len(rows), rows


def button(dialog: SeriesDialog, words: str) -> QPushButton:
    found = [one for one in dialog.findChildren(QPushButton) if words in one.text()]
    return found[0]


def count(dialog: SeriesDialog) -> str:
    return dialog.list.accessibleDescription()


def answer(person: Person, words: str) -> None:
    """Press the button of the notice with the key that a person would use."""
    (one,) = [b for b in person.window.notice.findChildren(QPushButton) if words in b.text()]
    one.setFocus()
    person.press(Qt.Key.Key_Space)


def history(corrector: Corrector, folder: Path, page: object) -> list[dict[str, Any]]:
    told = json.loads(corrector("history", folder, page, "--json").out)
    return list(told["versions"])


def history_rows(person: Person) -> list[tuple[str, str]]:
    """Return origin and remark of what the history panel lists."""
    model = person.window.history.findChild(QTreeView).model()
    rows = range(model.rowCount())
    return [(model.index(row, 1).data(), model.index(row, 5).data()) for row in rows]


def text_of(corrector: Corrector, folder: Path, page: object) -> str:
    return corrector("show", folder, page).out


def test_enter_changes_every_ticked_place_as_one_recorded_series(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        dialog = ask(person)
        assert dialog.wrong.text() == "BAVE"
        assert count(dialog) == "Places ticked: 4 of 4, on pages: 3"
        person.press(Qt.Key.Key_Return)
        person.see_closed(dialog)
        person.wait(lambda: "Places changed: 4, on pages: 3." in person.window.notice.text())
        assert "Ctrl+Z undoes it on this page" in person.window.notice.text()
        assert person.window.editor.exact_text() == FIRST.replace("BAVE", "HAVE")
        assert not person.window.desk.work.is_unsaved
        person.wait(lambda: ("series", "BAVE → HAVE") in history_rows(person))

    assert sit_down(work, "open", folder) == 0
    assert text_of(corrector, folder, "p2") == "AND HAVE AGAIN\n"
    assert text_of(corrector, folder, "4") == "AND HAVE AGAIN\n"
    made = [history(corrector, folder, page)[-1] for page in ("p1", "p2", "4")]
    assert [one["origin"] for one in made] == ["series"] * 3
    assert [one["author"] for one in made] == ["A. Reader"] * 3
    assert len({one["details"]["series"] for one in made}) == 1
    assert made[0]["details"]["places"] == "5-9 16-20"
    assert (made[0]["details"]["wrong"], made[0]["details"]["right"]) == ("BAVE", "HAVE")
    assert {each["origin"] for one in made for each in one["corrections"]} == {"series"}
    assert len(history(corrector, folder, "p3")) == 1


def test_one_undo_takes_the_page_back_and_it_can_be_saved(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        dialog = ask(person)
        person.press(Qt.Key.Key_Return)
        person.see_closed(dialog)
        person.wait(lambda: "changed" in person.window.notice.text())
        person.window.editor.setFocus()
        person.press(Qt.Key.Key_Z, CONTROL)
        assert person.window.editor.exact_text() == FIRST
        person.press(Qt.Key.Key_Y, CONTROL)
        assert person.window.editor.exact_text() == FIRST.replace("BAVE", "HAVE")
        person.press(Qt.Key.Key_Z, CONTROL)
        person.press(Qt.Key.Key_S, CONTROL)
        person.wait(lambda: "Saved as version 2" in person.window.status_line.currentMessage())

    assert sit_down(work, "open", folder) == 0
    assert text_of(corrector, folder, "p1") == FIRST
    assert text_of(corrector, folder, "p2") == "AND HAVE AGAIN\n"


def test_space_takes_a_tick_away_and_escape_leaves_all(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        dialog = ask(person)
        dialog.list.setFocus()
        person.press(Qt.Key.Key_Down)
        person.press(Qt.Key.Key_Space)
        assert count(dialog) == "Places ticked: 3 of 4, on pages: 3"
        assert shown(dialog)[1][1].startswith("not ticked, p1, line 1:")
        person.press(Qt.Key.Key_N, ALT)
        person.wait(lambda: count(dialog) == "Places ticked: 0 of 4, on pages: 0")
        assert not button(dialog, "Change").isEnabled()
        person.press(Qt.Key.Key_Return)
        assert dialog.isVisible()
        person.press(Qt.Key.Key_A, ALT)
        person.wait(lambda: count(dialog) == "Places ticked: 4 of 4, on pages: 3")
        person.press(Qt.Key.Key_Escape)
        person.see_closed(dialog)
        dialog = ask(person)
        dialog.list.setFocus()
        person.press(Qt.Key.Key_Down)
        person.press(Qt.Key.Key_Space)
        person.press(Qt.Key.Key_Return)
        person.see_closed(dialog)
        person.wait(lambda: "Places changed: 3, on pages: 3." in person.window.notice.text())
        assert person.window.editor.exact_text() == FIRST.replace("BAVE", "HAVE", 1)

    assert sit_down(work, "open", folder) == 0
    assert len(history(corrector, folder, "p1")) == 2


def test_any_case_and_the_scope_are_chosen_by_keys(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        dialog = ask(person)
        person.press(Qt.Key.Key_Y, ALT)
        person.wait(lambda: count(dialog) == "Places ticked: 5 of 5, on pages: 3")
        dialog.scope.setFocus()
        person.press(Qt.Key.Key_Up)
        person.wait(lambda: count(dialog) == "Places ticked: 4 of 4, on pages: 2")
        person.press(Qt.Key.Key_Up)
        person.wait(lambda: count(dialog) == "Places ticked: 3 of 3, on pages: 1")
        person.wait(lambda: button(dialog, "Change").isEnabled())
        dialog.right.setFocus()
        person.press(Qt.Key.Key_Return)
        person.see_closed(dialog)
        person.wait(lambda: "Places changed: 3, on pages: 1." in person.window.notice.text())

    assert sit_down(work, "open", folder) == 0
    assert text_of(corrector, folder, "p1") == "😀 WE HAVE SEEN (HAVE),\nHave you?\n"
    assert history(corrector, folder, "p1")[-1]["details"]["scope"] == "page"
    assert text_of(corrector, folder, "p2") == SECOND


def test_what_was_typed_before_is_a_version_of_its_own(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        put_caret(person, "SEEN")
        person.write("X")
        dialog = ask(person)
        person.press(Qt.Key.Key_Return)
        person.see_closed(dialog)
        person.wait(lambda: ", on pages: 3." in person.window.notice.text())

    assert sit_down(work, "open", folder) == 0
    made = history(corrector, folder, "p1")
    assert [one["origin"] for one in made] == ["imported", "typed", "series"]
    assert text_of(corrector, folder, "p1") == "😀 WE HAVE SXEEN (HAVE),\nBave you?\n"


def test_a_confirmed_word_comes_without_a_tick_and_says_why(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        put_caret(person, "BAVE")
        person.press(Qt.Key.Key_Return, CONTROL)
        dialog = ask(person)
        assert count(dialog) == "Places ticked: 3 of 4, on pages: 3"
        assert shown(dialog)[1][0].startswith("not ticked")
        assert shown(dialog)[1][0].endswith("(confirmed)")
        person.press(Qt.Key.Key_N, ALT)
        person.wait(lambda: count(dialog) == "Places ticked: 0 of 4, on pages: 0")
        person.press(Qt.Key.Key_A, ALT)
        person.wait(lambda: count(dialog) == "Places ticked: 3 of 4, on pages: 3")
        person.press(Qt.Key.Key_Return)
        person.see_closed(dialog)
        person.wait(lambda: "changed" in person.window.notice.text())

    assert sit_down(work, "open", folder) == 0
    assert text_of(corrector, folder, "p1") == "😀 WE BAVE SEEN (HAVE),\nBave you?\n"


def test_pages_with_unsaved_typing_are_left_and_named(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        person.press(Qt.Key.Key_PageDown, CONTROL)
        person.see_page(2)
        person.window.editor.setFocus()
        person.write("X")
        person.press(Qt.Key.Key_PageUp, CONTROL)
        dialog = ask(person)
        person.press(Qt.Key.Key_Return)
        person.see_closed(dialog)
        person.wait(lambda: "Places changed: 3, on pages: 2." in person.window.notice.text())
        assert "p2 (it has unsaved typing)" in person.window.notice.text()

    assert sit_down(work, "open", folder) == 0
    assert text_of(corrector, folder, "p2") == SECOND


def test_a_page_that_changed_while_the_dialog_stood_is_left_and_named(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        from corrector.record.entries import Person as Somebody
        from corrector.tasks.saving import Saving, save

        dialog = ask(person)
        collection = person.window.desk.collection
        second = collection.pages()[[one.label for one in collection.pages()].index("p2")]
        save(collection, second, Saving("BAVE, said by another\n", Somebody("B. Reader")))
        person.press(Qt.Key.Key_Return)
        person.see_closed(dialog)
        person.wait(lambda: "Places changed: 3, on pages: 2." in person.window.notice.text())
        assert "p2 (its text is another by now)" in person.window.notice.text()

    assert sit_down(work, "open", folder) == 0
    assert text_of(corrector, folder, "p2") == "BAVE, said by another\n"


@pytest.mark.parametrize("working_saves", [0, 1])
def test_a_disk_that_fails_half_way_is_told_with_what_was_left(
    sit_down: SitDown,
    corrector: Corrector,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    working_saves: int,
) -> None:
    left, written = [working_saves], versions.write_versions

    def full(*arguments: Any) -> None:
        if not left[0]:
            raise OutputError("the disk is full")
        left[0] -= 1
        written(*arguments)

    def work(person: Person) -> None:
        dialog = ask(person)
        monkeypatch.setattr(versions, "write_versions", full)
        person.press(Qt.Key.Key_Return)
        if not working_saves:
            person.dialog(QMessageBox)
            person.press(Qt.Key.Key_Escape)
        person.see_closed(dialog)
        person.wait(lambda: "the disk is full" in person.window.notice.text())
        monkeypatch.setattr(versions, "write_versions", written)
        said = person.window.notice.text()
        assert ("Places changed: 2, on pages: 1." in said) == bool(working_saves)
        assert ("p1 (it could not be saved)" in said) == (not working_saves)
        assert ("No page was saved." in said) == (not working_saves)

    assert sit_down(work, "open", folder) == 0
    changed = FIRST.replace("BAVE", "HAVE")
    assert text_of(corrector, folder, "p1") == (changed if working_saves else FIRST)
    assert text_of(corrector, folder, "p2") == SECOND
    assert text_of(corrector, folder, "4") == SECOND


def test_the_notice_takes_the_whole_series_back(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        dialog = ask(person)
        person.press(Qt.Key.Key_Return)
        person.see_closed(dialog)
        person.wait(lambda: "Places changed: 4, on pages: 3." in person.window.notice.text())
        answer(person, "back")
        person.wait(lambda: "Pages restored: 3." in person.window.notice.text())
        assert person.window.editor.exact_text() == FIRST
        assert not person.window.desk.work.is_unsaved

    assert sit_down(work, "open", folder) == 0
    for page, text in (("p1", FIRST), ("p2", SECOND), ("4", SECOND)):
        assert text_of(corrector, folder, page) == text
        assert [one["origin"] for one in history(corrector, folder, page)][-1] == "restored"


def test_the_dialog_takes_the_last_series_back_later_even_after_an_undo(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        dialog = ask(person)
        person.press(Qt.Key.Key_Return)
        person.see_closed(dialog)
        person.wait(lambda: "changed" in person.window.notice.text())
        person.window.editor.setFocus()
        person.press(Qt.Key.Key_Z, CONTROL)
        put_caret(person, "SEEN")
        person.press(Qt.Key.Key_F8)
        again = person.dialog(SeriesDialog)
        person.wait(lambda: button(again, "back").isEnabled())
        person.press(Qt.Key.Key_T, ALT)
        person.see_closed(again)
        person.wait(lambda: "Pages restored: 3." in person.window.notice.text())

    assert sit_down(work, "open", folder) == 0
    for page, text in (("p1", FIRST), ("p2", SECOND), ("4", SECOND)):
        assert text_of(corrector, folder, page) == text
    assert history(corrector, folder, "p1")[-1]["origin"] == "restored"


def test_what_could_not_be_taken_back_can_be_tried_again(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        dialog = ask(person)
        person.press(Qt.Key.Key_Return)
        person.see_closed(dialog)
        person.wait(lambda: "changed" in person.window.notice.text())
        person.window.editor.setFocus()
        person.window.editor.go_to(0)
        person.write("X")
        answer(person, "back")
        person.wait(lambda: "Pages restored: 2." in person.window.notice.text())
        assert "p1 (it has unsaved typing)" in person.window.notice.text()
        person.window.editor.setFocus()
        person.press(Qt.Key.Key_Z, CONTROL)
        answer(person, "back")
        person.wait(lambda: "Pages restored: 1." in person.window.notice.text())
        assert "Not saved" not in person.window.notice.text()

    assert sit_down(work, "open", folder) == 0
    for page, text in (("p1", FIRST), ("p2", SECOND), ("4", SECOND)):
        assert text_of(corrector, folder, page) == text


def test_a_series_teaches_at_once(sit_down: SitDown, folder: Path) -> None:
    def work(person: Person) -> None:
        dialog = ask(person)
        person.press(Qt.Key.Key_Return)
        person.see_closed(dialog)
        person.wait(
            lambda: person.window.checking.reviewer.learned.readings.get(("bave", "have"), 0) == 4
        )

    assert sit_down(work, "open", folder) == 0


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
        person.press(Qt.Key.Key_Return)
        person.see_closed(dialog)
        person.wait(lambda: "Places changed: 2, on pages: 1." in person.window.notice.text())

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


def test_escape_stops_what_is_being_saved_after_the_page_under_way(
    sit_down: SitDown, corrector: Corrector, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, stopped, save = Event(), Event(), series_outcomes.save

    def slowly(*arguments: Any, **keywords: Any) -> object:
        begun.set()
        assert stopped.wait(30)
        return save(*arguments, **keywords)

    def work(person: Person) -> None:
        dialog = ask(person)
        monkeypatch.setattr(series_outcomes, "save", slowly)
        person.press(Qt.Key.Key_Return)
        person.wait(begun.is_set)
        assert not button(dialog, "Change").isEnabled()
        person.press(Qt.Key.Key_Escape)
        assert dialog.isVisible()
        stopped.set()
        person.see_closed(dialog)
        person.wait(lambda: "Places changed: 3, on pages: 2." in person.window.notice.text())
        assert "(it was not reached)" in person.window.notice.text()

    assert sit_down(work, "open", folder) == 0
    assert text_of(corrector, folder, "p2") == "AND HAVE AGAIN\n"
    assert text_of(corrector, folder, "4") == SECOND


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


def test_five_hundred_pages_are_searched_without_stalling_the_window(
    sit_down: SitDown, tmp_path: Path, home: Path
) -> None:
    assert home.is_dir()
    save_settings(Settings(person_name="A. Reader"))
    made = tmp_path / "many"
    made.mkdir()
    body = "SOME WORDS BEFORE\n" * 40 + "WE BAVE SEEN IT\n" + "AND SOME AFTER\n" * 20
    for number in range(500):
        (made / f"page_{number:03}.txt").write_text(body, "utf-8")
    gaps: list[float] = []

    def work(person: Person) -> None:
        person.see_page(1)
        put_caret(person, "BAVE")
        last = [time.perf_counter()]

        def tick() -> None:
            gaps.append(time.perf_counter() - last[0])
            last[0] = time.perf_counter()

        timer = QTimer(interval=5, timeout=tick)
        person.press(Qt.Key.Key_F8)
        dialog = person.dialog(SeriesDialog)
        assert shown(dialog)[0] < 500  # it does not wait for all pages
        timer.start()
        last[0] = time.perf_counter()
        person.write("HAVE")
        person.wait(lambda: count(dialog) == "Places ticked: 500 of 500, on pages: 500")
        person.wait(lambda: button(dialog, "Change").isEnabled())
        timer.stop()
        person.press(Qt.Key.Key_Escape)
        person.see_closed(dialog)

    assert sit_down(work, "open", made) == 0
    # Other work shares the machine and its interpreter: a stall is what comes again and again.
    assert sorted(gaps)[len(gaps) // 2] < 0.05


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


def test_a_note_says_of_every_version_why(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        dialog = ask(person)
        person.press(Qt.Key.Key_O, ALT)
        person.write(" the type is worn ")
        person.press(Qt.Key.Key_Return)
        person.see_closed(dialog)
        person.wait(lambda: ("series", "the type is worn") in history_rows(person))

    assert sit_down(work, "open", folder) == 0
    made = [history(corrector, folder, page)[-1] for page in ("p1", "p2", "4")]
    assert [one["note"] for one in made] == ["the type is worn"] * 3


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
