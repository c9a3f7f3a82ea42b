"""The history shows versions, corrections and differences, and asks for restoring."""

import hashlib

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QKeySequence, QTextCharFormat
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QTextBrowser, QTreeView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from corrector.gui.actions import MENUS
from corrector.gui.panels.difference_view import DifferenceView
from corrector.gui.panels.history_panel import HistoryPanel
from corrector.gui.panels.notes_panel import NotesPanel, ShownNote
from corrector.gui.panels.suspicions_panel import SuspicionsPanel
from corrector.gui.panels.versions_model import Column, VersionsModel
from corrector.record.entries import (
    NO_DETAILS,
    Cause,
    Certainty,
    Correction,
    Origin,
    Person,
    Version,
)
from corrector.text.tokens import Span


def version(number: int, text: str, *corrections: Correction, note: str = "") -> Version:
    return Version(
        number=number,
        parent=number - 1 if number else None,
        author=Person("A. Tester"),
        time="2024-05-06T07:08:09+00:00",
        origin=Origin.TYPED if number else Origin.IMPORTED,
        details=NO_DETAILS,
        note=note,
        evidence="",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        chain="",
        corrections=corrections,
        marks=(),
    )


VERSIONS = (
    version(0, "tbe cat\nis <here>"),
    version(
        1,
        "the cat\nis <here>",
        Correction(
            "tbe",
            "the",
            Span(0, 3),
            Span(0, 3),
            Cause.MISREAD_CHARACTER,
            certainty=Certainty.HIGH,
            evidence="carbon copy",
        ),
        note="first pass",
    ),
    version(
        2, "the cat\nis here", Correction("<", "", Span(11, 12), Span(11, 11), Cause.EDITORIAL)
    ),
)


@pytest.fixture
def panel(qtbot: QtBot) -> HistoryPanel:
    widget = HistoryPanel()
    qtbot.addWidget(widget)
    widget.show_versions(VERSIONS)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def view(panel: HistoryPanel) -> QTreeView:
    found = panel.findChild(QTreeView)
    assert isinstance(found, QTreeView)
    return found


def button(panel: HistoryPanel, text: str) -> QPushButton:
    return next(found for found in panel.findChildren(QPushButton) if text in found.text())


def difference(panel: HistoryPanel) -> str:
    found = panel.findChild(QTextBrowser)
    assert isinstance(found, QTextBrowser)
    return found.toPlainText()


def choose(panel: HistoryPanel, *rows: int) -> None:
    selection = view(panel).selectionModel()
    selection.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in rows:
        selection.select(view(panel).model().index(row, 0), flags)


def test_versions_stand_newest_first_with_who_how_and_why(panel: HistoryPanel) -> None:
    model = view(panel).model()

    numbers = [model.index(row, Column.NUMBER).data() for row in range(model.rowCount())]
    second = [model.index(1, column).data() for column in Column]

    assert numbers == ["2", "1", "0"]
    assert second[:3] == ["1", "typed", "1"]
    assert second[4:] == ["A. Tester", "first pass"]
    assert "2024" in second[3] or "24" in second[3]


def test_corrections_stand_below_their_version(panel: HistoryPanel) -> None:
    model = view(panel).model()
    first = model.index(1, 0)

    assert model.rowCount(first) == 1
    line = model.index(0, 0, first)
    assert line.data() == "tbe → the   misread character, certainty: high"
    assert line.data(Qt.ItemDataRole.ToolTipRole) == f"{line.data()}\ncarbon copy"
    assert model.index(0, 0, model.index(0, 0)).data().startswith("< → ∅")


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = VersionsModel()
    model.show_history(VERSIONS)

    qtmodeltester.check(model)


def test_the_chosen_version_is_shown_against_its_predecessor(panel: HistoryPanel) -> None:
    choose(panel, 1)

    assert "tbthe cat" in difference(panel) or "tbhe cat" in difference(panel)


def test_a_version_is_restored_on_demand(qtbot: QtBot, panel: HistoryPanel) -> None:
    choose(panel, 1)

    with qtbot.waitSignal(panel.restore_wanted) as restored:
        qtbot.mouseClick(button(panel, "Restore"), Qt.MouseButton.LeftButton)

    assert restored.args == [1]


def test_any_two_versions_are_compared_older_first(qtbot: QtBot, panel: HistoryPanel) -> None:
    choose(panel, 0, 2)
    assert not button(panel, "Restore").isEnabled()

    with qtbot.waitSignal(panel.compare_wanted) as compared:
        qtbot.mouseClick(button(panel, "&Compare"), Qt.MouseButton.LeftButton)

    assert compared.args == [0, 2]


