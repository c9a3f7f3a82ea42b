"""Quick keys and moved files: what was meant is what happens, and nobody is left in the dark."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMessageBox

from corrector.record.entries import Status
from corrector.settings import Settings, save_settings
from tests.end_to_end.conftest import PROJECT, Person

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SitDown = Callable[..., int]

pytestmark = pytest.mark.window


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """Four pages of text, the last one with a scan, and who reads them."""
    save_settings(Settings(person_name="A. Reader"))
    folder = tmp_path / "letters"
    folder.mkdir()
    for number in range(1, 5):
        (folder / f"page{number}.txt").write_text(f"Page {number} of the letter\n", "utf-8")
    scan = QImage(300, 400, QImage.Format.Format_Grayscale8)
    scan.fill(255)
    scan.save(str(folder / "page4.png"))
    return folder


def test_a_key_pressed_three_times_at_once_goes_three_pages_on(
    sit_down: SitDown, letters: Path
) -> None:
    def hurry(person: Person) -> None:
        person.see_page(1)
        for _ in range(3):
            person.press(Qt.Key.Key_PageDown, CONTROL)
        person.see_page(4)
        person.press(Qt.Key.Key_PageUp, CONTROL)
        person.see_page(3)

    assert sit_down(hurry, "open", letters) == 0


def test_the_page_that_was_saved_is_marked_as_proofread_and_no_other(
    sit_down: SitDown, letters: Path
) -> None:
    def statuses(person: Person) -> list[Status]:
        return [page.status for page in person.window.desk.pages]

    def hurry(person: Person) -> None:
        person.see_page(1)
        person.window.editor.setFocus()
        person.write("typed ")
        person.press(Qt.Key.Key_PageDown, CONTROL)
        person.press(Qt.Key.Key_Return, CONTROL, SHIFT)  # page 1 is still on the desk
        person.wait(lambda: Status.PROOFREAD in statuses(person))
        person.see_page(2)
        assert statuses(person)[0] is Status.PROOFREAD
        assert statuses(person)[1] is Status.NOT_STARTED
        assert person.window.desk.pages[0].versions == 2

    assert sit_down(hurry, "open", letters) == 0


def test_escape_leads_from_every_pane_back_to_the_text(sit_down: SitDown, letters: Path) -> None:
    def walk(person: Person) -> None:
        person.see_page(1)
        window = person.window
        for tab in range(window.tabs.count()):
            window.tabs.setCurrentIndex(tab)
            window.tabs.currentWidget().setFocus()
            window.tabs.currentWidget().focusNextChild()
            person.press(Qt.Key.Key_Escape)
            assert window.editor.hasFocus(), window.tabs.tabText(tab)
        for pane in (window.scan, window.page_list):
            pane.setFocus()
            assert not window.editor.hasFocus()
            person.press(Qt.Key.Key_Escape)
            assert window.editor.hasFocus()

    assert sit_down(walk, "open", letters) == 0


def test_a_scan_that_went_meanwhile_is_told_when_the_folder_is_opened(
    sit_down: SitDown, letters: Path
) -> None:
    assert sit_down(lambda person: person.see_page(1), "open", letters) == 0
    (letters / "page4.png").unlink()

    def look(person: Person) -> None:
        person.see_page(1)
        assert "Files with problems: 1" in person.window.notice.text()
        (problem,) = person.window.desk.collection.problems
        assert str(problem.path) == "page4.png"
        assert "not there any more" in str(problem.message)

    assert sit_down(look, "open", letters) == 0


def test_since_when_a_collection_is_open_is_told_by_the_persons_clock(
    sit_down: SitDown, letters: Path
) -> None:
    code = (
        "import sys, pathlib; from corrector.tasks.opening import open_for_work\n"
        "with open_for_work(pathlib.Path(sys.argv[1]), 'Somebody Else') as collection:\n"
        "    print(collection.lock.since, flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(letters)],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        since = other.stdout.readline().strip()

        def look(person: Person) -> None:
            box = person.dialog(QMessageBox)
            assert "Somebody Else" in box.text()
            assert since not in box.text()
            assert "T" not in box.text().split("since ")[1].split(" by")[0]
            person.press(Qt.Key.Key_Return)
            person.see_page(1)

        assert sit_down(look, "open", letters) == 0
        other.communicate("")
