"""The dialogs that ask: by keys only, with names, and never half an answer."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from corrector.gui.dialogs.person_dialog import PersonDialog
from corrector.gui.dialogs.save_dialog import SaveAnswer, SaveDialog
from corrector.gui.exports.answer import ExportAnswer
from corrector.gui.exports.dialog import ExportDialog
from corrector.record.entries import Certainty, Person
from corrector.tasks.export_choice import ExportChoice, FormatChoice, Scope
from corrector.tasks.export_formats import Kind, Offer, Option, Unit
from corrector.tasks.export_plan import Plan

Key, Modifier = Qt.Key, Qt.KeyboardModifier
OPTIONS = (
    Option("ends", "Line ends", Kind.CHOICE, ("kept", "lf")),
    Option("header", "With a header"),
    Option("schema", "Check with", Kind.FILE),
)
EVERY = (Unit.DOCUMENT, Unit.PAGE, Unit.COLLECTION)
FORMATS = (
    Offer(
        "tei", "TEI XML", (("full", "everything"), ("plain", "text only")), False, EVERY, OPTIONS
    ),
    Offer("txt", "Plain text", (), False, EVERY),
    Offer("bag", "Package", (), True, (Unit.COLLECTION,)),
)
NOTHING_YET = ExportChoice()


def opened(qtbot: QtBot, dialog: QDialog) -> None:
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)


def saving(qtbot: QtBot, *, ask_person: bool = False) -> SaveDialog:
    dialog = SaveDialog(page="page 12", corrections=3, ask_person=ask_person)
    opened(qtbot, dialog)
    return dialog


def exporting(
    qtbot: QtBot, folder: Path, chosen: str = "", choice: ExportChoice = NOTHING_YET
) -> ExportDialog:
    dialog = ExportDialog(
        offers=FORMATS,
        choice=choice,
        scopes={Scope.PAGE: "12", Scope.COLLECTION: "A & B"},
        folder=folder,
        choose_folder=lambda _parent, _start: chosen,
        choose_file=lambda _parent, _start: chosen,
    )
    opened(qtbot, dialog)
    return dialog


def button(dialog: QDialog, text: str) -> QPushButton:
    return next(found for found in dialog.findChildren(QPushButton) if text in found.text())


@pytest.mark.parametrize("modifier", [Modifier.NoModifier, Modifier.ControlModifier])
def test_a_note_is_typed_and_saved_by_keys_alone(qtbot: QtBot, modifier: Modifier) -> None:
    dialog = saving(qtbot)

    qtbot.keyClicks(dialog.focusWidget(), "second pass")
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Tab)
    qtbot.keyClicks(dialog.focusWidget(), "carbon copy")
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Tab)
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Down)
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Return, modifier)

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.answer() == SaveAnswer("second pass", "carbon copy", Certainty.HIGH, None)


def test_escape_saves_nothing(qtbot: QtBot) -> None:
    dialog = saving(qtbot)

    qtbot.keyClick(dialog.focusWidget(), Key.Key_Escape)

    assert dialog.result() == QDialog.DialogCode.Rejected


def test_an_unknown_person_must_give_a_name(qtbot: QtBot) -> None:
    dialog = saving(qtbot, ask_person=True)
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Return, Modifier.ControlModifier)
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Return)
    assert dialog.isVisible()

    qtbot.keyClicks(dialog.focusWidget(), " A. Tester ")
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Return)

    assert dialog.answer().person == Person("A. Tester")
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_person_is_asked_for_name_and_identifier(qtbot: QtBot) -> None:
    dialog = PersonDialog()
    opened(qtbot, dialog)
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Return)
    assert dialog.isVisible()

    qtbot.keyClicks(dialog.focusWidget(), "A. Tester")
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Tab)
    qtbot.keyClicks(dialog.focusWidget(), "0000-1")
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Return)

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.person() == Person("A. Tester", "0000-1")


def test_a_known_person_can_be_changed(qtbot: QtBot) -> None:
    dialog = PersonDialog(known=Person("A. Tester", "1"))
    opened(qtbot, dialog)

    assert dialog.person() == Person("A. Tester", "1")


def test_a_package_is_of_the_whole_collection(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = exporting(qtbot, tmp_path)
    formats = dialog.findChildren(QComboBox)[0]

    formats.setCurrentIndex(2)

    assert dialog.answer().format == "bag"
    assert dialog.answer().scope is Scope.COLLECTION
    page = next(one for one in dialog.findChildren(QRadioButton) if "12" in one.text())
    assert not page.isEnabled()

    formats.setCurrentIndex(0)

    assert page.isEnabled()


def plan(folder: Path, *, there: bool = False) -> Plan:
    return Plan((folder / "a.xml",), (folder / "a.xml",) if there else (), ("13",))


def test_enter_exports_once_it_is_known_that_nothing_is_overwritten(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = exporting(qtbot, tmp_path)

    with qtbot.waitSignal(dialog.look_wanted) as asked:
        qtbot.keyClick(dialog.focusWidget(), Key.Key_Return)

    assert asked.args == [ExportAnswer("tei", "full", Scope.PAGE, "page", {}, tmp_path)]
    assert dialog.isVisible()
    dialog.show_plan(asked.args[0], plan(tmp_path))
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.answer() == asked.args[0]


def test_what_is_overwritten_is_said_before_it_can_be_exported(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = exporting(qtbot, tmp_path)
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Return)

    dialog.show_plan(dialog.answer(), plan(tmp_path, there=True))

    assert dialog.isVisible()
    assert "Already there and overwritten: 1 (a.xml)" in dialog.said()
    assert "not exported: 13" in dialog.said()
    assert button(dialog, "E&xport").text() == "E&xport, overwrite 1"
    assert dialog.look.names() == ["⚠ a.xml – overwritten"]
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_what_is_known_of_another_answer_is_late_and_dropped(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = exporting(qtbot, tmp_path)
    late = dialog.answer()
    dialog.findChildren(QComboBox)[0].setCurrentIndex(1)
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Return)

    dialog.show_plan(late, plan(tmp_path))
    dialog.show_plan_failure(late, "late")

    assert dialog.isVisible()
    assert "late" not in dialog.said()


def test_a_package_is_never_overwritten(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = exporting(qtbot, tmp_path)
    dialog.findChildren(QComboBox)[0].setCurrentIndex(2)

    dialog.show_plan(dialog.answer(), plan(tmp_path, there=True))

    assert "never overwritten" in dialog.said()
    assert not button(dialog, "E&xport").isEnabled()


def test_options_are_controls_and_what_was_chosen_comes_again(qtbot: QtBot, tmp_path: Path) -> None:
    wishes = {"ends": "lf", "header": "yes", "schema": "a.rng"}
    choice = ExportChoice("tei", Scope.COLLECTION, "", {"tei": FormatChoice("plain", "", wishes)})

    dialog = exporting(qtbot, tmp_path, "b.rng", choice)

    answer = dialog.answer()
    assert (answer.profile, answer.scope, answer.wishes) == ("plain", Scope.COLLECTION, wishes)
    qtbot.keyClick(dialog.focusWidget(), Key.Key_L, Modifier.AltModifier)
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Up)
    qtbot.keyClick(dialog.focusWidget(), Key.Key_W, Modifier.AltModifier)
    qtbot.mouseClick(button(dialog, "…"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.answer().wishes == {"schema": "b.rng"})
    formats = dialog.findChildren(QComboBox)[0]
    formats.setCurrentIndex(1)
    assert dialog.answer().wishes == {}
    formats.setCurrentIndex(0)
    assert dialog.answer().wishes == {"schema": "b.rng"}
    assert dialog.choice().formats["tei"].profile == "plain"


def test_a_format_without_profiles_has_none_to_choose(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = exporting(qtbot, tmp_path)
    formats, profiles = dialog.findChildren(QComboBox)[:2]

    qtbot.keyClick(formats, Key.Key_Down)

    assert not profiles.isEnabled()
    assert dialog.answer().format == "txt"
    assert dialog.answer().profile == ""


def test_only_offered_scopes_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = exporting(qtbot, tmp_path)

    seen = [found for found in dialog.findChildren(QRadioButton) if found.isVisible()]
    qtbot.keyClick(seen[0], Key.Key_Down)
    qtbot.keyClick(seen[1], Key.Key_Space)

    assert [found.text() for found in seen][1].endswith("A && B")
    assert dialog.answer().scope is Scope.COLLECTION


def test_without_a_folder_nothing_can_be_exported(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = exporting(qtbot, tmp_path)
    field = dialog.findChildren(QLineEdit)[-1]

    field.clear()

    assert not button(dialog, "E&xport").isEnabled()


@pytest.mark.parametrize(("chosen", "expected"), [("/elsewhere", "/elsewhere"), ("", None)])
def test_a_folder_is_browsed_for_or_stays(
    qtbot: QtBot, tmp_path: Path, chosen: str, expected: str | None
) -> None:
    dialog = exporting(qtbot, tmp_path, chosen)

    qtbot.mouseClick(button(dialog, "Browse"), Qt.MouseButton.LeftButton)

    assert dialog.answer().folder == (Path(expected) if expected else tmp_path)


def test_everything_that_can_be_reached_has_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    dialogs = [saving(qtbot, ask_person=True), exporting(qtbot, tmp_path), PersonDialog()]
    qtbot.addWidget(dialogs[-1])

    unnamed = [
        part
        for dialog in dialogs
        for part in dialog.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.isVisible()
        and not QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    ]

    assert unnamed == []
