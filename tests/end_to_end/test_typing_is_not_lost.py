"""Failing disks and other people, met through the real window: no typed character is lost."""

import errno
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from sqlalchemy import Connection

from corrector.errors import unwritable
from corrector.gui import checking
from corrector.record import database
from corrector.record.record import Record
from corrector.tasks.whereabouts import RECORD_NAME
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
SHIFT = Qt.KeyboardModifier.ShiftModifier
pytestmark = pytest.mark.window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_pages(tmp_path)


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


def press_button(person: Person, words: str) -> None:
    """Press the button whose words contain `words`, by the mnemonic that it shows."""
    box = person.dialog(QMessageBox)
    button = next(one for one in box.findChildren(QPushButton) if words in one.text())
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


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
