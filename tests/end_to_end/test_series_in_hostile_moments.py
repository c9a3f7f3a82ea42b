"""A series while pages change, disks fail, somebody stops it, or the collection is large."""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMessageBox

from corrector.errors import OutputError
from corrector.gui.series.dialog import SeriesDialog
from corrector.record import versions
from corrector.settings import Settings, save_settings
from corrector.tasks import series_outcomes
from tests.end_to_end.conftest import Corrector, Person
from tests.end_to_end.series_by_keys import (
    CONTROL,
    FIRST,
    SECOND,
    ask,
    button,
    change,
    count,
    make_letters,
    put_caret,
    shown,
    text_of,
)

SitDown = Callable[..., int]
pytestmark = pytest.mark.window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_letters(tmp_path)


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
        change(person, dialog, "Places changed: 3, on pages: 2.")
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
        change(person, dialog, "Places changed: 3, on pages: 2.")
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
