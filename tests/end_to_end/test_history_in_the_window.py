"""History, notes and comparisons as a person uses them: by keys, in the real window."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QTextBrowser, QTreeView, QTreeWidget

from corrector.gui.dialogs.compare_dialog import CompareDialog
from corrector.gui.dialogs.note_dialog import NoteDialog
from corrector.gui.dialogs.word_history_dialog import WordHistoryDialog
from corrector.gui.panels.comparison import Comparison
from corrector.settings import Settings, load_settings, save_settings
from tests.end_to_end.conftest import Corrector, Person

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SitDown = Callable[..., int]

pytestmark = pytest.mark.window

LINES = [f"LINE {number} OF THE LETTER" for number in range(60)]
TEXT = "\n".join(["THE QUICK BROWH FOX", *LINES, "THE LAZY DOG"])


@pytest.fixture
def folder(tmp_path: Path, home: Path) -> Path:
    assert home.is_dir()
    save_settings(Settings(person_name="A. Reader"))
    made = tmp_path / "letter"
    made.mkdir()
    (made / "page1.txt").write_text(TEXT, "utf-8")
    return made


def change(person: Person, old: str, new: str) -> None:
    editor = person.window.editor
    editor.setFocus()
    at = editor.exact_text().index(old)
    editor.go_to(at + len(old))
    for _ in old:
        person.press(Qt.Key.Key_Backspace)
    person.write(new)


def save(person: Person, number: int) -> None:
    person.press(Qt.Key.Key_S, CONTROL)
    person.wait(lambda: f"Saved as version {number}" in person.window.status_line.currentMessage())


def tree(person: Person) -> QTreeView:
    person.window.tabs.setCurrentWidget(person.window.history)
    return person.window.history.findChild(QTreeView)


def lines(view: QTreeView) -> list[str]:
    model, found = view.model(), []
    for row in range(model.rowCount()):
        above = model.index(row, 0)
        found.append(" ".join(model.index(row, column).data() for column in (0, 1, 4)))
        found += [model.index(below, 0, above).data() for below in range(model.rowCount(above))]
    return found


def choose(person: Person, version: str, below: int | None = None) -> QTreeView:
    """Choose a version, or what stands below it, once the window has read it all."""
    view = tree(person)
    model = view.model()
    person.wait(lambda: "• in progress A. Reader" in lines(view))
    index = next(
        model.index(row, 0)
        for row in range(model.rowCount())
        if model.index(row, 0).data() == version
    )
    if below is not None:
        view.expand(index)
        index = model.index(below, 0, index)
    flag = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
    view.setFocus()
    return view


def press_button(person: Person, parent: Any, words: str) -> None:
    person.window.activateWindow()
    person.wait(person.window.isActiveWindow)
    button = next(one for one in parent.findChildren(QPushButton) if words in one.text())
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def notes(person: Person) -> str:
    return str(person.window.notes.findChild(QTextBrowser).toPlainText())


def test_differences_are_walked_by_key_inline_and_side_by_side(
    sit_down: SitDown, folder: Path
) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        change(person, "BROWH", "BROWN")
        change(person, "LAZY", "LAZYISH")
        person.press(Qt.Key.Key_D, CONTROL)
        comparison = person.dialog(CompareDialog).findChild(Comparison)
        assert comparison.view.count == 2
        assert comparison.view.hasFocus()
        assert comparison.view.accessibleName()
        person.press(Qt.Key.Key_F7)
        assert comparison.view.at == 0
        top = comparison.view.verticalScrollBar().value()
        person.press(Qt.Key.Key_F7)
        assert comparison.view.at == 1
        assert comparison.view.verticalScrollBar().value() > top
        person.press(Qt.Key.Key_F7, SHIFT)
        assert comparison.view.at == 0
        layout, unit = comparison.findChildren(QComboBox)[:2]
        layout.setFocus()
        person.press(Qt.Key.Key_Down)
        unit.setFocus()
        person.press(Qt.Key.Key_Down)
        assert comparison.view.count == 2
        left, right = comparison.view.findChildren(QTextBrowser)
        assert left.document().blockCount() == right.document().blockCount() == 62
        person.press(Qt.Key.Key_F7)
        person.press(Qt.Key.Key_F7)
        assert left.verticalScrollBar().value() == right.verticalScrollBar().value() > 0
        assert left.verticalScrollBar().maximum() == right.verticalScrollBar().maximum()
        assert left.extraSelections()[0].cursor.selectedText() == "LAZY"
        assert right.extraSelections()[0].cursor.selectedText() == "LAZYISH"
        person.press(Qt.Key.Key_Escape)
        person.press(Qt.Key.Key_D, CONTROL)
        again = person.dialog(CompareDialog).findChild(Comparison).view
        assert [one.hasFocus() for one in again.findChildren(QTextBrowser)] == [False, True]
        person.press(Qt.Key.Key_Escape)

    assert sit_down(work, "open", folder) == 0
    assert (load_settings().compare_beside, load_settings().compare_unit) == (True, "word")


def test_the_history_of_a_word_tells_who_changed_it_and_what_is_unsaved(
    sit_down: SitDown, folder: Path
) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        change(person, "BROWH", "BROWM")
        save(person, 1)
        change(person, "THE QUICK", "A QUICK")
        change(person, "BROWM", "BROWN")
        person.press(Qt.Key.Key_H, CONTROL, SHIFT)
        rows = person.dialog(WordHistoryDialog).findChild(QTreeWidget)
        told = [
            [rows.topLevelItem(row).text(column) for column in range(4)]
            for row in range(rows.topLevelItemCount())
        ]
        assert told[0] == ["unsaved", "BROWM", "BROWN", "A. Reader"]
        assert told[1] == ["1", "BROWH", "BROWM", "A. Reader"]
        assert told[2][:3] == ["0", "∅", "BROWH"]
        person.press(Qt.Key.Key_Escape)

    assert sit_down(work, "open", folder) == 0


def test_notes_on_versions_corrections_and_words_are_shown_and_kept(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def note(person: Person, words: str) -> None:
        person.dialog(NoteDialog)
        person.write(words)
        person.press(Qt.Key.Key_Return, CONTROL)

    def work(person: Person) -> None:
        person.see_page(1)
        change(person, "BROWH", "BROWN")
        person.press(Qt.Key.Key_N, CONTROL, SHIFT)
        note(person, "seen on the carbon copy")
        person.wait(lambda: "kept with the next version" in notes(person))
        save(person, 1)
        person.wait(lambda: "kept with the next version" not in notes(person))
        choose(person, "1")
        press_button(person, person.window.history, "No&te")
        note(person, "second reading")
        person.wait(lambda: "second reading" in notes(person))
        view = choose(person, "1", 0)
        press_button(person, person.window.history, "No&te")
        note(person, "the N is clear")
        person.wait(lambda: "the N is clear" in notes(person))
        person.window.editor.go_to(TEXT.index("LAZY") + 2)
        person.window.editor.setFocus()
        person.press(Qt.Key.Key_N, CONTROL, SHIFT)
        note(person, "typed over something")
        person.wait(lambda: "typed over something" in notes(person))
        assert "BROWH → BROWN, version 1" in notes(person)
        assert "“LAZY”, version 1" in notes(person)
        told = lines(view)
        assert any("✎ A. Reader: the N is clear" in line for line in told)
        assert any("✎ A. Reader: second reading" in line for line in told)

    assert sit_down(work, "open", folder) == 0
    history = json.loads(corrector("history", folder, "1", "--json").out)
    assert history["versions"][1]["corrections"][0]["note"] == "seen on the carbon copy"
    kept = {
        one["text"]: (one["version"], one["correction"], one["start"]) for one in history["notes"]
    }
    assert kept == {
        "second reading": (1, None, None),
        "the N is clear": (1, 0, None),
        "typed over something": (1, None, TEXT.index("LAZY")),
    }


def test_the_cause_of_a_saved_correction_is_said_anew_and_both_are_shown(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        change(person, "BROWH", "BROWN")
        save(person, 1)
        view = choose(person, "1", 0)
        cause = person.window.history.findChildren(QComboBox)[0]
        assert cause.currentText() == "misread character"
        cause.setFocus()
        person.write("error in")
        person.wait(lambda: any("⇒ error in the source" in line for line in lines(view)))
        assert any("misread character ⇒ error in the source" in line for line in lines(view))

    assert sit_down(work, "open", folder) == 0
    history = json.loads(corrector("history", folder, "1", "--json").out)
    assert history["versions"][1]["corrections"][0]["cause"] == "misread-character"
    assert history["notes"][-1]["details"] == {"cause": "source-error"}


def test_statuses_stand_in_the_history_with_who_set_them(sit_down: SitDown, folder: Path) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        change(person, "BROWH", "BROWN")
        person.press(Qt.Key.Key_Return, CONTROL, SHIFT)
        view = tree(person)
        person.wait(lambda: "• proofread A. Reader" in lines(view))
        assert lines(view)[0] == "• proofread A. Reader"

    assert sit_down(work, "open", folder) == 0
