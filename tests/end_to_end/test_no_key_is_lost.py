"""A window killed right behind a key: every character, mark and the caret are there again."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from postgresql_server import Server
from PySide6.QtCore import Qt

from corrector.errors import unwritable
from corrector.record import drafts
from corrector.settings import Settings, save_settings
from corrector.tasks.desk import lay_out
from corrector.tasks.opening import look_at
from corrector.tasks.places import place_of
from corrector.tasks.typing_journal import journals_folder
from tests.end_to_end.conftest import PROJECT, Person

CONTROL = Qt.KeyboardModifier.ControlModifier
ADA, BEN = "Ada Example", "Ben Example"
TEXT = "THE QUICK BROWN FOX\nJUMPS OVER\nTHE LAZY DOG"
SitDown = Callable[..., int]

pytestmark = pytest.mark.window

KILLED = """
import os, signal, sys
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from corrector.gui.application import start
from corrector.tasks.places import place_of

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.editor, key, modifier)

def write(text):
    QTest.keyClicks(window.editor, text)

def until(condition):
    while not condition():
        QTest.qWait(5)

def work():
    global window
    (window,) = [w for w in QApplication.topLevelWidgets() if w.objectName() == "corrector"]
    until(lambda: window.desk.work is not None)
    exec(sys.argv[2], globals())
    os.kill(os.getpid(), signal.SIGKILL)

