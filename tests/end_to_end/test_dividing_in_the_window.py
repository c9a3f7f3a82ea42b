"""One text for a despatch of several scans, divided in the window with real keys."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from corrector.gui.dialogs.divide_dialog import DivideDialog
from tests.end_to_end.conftest import Corrector, Person

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DESPATCH = "EHRI-DR-19390519-US"
SitDown = Callable[..., int]

pytestmark = pytest.mark.window


@pytest.fixture
def parts(shared: Path) -> list[str]:
    """The true text of each page."""
    folder = shared / "samples" / "ehri_en"
    return [(folder / f"{DESPATCH}_{one}.gt.txt").read_bytes().decode() for one in ("02", "03")]


@pytest.fixture
def whole(shared: Path, tmp_path: Path, parts: list[str]) -> Path:
    """Two scans of a despatch, and one text for both without page marks."""
    folder = tmp_path / "whole"
    folder.mkdir()
    for number in ("02", "03"):
        shutil.copy(shared / "samples" / "ehri_en" / f"{DESPATCH}_{number}.jpg", folder)
    (folder / f"{DESPATCH}.txt").write_bytes("".join(parts).encode())
    return folder


def see_notice(person: Person) -> None:
    person.wait(lambda: "One text for several pages (2)" in person.window.notice.text())


def ask(person: Person) -> DivideDialog:
    person.press(Qt.Key.Key_D, CONTROL, SHIFT)
    dialog: DivideDialog = person.dialog(DivideDialog)
    return dialog


def needs_tesseract() -> None:
    if shutil.which("tesseract") is None:
        pytest.skip("tesseract is not installed")


def test_the_proposal_is_looked_at_moved_and_accepted_by_keys(
    sit_down: SitDown,
    corrector: Corrector,
    whole: Path,
    parts: list[str],
    unchanged: Callable[[Path], None],
) -> None:
    needs_tesseract()
    unchanged(whole)

    def work(person: Person) -> None:
        see_notice(person)
        assert person.window.editor.exact_text() == ""
        dialog = ask(person)
        (border,) = dialog.borders()
        assert border == parts[0].count("\n")
        person.press(Qt.Key.Key_Down)
        person.press(Qt.Key.Key_Down)
        person.press(Qt.Key.Key_Up)
        assert dialog.borders() == (border + 1,)
        person.press(Qt.Key.Key_Return)
        person.press(Qt.Key.Key_Return)
        person.wait(person.window.editor.exact_text)
        first = "".join(parts[1].splitlines(keepends=True)[:1])
        assert person.window.editor.exact_text() == parts[0] + first
        assert person.window.notice.text() == ""
        person.press(Qt.Key.Key_PageDown, CONTROL)
        person.see_page(2)
        assert person.window.editor.exact_text() == parts[1].removeprefix(first)

    assert sit_down(work, "open", whole) == 0
    history = json.loads(corrector("history", whole, 2, "--json").out)
    details = history["versions"][0]["details"]
    assert (details["division"], details["file"]) == ("moved by hand", f"{DESPATCH}.txt")


def test_escape_leaves_the_text_waiting_and_a_typed_text_is_never_overwritten(
    sit_down: SitDown, whole: Path
) -> None:
    needs_tesseract()

    def work(person: Person) -> None:
        see_notice(person)
        dialog = ask(person)
        person.press(Qt.Key.Key_Escape)
        person.wait(dialog.isHidden)
        assert person.window.desk.work.content.versions == ()
        person.window.editor.setFocus()
        person.write("typed by hand")
        person.wait(lambda: person.window.desk.work.is_unsaved)

    def look(person: Person) -> None:
        person.wait(lambda: person.window.editor.exact_text() == "typed by hand")

    assert sit_down(work, "open", whole) == 0
    assert sit_down(look, "open", whole) == 0


def test_typing_on_a_page_that_waits_is_kept_beside_its_part_of_the_text(
    sit_down: SitDown, whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    def work(person: Person) -> None:
        see_notice(person)
        person.window.editor.setFocus()
        person.write("typed by hand")
        dialog = ask(person)
        person.press(Qt.Key.Key_Return)
        person.press(Qt.Key.Key_Return)
        person.wait(dialog.isHidden)
        person.wait(lambda: person.window.desk.work.content.versions)
        assert person.window.editor.exact_text() == "typed by hand"
        person.wait(lambda: "version 0 was saved since" in person.window.notice.text())

    assert sit_down(work, "open", whole) == 0


def test_without_a_recogniser_the_borders_are_a_guess_that_says_so(
    sit_down: SitDown, whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    def work(person: Person) -> None:
        see_notice(person)
        dialog = ask(person)
        said = [label.text() for label in dialog.findChildren(QLabel)]
        assert any("a mere guess" in one for one in said)
        assert len(dialog.borders()) == 1

    assert sit_down(work, "open", whole) == 0


def test_a_text_that_was_left_aside_gives_no_notice_any_more(
    sit_down: SitDown, whole: Path
) -> None:
    def work(person: Person) -> None:
        see_notice(person)
        (aside,) = (
            one
            for one in person.window.notice.findChildren(QPushButton)
            if one.text() == "Leave aside"
        )
        aside.setFocus()
        person.press(Qt.Key.Key_Space)
        person.wait(lambda: not person.window.desk.work.content.page.waiting)
        assert person.window.notice.text() == ""

    assert sit_down(work, "open", whole) == 0
