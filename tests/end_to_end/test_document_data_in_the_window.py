"""Document data filled in by keys, imported from a table, and read back from TEI."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox

from corrector.errors import OutputError
from corrector.gui.descriptions.dialog import DescriptionDialog
from corrector.gui.descriptions.table_dialog import TableDialog
from corrector.gui.dialogs.reopen_dialog import ReopenDialog
from corrector.record import descriptions
from tests.end_to_end.conftest import Corrector, Person

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SitDown = Callable[..., int]

pytestmark = pytest.mark.window


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    for name in ("a_01", "a_02", "b_01", "b_02"):
        (folder / f"{name}.txt").write_text("Dear Sir,\n")
    return folder


def ask(person: Person) -> DescriptionDialog:
    person.press(Qt.Key.Key_E, CONTROL, SHIFT)
    dialog: DescriptionDialog = person.dialog(DescriptionDialog)
    return dialog


def said_of(corrector: Corrector, folder: Path) -> list[dict[str, str]]:
    lines = corrector("describe", folder, "--json").out.splitlines()
    return [json.loads(line)["own"] for line in lines]


def come_back(person: Person, dialog: DescriptionDialog) -> None:
    """Go back to `dialog`; a screen without a window manager forgets it after another one."""
    dialog.activateWindow()
    person.wait(dialog.isActiveWindow)


def saved(person: Person) -> None:
    person.wait(lambda: "data are saved" in person.window.status_line.currentMessage())


def test_what_is_filled_in_by_keys_is_in_the_header_of_the_tei(
    sit_down: SitDown, corrector: Corrector, letters: Path, tmp_path: Path
) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        dialog = ask(person)
        person.write("A letter")
        person.press(Qt.Key.Key_Tab)
        person.write("A. Writer")
        person.press(Qt.Key.Key_D, ALT)
        person.write("1939-05-19")
        person.press(Qt.Key.Key_V, ALT)
        person.write("late in May")
        person.press(Qt.Key.Key_W, ALT)
        person.wait(lambda: dialog.changes()[0] and not dialog.findChildren(QLineEdit)[0].text())
        person.press(Qt.Key.Key_O, ALT)
        person.write("A Library")
        person.press(Qt.Key.Key_M, ALT)
        person.wait(lambda: dialog.findChildren(QLineEdit)[0].text() == "A letter")
        hints = [field.placeholderText() for field in dialog.findChildren(QLineEdit)]
        assert hints.count("A Library") == 1
        person.press(Qt.Key.Key_N, ALT)
        person.write("No changes.")
        person.press(Qt.Key.Key_Return, CONTROL)
        saved(person)

    assert sit_down(work, "open", letters) == 0
    assert said_of(corrector, letters)[:2] == [
        {"repository": "A Library"},
        {
            "title": "A letter",
            "author": "A. Writer",
            "date": "1939-05-19",
            "date-received": "late in May",
            "editorial-declaration": "No changes.",
        },
    ]
    assert corrector("export", letters, "--to", "tei", "--out", tmp_path / "out").code == 0
    header = etree.parse(tmp_path / "out" / "a.xml").getroot()[0]
    said = " ".join(str(text) for text in header.itertext())
    for value in ("A letter", "A. Writer", "A Library", "late in May", "No changes."):
        assert value in said


def test_what_cannot_be_kept_stays_in_the_form(
    sit_down: SitDown, corrector: Corrector, letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OutputError("The disk is full.")

    def work(person: Person) -> None:
        person.see_page(1)
        dialog = ask(person)
        person.write("A letter")
        person.press(Qt.Key.Key_W, ALT)
        person.wait(lambda: not dialog.findChildren(QLineEdit)[0].text())
        person.press(Qt.Key.Key_O, ALT)
        person.write("A Library")
        with monkeypatch.context() as full:
            full.setattr(descriptions, "describe_collection", refused)
            person.press(Qt.Key.Key_Return, CONTROL)
            assert person.dialog(QMessageBox).text() == "The disk is full."
        person.press(Qt.Key.Key_Escape)
        assert said_of(corrector, letters)[:2] == [{}, {}]
        come_back(person, dialog)
        person.press(Qt.Key.Key_Return, CONTROL)
        saved(person)

    assert sit_down(work, "open", letters) == 0
    assert said_of(corrector, letters)[:2] == [{"repository": "A Library"}, {"title": "A letter"}]


def test_a_table_is_looked_at_and_taken(
    sit_down: SitDown, corrector: Corrector, letters: Path, tmp_path: Path
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("document,title,place\na,Of the table,There\nb,Another,\n")
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("document,colour\na,red\n")

    def choose(person: Person, dialog: DescriptionDialog, file: Path) -> None:
        come_back(person, dialog)
        person.press(Qt.Key.Key_B, ALT)
        chooser = person.dialog(QFileDialog)
        chooser.fileSelected.emit(str(file))
        chooser.reject()

    def work(person: Person) -> None:
        person.see_page(1)
        dialog = ask(person)
        person.write("Typed here")
        choose(person, dialog, wrong)
        box = person.dialog(QMessageBox)
        assert "no field “colour”" in box.text()
        person.press(Qt.Key.Key_Escape)
        choose(person, dialog, table)
        question = person.dialog(TableDialog)
        assert question.lines() == [
            "a · Title: Of the table", "a · Place: There", "b · Title: Another"
        ]  # fmt: skip
        person.press(Qt.Key.Key_Return)
        person.wait(lambda: "from the table: 3" in person.window.status_line.currentMessage())
        assert dialog.changes()[0] == {"title": "Typed here"}
        come_back(person, dialog)
        person.press(Qt.Key.Key_Return, CONTROL)
        saved(person)

    assert sit_down(work, "open", letters) == 0
    assert said_of(corrector, letters) == [
        {}, {"title": "Typed here", "place": "There"}, {"title": "Another"}
    ]  # fmt: skip


def test_a_collection_for_reading_only_shows_its_data_and_changes_nothing(
    sit_down: SitDown, corrector: Corrector, letters: Path
) -> None:
    corrector("describe", letters, "a", "--set", "title=As it is")

    def work(person: Person) -> None:
        person.see_page(1)
        person.window.desk.open(letters, lambda *_: None, look=True)
        person.wait(lambda: not person.window.desk.collection.writable)
        person.see_page(1)
        dialog = ask(person)
        field = dialog.findChildren(QLineEdit)[0]
        assert (field.text(), field.isReadOnly()) == ("As it is", True)
        person.write("no")
        person.press(Qt.Key.Key_Return, CONTROL)
        assert field.text() == "As it is"
        person.press(Qt.Key.Key_Escape)

    assert sit_down(work, "open", letters) == 0


def test_a_tei_becomes_a_collection_again_by_keys(
    sit_down: SitDown, corrector: Corrector, letters: Path, tmp_path: Path
) -> None:
    corrector("describe", letters, "a", "--set", "title=A letter")
    assert corrector("export", letters, "--to", "tei", "--out", tmp_path / "out").code == 0
    again = tmp_path / "again"

    def work(person: Person) -> None:
        person.see_page(1)
        person.window.actions_by_name["open-tei"].trigger()
        dialog = person.dialog(ReopenDialog)
        person.write(str(tmp_path / "out" / "a.xml"))
        assert dialog.folder() == tmp_path / "out" / "a-collection"
        person.press(Qt.Key.Key_F, ALT)
        person.fill(str(again))
        person.press(Qt.Key.Key_Return)
        person.wait(lambda: person.window.windowTitle().startswith("again"))
        person.see_page(1)
        assert person.window.editor.exact_text() == "Dear Sir,\n"

    assert sit_down(work, "open", letters) == 0
    assert said_of(corrector, again) == [{}, {"title": "A letter"}]
