"""Room above lines changes how a text looks and nothing else: typing, undo, caret, clicks."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCursor
from pytestqt.qtbot import QtBot

from corrector.gui.text.editor import TextEditor
from corrector.gui.text.line_view_edit import NO_ROOM, Room

TEXT = "\n".join(f"line {number} of the text" for number in range(40))


class Shelf:
    """Keeps 30 pixels above every line but blank ones, and notes what was painted."""

    def __init__(self, editor: TextEditor) -> None:
        self.editor = editor
        self.painted: set[int] = set()

    def room(self, number: int) -> Room:
        blank = not self.editor.document().findBlockByNumber(number).text()
        return NO_ROOM if blank else Room(30.0, 20.0 if number % 2 else 0.0)

    def paint(self, painter: QPainter, number: int, area: QRectF) -> None:
        assert area.height() == 30
        del painter
        self.painted.add(number)

    def position_at(self, number: int, point: QPointF) -> int | None:
        del point
        return TEXT.index("of", TEXT.index(f"line {number} "))


@pytest.fixture
def editor(editor: TextEditor) -> TextEditor:
    editor.load(TEXT)
    return editor


def top_of(editor: TextEditor, number: int) -> float:
    return dict(editor.lines_in_view())[number]


def left_of(editor: TextEditor, number: int) -> int:
    return editor.cursorRect(QTextCursor(editor.document().findBlockByNumber(number))).left()


def test_lines_stand_apart_and_go_back_to_where_they_were(editor: TextEditor) -> None:
    before = list(editor.lines_in_view())
    editor.show_above(Shelf(editor))
    high = editor.fontMetrics().lineSpacing()
    assert top_of(editor, 2) - top_of(editor, 1) == pytest.approx(high + 30, abs=2)

    editor.show_above(None)
    assert list(editor.lines_in_view()) == before


def test_every_line_in_view_is_painted_above(qtbot: QtBot, editor: TextEditor) -> None:
    shelf = Shelf(editor)
    editor.show_above(shelf)
    qtbot.waitUntil(lambda: {0, 1, 2} <= shelf.painted)
    assert 39 not in shelf.painted


def test_typing_and_undo_are_as_ever(qtbot: QtBot, editor: TextEditor) -> None:
    editor.show_above(Shelf(editor))
    editor.go_to(4)
    qtbot.keyClicks(editor, "s")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.exact_text() == TEXT.replace("line 0", "lines\n 0")

    editor.undo()
    editor.undo()
    assert editor.exact_text() == TEXT


def test_the_caret_is_never_left_below_the_view(qtbot: QtBot, editor: TextEditor) -> None:
    editor.show_above(Shelf(editor))
    editor.go_to(0)
    for _ in range(39):
        qtbot.keyClick(editor, Qt.Key.Key_Down)
        qtbot.wait(1)
        assert editor.cursorRect().bottom() <= editor.viewport().height()
    assert editor.textCursor().blockNumber() == 39
    for _ in range(39):
        qtbot.keyClick(editor, Qt.Key.Key_Up)
        assert editor.cursorRect().top() >= 0


def test_what_is_revealed_is_seen(editor: TextEditor) -> None:
    editor.show_above(Shelf(editor))
    editor.go_to(TEXT.index("line 30"))
    assert editor.viewport().rect().contains(editor.cursorRect())
    assert 3 < len(list(editor.lines_in_view())) < 9


def test_a_click_above_a_line_goes_where_it_means(qtbot: QtBot, editor: TextEditor) -> None:
    editor.show_above(Shelf(editor))
    above = QPoint(40, int(top_of(editor, 3)) - 10)
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=above)
    assert editor.caret() == TEXT.index("of", TEXT.index("line 2 "))


def test_a_line_begins_further_right_only_as_far_as_it_fits(editor: TextEditor) -> None:
    editor.load(f"{'x' * 20}\n{'y ' * 60}y\n{'z' * 20}")
    editor.show_above(Shelf(editor))
    left = [left_of(editor, number) for number in (0, 1, 2)]
    assert left[0] == left[1] == left[2]
    editor.load("a\nb")
    first, second = (left_of(editor, number) for number in (0, 1))
    assert second - first == 20
