"""Failing disks and other people, met through the real window: no typed character is lost."""

import errno
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QTreeWidget
from sqlalchemy import Connection

from corrector.errors import unwritable
from corrector.gui import checking
from corrector.gui.dialogs.merge_dialog import MergeDialog
from corrector.record import database
from corrector.record.entries import Person as Author
from corrector.record.record import Record
from corrector.settings import Settings, save_settings
from corrector.tasks.opening import look_at, open_for_work
from corrector.tasks.remembering import history_of
from corrector.tasks.saving import Saving, save
from corrector.tasks.whereabouts import RECORD_NAME
from tests.end_to_end.conftest import Person

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SitDown = Callable[..., int]

pytestmark = pytest.mark.window

TEXT = "THE QUICK BROWN FOX\nJUMPS OVER\nTHE LAZY DOG"


class FullDisk:
    """A disk that takes nothing more while `full`."""

    def __init__(self) -> None:
        self.full = False


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> FullDisk:
    made, real = FullDisk(), Record.writing

    @contextmanager
    def writing(record: Record) -> Iterator[Connection]:
        with real(record) as connection:
            yield connection
            if made.full:
                error = OSError(errno.ENOSPC, "No space left on device")
                raise unwritable(Path("corrections.corrector"), error)

    monkeypatch.setattr(Record, "writing", writing)
    return made


@pytest.fixture
def folder(tmp_path: Path, home: Path) -> Path:
    """Two pages of text, and a person who is known already."""
    assert home.is_dir()
    save_settings(Settings(person_name="A. Reader"))
    made = tmp_path / "letters"
    made.mkdir()
    for name in ("page1", "page2"):
        (made / f"{name}.txt").write_text(TEXT, "utf-8")
    return made


def saved_texts(folder: Path, number: int = 1) -> list[str]:
    with look_at(folder) as collection:
        return [one.text for one in history_of(collection, collection.pages()[number - 1])]


def type_at_the_end(person: Person, text: str) -> None:
    person.window.editor.setFocus()
    person.press(Qt.Key.Key_End, CONTROL)
    person.write(text)


def press_button(person: Person, words: str) -> None:
    """Press the button whose words contain `words`, by the mnemonic that it shows."""
    box = person.dialog(QMessageBox)
    button = next(one for one in box.findChildren(QPushButton) if words in one.text())
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def said(person: Person) -> str:
    return str(person.window.status_line.currentMessage())


def state(person: Person) -> str:
    return str(person.window.status_line.state())


