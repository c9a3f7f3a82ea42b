"""What the window promises, seen through the real main() with real keys."""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QImage, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QMainWindow,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from corrector.atomic import write_whole
from corrector.errors import InputError
from corrector.gui.dialogs.help_dialog import HelpDialog
from corrector.gui.panels.word_strip import WordStrip
from corrector.gui.window_shape import WindowShape, side_by_side
from corrector.paths import settings_folder
from corrector.tasks import placing
from corrector.tasks.whereabouts import RECORD_NAME
from tests.end_to_end.conftest import PROJECT, Corrector, Person

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SitDown = Callable[..., int]

pytestmark = pytest.mark.window

EXPECTED_KEYS = {
    "next-suspicion": "F3",
    "previous-suspicion": "Shift+F3",
    "confirm": "Ctrl+Return",
    "candidates": "Ctrl+Space",
    "doubtful": "F4",
    "save": "Ctrl+S",
    "save-with-note": "Ctrl+Shift+S",
    "proofread": "Ctrl+Shift+Return",
    "next-page": "Ctrl+PgDown",
    "previous-page": "Ctrl+PgUp",
    "recognise": "Ctrl+Shift+R",
    "compare": "Ctrl+D",
    "zoom-in": "Ctrl++",
    "zoom-out": "Ctrl+-",
    "fit-width": "Ctrl+0",
    "next-pane": "F6",
    "previous-pane": "Shift+F6",
    "find": "Ctrl+F",
    "palette": "Ctrl+Shift+P",
    "keys": "F1",
}


def test_started_with_nothing_it_opens_the_persons_own_copy_of_the_sample(
    sit_down: SitDown, home: Path
) -> None:
    def look(person: Person) -> None:
        person.see_page(1)
        assert person.window.desk.collection.root == home / "data" / "sample"
        assert person.window.editor.exact_text() == person.window.desk.work.text
        assert person.window.suspicions.isVisible()

    assert sit_down(look) == 0
    for scan in (PROJECT / "resources" / "sample").iterdir():
        assert (home / "data" / "sample" / scan.name).read_bytes() == scan.read_bytes()


def test_every_key_of_the_design_is_there_and_no_two_commands_share_one(
    sit_down: SitDown,
) -> None:
    def look(person: Person) -> None:
        actions = person.window.actions_by_name
        for name, key in EXPECTED_KEYS.items():
            portable = QKeySequence.SequenceFormat.PortableText
            assert key in [one.toString(portable) for one in actions[name].shortcuts()], name
        keys = [one.toString() for action in actions.all() for one in action.shortcuts()]
        assert len(keys) == len(set(keys))

    assert sit_down(look) == 0


def test_everything_that_takes_the_focus_has_a_name(sit_down: SitDown) -> None:
    def look(person: Person) -> None:
        person.see_page(1)
        nameless = [
            widget
            for widget in person.window.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and not accessible_name(widget)
        ]
        assert nameless == []

    assert sit_down(look) == 0


def accessible_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_what_was_typed_and_not_saved_is_there_again(
    sit_down: SitDown, despatch: Path, unchanged: Callable[[Path], None]
) -> None:
    unchanged(despatch)

    def write(person: Person) -> None:
        person.see_page(1)
        person.window.editor.setFocus()
        person.press(Qt.Key.Key_Home, CONTROL)
        person.write("typed ")

    def look(person: Person) -> None:
        person.see_page(1)
        assert person.window.editor.exact_text().startswith("typed ")
        assert "Unsaved typing" in person.window.notice.text()
        person.press(Qt.Key.Key_Z, CONTROL)
        assert person.window.editor.exact_text().startswith("typed ")

    assert sit_down(write, "open", despatch) == 0
    assert sit_down(look, "open", despatch) == 0


