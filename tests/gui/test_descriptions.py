"""The form of document data: what it shows, what it says was changed, what it doubts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from corrector.gui.descriptions.dialog import DescriptionDialog
from corrector.gui.descriptions.table_dialog import TableDialog
from corrector.record.entries import Document
from corrector.tasks.describing import FIELDS, Described, TableChange

LETTER = Document(1, "a", "A & B")
DEFAULTS = Described(None, {"repository": "A Library"}, {"repository": "A Library"})
OWN = Described(LETTER, {"title": "A letter"}, {"title": "A letter", "repository": "A Library"})


def shown(qtbot: QtBot, *, editable: bool = True) -> DescriptionDialog:
    dialog = DescriptionDialog(None, OWN, DEFAULTS, editable=editable)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def field(dialog: DescriptionDialog, name: str) -> QLineEdit:
    at = [one.name for one in FIELDS if not one.long].index(name)
    return dialog.findChildren(QLineEdit)[at]


def test_what_the_collection_says_stands_pale_in_empty_fields(qtbot: QtBot) -> None:
    dialog = shown(qtbot)

    assert field(dialog, "title").text() == "A letter"
    assert field(dialog, "repository").text() == ""
    assert field(dialog, "repository").placeholderText() == "A Library"
    assert dialog.findChildren(QRadioButton)[0].text().endswith("A && B")


def test_only_what_differs_is_a_change_and_empty_takes_back(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    field(dialog, "title").clear()
    field(dialog, "author").setText(" A. Writer ")
    dialog.findChildren(QRadioButton)[1].click()
    field(dialog, "language").setText("en")

    assert dialog.changes() == ({"title": "", "author": "A. Writer"}, {"language": "en"})

    dialog.findChildren(QRadioButton)[0].click()
    assert field(dialog, "language").placeholderText() == "en"


def test_what_was_typed_stays_when_the_record_says_something_new(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    field(dialog, "title").setText("Typed")

    dialog.take(Described(LETTER, {"title": "Of a table", "place": "Here"}, {}), DEFAULTS)

    assert field(dialog, "title").text() == "Typed"
    assert field(dialog, "place").text() == "Here"
    assert dialog.changes() == ({"title": "Typed"}, {})


def test_a_doubt_is_said_and_hinders_nothing(qtbot: QtBot) -> None:
    dialog = shown(qtbot)

    field(dialog, "date").setText("late in May")

    said = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    assert any(one.startswith("⚠ Date: “late in May” is no date") for one in said)
    with qtbot.waitSignal(dialog.save_wanted) as wanted:
        qtbot.keyClick(field(dialog, "date"), Qt.Key.Key_Return)
    assert wanted.args == [{"date": "late in May"}, {}]


def test_for_reading_only_nothing_can_be_changed(qtbot: QtBot) -> None:
    def fields_and_words(editable: bool) -> tuple[list[bool], set[str]]:
        dialog = shown(qtbot, editable=editable)
        fields = [*dialog.findChildren(QLineEdit), *dialog.findChildren(QPlainTextEdit)]
        words = {one.text().replace("&", "") for one in dialog.findChildren(QPushButton)}
        return [one.isReadOnly() for one in fields], words

    writable, words = fields_and_words(editable=True)
    locked, words_then = fields_and_words(editable=False)
    assert writable == [False] * len(FIELDS)
    assert locked == [True] * len(FIELDS)
    assert words - words_then >= {"Save", "Import a table …"}


@pytest.mark.parametrize("editable", [True, False])
def test_every_control_has_a_name(qtbot: QtBot, editable: bool) -> None:
    table = TableDialog(None, "a.csv", [TableChange(LETTER, "title", "old\nname", "new")])
    qtbot.addWidget(table)
    table.show()

    unnamed = [
        part
        for dialog in (shown(qtbot, editable=editable), table)
        for part in dialog.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.isVisible()
        and not QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    ]

    assert unnamed == []
    assert table.lines() == ["A & B · Title: old name → new"]


def test_a_table_without_news_cannot_be_taken(qtbot: QtBot) -> None:
    table = TableDialog(None, "a.csv", ())
    qtbot.addWidget(table)

    (take,) = [one for one in table.findChildren(QPushButton) if "Import" in one.text()]
    assert not take.isEnabled()
