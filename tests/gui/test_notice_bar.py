"""The notice above the text: its words are read whole, whatever room there is."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from corrector.gui.notice_bar import NoticeBar

TWO_BUTTONS = [("&Take this series back", lambda: None)]
SHORT = "Unsaved typing of 11:20 is here again."
LONG = (
    "Places changed: 9, on pages: 2. Ctrl+Z undoes it on this page, History shows it. Not saved: "
    "p1 (it has unsaved typing)."
)


class Pane(QWidget):
    """A pane as wide as is said, with a notice above something else."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.notice = NoticeBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        column.addWidget(QWidget(), 1)
        self.resize(width, 300)


def pane_with(qtbot: QtBot, width: int, text: str) -> Pane:
    pane = Pane(width)
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitExposed(pane)
    pane.notice.say(text, TWO_BUTTONS)
    qtbot.wait(20)
    return pane


def lines(notice: NoticeBar) -> int:
    label = next(one for one in notice.findChildren(QLabel) if one.text() == notice.text())
    width = label.width()
    return label.heightForWidth(width) // label.fontMetrics().lineSpacing()


def buttons_are_below(notice: NoticeBar) -> bool:
    label = next(one for one in notice.findChildren(QLabel) if one.text() == notice.text())
    return all(one.y() >= label.geometry().bottom() for one in notice.findChildren(QPushButton))


@pytest.mark.parametrize(
    ("width", "text", "below"),
    [(415, SHORT, False), (415, LONG, True), (800, SHORT, False), (1200, LONG, False)],
)
def test_buttons_stand_below_a_notice_that_has_no_room_beside_them(
    qtbot: QtBot, width: int, text: str, *, below: bool
) -> None:
    pane = pane_with(qtbot, width, text)
    assert buttons_are_below(pane.notice) == below
    assert lines(pane.notice) <= (3 if below else 2)
    assert pane.width() == width


def test_a_notice_is_laid_out_anew_when_its_pane_is_resized(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, 1200, LONG)
    assert not buttons_are_below(pane.notice)
    pane.resize(415, 300)
    qtbot.waitUntil(lambda: buttons_are_below(pane.notice))
    pane.resize(1200, 300)
    qtbot.waitUntil(lambda: not buttons_are_below(pane.notice))


def test_buttons_of_the_notice_before_are_gone_at_once(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, 415, LONG)
    pane.notice.say(SHORT)
    visible = [one.text() for one in pane.notice.findChildren(QPushButton) if one.isVisible()]
    assert visible == ["Dismiss"]
