"""Undo takes back typing and what was said together, in the real editor; redo does both again."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from corrector.gui.page_work import PageWork
from corrector.gui.text.editor import TextEditor
from corrector.record.entries import Origin, Page, Statement, Status
from corrector.tasks.desk import PageContent
from corrector.text.edits import Edit
from corrector.text.marks import Mark
from corrector.text.tokens import Span, token_at

State = tuple[str, tuple[Mark, ...], tuple[Statement, ...]]
PAGE = Page(1, 1, "p", "d", None, 0, "", None, Status.NOT_STARTED, 0)


@dataclass
class Sitting:
    """A page in the editor, tied together as the window does it."""

    editor: TextEditor
    work: PageWork

    def begin(self, text: str) -> None:
        self.work = PageWork(PageContent(PAGE, None, (), None, None, proposal=False), text)
        self.editor.load(text, 0, self.work.steps)

    def follow(self, edits: tuple[Edit, ...]) -> None:
        self.work.follow(edits)

    def recall(self) -> None:
        self.work.recall()

    def state(self) -> State:
        assert self.editor.exact_text() == self.work.text
        return self.work.text, self.work.marks, self.work.statements


@pytest.fixture
def sitting(qtbot: QtBot) -> Sitting:
    editor = TextEditor()
    qtbot.addWidget(editor)
    made = Sitting(editor, PageWork(PageContent(PAGE, None, (), None, None, proposal=False)))
    editor.edited.connect(made.follow)
    editor.stepped.connect(made.recall)
    return made


def do(qtbot: QtBot, sitting: Sitting, kind: str, place: int, new: str) -> None:
    editor, work = sitting.editor, sitting.work
    place = min(place, len(work.text))
    token = token_at(work.text, place)
    if kind == "type":
        editor.go_to(place)
        for letter in new:
            editor.insertPlainText(letter)
    elif kind in {"backspace", "delete"}:
        editor.go_to(place)
        key = Qt.Key.Key_Backspace if kind == "backspace" else Qt.Key.Key_Delete
        qtbot.keyClick(editor, key)
    elif kind == "undo":
        editor.undo()
    elif kind == "redo":
        editor.redo()
    elif token is not None and kind == "mark":
        work.mark(Mark("confirmed", token.span, "A. Tester", str(place)))
    elif token is not None:
        editor.replace_span(token.span, new)
        made = Span(token.span.start, token.span.start + len(new))
        work.say(Statement(made, origin=Origin.CANDIDATE))


TEXTS = st.text(st.sampled_from("ab \n𝔄😀\u00a0"), max_size=12)
OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(["type", "backspace", "delete", "mark", "take", "undo", "redo"]),
        st.integers(0, 14),
        st.text(st.sampled_from("xy \n𝔅"), max_size=3),
    ),
    max_size=14,
)


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example("ab cd", [("mark", 0, ""), ("delete", 0, ""), ("delete", 0, ""), ("undo", 0, "")])
@given(TEXTS, OPERATIONS)
def test_undoing_all_gives_the_start_and_redoing_all_gives_the_end(
    qtbot: QtBot, sitting: Sitting, start: str, operations: list[tuple[str, int, str]]
) -> None:
    sitting.begin(start)
    first = sitting.state()
    for kind, place, new in operations:
        do(qtbot, sitting, kind, place, new)
    while sitting.work.steps.can_redo:
        sitting.editor.redo()
    last, way_back = sitting.state(), []
    while sitting.work.steps.can_undo:
        way_back.append(sitting.state())
        sitting.editor.undo()
    assert sitting.state() == first
    for before in reversed(way_back):
        sitting.editor.redo()
        assert sitting.state() == before
    assert sitting.state() == last


def test_a_mark_whose_word_is_deleted_comes_back_with_the_word(
    qtbot: QtBot, sitting: Sitting
) -> None:
    sitting.begin("one two three")
    sitting.work.mark(Mark("confirmed", Span(4, 7), "A. Tester", "now"))
    sitting.editor.replace_span(Span(4, 8), "")
    assert sitting.work.marks == ()

    qtbot.keyClick(sitting.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert sitting.state()[0] == "one two three"
    assert [one.span for one in sitting.work.marks] == [Span(4, 7)]
    qtbot.keyClick(sitting.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sitting.work.marks == ()


def test_a_context_menu_undoes_what_the_keys_undo(qtbot: QtBot, sitting: Sitting) -> None:
    sitting.begin("one")
    sitting.editor.replace_span(Span(0, 3), "two")

    menu = sitting.editor.context_menu(sitting.editor.cursorRect().center())
    qtbot.addWidget(menu)
    undo = next(action for action in menu.actions() if action.objectName() == "edit-undo")
    assert undo.isEnabled()
    undo.trigger()

    assert sitting.editor.exact_text() == "one"