def test_f3_goes_on_over_the_border_of_the_page(sit_down: SitDown, despatch: Path) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        person.wait(person.window.verify_bar.is_asking)
        for _ in range(300):
            person.press(Qt.Key.Key_F3)
            if not person.window.verify_bar.is_asking():
                break
        person.see_page(2)
        person.wait(person.window.verify_bar.is_asking)
        first = person.window.editor.findings()[0]
        assert person.window.verifying.current.span == first.span
        person.press(Qt.Key.Key_F3, SHIFT)
        person.see_page(1)

    assert sit_down(work, "open", despatch) == 0


def test_a_confirmed_token_stays_confirmed_when_saved_and_opened_again(
    sit_down: SitDown, despatch: Path
) -> None:
    confirmed: list[str] = []

    def confirm(person: Person) -> None:
        person.see_page(1)
        person.press(Qt.Key.Key_F3)
        confirmed.append(person.window.verifying.current.text)
        person.press(Qt.Key.Key_Return)
        person.press(Qt.Key.Key_S, CONTROL)
        person.dialog(QDialog)
        person.fill("A. Reader")
        person.press(Qt.Key.Key_Return)
        person.wait(lambda: "Saved as version 1" in person.window.status_line.currentMessage())

    def look(person: Person) -> None:
        person.see_page(1)
        (mark,) = person.window.desk.work.marks
        assert mark.span.of(person.window.desk.work.text) == confirmed[0]
        assert (mark.kind, mark.author) == ("confirmed", "A. Reader")
        spans = [one.span for one in person.window.editor.findings()]
        assert mark.span not in spans

    assert sit_down(confirm, "open", despatch) == 0
    assert sit_down(look, "open", despatch) == 0


@pytest.mark.tesseract
@pytest.mark.slow
def test_a_page_is_recognised_once_as_its_text_and_again_only_as_a_proposal(
    sit_down: SitDown, tmp_path: Path
) -> None:
    folder = tmp_path / "one"
    folder.mkdir()
    shutil.copy(PROJECT / "resources" / "sample" / "despatch_3.jpg", folder)

    def work(person: Person) -> None:
        person.see_page(1)
        assert person.window.desk.work.text == ""
        person.press(Qt.Key.Key_R, CONTROL, SHIFT)
        person.wait(lambda: person.window.desk.work.text)
        person.see_page(1)
        person.window.editor.setFocus()
        person.press(Qt.Key.Key_Home, CONTROL)
        person.write("mine ")
        text = person.window.editor.exact_text()
        person.press(Qt.Key.Key_R, CONTROL, SHIFT)
        person.wait(lambda: person.window.desk.work.content.proposal)
        assert person.window.editor.exact_text() == text

    assert sit_down(work, "open", folder) == 0