def test_the_first_version_has_nothing_to_be_compared_with(panel: HistoryPanel) -> None:
    choose(panel, 2)

    assert not button(panel, "&Compare").isEnabled()
    assert button(panel, "Restore").isEnabled()


def test_a_page_without_versions_shows_nothing(panel: HistoryPanel) -> None:
    panel.show_versions(())

    assert panel.chosen() == ()
    assert difference(panel) == ""
    assert not button(panel, "Restore").isEnabled()


def formats(shown: DifferenceView) -> dict[str, QTextCharFormat]:
    block, found = shown.document().begin(), {}
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            found[pieces.fragment().text()] = pieces.fragment().charFormat()
            pieces += 1
        block = block.next()
    return found


def test_removed_is_struck_through_and_added_underlined(qtbot: QtBot) -> None:
    shown = DifferenceView()
    qtbot.addWidget(shown)

    shown.show_difference("a <b> and so\u00a0c", "a <d> and so c")

    found = formats(shown)
    assert [text for text, style in found.items() if style.fontStrikeOut()] == ["b", "⍽"]
    assert [text for text, style in found.items() if style.fontUnderline()] == ["d", "␣"]


def test_long_unchanged_stretches_are_shortened(qtbot: QtBot) -> None:
    shown = DifferenceView()
    qtbot.addWidget(shown)

    shown.show_difference("x" * 900 + "a" + "y" * 900, "x" * 900 + "b" + "y" * 900)

    assert len(shown.toPlainText()) < 200
    assert "…" in shown.toPlainText()


def test_equal_texts_are_said_to_be_equal(qtbot: QtBot) -> None:
    shown = DifferenceView()
    qtbot.addWidget(shown)

    shown.show_difference("a", "a")

    assert "same" in shown.toPlainText()


def test_a_note_is_written_by_keys_and_shown_escaped(qtbot: QtBot) -> None:
    panel = NotesPanel()
    qtbot.addWidget(panel)
    panel.show_notes([ShownNote("a <b>\nc", "A. Tester", "2024-05-06T07:08:09+00:00", "version 1")])
    panel.show()
    qtbot.waitExposed(panel)
    panel.setFocus()
    field = panel.focusProxy()

    qtbot.keyClicks(field, "seen the carbon copy")
    with qtbot.waitSignal(panel.note_written) as written:
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    shown = panel.findChild(QTextBrowser)
    assert isinstance(shown, QTextBrowser)
    assert "a <b>\nc" in shown.toPlainText()
    assert "version 1" in shown.toPlainText()
    assert written.args == ["seen the carbon copy"]
    assert not button_of(panel).isEnabled()


def test_the_key_that_ends_a_note_is_not_taken_by_the_window(qtbot: QtBot) -> None:
    window, panel = QMainWindow(), NotesPanel()
    qtbot.addWidget(window)
    window.setCentralWidget(panel)
    confirm = QAction(window, shortcut=QKeySequence("Ctrl+Return"))
    window.addAction(confirm)
    window.show()
    window.activateWindow()
    panel.setFocus()
    qtbot.waitUntil(lambda: panel.focusProxy().hasFocus())
    qtbot.keyClicks(panel.focusProxy(), "x")

    with qtbot.assertNotEmitted(confirm.triggered), qtbot.waitSignal(panel.note_written):
        qtbot.keyClick(panel.focusProxy(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_no_note_is_taken_when_nothing_may_be_written(qtbot: QtBot) -> None:
    panel = NotesPanel()
    qtbot.addWidget(panel)
    panel.set_writable(False)

    with qtbot.assertNotEmitted(panel.note_written):
        qtbot.keyClicks(panel.focusProxy(), "x")
        qtbot.keyClick(panel.focusProxy(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def button_of(panel: NotesPanel) -> QPushButton:
    found = panel.findChild(QPushButton)
    assert isinstance(found, QPushButton)
    return found


def test_no_key_of_the_panels_is_one_of_the_menus(qtbot: QtBot) -> None:
    panels = [HistoryPanel(), NotesPanel(), SuspicionsPanel()]
    keys = []
    for panel in panels:
        qtbot.addWidget(panel)
        labelled = [*panel.findChildren(QPushButton), *panel.findChildren(QLabel)]
        keys += [QKeySequence.mnemonic(part.text()).toString() for part in labelled]

    used = [key for key in keys if key]
    menus = {QKeySequence.mnemonic(text).toString() for text in MENUS.values()}

    assert len(used) == len(set(used))
    assert not menus & set(used)
