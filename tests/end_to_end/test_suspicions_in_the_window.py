"""Suspicions in the window with real keys: why, which kinds, languages, the walk."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from corrector.gui.dialogs.language_dialog import LanguageDialog
from corrector.settings import load_settings
from corrector.tasks.kinds import Kind
from tests.end_to_end.conftest import Corrector, Person
from tests.end_to_end.suspicions_by_keys import (
    CONTROL,
    FIRST,
    SECOND,
    SHIFT,
    Key,
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
        assert "Places where “captain” stands in this collection: 2." in said
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
        assert window.desk.work.text == FIRST

    assert sit_down(work, "open", folder) == 0


def test_a_page_whose_text_waits_to_be_divided_says_so(
    sit_down: SitDown, shared: Path, tmp_path: Path
) -> None:
    import shutil

    samples = shared / "samples" / "ehri_en"
    whole = tmp_path / "whole"
    whole.mkdir()
    for number in ("02", "03"):
        shutil.copy(samples / f"EHRI-DR-19390519-US_{number}.jpg", whole)
    (whole / "EHRI-DR-19390519-US.txt").write_text(FIRST + SECOND, encoding="utf-8")

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