def test_a_save_on_a_full_disk_keeps_the_text_and_offers_another_place(
    sit_down: SitDown, folder: Path, disk: FullDisk, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "rescued.txt"

    def work(person: Person) -> None:
        person.see_page(1)
        type_at_the_end(person, " 1")
        disk.full = True
        person.press(Qt.Key.Key_S, CONTROL)
        box = person.dialog(QMessageBox)
        assert "still here" in box.text()
        assert "No space left" in box.informativeText()
        assert "Saved" not in said(person)
        press_button(person, "another place")
        person.dialog(QFileDialog)
        person.fill(str(elsewhere))
        person.press(Qt.Key.Key_Return)
        person.wait(elsewhere.exists)
        assert elsewhere.read_text("utf-8") == TEXT + " 1"
        person.wait(lambda: "not yet saved as a version" in said(person))
        assert person.window.desk.work.is_unsaved
        assert person.window.editor.exact_text() == TEXT + " 1"
        disk.full = False
        person.press(Qt.Key.Key_S, CONTROL)
        person.wait(lambda: "Saved as version 1" in said(person))

    assert sit_down(work, "open", folder) == 0
    assert saved_texts(folder) == [TEXT, TEXT + " 1"]


def test_a_record_that_is_gone_is_told_and_saved_to_when_it_is_back(
    sit_down: SitDown, folder: Path
) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        type_at_the_end(person, "!")
        away = folder.with_name("away")
        shutil.move(folder / RECORD_NAME, away)
        person.press(Qt.Key.Key_S, CONTROL)
        assert "still here" in person.dialog(QMessageBox).text()
        shutil.move(away, folder / RECORD_NAME)
        press_button(person, "Try again")
        person.wait(lambda: "Saved as version 1" in said(person))

    assert sit_down(work, "open", folder) == 0
    assert saved_texts(folder) == [TEXT, TEXT + "!"]


def test_typing_that_does_not_get_to_the_disk_is_told_at_once_and_tried_again(
    sit_down: SitDown, folder: Path, disk: FullDisk
) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        disk.full = True
        type_at_the_end(person, "xyz")
        person.wait(lambda: "NOT on the disk" in state(person))
        person.press(Qt.Key.Key_PageDown, CONTROL)
        person.see_page(2)
        person.press(Qt.Key.Key_PageUp, CONTROL)
        person.see_page(1)
        assert person.window.editor.exact_text() == TEXT + "xyz"
        disk.full = False
        person.wait(lambda: "the draft is on the disk" in state(person))

    assert sit_down(work, "open", folder) == 0

    def look(person: Person) -> None:
        person.see_page(1)
        assert person.window.editor.exact_text() == TEXT + "xyz"
        assert person.window.editor.caret() == len(TEXT) + 3

    assert sit_down(look, "open", folder) == 0


def test_the_window_stays_open_while_typing_cannot_be_kept(
    sit_down: SitDown, folder: Path, disk: FullDisk
) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        type_at_the_end(person, "?")
        disk.full = True
        person.press(Qt.Key.Key_Q, CONTROL)
        assert "not on the disk" in person.dialog(QMessageBox).text()
        assert person.window.isVisible()
        disk.full = False
        press_button(person, "Try again")
        person.wait(lambda: not person.window.isVisible())

    assert sit_down(work, "open", folder) == 0
    assert saved_texts(folder) == [TEXT]

    def look(person: Person) -> None:
        person.see_page(1)
        assert person.window.editor.exact_text() == TEXT + "?"

    assert sit_down(look, "open", folder) == 0


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


def test_undo_reaches_over_saves_and_turned_pages_with_its_marks(
    sit_down: SitDown, folder: Path
) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        person.window.editor.setFocus()
        person.press(Qt.Key.Key_Home, CONTROL)
        person.press(Qt.Key.Key_F4)
        assert [one.kind for one in person.window.desk.work.marks] == ["doubtful"]
        type_at_the_end(person, "GY")
        person.press(Qt.Key.Key_S, CONTROL)
        person.wait(lambda: "Saved as version 1" in said(person))
        person.press(Qt.Key.Key_PageDown, CONTROL)
        person.see_page(2)
        person.press(Qt.Key.Key_PageUp, CONTROL)
        person.see_page(1)
        person.window.editor.setFocus()
        person.press(Qt.Key.Key_Z, CONTROL)
        assert person.window.editor.exact_text() == TEXT
        assert len(person.window.desk.work.marks) == 1
        person.press(Qt.Key.Key_Z, CONTROL)
        assert person.window.desk.work.marks == ()
        person.press(Qt.Key.Key_Z, CONTROL, SHIFT)
        person.press(Qt.Key.Key_Z, CONTROL, SHIFT)
        assert person.window.editor.exact_text() == TEXT + "GY"
        assert not person.window.desk.work.is_unsaved

    assert sit_down(work, "open", folder) == 0
    assert saved_texts(folder) == [TEXT, TEXT + "GY"]


def test_a_record_that_another_program_holds_is_told_and_saved_to_later(
    sit_down: SitDown, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)

    def work(person: Person) -> None:
        person.see_page(1)
        type_at_the_end(person, "!")
        with closing(sqlite3.connect(folder / RECORD_NAME)) as other:
            other.execute("BEGIN EXCLUSIVE")
            person.press(Qt.Key.Key_S, CONTROL)
            assert "still here" in person.dialog(QMessageBox).text()
            other.rollback()
        press_button(person, "Try again")
        person.wait(lambda: "Saved as version 1" in said(person))

    assert sit_down(work, "open", folder) == 0
    assert saved_texts(folder) == [TEXT, TEXT + "!"]


def test_looking_for_suspicions_waits_quietly_while_another_program_holds_the_record(
    sit_down: SitDown, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    monkeypatch.setattr(checking, "AGAIN_MS", 300)

    def work(person: Person) -> None:
        person.see_page(1)
        found: list[object] = []
        person.window.checking.found.connect(found.append)
        with closing(sqlite3.connect(folder / RECORD_NAME)) as other:
            other.execute("BEGIN EXCLUSIVE")
            person.window.checking.read_again()
            person.wait(lambda: "come a little later" in said(person))
            assert not person.window.findChildren(QMessageBox)
            found.clear()
            other.rollback()
        person.wait(lambda: bool(found))

    assert sit_down(work, "open", folder) == 0


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