QApplication.exec = work
start(place_of(sys.argv[1]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pages of text, and Ada who sits at this machine."""
    save_settings(Settings(person_name=ADA))
    made = tmp_path / "letters"
    made.mkdir()
    for name in ("page1", "page2"):
        (made / f"{name}.txt").write_text(TEXT, "utf-8")
    return made


def killed(place: object, script: str, between: Callable[[], object] | None = None) -> None:
    """Do `script` in a window and kill that without a moment in between.

    Where the script says "ready" on its output it waits for a line, and `between` is done first.
    """
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(place), script],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        if between is not None:
            assert process.stdout.readline() == "ready\n"
            between()
            process.stdin.write("\n")
            process.stdin.flush()
        assert process.wait(60) == -9


def test_keys_of_the_last_moment_are_there_with_marks_and_caret(
    sit_down: SitDown, folder: Path
) -> None:
    killed(
        folder,
        "press(Qt.Key.Key_F4); press(Qt.Key.Key_End, CONTROL); write('GY!'); "
        "press(Qt.Key.Key_Return); window.editor.insertPlainText('𝔄')",
    )
    with look_at(folder) as collection:
        page = collection.pages()[0]
        assert lay_out(collection, page.id).draft is None, "no draft had time to be written"

    def look(person: Person) -> None:
        person.see_page(1)
        assert person.window.editor.exact_text() == f"{TEXT}GY!\n𝔄"
        assert person.window.editor.caret() == len(TEXT) + 5
        assert [one.kind for one in person.window.desk.work.marks] == ["doubtful"]
        assert "is here again" in person.window.notice.text()
        assert not list(journals_folder().glob("*.journal"))
        person.window.editor.setFocus()
        person.press(Qt.Key.Key_S, CONTROL)
        person.wait(lambda: "Saved as version 1" in person.window.status_line.currentMessage())

    assert sit_down(look, "open", folder) == 0


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("write('ab cd'); press(Qt.Key.Key_Z, CONTROL)", f"ab {TEXT}"),
        ("write('ab'); press(Qt.Key.Key_Z, CONTROL); press(Qt.Key.Key_Z, CONTROL | SHIFT)", "ab"),
        ("write('a'); QTest.qWait(700); write('b')", "ab"),
        (
            (
                "write('a'); press(Qt.Key.Key_S, CONTROL); "
                "until(lambda: window.desk.work.content.newest.number == 1); write('b')"
            ),
            "ab",
        ),
        ("write('a'); press(Qt.Key.Key_S, CONTROL); write('b')", "ab"),
        ("window.desk.journal.settle = lambda *_: None; write('a'); QTest.qWait(700)", "a"),
    ],
    ids=["undone", "redone", "after a draft", "after a save", "during a save", "kept twice"],
)
def test_every_way_of_typing_comes_back(
    sit_down: SitDown, folder: Path, script: str, expected: str
) -> None:
    killed(folder, script)

    def look(person: Person) -> None:
        person.see_page(1)
        text = person.window.editor.exact_text()
        assert text == (expected if expected.endswith(TEXT) else f"{expected}{TEXT}")
        assert "is kept in" not in person.window.notice.text()

    assert sit_down(look, "open", folder) == 0


def test_pages_that_were_turned_come_back_both(sit_down: SitDown, folder: Path) -> None:
    killed(
        folder,
        "write('one '); window.desk.show(2); until(lambda: window.desk.work.number == 2); "
        "write('two ')",
    )

    def look(person: Person) -> None:
        person.see_page(1)
        assert person.window.editor.exact_text() == f"one {TEXT}"
        person.press(Qt.Key.Key_PageDown, CONTROL)
        person.see_page(2)
        assert person.window.editor.exact_text() == f"two {TEXT}"

    assert sit_down(look, "open", folder) == 0


def test_discarded_typing_does_not_come_back(sit_down: SitDown, folder: Path) -> None:
    killed(folder, "write('no'); window.desk.discard()")

    def look(person: Person) -> None:
        person.see_page(1)
        assert person.window.editor.exact_text() == TEXT

    assert sit_down(look, "open", folder) == 0


def test_typing_that_does_not_fit_is_said_with_its_place(sit_down: SitDown, folder: Path) -> None:
    killed(folder, "write('typed ')")
    (journal,) = journals_folder().glob("*.journal")
    journal.write_bytes(journal.read_bytes()[:-4])

    def look(person: Person) -> None:
        person.see_page(1)
        (kept,) = (journals_folder() / "kept").iterdir()
        assert str(kept) in person.window.notice.text()
        assert person.window.editor.exact_text() == f"typed{TEXT}"

    assert sit_down(look, "open", folder) == 0


def test_a_window_that_is_closed_leaves_no_journal_but_that_of_typing_nobody_could_keep(
    sit_down: SitDown, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = drafts.put_draft

    def full(*_given: object) -> None:
        raise unwritable(Path("x"), OSError(errno.ENOSPC, "No space left on device"))

    def work(person: Person) -> None:
        person.see_page(1)
        person.window.editor.setFocus()
        person.write("kept ")
        monkeypatch.setattr(drafts, "put_draft", full)
        person.write("nowhere ")
        person.wait(lambda: person.window.desk.drafting.failure is not None)
        person.window.leave()
        monkeypatch.setattr(drafts, "put_draft", real)

    assert sit_down(work, "open", folder) == 0
    assert len(list(journals_folder().glob("*.journal"))) == 1

    def look(person: Person) -> None:
        person.see_page(1)
        assert person.window.editor.exact_text() == f"kept nowhere {TEXT}"

    assert sit_down(look, "open", folder) == 0
    assert not list(journals_folder().glob("*.journal"))


def test_a_journal_that_cannot_be_written_is_told_once_and_disturbs_nothing(
    sit_down: SitDown, folder: Path
) -> None:
    journals_folder().parent.mkdir(parents=True, exist_ok=True)
    journals_folder().write_text("in the way", "utf-8")

    def work(person: Person) -> None:
        person.see_page(1)
        person.window.editor.setFocus()
        person.write("a")
        assert "not every key at once" in person.window.status_line.currentMessage()
        person.window.status_line.clearMessage()
        person.write("b")
        assert not person.window.status_line.currentMessage()
        person.wait(lambda: not person.window.desk.drafting.unwritten())

    assert sit_down(work, "open", folder) == 0
    with look_at(folder) as collection:
        draft = lay_out(collection, collection.pages()[0].id).draft
    assert draft is not None
    assert draft.text == f"ab{TEXT}"


def test_a_read_only_home_disturbs_nothing(
    sit_down: SitDown, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_given: object, **_named: object) -> int:
        raise OSError(errno.EROFS, "Read-only file system")

    def work(person: Person) -> None:
        person.see_page(1)
        person.window.editor.setFocus()
        person.write("a")
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", refused)
            person.write("b")
        person.press(Qt.Key.Key_S, CONTROL)
        person.wait(lambda: "Saved as version 1" in person.window.status_line.currentMessage())

    assert sit_down(work, "open", folder) == 0
    with look_at(folder) as collection:
        page = lay_out(collection, collection.pages()[0].id)
    assert page.newest is not None
    assert page.newest.text == f"ab{TEXT}"


READY = "write('before '); QTest.qWait(800); print('ready', flush=True); sys.stdin.readline(); "


def test_typing_while_the_server_was_gone_outlives_the_program(
    sit_down: SitDown, folder: Path, postgresql: Server
) -> None:
    place = f"{postgresql.new_database()}&scans={folder}"
    try:
        killed(place, READY + "write('while it was gone ')", postgresql.stop)
    finally:
        postgresql.start()

    def look(person: Person) -> None:
        person.see_page(1)
        assert person.window.editor.exact_text() == f"before while it was gone {TEXT}"
        assert "is here again" in person.window.notice.text()
        person.wait(lambda: person.window.desk.may_edit)

    assert sit_down(look, "open", place) == 0
    with look_at(place_of(place)) as collection:
        draft = lay_out(collection, collection.pages()[0].id).draft
    assert draft is not None
    assert draft.author == ADA


def test_what_another_person_of_this_machine_finds_stays_hers_who_typed_it(
    sit_down: SitDown, folder: Path, postgresql: Server
) -> None:
    place = f"{postgresql.new_database()}&scans={folder}"
    killed(place, "write('ada ')")
    save_settings(Settings(person_name=BEN))

    def look(person: Person) -> None:
        person.see_page(1)
        assert person.window.editor.exact_text() == f"ada {TEXT}"
        assert f"“{ADA}” typed here" in person.window.notice.text()
        person.window.editor.setFocus()
        person.write("ben ")
        person.wait(lambda: f"“{ADA}” had typed" in person.window.status_line.currentMessage())

    assert sit_down(look, "open", place) == 0


def test_a_collection_that_was_moved_is_still_known(sit_down: SitDown, folder: Path) -> None:
    killed(folder, "write('typed ')")
    elsewhere = folder.with_name("elsewhere")
    shutil.move(folder, elsewhere)

    def look(person: Person) -> None:
        person.see_page(1)
        assert person.window.editor.exact_text() == f"typed {TEXT}"

    assert sit_down(look, "open", elsewhere) == 0
