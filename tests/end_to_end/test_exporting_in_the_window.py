"""Export in the window with real keys: how it will look, what is overwritten, how it is stopped."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QScrollArea

from corrector import atomic
from corrector.gui.exports.dialog import ExportDialog
from corrector.tasks import exporting
from corrector.tasks.export_choice import Scope
from tests.end_to_end.conftest import Corrector, Person

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SitDown = Callable[..., int]

pytestmark = pytest.mark.window


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """Thirty pages in two documents."""
    folder = tmp_path / "letters"
    folder.mkdir()
    for number in range(1, 31):
        name = f"{'a' if number < 11 else 'b'}_{number:02}.txt"
        (folder / name).write_text(f"Page {number}\nDear Sir,\n\nthe end of it.\n", "utf-8")
    return folder


def ask(person: Person) -> ExportDialog:
    person.press(Qt.Key.Key_E, CONTROL)
    dialog: ExportDialog = person.dialog(ExportDialog)
    return dialog


def choose(person: Person, letter: Qt.Key, steps: int) -> None:
    """Choose the entry so many steps below the first one in the box that `letter` leads to."""
    person.press(letter, ALT)
    person.press(Qt.Key.Key_Home)
    for _ in range(steps):
        person.press(Qt.Key.Key_Down)


def name_folder(person: Person, folder: Path) -> None:
    person.press(Qt.Key.Key_T, ALT)
    person.fill(str(folder))


def written(person: Person) -> None:
    person.wait(lambda: "Files written" in person.window.status_line.currentMessage())


def test_what_is_seen_before_is_what_is_written_and_comes_again(
    sit_down: SitDown, letters: Path, tmp_path: Path, unchanged: Callable[[Path], None]
) -> None:
    unchanged(letters)
    out = tmp_path / "out"

    def work(person: Person) -> None:
        person.see_page(1)
        dialog = ask(person)
        choose(person, Qt.Key.Key_R, 2)
        person.press(Qt.Key.Key_L, ALT)
        person.press(Qt.Key.Key_Down)
        name_folder(person, out)
        person.wait(lambda: dialog.answer().profile == "reading" and "Dear" in dialog.look.text())
        person.wait(lambda: "None of them is there yet" in dialog.said())
        seen = dialog.look.text()
        person.press(Qt.Key.Key_Return)
        written(person)
        assert (out / "a_01.txt").read_text("utf-8") == seen

        dialog = ask(person)
        person.wait(lambda: dialog.look.text() == seen)
        answer = dialog.answer()
        assert (answer.profile, answer.folder, answer.wishes) == ("reading", out, {"newline": "lf"})
        person.wait(lambda: "overwritten: 1 (a_01.txt)" in dialog.said())
        person.press(Qt.Key.Key_I, ALT)
        assert dialog.look.names() == ["⚠ a_01.txt – overwritten"]
        (out / "a_01.txt").write_text("old")
        person.press(Qt.Key.Key_Return)
        person.wait(lambda: (out / "a_01.txt").read_text("utf-8") == seen)

    assert sit_down(work, "open", letters) == 0


def test_what_means_nothing_in_a_profile_cannot_be_chosen_and_nothing_is_cut_off(
    sit_down: SitDown, letters: Path
) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        dialog = ask(person)
        boxes = {one.accessibleName(): one for one in dialog.findChildren(QComboBox)}
        stamps = boxes["Stamps, page headers and page numbers"]
        assert dialog.answer().profile != "reading"
        assert not stamps.isEnabled()
        choose(person, Qt.Key.Key_R, 2)
        assert dialog.answer().profile == "reading"
        assert stamps.isEnabled()
        (area,) = dialog.findChildren(QScrollArea)
        for box in area.findChildren(QComboBox):
            right = box.mapTo(area.viewport(), box.rect().topRight()).x()
            assert right < area.viewport().width()
        person.press(Qt.Key.Key_Escape)

    assert sit_down(work, "open", letters) == 0


def test_options_of_tei_are_reached_by_keys_and_seen_at_once(
    sit_down: SitDown, letters: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"

    def work(person: Person) -> None:
        person.see_page(1)
        dialog = ask(person)
        choose(person, Qt.Key.Key_F, 1)
        choose(person, Qt.Key.Key_R, 2)
        person.press(Qt.Key.Key_D, ALT)
        person.wait(lambda: dialog.answer().scope is Scope.DOCUMENT)
        person.press(Qt.Key.Key_A, ALT)
        person.wait(lambda: dialog.answer().wishes == {"changes": "yes"})
        name_folder(person, out)
        person.wait(lambda: dialog.look.said().startswith("a.xml · pages: 10"))
        seen = dialog.look.text()
        assert seen.startswith("<?xml")
        assert "Page 10" in seen
        person.press(Qt.Key.Key_X, ALT)
        written(person)
        lines = [line for line in seen.splitlines() if "when=" not in line]
        file = (out / "a.xml").read_text("utf-8").splitlines()
        assert lines == [line for line in file if "when=" not in line]
        assert (out / "a.changes.csv").exists()

    assert sit_down(work, "open", letters) == 0


def test_what_belongs_to_the_collection_is_never_a_target(
    sit_down: SitDown, letters: Path, unchanged: Callable[[Path], None]
) -> None:
    unchanged(letters)

    def work(person: Person) -> None:
        person.see_page(1)
        dialog = ask(person)
        name_folder(person, letters)
        person.press(Qt.Key.Key_Return)
        person.wait(lambda: "belongs to the collection" in dialog.said())
        person.press(Qt.Key.Key_Return)
        assert dialog.isVisible()
        person.press(Qt.Key.Key_Escape)

    assert sit_down(work, "open", letters) == 0


def test_stopping_in_the_middle_leaves_what_is_complete_and_says_so(
    sit_down: SitDown,
    corrector: Corrector,
    letters: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out"

    def on_a_slow_disk(path: Path, parts: Iterable[bytes]) -> None:
        time.sleep(0.1)
        atomic.write_whole(path, parts)

    monkeypatch.setattr(exporting, "write_whole", on_a_slow_disk)

    def work(person: Person) -> None:
        person.see_page(1)
        dialog = ask(person)
        person.press(Qt.Key.Key_C, ALT)
        person.wait(lambda: dialog.answer().scope is Scope.COLLECTION)
        name_folder(person, out)
        person.press(Qt.Key.Key_Return)
        person.wait(lambda: len(list(out.glob("*.txt"))) >= 5)
        person.window.editor.setFocus()
        person.write("typed meanwhile ")
        person.press(Qt.Key.Key_Period, CONTROL)
        written(person)
        said = person.window.status_line.currentMessage()
        count = len(list(out.iterdir()))
        assert 5 <= count < 30
        assert said.startswith(f"Stopped. Files written: {count}, each of them complete")
        assert person.window.editor.exact_text().startswith("typed meanwhile ")

    assert sit_down(work, "open", letters) == 0
    monkeypatch.undo()
    assert corrector("export", letters, "--to", "txt", "--out", tmp_path / "all").code == 0
    for file in out.iterdir():
        assert file.read_bytes() == (tmp_path / "all" / file.name).read_bytes()
