"""A series is taken back: a page by undoing, all of it by the notice or later by the dialog."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from corrector.gui.series.dialog import SeriesDialog
from tests.end_to_end.conftest import Corrector, Person
from tests.end_to_end.series_by_keys import (
    ALT,
    CONTROL,
    FIRST,
    answer,
    ask,
    button,
    change,
    history,
    make_letters,
    put_caret,
    see_first_texts,
    text_of,
)

SitDown = Callable[..., int]
pytestmark = pytest.mark.window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_letters(tmp_path)


def test_one_undo_takes_the_page_back_and_it_can_be_saved(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        dialog = ask(person)
        change(person, dialog)
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


def test_the_notice_takes_the_whole_series_back(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        dialog = ask(person)
        change(person, dialog, "Places changed: 4, on pages: 3.")
        answer(person, "back")
        person.wait(lambda: "Pages restored: 3." in person.window.notice.text())
        assert person.window.editor.exact_text() == FIRST
        assert not person.window.desk.work.is_unsaved

    assert sit_down(work, "open", folder) == 0
    see_first_texts(corrector, folder)
    for page in ("p1", "p2", "4"):
        assert history(corrector, folder, page)[-1]["origin"] == "restored"


def test_the_dialog_takes_the_last_series_back_later_even_after_an_undo(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        dialog = ask(person)
        change(person, dialog)
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
    see_first_texts(corrector, folder)
    assert history(corrector, folder, "p1")[-1]["origin"] == "restored"


def test_what_could_not_be_taken_back_can_be_tried_again(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        dialog = ask(person)
        change(person, dialog)
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
    see_first_texts(corrector, folder)
