"""Suspicions in the window with real keys: why, which kinds, lexicons, languages, keeping."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QMenu

from corrector.gui.dialogs.explanation_dialog import ExplanationDialog
from corrector.gui.dialogs.language_dialog import LanguageDialog
from corrector.gui.dialogs.lexicon_dialog import LexiconDialog
from corrector.settings import Settings, load_settings, save_settings
from corrector.suspicion.counting import word_counts
from corrector.tasks.kinds import Kind
from tests.end_to_end.conftest import Corrector, Person

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
SitDown = Callable[..., int]

pytestmark = pytest.mark.window

_FIRST = "The captain saw tbe harbour of Zwrtkov on the l8th of May and left the ship.\n"
_SECOND = "The people of Zwrtkov saw tbe ship in the harbour and the captain on the island.\n"
_GERMAN = "Das Schiff lag im Hafen und der Kapitän ging an das Land zu den Leuten der Stadt.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    for number, text in enumerate((_FIRST, _SECOND, _GERMAN), 1):
        (folder / f"letter_{number}.txt").write_text(text, encoding="utf-8")
    return folder


def go_to(person: Person, word: str) -> None:
    editor = person.window.editor
    editor.setFocus()
    editor.go_to(editor.exact_text().index(word) + 1)


def flagged(person: Person) -> list[str]:
    return [one.text for one in person.window.editor.findings() if one.shown]


def explanation(person: Person) -> str:
    person.press(Key.Key_F1, SHIFT)
    dialog = person.dialog(ExplanationDialog)
    said: str = dialog.text()
    person.press(Key.Key_Escape)
    person.see_closed(dialog)
    return said


def test_shift_f1_says_why_a_word_is_flagged_and_why_another_is_not(
    sit_down: SitDown, folder: Path
) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        go_to(person, "tbe")
        said = explanation(person)
        assert "“tbe” is flagged." in said
        assert "“the” is common and looks much like it" in said
        go_to(person, "captain")
        said = explanation(person)
        assert "“captain” is not flagged: its score is below the threshold." in said
        assert "“captain” is in the word list for “en”, at place" in said
        assert "“captain” stands 2 times in this collection." in said
        assert person.window.focusWidget() is person.window.editor
        names = [one.objectName() for one in person.window.editor.word_actions]
        assert {"explain-word", "to-my-lexicon", "to-collection-lexicon"} <= set(names)

    assert sit_down(work, "open", folder) == 0


def test_a_confirmed_word_names_who_confirmed_it(sit_down: SitDown, folder: Path) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        go_to(person, "tbe")
        person.press(Key.Key_Return, CONTROL)
        person.see_page(1)
        go_to(person, "tbe")
        said = explanation(person)
        assert "“tbe” is not flagged, because a person settled it." in said
        assert "confirmed it here." in said

    assert sit_down(work, "open", folder) == 0


def test_kinds_are_hidden_by_keys_in_text_list_walk_and_counts(
    sit_down: SitDown, folder: Path
) -> None:
    def work(person: Person) -> None:
        window = person.window
        person.see_page(1)
        person.wait(lambda: window.checking.tallies.pages() == 3)
        assert {"tbe", "l8th"} <= set(flagged(person))
        digits = window.checking.tallies.of_all()[Kind.DIGITS]
        person.press(Key.Key_K, CONTROL, SHIFT)
        person.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        person.qtbot.keyClick(menu, Key.Key_Down)
        person.qtbot.keyClick(menu, Key.Key_Down)
        person.qtbot.keyClick(menu, Key.Key_Space)
        person.qtbot.keyClick(menu, Key.Key_Escape)
        person.wait(lambda: "l8th" not in flagged(person))
        assert "tbe" in flagged(person)
        assert digits >= 1
        person.wait(lambda: f"{digits} hidden by kind" in window.suspicions._sum.text())
        assert "1 hidden by kind" in window.suspicions._count.text()
        walked = set()
        window.editor.setFocus()
        person.press(Key.Key_Home, CONTROL)
        while window.desk.work.number == 1 and len(walked) < 9:
            person.press(Key.Key_F3)
            person.wait(lambda: window.verifying.current is not None)
            if window.verifying.current.text in walked:
                break
            walked.add(window.verifying.current.text)
        assert "l8th" not in walked
        assert "tbe" in walked

    assert sit_down(work, "open", folder) == 0


def test_hidden_kinds_are_hidden_still_when_the_program_is_opened_again(
    sit_down: SitDown, folder: Path
) -> None:
    def hide(person: Person) -> None:
        person.see_page(1)
        person.press(Key.Key_K, CONTROL, SHIFT)
        person.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        for key in (Key.Key_Down, Key.Key_Down, Key.Key_Space, Key.Key_Escape):
            person.qtbot.keyClick(menu, key)
        person.wait(lambda: "l8th" not in flagged(person))

    def look_again(person: Person) -> None:
        person.see_page(1)
        assert "tbe" in flagged(person)
        assert "l8th" not in flagged(person)
        assert person.window.suspicions.kinds.hidden() == {Kind.DIGITS}
        person.press(Key.Key_K, CONTROL, SHIFT)
        person.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        person.qtbot.keyClick(QApplication.activePopupWidget(), Key.Key_S)
        person.wait(lambda: "l8th" in flagged(person))

    assert sit_down(hide, "open", folder) == 0
    assert load_settings().hidden_kinds == "digits"
    assert sit_down(look_again, "open", folder) == 0
    assert load_settings().hidden_kinds == ""


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


def choose_file(person: Person, path: Path) -> None:
    person.wait(lambda: person.window.findChildren(QFileDialog))
    chooser = person.window.findChildren(QFileDialog)[0]
    chooser.fileSelected.emit(str(path))
    chooser.close()
    person.wait(lambda: not person.window.findChildren(QFileDialog))
    (dialog,) = person.window.findChildren(LexiconDialog)
    dialog.activateWindow()
    person.wait(dialog.isActiveWindow)


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
        editor.go_to(_FIRST.index("tbe") + 2)
        person.press(Key.Key_Backspace)
        person.write("h")
        person.press(Key.Key_S, CONTROL)
        person.press(Key.Key_PageDown, CONTROL)
        person.see_page(2)
        person.wait(lambda: "Saved" in window.status_line.currentMessage())
        counted = window.checking.reviewer._of_page
        assert counted[second] == word_counts(_SECOND)
        assert counted[first] == word_counts(_FIRST.replace("tbe", "the"))
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


def test_languages_are_seen_set_and_taken_back(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        window = person.window
        person.see_page(1)
        person.press(Key.Key_G, CONTROL, SHIFT)
        dialog: Any = person.dialog(LanguageDialog)
        person.write("klingonish")
        person.press(Key.Key_Return)
        person.wait(lambda: "There is no language “klingonish”" in dialog._said.text())
        person.fill("fr+en")
        person.press(Key.Key_Return)
        person.see_closed(dialog)
        person.wait(lambda: window.checking.latest.result.languages == ("fr", "en"))
        person.press(Key.Key_PageDown, CONTROL)
        person.see_page(2)
        assert window.checking.latest.result.languages == ("en",)

    assert sit_down(work, "open", folder) == 0
    said = corrector("language", folder).out.splitlines()
    assert [line.split("  ")[2:] for line in said] == [
        ["fr+en", "(page)"], ["en", "(guessed)"], ["de", "(guessed)"],
    ]  # fmt: skip
    assert corrector("language", folder, "1", "--guess").code == 0
    assert "en  (guessed)" in corrector("language", folder, "1").out
    assert corrector("language", folder, "1", "--document", "x", "--guess").code == 2


def test_0_keeps_the_word_and_every_candidate_says_how_probable_it_is(
    sit_down: SitDown, folder: Path
) -> None:
    def work(person: Person) -> None:
        window = person.window
        person.see_page(1)
        window.editor.setFocus()
        person.press(Key.Key_Home, CONTROL)
        person.press(Key.Key_F3)
        person.wait(window.verify_bar.is_asking)
        first = window.verifying.current.text
        labels = [one.text() for one in window.verify_bar._candidates._buttons if one.isVisible()]
        assert labels[0].startswith("0  keep  ")
        assert all(label.endswith("%") for label in labels)
        person.press(Key.Key_0)
        person.wait(lambda: any(one.kind == "confirmed" for one in window.desk.work.marks))
        mark = next(one for one in window.desk.work.marks if one.kind == "confirmed")
        assert mark.span.of(window.desk.work.text) == first
        assert window.desk.work.text == _FIRST

    assert sit_down(work, "open", folder) == 0


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


def test_a_page_whose_text_waits_to_be_divided_says_so(
    sit_down: SitDown, shared: Path, tmp_path: Path
) -> None:
    import shutil

    samples = shared / "samples" / "ehri_en"
    whole = tmp_path / "whole"
    whole.mkdir()
    for number in ("02", "03"):
        shutil.copy(samples / f"EHRI-DR-19390519-US_{number}.jpg", whole)
    (whole / "EHRI-DR-19390519-US.txt").write_text(_FIRST + _SECOND, encoding="utf-8")

    def look(person: Person) -> None:
        person.see_page(1)
        said = person.window.verify_bar._nothing.text()
        assert "waits to be divided among its pages" in said
        assert "Ctrl+Shift+D" in said
        assert "Ctrl+Shift+R" not in said

    assert sit_down(look, "open", whole) == 0


def test_the_walk_stays_where_nothing_is_left_and_says_in_which_direction(
    sit_down: SitDown, folder: Path
) -> None:
    def work(person: Person) -> None:
        window = person.window
        person.see_page(1)
        person.wait(lambda: window.checking.tallies.pages() == 3)
        person.press(Key.Key_F3)
        first = window.verifying.current
        person.press(Key.Key_F3, SHIFT)
        assert "to the beginning" in window.status_line.currentMessage()
        assert window.verifying.current == first
        assert window.verify_bar.is_asking()
        person.press(Key.Key_F3)
        assert window.verifying.current != first
        ended = "No suspicions left from here to the end."
        for _ in range(20):
            last = window.verifying.current
            person.press(Key.Key_F3)
            person.wait(
                lambda last=last: (
                    window.status_line.currentMessage() == ended
                    or window.verifying.current not in (last, None)
                )
            )
            if window.status_line.currentMessage() == ended:
                break
        assert window.status_line.currentMessage() == ended
        assert window.verifying.current == last is not None

    assert sit_down(work, "open", folder) == 0


def test_what_was_passed_over_is_not_denied_at_the_end_of_a_page(
    sit_down: SitDown, folder: Path
) -> None:
    for other in ("letter_2.txt", "letter_3.txt"):
        (folder / other).unlink()

    def work(person: Person) -> None:
        window = person.window
        person.see_page(1)
        person.press(Key.Key_F3)
        for _ in range(len(flagged(person)) - 1):
            person.press(Key.Key_F3)
        person.press(Key.Key_Return)
        words = window.verify_bar.findChildren(QLabel)
        assert not window.verify_bar.is_asking()
        assert any("from here to the end of the page" in one.text() for one in words)
        person.press(Key.Key_F3, SHIFT)
        assert window.verify_bar.is_asking()

    assert sit_down(work, "open", folder) == 0


def test_a_word_without_candidates_says_so(sit_down: SitDown, folder: Path) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        go_to(person, "captain")
        person.press(Key.Key_Space, CONTROL)
        assert "not suspected" in person.window.status_line.currentMessage()
        assert QApplication.activePopupWidget() is None

    assert sit_down(work, "open", folder) == 0
