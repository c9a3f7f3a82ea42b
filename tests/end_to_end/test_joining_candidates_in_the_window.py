"""Torn words are mended in the window by the number of a candidate, with real keys."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu

from corrector.gui.series.dialog import SeriesDialog
from corrector.settings import Settings, save_settings
from tests.end_to_end.conftest import Corrector, Person
from tests.end_to_end.suspicions_by_keys import CONTROL, SHIFT, Key, flagged, go_to
from tests.end_to_end.told_lines import lines

SitDown = Callable[..., int]
pytestmark = pytest.mark.window
TEXT = "😀 The gratui ties were paid and the captain saw tbe harbour .\n"
MENDED = "😀 The gratuities were paid and the captain saw tbe harbour .\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "letters"
    made.mkdir()
    (made / "letter_1.txt").write_text(TEXT, encoding="utf-8")
    save_settings(Settings(person_name="A. Reader"))
    return made


def look_at(person: Person, piece: str) -> None:
    """Go to a piece of the torn word with F3, from the beginning of the page."""
    person.see_page(1)
    person.window.editor.setFocus()
    person.press(Key.Key_Home, CONTROL)
    for _ in range(4):
        person.press(Key.Key_F3)
        person.wait(person.window.verify_bar.is_asking)
        if person.window.verifying.current.text == piece:
            return
    raise AssertionError(f"{piece} is not suspected")


def menu_of(person: Person) -> QMenu:
    person.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


@pytest.mark.parametrize("piece", ["gratui", "ties"])
def test_a_digit_in_the_bar_joins_both_pieces_and_goes_on_to_what_follows(
    sit_down: SitDown, folder: Path, piece: str
) -> None:
    def work(person: Person) -> None:
        window = person.window
        look_at(person, piece)
        person.press(Key.Key_1)
        assert window.desk.work.text == MENDED
        assert window.verifying.current.text == "tbe"
        assert window.verify_bar.isAncestorOf(window.focusWidget())
        person.see_page(1)
        assert not {"gratui", "ties", "gratuities"} & set(flagged(person))
        assert window.verifying.current.text == "tbe"
        person.press(Key.Key_1)
        assert window.desk.work.text == MENDED.replace("tbe", "the")
        window.editor.setFocus()
        person.press(Key.Key_Z, CONTROL)
        assert window.desk.work.text == MENDED
        person.press(Key.Key_Z, CONTROL)
        assert window.desk.work.text == TEXT
        person.press(Key.Key_Z, CONTROL, SHIFT)
        assert window.desk.work.text == MENDED

    assert sit_down(work, "open", folder) == 0


def test_bar_menu_and_list_say_what_is_joined(sit_down: SitDown, folder: Path) -> None:
    said = "gratuities (with “ties”)"

    def work(person: Person) -> None:
        window = person.window
        look_at(person, "gratui")
        buttons = [one for one in window.verify_bar._candidates._buttons if one.isVisible()]
        assert buttons[1].text().startswith("1  gratuities (+ ties)  ")
        spoken = QAccessible.queryAccessibleInterface(buttons[1]).text(QAccessible.Text.Name)
        assert said in spoken
        model = window.suspicions._model
        shown = [model.index(row, 2).data() for row in range(model.rowCount())]
        assert shown[1:3] == ["gratuities (+ ties)", "gratuities (+ gratui)"]
        go_to(person, "ties")
        person.press(Key.Key_Space, CONTROL)
        menu = menu_of(person)
        assert menu.actions()[1].text().startswith("&1  gratuities (with “gratui”)\t")
        person.qtbot.keyClick(menu, Key.Key_1)
        assert window.desk.work.text == MENDED

    assert sit_down(work, "open", folder) == 0


def test_what_a_join_replaces_is_never_what_was_typed_there_since(
    sit_down: SitDown, folder: Path
) -> None:
    def work(person: Person) -> None:
        window = person.window
        look_at(person, "gratui")
        asked: Any = window.verifying.current
        window.editor.setFocus()
        window.editor.go_to(asked.span.end + 1)
        person.write("of ")
        typed = TEXT.replace("ties", "of ties")
        assert window.desk.work.text == typed
        window.editor.candidate_taken.emit(asked.span, asked.suggestions[0])
        assert window.desk.work.text == typed

    assert sit_down(work, "open", folder) == 0


def test_a_series_of_a_torn_word_asks_for_both_pieces(sit_down: SitDown, folder: Path) -> None:
    (folder / "letter_2.txt").write_text("Other gratui ties.\n", encoding="utf-8")

    def work(person: Person) -> None:
        person.see_page(1)
        go_to(person, "ties")
        person.press(Key.Key_F8)
        dialog: SeriesDialog = person.dialog(SeriesDialog)
        assert (dialog.wrong.text(), dialog.right.text()) == ("gratui ties", "gratuities")
        person.press(Key.Key_Escape)
        person.see_closed(dialog)

    assert sit_down(work, "open", folder) == 0


def test_a_join_is_recorded_as_a_candidate_and_teaches_no_wrong_word(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        look_at(person, "gratui")
        person.press(Key.Key_1)
        person.see_page(1)
        person.press(Key.Key_S, CONTROL)
        person.wait(lambda: person.window.desk.work.base.number == 1)

    assert sit_down(work, "open", folder) == 0
    (told,) = lines(corrector("history", folder, "1", "--json").out)
    (correction,) = told["versions"][-1]["corrections"]
    assert (correction["old"], correction["new"]) == ("gratui ties", "gratuities")
    assert (correction["cause"], correction["origin"]) == ("split", "candidate")
    assert correction["details"] == {"candidate": "gratuities"}
    assert (correction["old_start"], correction["old_end"]) == (6, 17)
    learned = corrector("lexicon", folder, "learned").out
    assert "gratui" not in learned
