"""Typing is joined with what somebody else saved meanwhile."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QTreeWidget

from corrector.gui.dialogs.merge_dialog import MergeDialog
from corrector.record.entries import Person as Author
from corrector.tasks.opening import look_at, open_for_work
from corrector.tasks.remembering import history_of
from corrector.tasks.saving import Saving, save
from tests.end_to_end.conftest import Person
from tests.end_to_end.typing_by_keys import (
    CONTROL,
    TEXT,
    make_pages,
    said,
    saved_texts,
    type_at_the_end,
)

SitDown = Callable[..., int]
pytestmark = pytest.mark.window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_pages(tmp_path)


def save_as_somebody_else(person: Person, text: str) -> None:
    """Save a version as another program would that had the collection taken over."""
    collection = person.window.desk.collection
    page = collection.pages()[0]
    assert save(collection, page, Saving(text, Author("B. Other")), keep_draft=True)


def answer_merge(person: Person, words: str) -> Any:
    dialog = person.dialog(MergeDialog)
    button = next(one for one in dialog.findChildren(QPushButton) if words in one.text())
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return dialog


def test_a_version_of_somebody_else_is_joined_where_nothing_touches(
    sit_down: SitDown, folder: Path
) -> None:
    theirs = TEXT.replace("QUICK", "QUICKER")

    def work(person: Person) -> None:
        person.see_page(1)
        type_at_the_end(person, "GY")
        save_as_somebody_else(person, theirs)
        person.press(Qt.Key.Key_S, CONTROL)
        dialog = person.dialog(MergeDialog)
        assert not dialog.findChildren(QTreeWidget)
        answer_merge(person, "Join")
        person.wait(lambda: "Saved as version 2" in said(person))
        person.press(Qt.Key.Key_Z, CONTROL)
        person.wait(lambda: person.window.editor.exact_text() == TEXT + "GY")

    assert sit_down(work, "open", folder) == 0
    assert saved_texts(folder) == [TEXT, theirs, theirs + "GY"]
    with look_at(folder) as collection:
        newest = history_of(collection, collection.pages()[0])[-1]
    assert (newest.origin, newest.details) == ("merged", {"joined": "1"})


def test_a_word_that_both_changed_is_chosen_by_the_person(sit_down: SitDown, folder: Path) -> None:
    theirs = TEXT.replace("DOG", "FROG")

    def work(person: Person) -> None:
        person.see_page(1)
        type_at_the_end(person, "GY")
        save_as_somebody_else(person, theirs)
        person.press(Qt.Key.Key_S, CONTROL)
        tree = person.dialog(MergeDialog).findChildren(QTreeWidget)[0]
        assert [tree.topLevelItem(0).text(column) for column in range(3)] == [
            "FROG",
            "DOGGY",
            "DOG",
        ]
        tree.setFocus()
        person.press(Qt.Key.Key_Space)
        answer_merge(person, "Join")
        person.wait(lambda: person.window.editor.exact_text() == theirs)
        person.press(Qt.Key.Key_Z, CONTROL)
        assert person.window.editor.exact_text() == TEXT + "GY"

    assert sit_down(work, "open", folder) == 0
    assert saved_texts(folder) == [TEXT, theirs]


def test_ones_own_text_can_be_kept_on_top(sit_down: SitDown, folder: Path) -> None:
    theirs = TEXT.replace("DOG", "FROG")

    def work(person: Person) -> None:
        person.see_page(1)
        type_at_the_end(person, "GY")
        save_as_somebody_else(person, theirs)
        person.press(Qt.Key.Key_S, CONTROL)
        answer_merge(person, "Keep my text")
        person.wait(lambda: "Saved as version 2" in said(person))

    assert sit_down(work, "open", folder) == 0
    assert saved_texts(folder) == [TEXT, theirs, TEXT + "GY"]


def test_typing_kept_from_an_older_version_is_joined_with_what_was_saved_since(
    sit_down: SitDown, folder: Path
) -> None:
    def first(person: Person) -> None:
        person.see_page(1)
        type_at_the_end(person, "GY")

    assert sit_down(first, "open", folder) == 0
    theirs = TEXT.replace("QUICK", "QUICKER")
    with open_for_work(folder, "B. Other") as collection:
        other = Saving(theirs, Author("B. Other"))
        assert save(collection, collection.pages()[0], other, keep_draft=True)

    def second(person: Person) -> None:
        person.see_page(1)
        assert "version 1 was saved since" in person.window.notice.text()
        join = next(
            one
            for one in person.window.notice.findChildren(QPushButton)
            if one.text() == "Compare and join"
        )
        person.qtbot.mouseClick(join, Qt.MouseButton.LeftButton)
        answer_merge(person, "Join")
        person.wait(lambda: person.window.editor.exact_text() == theirs + "GY")

    def third(person: Person) -> None:
        person.see_page(1)
        person.window.editor.setFocus()
        person.press(Qt.Key.Key_S, CONTROL)
        person.wait(lambda: "Saved as version 2" in said(person))

    assert sit_down(second, "open", folder) == 0
    assert sit_down(third, "open", folder) == 0
    assert saved_texts(folder) == [TEXT, theirs, theirs + "GY"]
    with look_at(folder) as collection:
        newest = history_of(collection, collection.pages()[0])[-1]
    assert (newest.origin, newest.details) == ("merged", {"joined": "1"})


def test_a_version_saved_elsewhere_is_shown_when_the_person_comes_back_to_the_window(
    sit_down: SitDown, folder: Path
) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        save_as_somebody_else(person, "saved elsewhere")
        QGuiApplication.instance().applicationStateChanged.emit(
            Qt.ApplicationState.ApplicationActive
        )
        person.wait(lambda: person.window.editor.exact_text() == "saved elsewhere")
        assert "Version 1 of “B. Other” is shown now" in said(person)

    assert sit_down(work, "open", folder) == 0
