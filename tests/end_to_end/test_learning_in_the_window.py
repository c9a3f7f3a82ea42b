"""What a person does on one page is known on the others, can be seen and forgotten."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog

from corrector.gui.dialogs.lexicon_dialog import LexiconDialog
from corrector.settings import Settings, save_settings
from corrector.suspicion.counting import word_counts
from tests.end_to_end.conftest import Corrector, Person
from tests.end_to_end.suspicions_by_keys import (
    ALT,
    CONTROL,
    FIRST,
    SECOND,
    SHIFT,
    Key,
    choose_file,
    go_to,
    make_letters,
)

SitDown = Callable[..., int]
pytestmark = pytest.mark.window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_letters(tmp_path)


_CABLES = (
    "WE SAW THE WBARF AND TBE TOWER OF QWRTZOV FROM THE OLD HARBOUR LAST YEAR.\n",
    "THEY BAVE SEEN Qwrtzov's SHIPS LEAVE FOR THE ISLANDS IN THE WEST.\n",
)


def of(person: Person, word: str) -> Any:
    found = person.window.checking.latest.result.suspicions
    return next((one for one in found if one.text == word), None)


def turn_to(person: Person, number: int) -> None:
    person.press(Key.Key_PageDown if number == 2 else Key.Key_PageUp, CONTROL)
    person.see_page(number)


def test_what_is_done_on_one_page_is_known_on_the_next_before_and_after_saving(
    sit_down: SitDown, tmp_path: Path
) -> None:
    folder = tmp_path / "cables"
    folder.mkdir()
    for number, text in enumerate(_CABLES, 1):
        (folder / f"a_{number}.txt").write_text(text, encoding="utf-8")
    scores: list[float] = []

    def work(person: Person) -> None:
        person.see_page(1)
        turn_to(person, 2)
        scores.append(of(person, "BAVE").score)
        assert of(person, "Qwrtzov's") is not None
        turn_to(person, 1)
        go_to(person, "QWRTZOV")
        person.press(Key.Key_Return, CONTROL)
        person.see_page(1)
        for read, true, then in (("WBARF", "WHARF", 1), ("TBE", "THE", 2)):
            go_to(person, read)
            person.window.verifying.look_at(of(person, read).span)
            person.write(true)
            person.press(Key.Key_Return)
            person.see_page(then)  # the second one is the last that page 1 shows
        assert of(person, "BAVE").suggestions[0].text == "HAVE"
        scores.append(of(person, "BAVE").score)
        assert of(person, "Qwrtzov's") is None
        turn_to(person, 1)
        person.press(Key.Key_S, CONTROL)
        person.dialog(QDialog)
        person.fill("Ada Example")
        person.press(Key.Key_Return)
        person.wait(lambda: "Saved" in person.window.status_line.currentMessage())

    def look_again(person: Person) -> None:
        person.see_page(1)
        turn_to(person, 2)
        scores.append(of(person, "BAVE").score)
        assert of(person, "Qwrtzov's") is None

    assert sit_down(work, "open", folder) == 0
    assert sit_down(look_again, "open", folder) == 0
    assert scores[0] < scores[1] == pytest.approx(scores[2])


def test_a_save_that_ends_after_the_page_was_turned_counts_for_the_page_that_was_saved(
    sit_down: SitDown, folder: Path
) -> None:
    save_settings(Settings(person_name="Ada Example"))

    def work(person: Person) -> None:
        window = person.window
        person.see_page(1)
        first, second = (page.id for page in window.desk.pages[:2])
        editor = window.editor
        editor.setFocus()
        editor.go_to(FIRST.index("tbe") + 2)
        person.press(Key.Key_Backspace)
        person.write("h")
        person.press(Key.Key_S, CONTROL)
        person.press(Key.Key_PageDown, CONTROL)
        person.see_page(2)
        person.wait(lambda: "Saved" in window.status_line.currentMessage())
        counted = window.checking.reviewer._of_page
        assert counted[second] == word_counts(SECOND)
        assert counted[first] == word_counts(FIRST.replace("tbe", "the"))
        turn_to(person, 1)
        assert window.checking.reviewer.learned.readings == {("tbe", "the"): 1}

    assert sit_down(work, "open", folder) == 0


def test_what_was_learned_is_seen_exported_and_forgotten_by_keys(
    sit_down: SitDown, corrector: Corrector, folder: Path, tmp_path: Path
) -> None:
    def work(person: Person) -> None:
        window = person.window
        person.see_page(1)
        go_to(person, "Zwrtkov")
        person.press(Key.Key_Return, CONTROL)
        editor = window.editor
        editor.setFocus()
        editor.go_to(editor.exact_text().index("tbe") + 2)
        person.press(Key.Key_Backspace)
        person.write("h")
        person.see_page(1)
        person.press(Key.Key_X, CONTROL, SHIFT)
        dialog: Any = person.dialog(LexiconDialog)
        dialog._whose.setFocus()
        for key in (Key.Key_Down, Key.Key_Down, Key.Key_Return):
            person.qtbot.keyClick(dialog._whose, key)
        lines = ("the", "zwrtkov", "tbe → the  (1)", "b → h  (1)")
        person.wait(lambda: set(dialog._words) == set(lines))
        assert not dialog._new.isEnabled()
        assert not dialog._import.isEnabled()
        person.press(Key.Key_E, ALT)
        choose_file(person, tmp_path / "learned.tsv")
        person.wait(lambda: "Lessons written: 4" in dialog._said.text())
        dialog._filter.setFocus()
        person.write("zwr")
        dialog._list.setFocus()
        person.press(Key.Key_Delete)
        person.wait(lambda: "Learned no more: 1" in dialog._said.text())
        person.wait(lambda: "zwrtkov" not in dialog._words)
        recall(person, dialog, "zwrtkov")
        person.wait(lambda: "zwrtkov" in window.checking.reviewer.learned.confirmed)
        person.press(Key.Key_Escape)
        person.see_closed(dialog)
        person.press(Key.Key_S, CONTROL)
        person.wait(lambda: not window.desk.work.is_unsaved or person._open(QDialog))

    assert sit_down(work, "open", folder) == 0
    assert "word\t\tzwrtkov\t1\n" in (tmp_path / "learned.tsv").read_text("utf-8")


def recall(person: Person, dialog: Any, lesson: str) -> None:
    """Turn to what was forgotten and learn the only lesson there again, by keys alone."""
    assert dialog._list.accessibleName() == "What was learned"
    assert not dialog._recall.isVisible()
    dialog._filter.clear()
    dialog._whose.setFocus()
    for key in (Key.Key_Down, Key.Key_Return):
        person.qtbot.keyClick(dialog._whose, key)
    person.wait(lambda: dialog._words == (lesson,))
    assert dialog._list.accessibleName() == "What was forgotten"
    assert not dialog._remove.isVisible()
    assert not dialog._export.isEnabled()
    dialog._list.setFocus()
    person.press(Key.Key_Delete)
    assert dialog._words == (lesson,)
    person.press(Key.Key_Return)
    person.wait(lambda: "Learned again: 1" in dialog._said.text())
    person.wait(lambda: dialog._words == ())
    assert not dialog._recall.isEnabled()
