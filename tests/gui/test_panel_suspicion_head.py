"""What the verify bar says of a suspicion in a narrow window: the least important goes first."""

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from corrector.gui.panels.elided_lines import ElidedLines
from corrector.gui.panels.suspicion_head import SuspicionHead
from corrector.gui.text.strength import Strength

KIND = "stray sign or foreign letter"
WHOLE = f"●●○ medium: {KIND}"


def head_of(qtbot: QtBot, width: int, word: str = "tbe") -> SuspicionHead:
    head = SuspicionHead()
    qtbot.addWidget(head)
    head.resize(width, 20)
    head.show()
    head.show_token(word, QPixmap(12, 12))
    head.show_rest(Strength.MEDIUM, KIND, 12, 57)
    qtbot.wait(10)
    return head


def said_in(head: SuspicionHead) -> list[QLabel]:
    return [one for one in head.findChildren(QLabel) if one.text()]


@pytest.mark.parametrize(
    ("width", "strength", "count"),
    [
        (700, WHOLE, "12 of 57 left on this page"),
        (400, WHOLE, "12 of 57 left"),
        (355, f"●●○ {KIND}", "12 of 57 left"),
        (310, f"●●○ {KIND}", "12/57"),
        (200, "●●○", "12/57"),
    ],
)
def test_what_has_no_room_is_said_shorter_and_whole_in_the_tooltip(
    qtbot: QtBot, width: int, strength: str, count: str
) -> None:
    head = head_of(qtbot, width)
    token, said, left = said_in(head)
    assert (token.text(), said.text(), left.text()) == ("tbe", strength, count)
    assert (said.toolTip(), left.toolTip()) == (WHOLE, "12 of 57 left on this page")
    for label in (said, left):
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()


def test_a_long_token_yields_before_strength_and_count_do(qtbot: QtBot) -> None:
    head = head_of(qtbot, 440, "W" * 60)
    token, said, left = said_in(head)
    assert token.toolTip() == "W" * 60
    assert said.fontMetrics().horizontalAdvance(said.text()) <= said.width()
    assert left.fontMetrics().horizontalAdvance(left.text()) <= left.width()


def test_reasons_take_two_lines_and_end_in_dots_where_there_are_more(qtbot: QtBot) -> None:
    label = ElidedLines(2)
    qtbot.addWidget(label)
    label.setText("“tbe” is in no word list; “the” is and looks much like it. · 😀 " * 3)
    label.resize(400, label.sizeHint().height())
    first, second = label.shown()
    assert label.text().startswith(first)
    assert second.endswith("…")
    assert label.text().removeprefix(first).lstrip().startswith(second[:-1].rstrip())
    label.resize(4000, label.sizeHint().height())
    assert label.shown() == [label.text().rstrip()]
    label.setText("")
    assert label.shown() == [""]
