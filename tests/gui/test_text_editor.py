"""The editor keeps every character, undoes in one step and tells every change in code points."""

from dataclasses import dataclass, field

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from corrector.gui.text.editor import TextEditor
from corrector.text.edits import Edit, apply_edits
from corrector.text.tokens import Span

AWKWARD = "a\u00a0b\u2028c\u2029d\ufdd0\ufdd1\ufdd2\r𝔄ſe\u0301\tz\u00ad\x0c\ufeff\n\n x"


@dataclass
class Follower:
    """Keeps a copy of the text from nothing but the edits that the editor tells."""

    text: str
    edits: list[tuple[Edit, ...]] = field(default_factory=list)

    def follow(self, edits: tuple[Edit, ...]) -> None:
        self.edits.append(edits)
        self.text = apply_edits(self.text, edits)


def test_every_character_of_a_loaded_text_comes_back(editor: TextEditor) -> None:
    editor.load(AWKWARD)

    assert editor.exact_text() == AWKWARD
    assert not editor.document().isModified()
    assert not editor.document().isUndoAvailable()


def test_a_text_of_all_noncharacters_comes_back_when_it_has_no_unholdable_ones(
    editor: TextEditor,
) -> None:
    text = "".join(chr(code) for code in range(0xFDD2, 0xFDEC))
    editor.load(text + "\u2029")

    assert editor.exact_text() == text + "\u2029"


def test_shift_enter_makes_an_ordinary_line_end(qtbot: QtBot, editor: TextEditor) -> None:
    editor.load("ab", 1)

    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    assert editor.exact_text() == "a\nb"


def test_copy_and_paste_keep_characters_that_qt_would_change(editor: TextEditor) -> None:
    text = "a\u00a0b\u2028c\u2029𝔄\n"
    editor.load(text)

    editor.selectAll()
    editor.copy()
    editor.go_to(len(text))
    editor.paste()

    assert QGuiApplication.clipboard().text() == text
    assert editor.exact_text() == text + text


def test_line_ends_of_windows_are_pasted_as_line_feeds(editor: TextEditor) -> None:
    data = QMimeData()
    data.setText("x\r\ny")

    editor.insertFromMimeData(data)

    assert editor.exact_text() == "x\ny"


def test_dropped_files_are_left_to_the_window(editor: TextEditor) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/folder")])
    data.setText("/folder")

    assert not editor.canInsertFromMimeData(data)


def test_typing_tells_edits_and_the_caret_in_code_points(qtbot: QtBot, editor: TextEditor) -> None:
    editor.load("𝔄𝔄x", 2)
    follower = Follower("𝔄𝔄x")
    carets: list[int] = []
    editor.edited.connect(follower.follow)
    editor.caret_moved.connect(carets.append)

    qtbot.keyClicks(editor, "bc")

    assert follower.edits == [(Edit(Span(2, 2), "b"),), (Edit(Span(3, 3), "c"),)]
    assert follower.text == editor.exact_text() == "𝔄𝔄bcx"
    assert carets == [3, 4]
    assert editor.document().isModified()


def test_replacing_the_text_is_one_undo_step_and_keeps_cursors(editor: TextEditor) -> None:
    old = "THE QUICK BROWH FOX\nJUMPS OVFR THE LAZY DOG\n"
    new = "THE QUICK BROWN FOX\nJUMPS OVER THE LAZY DOG\n"
    editor.load(old)
    follower = Follower(old)
    editor.edited.connect(follower.follow)
    lazy = editor.cursor_of(Span(old.index("LAZY"), old.index("LAZY") + 4))

    editor.replace_text(new)

    assert editor.exact_text() == new
    assert lazy.selectedText() == "LAZY"
    assert follower.text == new
    assert all(edit.span.length <= 1 for edit in follower.edits[0])
    editor.undo()
    assert editor.exact_text() == follower.text == old
    editor.redo()
    assert editor.exact_text() == follower.text == new


def test_a_replaced_span_is_an_undo_step_apart_from_typing(
    qtbot: QtBot, editor: TextEditor
) -> None:
    editor.load("ovfr", 4)
    qtbot.keyClicks(editor, "!")

    editor.replace_span(Span(0, 4), "over")
    qtbot.keyClicks(editor, "?")
    editor.undo()
    assert editor.exact_text() == "over!"
    editor.undo()
    assert editor.exact_text() == "ovfr!"
    editor.undo()
    assert editor.exact_text() == "ovfr"


def test_a_text_for_reading_only_is_read_by_keys_and_not_changed(
    qtbot: QtBot, editor: TextEditor
) -> None:
    editor.load("ab")
    editor.set_writable(False)
    QGuiApplication.clipboard().setText("x")

    qtbot.keyClick(editor, Qt.Key.Key_Right)
    qtbot.keyClicks(editor, "x")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    editor.paste()

    assert editor.exact_text() == "ab"
    assert editor.caret() == 1
    editor.set_writable(True)
    qtbot.keyClicks(editor, "x")
    assert editor.exact_text() == "axb"


def test_undo_reaches_back_over_a_save(qtbot: QtBot, editor: TextEditor) -> None:
    editor.load("a", 1)
    qtbot.keyClicks(editor, "b")
    editor.document().setModified(False)
    assert not editor.document().isModified()

    editor.undo()

    assert editor.exact_text() == "a"
    assert editor.document().isModified()


def test_ctrl_tab_leaves_the_text_and_tab_types_a_tab(qtbot: QtBot, editor: TextEditor) -> None:
    editor.load("")

    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.keyClick(editor, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)

    assert editor.exact_text() == "\t"


def test_ctrl_d_never_deletes(qtbot: QtBot, editor: TextEditor) -> None:
    editor.load("ab")

    qtbot.keyClick(editor, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)

    assert editor.exact_text() == "ab"