def test_a_collection_that_is_open_elsewhere_can_be_read(sit_down: SitDown, despatch: Path) -> None:
    code = (
        "import sys, pathlib; from corrector.tasks.opening import open_for_work\n"
        "with open_for_work(pathlib.Path(sys.argv[1]), 'Somebody Else'):\n"
        "    print('open', flush=True); sys.stdin.read()"
    )

    def look(person: Person) -> None:
        box = person.dialog(QMessageBox)
        assert "Somebody Else" in box.text()
        person.press(Qt.Key.Key_Return)
        person.see_page(1)
        assert person.window.editor.isReadOnly()
        assert not person.window.actions_by_name["save"].isEnabled()

    with subprocess.Popen(
        [sys.executable, "-c", code, str(despatch)],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        assert sit_down(look, "open", despatch) == 0
        other.communicate(b"")


def test_a_write_protected_collection_can_be_read(
    sit_down: SitDown, corrector: Corrector, despatch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert corrector("lexicon", despatch, "add", "Ribnitz").code == 0
    before = {one: one.stat().st_mtime_ns for one in despatch.rglob("*")}

    def look(person: Person) -> None:
        person.see_page(1)
        assert "is write-protected" in person.window.notice.text()
        assert "Open for reading only." in person.window.notice.text()
        assert person.window.editor.isReadOnly()
        assert not person.window.actions_by_name["series"].isEnabled()
        assert person.window.editor.findings()

    # A double, because the super-user may write everywhere whatever the mode says.
    record = despatch / RECORD_NAME
    monkeypatch.setattr(os, "access", lambda path, _mode: path != record)
    assert sit_down(look, "open", despatch) == 0
    assert {one: one.stat().st_mtime_ns for one in despatch.rglob("*")} == before


def test_help_lists_every_key(sit_down: SitDown) -> None:
    def look(person: Person) -> None:
        person.see_page(1)
        person.press(Qt.Key.Key_F1)
        dialog = person.dialog(HelpDialog)
        (model,) = {view.model() for view in dialog.findChildren(QAbstractItemView)}
        listed = {model.index(row, 1).data() for row in range(model.rowCount())}
        assert {"F3", "F4", "1 – 9"} <= listed

    assert sit_down(look) == 0


def test_the_window_can_be_rendered_to_a_picture(
    corrector: Corrector, despatch: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    small = QMainWindow()
    qtbot.addWidget(small)
    shape = WindowShape(small, side_by_side(*(QWidget() for _ in range(4))))
    small.resize(900, 500)
    shape.keep()
    kept = (settings_folder() / "window.ini").read_bytes()
    target = tmp_path / "window.png"
    assert corrector("open", despatch, "--picture", target).code == 0
    assert QImage(str(target)).size() == QSize(1280, 800)
    assert (settings_folder() / "window.ini").read_bytes() == kept


@pytest.mark.parametrize("fails", [False, True], ids=["read", "unreadable"])
def test_the_picture_waits_until_the_words_have_places_on_the_scan(
    corrector: Corrector, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    course: list[str] = []
    read, write = placing.read_places, write_whole

    def read_slowly(*arguments: Any, **named: Any) -> object:
        time.sleep(1.5)  # longer than all else takes
        course.append("read")
        if fails:
            raise InputError("unreadable")
        return read(*arguments, **named)

    def look(*arguments: Any) -> None:
        window: Any = next(one for one in QApplication.topLevelWidgets() if one.isVisible())
        # The machine read no word where the first suspicion of the sample stands.
        word, _ = window.link.boxes_at(window.verifying.current.span)
        course.append("places" if word else "no places")
        write(*arguments)

    monkeypatch.setattr(placing, "read_places", read_slowly)
    monkeypatch.setattr("corrector.gui.picture.write_whole", look)
    assert corrector("open", "--picture", tmp_path / "window.png").code == 0
    assert course == ["read", "no places" if fails else "places"]


def test_the_verify_bar_shows_the_line_of_the_scan_as_soon_as_its_place_is_known(
    sit_down: SitDown, despatch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, read = threading.Event(), placing.read_places

    def read_when_asked(*arguments: Any, **named: Any) -> object:
        asked.wait(10)
        return read(*arguments, **named)

    monkeypatch.setattr(placing, "read_places", read_when_asked)

    def look(person: Person) -> None:
        person.see_page(1)
        person.press(Qt.Key.Key_F3)
        (strip,) = person.window.verify_bar.findChildren(WordStrip)
        assert person.window.verifying.current is not None
        assert "No place" in strip.accessibleDescription()
        asked.set()
        person.wait(lambda: not strip.accessibleDescription())

    assert sit_down(look, "open", despatch) == 0


def test_a_folder_that_does_not_exist_opens_no_window(corrector: Corrector, tmp_path: Path) -> None:
    outcome = corrector("open", tmp_path / "nothing")
    assert outcome.code == 3
    assert "does not exist" in outcome.error


def test_without_a_display_it_says_what_else_can_be_done(
    corrector: Corrector, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    outcome = corrector("open")
    assert outcome.code == 5
    assert "corrector --help" in outcome.error
