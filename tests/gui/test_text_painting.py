"""A key press paints the lines that it changed, and leaves nothing on the screen that is not so."""

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from corrector.gui.text.editor import TextEditor
from corrector.gui.text.line_view_layout import Room
from corrector.messages import message
from corrector.suspicion.findings import CheckResult, Reason, Suspicion
from corrector.text.marks import Mark
from corrector.text.phenomena import PHENOMENON_BY_NAME
from corrector.text.tokens import Span, tokenise

LINES = tuple(f"line {number} has tbe same six words" for number in range(30))
TEXT = "\n".join(LINES)
SIGNALS = ("lexicon", "digits", "case", "joins")
Key = Qt.Key


class Painted(QObject):
    """Remembers which parts of a widget were painted."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.parts.append(event.rect())
        return super().eventFilter(watched, event)


def suspicions() -> tuple[Suspicion, ...]:
    wrong = [token for token in tokenise(TEXT) if token.text == "tbe"]
    return tuple(
        Suspicion(
            span=token.span,
            text=token.text,
            score=0.9,
            shown=True,
            reasons=(Reason(SIGNALS[at % len(SIGNALS)], message("in no list"), 1.0),),
            suggestions=(),
        )
        for at, token in enumerate(wrong)
    )


def marks() -> list[Mark]:
    kinds = sorted(PHENOMENON_BY_NAME)
    tokens = [token for token in tokenise(TEXT) if token.text in {"has", "six"}]
    spans = [token.span for token in tokens] + [Span(200, 200), Span(305, 305)]
    return [Mark(kinds[at % len(kinds)], span, "", "") for at, span in enumerate(spans)]


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[TextEditor]:
    widget = TextEditor()
    qtbot.addWidget(widget)
    widget.resize(420, 500)
    widget.setCursorWidth(0)  # it blinks
    widget.load(TEXT)
    widget.show_findings(CheckResult(TEXT, ("en",), 210, suspicions()))
    widget.show_marks(marks())
    widget.show()
    widget.setFocus()
    qtbot.waitExposed(widget)
    widget.go_to(TEXT.index("line 8") + 5)
    QApplication.processEvents()
    yield widget
    widget.show_above(None)


def on_the_screen(editor: TextEditor) -> QImage:
    """What was painted so far, not what would be painted now."""
    return editor.screen().grabWindow(editor.winId()).toImage()


def look_for_remains(editor: TextEditor, qtbot: QtBot) -> None:
    QApplication.processEvents()
    before = on_the_screen(editor)
    editor.viewport().update()
    for child in editor.findChildren(type(editor._numbers)):
        child.update()
    QApplication.processEvents()
    qtbot.wait(1)
    assert on_the_screen(editor) == before


def test_a_key_paints_its_line_only(qtbot: QtBot, editor: TextEditor) -> None:
    painted = Painted()
    editor.viewport().installEventFilter(painted)
    rows = 3  # the line, and what hangs out of it

    qtbot.keyClick(editor, "x")  # the first one looks how high the line is
    QApplication.processEvents()
    painted.parts.clear()

    for letter in "abc":
        qtbot.keyClick(editor, letter)
    qtbot.keyClick(editor, Key.Key_Backspace)
    QApplication.processEvents()

    assert painted.parts
    highest = max(part.height() for part in painted.parts)
    assert highest <= rows * editor.fontMetrics().lineSpacing()


@pytest.mark.parametrize("seed", [3, 5, 8])
def test_nothing_stays_on_the_screen_that_has_moved(
    qtbot: QtBot, editor: TextEditor, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same keys every time
    keys = [*"abc  iW-.", Key.Key_Return, Key.Key_Backspace, Key.Key_Delete, Key.Key_Home]
    keys += [Key.Key_Up, Key.Key_Down, Key.Key_End]

    for _ in range(45):
        qtbot.keyClick(editor, chance.choice(keys))
        look_for_remains(editor, qtbot)


def test_taking_back_several_lines_at_once_leaves_nothing_either(
    qtbot: QtBot, editor: TextEditor
) -> None:
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Right):
        qtbot.keyClick(editor, key, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(editor, "x")
    look_for_remains(editor, qtbot)

    editor.replace_text(TEXT.replace("six", "seven", 12).replace("same", "s", 9))
    look_for_remains(editor, qtbot)
    for _ in range(3):
        editor.undo()
        look_for_remains(editor, qtbot)


def test_lines_that_stand_apart_are_painted_as_well(qtbot: QtBot, editor: TextEditor) -> None:
    editor.show_above(RoomAbove())
    for key in ("a", "b", Key.Key_Return, "c", Key.Key_Backspace, Key.Key_Backspace, "d"):
        qtbot.keyClick(editor, key)
        look_for_remains(editor, qtbot)


class RoomAbove:
    """Keeps twenty pixels free above every line, and paints nothing there."""

    def room(self, number: int) -> Room:
        del number
        return Room(20.0, 0.0)

    def paint(self, *_: object) -> None:
        return

    def position_at(self, *_: object) -> int | None:
        return None
