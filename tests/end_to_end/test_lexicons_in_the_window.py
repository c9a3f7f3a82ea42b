"""Lexicons, and what was learned, in the window with real keys."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit

from corrector.gui.dialogs.lexicon_dialog import LexiconDialog
from tests.end_to_end.conftest import Corrector, Person
from tests.end_to_end.suspicions_by_keys import (
    ALT,
    CONTROL,
    SHIFT,
    Key,
    choose_file,
    explanation,
    flagged,
    go_to,
    make_letters,
)

SitDown = Callable[..., int]
pytestmark = pytest.mark.window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_letters(tmp_path)


def test_keys_put_the_word_into_lexicons_and_it_is_checked_at_once(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        window = person.window
        person.see_page(1)
        person.wait(lambda: window.checking.tallies.pages() == 3)
        before = sum(window.checking.tallies.of_page(2).values())
        go_to(person, "tbe")
        person.press(Key.Key_C, CONTROL, SHIFT)
        person.wait(lambda: "tbe" not in flagged(person))
        person.wait(lambda: sum(window.checking.tallies.of_page(2).values()) == before - 1)
        go_to(person, "l8th")
        person.press(Key.Key_A, CONTROL, SHIFT)
        person.wait(lambda: "“l8th” is in your lexicon" in window.status_line.currentMessage())
        go_to(person, "tbe")
        assert "“tbe” is in the lexicon of the collection" in explanation(person)

    assert sit_down(work, "open", folder) == 0
    assert corrector("lexicon", folder, "list").out == "tbe\n"
    assert corrector("lexicon", folder, "list", "--personal").out == "l8th\n"


def test_the_dialog_adds_filters_removes_imports_and_exports(
    sit_down: SitDown, corrector: Corrector, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "names.dic").write_text("2\nRibnitz/S\nDamgarten\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("# nothing\n", encoding="utf-8")

    def work(person: Person) -> None:
        person.see_page(1)
        person.press(Key.Key_X, CONTROL, SHIFT)
        dialog: Any = person.dialog(LexiconDialog)
        person.press(Key.Key_L, ALT)
        person.press(Key.Key_Down)
        assert not dialog.place().personal
        person.qtbot.keyClick(dialog._whose, Key.Key_Return)
        dialog._new.setFocus()
        person.write("tbe Zwrtkov")
        person.press(Key.Key_Return)
        person.wait(lambda: dialog._words == ("tbe", "Zwrtkov"))
        person.wait(lambda: "tbe" not in flagged(person))
        person.press(Key.Key_I, ALT)
        choose_file(person, tmp_path / "names.dic")
        person.wait(lambda: "Words added: 2" in dialog._said.text())
        person.press(Key.Key_I, ALT)
        choose_file(person, tmp_path / "empty.txt")
        person.wait(lambda: "nothing was imported" in dialog._said.text())
        dialog._filter.setFocus()
        person.write("TB")
        assert dialog._model.stringList() == ["tbe"]
        dialog._list.setFocus()
        person.press(Key.Key_Down)
        person.press(Key.Key_Delete)
        person.wait(lambda: "tbe" not in dialog._words)
        person.wait(lambda: "tbe" in flagged(person))
        person.press(Key.Key_E, ALT)
        choose_file(person, tmp_path / "out.txt")
        person.wait(lambda: "Words written: 3" in dialog._said.text())
        person.press(Key.Key_Escape)
        person.see_closed(dialog)

    assert sit_down(work, "open", folder) == 0
    assert (tmp_path / "out.txt").read_text("utf-8") == "Damgarten\nRibnitz\nZwrtkov\n"
    assert corrector("lexicon", folder, "list").out == "Damgarten\nRibnitz\nZwrtkov\n"


def test_a_read_only_collection_lets_only_ones_own_lexicon_be_changed(
    sit_down: SitDown, folder: Path, qtbot: Any
) -> None:
    dialog = LexiconDialog(None, writable=False)
    qtbot.addWidget(dialog)
    assert dialog.findChildren(QLineEdit)[0] is not None
    assert dialog._new.isEnabled()
    dialog._whose.setCurrentIndex(1)
    dialog._change_place()
    assert not dialog._new.isEnabled()
    assert "reading only" in dialog._said.text()
