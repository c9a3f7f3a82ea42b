"""The dialogs that tell: failures with details to copy, all keys, all commands."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton, QTreeView
from pytestqt.qtbot import QtBot

from corrector.errors import CancelledError, unwritable
from corrector.gui.dialogs.command_palette import CommandPalette, PaletteEntry
from corrector.gui.dialogs.help_dialog import HelpDialog
from corrector.gui.dialogs.message import details, error_box, show_error
from corrector.gui.wording import local_time, visible, word, worded
from corrector.messages import message
from corrector.record.entries import Cause, Certainty, Origin, Status

Key = Qt.Key


def failing() -> Exception:
    full = OSError(28, "No space left on device")
    error = unwritable(Path("out.xml"), full)
    error.__cause__ = full
    return error


def opened(qtbot: QtBot, dialog: QDialog) -> None:
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)


def rows(dialog: QDialog) -> list[str]:
    view = dialog.findChild(QTreeView)
    assert isinstance(view, QTreeView)
    return [view.model().index(row, 0).data() for row in range(view.model().rowCount())]


def test_a_failure_says_what_happened_what_is_safe_and_what_to_do(qtbot: QtBot) -> None:
    box = error_box(None, failing())
    qtbot.addWidget(box)

    assert box.text() == (
        "“out.xml” cannot be written: No space left on device. What stood there before is "
        "unchanged. Make room or choose another place, then try again."
    )
    assert box.icon() == QMessageBox.Icon.Warning


def test_details_can_be_copied_and_the_window_stays(qtbot: QtBot) -> None:
    box = error_box(None, failing())
    opened(qtbot, box)
    copy = next(found for found in box.findChildren(QPushButton) if "Copy" in found.text())

    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)

    copied = QGuiApplication.clipboard().text()
    assert "OutputError" in copied
    assert "OSError: [Errno 28]" in copied
    assert box.isVisible()
    qtbot.keyClick(box, Key.Key_Escape)
    assert not box.isVisible()


def test_an_error_of_ours_is_told_as_one(qtbot: QtBot) -> None:
    box = error_box(None, KeyError("x"))
    qtbot.addWidget(box)

    assert box.icon() == QMessageBox.Icon.Critical
    assert "KeyError" in box.text()
    assert "KeyError" in details(KeyError("x"))


def test_what_the_person_stopped_is_not_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))

    show_error(None, CancelledError())
    show_error(None, failing())

    assert len(told) == 1


class OneWord(QTranslator):
    """A translator that knows one sentence in one context."""

    def translate(  # type: ignore[override]
        self, context: str, text: str, _disambiguation: object = None, _n: int = -1
    ) -> str:
        known = context == "Scans" and text == "{name} is gone."
        return "{name} ist weg." if known else text


def test_messages_are_filled_after_translation_whatever_their_context(qtbot: QtBot) -> None:
    translator = OneWord()
    QCoreApplication.installTranslator(translator)
    try:
        assert worded(message("{name} is gone.", name="x")) == "x ist weg."
        assert worded(message("{name} is here.", name="x")) == "x is here."
    finally:
        QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize("value", [*Origin, *Cause, *Certainty, *Status])
def test_every_word_of_the_record_has_a_word_for_people(
    value: Origin | Cause | Certainty | Status,
) -> None:
    assert word(value)
    assert "-" not in word(value)


def test_an_unreadable_time_is_shown_as_it_stands() -> None:
    assert local_time("long ago") == "long ago"
    assert local_time("2024-05-06T07:08:09+00:00") != "2024-05-06T07:08:09+00:00"


def test_blanks_are_made_visible() -> None:
    assert visible("a\u00a0b\n\t") == "a⍽b↵⇥"


def test_a_command_is_found_by_a_part_of_its_name_and_done(qtbot: QtBot) -> None:
    done: list[str] = []
    entries = [
        PaletteEntry(title, keys, lambda title=title: done.append(title))
        for title, keys in (("Save version", "Ctrl+S"), ("Next page", "Ctrl+PgDown"), ("Zoom", ""))
    ]
    palette = CommandPalette(entries=entries)
    opened(qtbot, palette)

    qtbot.keyClicks(palette.focusWidget(), "pag")
    assert rows(palette) == ["Next page"]
    qtbot.keyClick(palette.focusWidget(), Key.Key_Return)

    assert done == ["Next page"]
    assert not palette.isVisible()


def test_the_arrow_keys_walk_through_the_commands(qtbot: QtBot) -> None:
    done: list[int] = []
    entries = [PaletteEntry(str(n), "", lambda n=n: done.append(n)) for n in range(3)]
    palette = CommandPalette(entries=entries)
    opened(qtbot, palette)

    qtbot.keyClick(palette.focusWidget(), Key.Key_Down)
    qtbot.keyClick(palette.focusWidget(), Key.Key_Down)
    qtbot.keyClick(palette.focusWidget(), Key.Key_Up)
    qtbot.keyClick(palette.focusWidget(), Key.Key_Return)

    assert done == [1]


def test_nothing_is_done_when_no_command_fits(qtbot: QtBot) -> None:
    palette = CommandPalette(entries=[PaletteEntry("Save", "", lambda: pytest.fail("done"))])
    opened(qtbot, palette)

    qtbot.keyClicks(palette.focusWidget(), "zzz")
    qtbot.keyClick(palette.focusWidget(), Key.Key_Return)

    assert palette.isVisible()


def test_the_help_lists_all_keys_and_finds_one_by_key(qtbot: QtBot) -> None:
    shown = HelpDialog(keys=[("Next suspicion", "F3"), ("Doubtful", "F4")])
    opened(qtbot, shown)
    assert rows(shown) == ["Next suspicion", "Doubtful"]

    qtbot.keyClicks(shown.focusWidget(), "F4")

    assert rows(shown) == ["Doubtful"]
    qtbot.keyClick(shown.focusWidget(), Key.Key_Escape)
    assert not shown.isVisible()
