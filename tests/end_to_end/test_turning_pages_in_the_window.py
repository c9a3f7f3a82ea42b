"""What is said and done while one goes from page to page, by real keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QInputDialog, QLabel, QMessageBox, QWidget

from corrector.record.entries import Status
from tests.end_to_end.conftest import Person

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
SitDown = Callable[..., int]

pytestmark = pytest.mark.window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pages with scan and text."""
    folder = tmp_path / "letters"
    folder.mkdir()
    for name in ("a", "b"):
        Image.new("L", (600, 800), 235).save(folder / f"{name}.png")
        (folder / f"{name}.txt").write_text(f"the letter {name}\n", "utf-8")
    return folder


def labels(pane: QWidget) -> list[str]:
    return [one.text() for one in pane.findChildren(QLabel) if one.isVisible()]


def tells_zoom(person: Person) -> bool:
    return any(one.endswith(" %") for one in labels(person.window.status_line))


def test_of_a_scan_that_cannot_be_read_nothing_is_promised_and_no_zoom_is_told(
    sit_down: SitDown, folder: Path
) -> None:
    (folder / "b.txt").unlink()
    (folder / "b.png").write_bytes(b"no image")

    def look(person: Person) -> None:
        person.see_page(1)
        person.wait(lambda: tells_zoom(person))
        person.press(Key.Key_PageDown, CONTROL)
        person.see_page(2)
        person.wait(lambda: "cannot be read" in person.window.scan.state)
        said = "\n".join(labels(person.window))
        assert "Ctrl+Shift+R" not in said
        assert "its scan cannot be read" in said
        assert not tells_zoom(person)
        person.press(Key.Key_PageUp, CONTROL)
        person.see_page(1)
        person.wait(lambda: tells_zoom(person))

    assert sit_down(look, "open", folder) == 0


def test_typing_left_a_moment_ago_is_not_told_again_and_that_of_an_earlier_sitting_is(
    sit_down: SitDown, folder: Path
) -> None:
    def turn_and_come_back(person: Person) -> None:
        person.press(Key.Key_PageDown, CONTROL)
        person.see_page(2)
        assert not person.window.notice.isVisible()
        person.press(Key.Key_PageUp, CONTROL)
        person.see_page(1)

    def write(person: Person) -> None:
        person.see_page(1)
        person.window.editor.setFocus()
        person.write("typed ")
        turn_and_come_back(person)
        assert person.window.editor.exact_text().startswith("typed ")
        assert not person.window.notice.isVisible()

    def look(person: Person) -> None:
        person.see_page(1)
        assert "is here again" in person.window.notice.text()
        person.press(Key.Key_End, CONTROL)
        turn_and_come_back(person)
        assert "is here again" in person.window.notice.text()

    assert sit_down(write, "open", folder) == 0
    assert sit_down(look, "open", folder) == 0


def test_validating_what_one_proofread_goes_on_to_the_next_page(
    sit_down: SitDown, folder: Path
) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        person.press(Key.Key_Return, CONTROL, SHIFT)
        person.dialog(QDialog)
        person.fill("A. Reader")
        person.press(Key.Key_Return)
        person.see_page(2)
        person.press(Key.Key_PageUp, CONTROL)
        person.see_page(1)
        person.window.actions_by_name["status"].trigger()
        person.dialog(QInputDialog)
        person.write("val")
        person.press(Key.Key_Return)
        box = person.dialog(QMessageBox)
        assert box.windowTitle() == "The same person"
        person.press(Key.Key_O, Qt.KeyboardModifier.AltModifier)
        person.see_page(2)
        assert person.window.desk.pages[0].status is Status.VALIDATED

    assert sit_down(work, "open", folder) == 0


def test_beyond_either_end_the_status_bar_says_that_there_is_no_page(
    sit_down: SitDown, folder: Path
) -> None:
    def look(person: Person) -> None:
        person.see_page(1)
        person.press(Key.Key_PageUp, CONTROL)
        assert person.window.status_line.currentMessage() == "This is the first page."
        person.press(Key.Key_PageDown, CONTROL)
        person.see_page(2)
        person.press(Key.Key_PageDown, CONTROL)
        assert person.window.status_line.currentMessage() == "This is the last page."

    assert sit_down(look, "open", folder) == 0


def test_every_pane_that_f6_goes_to_has_a_name(sit_down: SitDown, folder: Path) -> None:
    def look(person: Person) -> None:
        person.see_page(1)
        bar = person.window.tabs.tabBar()
        person.window.editor.setFocus()
        for _ in range(5):
            person.press(Key.Key_F6)
            if bar.hasFocus():
                break
        assert bar.hasFocus()
        assert bar.accessibleName() == "Panels"

    assert sit_down(look, "open", folder) == 0