def test_selection_and_caret_are_code_points(editor: TextEditor) -> None:
    editor.load("𝔄𝔅 word")

    editor.select(Span(3, 7))

    assert editor.selection() == Span(3, 7)
    assert editor.caret() == 7
    assert editor.textCursor().selectedText() == "word"


def test_a_far_span_is_brought_into_view_without_moving_the_caret(editor: TextEditor) -> None:
    text = "\n".join(f"line {number}" for number in range(300))
    editor.load(text)
    far = text.index("line 250")

    editor.reveal(Span(far, far + 8))

    top = editor.cursorRect(editor.cursor_of(Span(far, far))).topLeft()
    assert editor.viewport().rect().contains(top)
    assert editor.caret() == 0


def test_the_line_numbers_start_at_one_and_keep_room_for_themselves(editor: TextEditor) -> None:
    editor.load("\n" * 120)

    assert next(iter(editor.lines_in_view()))[0] == 1
    assert editor.viewportMargins().left() > 20
    assert editor.cursorForPosition(QPoint(0, 0)).position() == 0


def test_letters_can_be_made_larger_and_given_back_their_size(editor: TextEditor) -> None:
    usual = editor.font().pointSize()

    editor.zoom(3)
    larger = editor.font().pointSize()
    editor.reset_zoom()

    assert larger == usual + 3
    assert editor.font().pointSize() == usual
    editor.zoom(-100)
    assert editor.font().pointSize() > 0


ALPHABET = st.sampled_from("ab \n\u00a0\u2028\u2029\r𝔄𝔅😀e\u0301ſ\ufdd0")
TEXTS = st.text(ALPHABET, max_size=24)
PLACE = st.tuples(st.integers(0, 40), st.integers(0, 6))
OPERATIONS = st.lists(
    st.one_of(
        st.tuples(st.just("span"), PLACE, TEXTS),
        st.tuples(st.just("text"), PLACE, TEXTS),
        st.tuples(st.just("undo"), PLACE, st.just("")),
        st.tuples(st.just("redo"), PLACE, st.just("")),
        st.tuples(st.just("delete"), PLACE, st.just("")),
    ),
    max_size=12,
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example("𝔄𝔅", [("span", (0, 1), "𝔅")])
@example("a\n", [("span", (1, 1), ""), ("undo", (0, 0), "")])
@example("", [("span", (0, 0), "a"), ("span", (0, 1), "a"), ("undo", (0, 0), "")])
@given(TEXTS, OPERATIONS)
def test_random_edits_agree_with_a_model_and_with_what_is_told(
    qtbot: QtBot,
    editor: TextEditor,
    start: str,
    operations: list[tuple[str, tuple[int, int], str]],
) -> None:
    editor.load(start)
    follower, model = Follower(start), Model(start)
    editor.edited.connect(follower.follow)
    try:
        for kind, (first, length), new in operations:
            _do(qtbot, editor, kind, Span(first, first + length), new)
            model.do(kind, Span(first, first + length), new)
            assert editor.exact_text() == model.text
            assert follower.text == model.text
    finally:
        editor.edited.disconnect(follower.follow)


def _clamped(span: Span, text: str) -> Span:
    return Span(min(span.start, len(text)), min(span.end, len(text)))


def _do(qtbot: QtBot, editor: TextEditor, kind: str, span: Span, new: str) -> None:
    if kind == "span":
        editor.replace_span(_clamped(span, editor.exact_text()), new)
    elif kind == "text":
        editor.replace_text(new)
    elif kind == "undo":
        editor.undo()
    elif kind == "redo":
        editor.redo()
    elif _clamped(span, editor.exact_text()).length:
        editor.select(_clamped(span, editor.exact_text()))
        qtbot.keyClick(editor, Qt.Key.Key_Delete)


class Model:
    """What the text must be: a list of states, of which undo and redo choose one."""

    def __init__(self, text: str) -> None:
        self.states = [text]
        self.now = 0

    @property
    def text(self) -> str:
        return self.states[self.now]

    def do(self, kind: str, span: Span, new: str) -> None:
        if kind in {"undo", "redo"}:
            self.now = max(0, min(self.now + (1 if kind == "redo" else -1), len(self.states) - 1))
            return
        place = _clamped(span, self.text)
        text = new if kind == "text" else apply_edits(self.text, (Edit(place, new),))
        if text != self.text:
            self.states[self.now + 1 :] = [text]
            self.now += 1


def test_the_current_line_stays_in_view_when_a_notice_takes_room(
    qtbot: QtBot, editor: TextEditor
) -> None:
    editor.resize(400, 400)
    editor.show()
    editor.load("\n".join(f"line {number}" for number in range(200)))
    last = editor.cursorForPosition(editor.viewport().rect().bottomLeft()).blockNumber() - 1
    editor.go_to(editor.exact_text().index(f"line {last}"))
    qtbot.wait(20)
    assert editor.cursorRect().bottom() <= editor.viewport().height()

    editor.resize(400, 320)
    qtbot.wait(20)

    assert editor.cursorRect().top() >= 0
    assert editor.cursorRect().bottom() <= editor.viewport().height()


def test_a_caret_out_of_view_does_not_scroll_when_the_editor_is_resized(
    qtbot: QtBot, editor: TextEditor
) -> None:
    editor.resize(400, 400)
    editor.show()
    editor.load("\n".join(f"line {number}" for number in range(200)))
    editor.verticalScrollBar().setValue(100)
    qtbot.wait(20)
    before = editor.verticalScrollBar().value()

    editor.resize(400, 320)
    qtbot.wait(20)

    assert editor.verticalScrollBar().value() == before
