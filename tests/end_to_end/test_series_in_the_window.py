"""F8: one wrong reading changed in all its places, by keys, in the real window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.end_to_end.conftest import Corrector, Person
from tests.end_to_end.series_by_keys import (
    ALT,
    CONTROL,
    FIRST,
    SECOND,
    ask,
    button,
    change,
    count,
    history,
    history_rows,
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


def test_enter_changes_every_ticked_place_as_one_recorded_series(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        dialog = ask(person)
        assert dialog.wrong.text() == "BAVE"
        assert count(dialog) == "Places ticked: 4 of 4, on pages: 3"
        change(person, dialog, "Places changed: 4, on pages: 3.")
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
        change(person, dialog, "Places changed: 3, on pages: 3.")
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
        change(person, dialog, "Places changed: 3, on pages: 1.")

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
        change(person, dialog, ", on pages: 3.")

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
        change(person, dialog)

    assert sit_down(work, "open", folder) == 0
    assert text_of(corrector, folder, "p1") == "😀 WE BAVE SEEN (HAVE),\nBave you?\n"


def test_a_series_teaches_at_once(sit_down: SitDown, folder: Path) -> None:
    def work(person: Person) -> None:
        dialog = ask(person)
        change(person, dialog)
        person.wait(
            lambda: person.window.checking.reviewer.learned.readings.get(("bave", "have"), 0) == 4
        )

    assert sit_down(work, "open", folder) == 0


def test_a_note_says_of_every_version_why(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        dialog = ask(person)
        person.press(Qt.Key.Key_O, ALT)
        person.write(" the type is worn ")
        change(person, dialog)
        person.wait(lambda: ("series", "the type is worn") in history_rows(person))

    assert sit_down(work, "open", folder) == 0
    made = [history(corrector, folder, page)[-1] for page in ("p1", "p2", "4")]
    assert [one["note"] for one in made] == ["the type is worn"] * 3
