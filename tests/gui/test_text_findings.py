"""Findings are underlined by shape and colour, move with the text, and stale ones are refused."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from corrector.gui.text.editor import TextEditor
from corrector.gui.text.explanation import explanation
from corrector.gui.text.moving_spans import MovingSpans
from corrector.gui.text.strength import Strength, strength_of
from corrector.messages import message
from corrector.suspicion.findings import CheckResult, Reason, Suggestion, Suspicion
from corrector.text.edits import Edit
from corrector.text.marks import Mark, moved_span
from corrector.text.tokens import Span

TEXT = "𝔄 PARTNERSEIP of tbe\nnew ERA <x>"
Line = QTextCharFormat.UnderlineStyle


def suspicion(word: str, score: float, *candidates: str, shown: bool = True) -> Suspicion:
    start = TEXT.index(word)
    return Suspicion(
        span=Span(start, start + len(word)),
        text=word,
        score=score,
        shown=shown,
        reasons=(Reason("lexicon", message("not in any word list; differs by {a}", a="H/E"), 1.0),),
        suggestions=tuple(Suggestion(text, 0.5) for text in candidates),
    )


def result(*suspicions: Suspicion, text: str = TEXT) -> CheckResult:
    return CheckResult(text=text, languages=("en",), tokens=6, suspicions=suspicions)


@pytest.fixture
def editor(editor: TextEditor) -> Iterator[TextEditor]:
    editor.load(TEXT)
    yield editor
    for menu in editor.findChildren(QMenu):
        menu.close()


@dataclass(frozen=True)
class Drawn:
    text: str
    underline: Line
    tinted: bool


def drawn(editor: TextEditor) -> list[Drawn]:
    found = []
    block = editor.document().begin()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        for part in block.layout().formats():
            raw = units[2 * part.start : 2 * (part.start + part.length)]
            shape = part.format
            found.append(
                Drawn(
                    raw.decode("utf-16-le"),
                    shape.underlineStyle(),
                    shape.background().style() != Qt.BrushStyle.NoBrush,
                )
            )
        block = block.next()
    return found


def first_colour(editor: TextEditor) -> str:
    part = editor.document().begin().layout().formats()[0]
    return part.format.underlineColor().name()


def test_strengths_differ_in_shape_sign_and_word(editor: TextEditor) -> None:
    assert editor.show_findings(
        result(suspicion("PARTNERSEIP", 0.9), suspicion("tbe", 0.6), suspicion("ERA", 0.2))
    )

    assert drawn(editor) == [
        Drawn("PARTNERSEIP", Line.WaveUnderline, False),
        Drawn("tbe", Line.DashUnderline, False),
        Drawn("ERA", Line.DotLine, False),
    ]
    assert len({strength.sign for strength in Strength}) == 3
    assert len({strength.word() for strength in Strength}) == 3
    assert strength_of(0.8) is Strength.STRONG


def test_answers_have_shapes_of_their_own_and_editorial_marks_leave_the_letters_alone(
    editor: TextEditor,
) -> None:
    editor.show_marks(
        Mark(kind, Span(TEXT.index(word), TEXT.index(word) + len(word)), "A", "2024-01-01")
        for kind, word in (("confirmed", "of"), ("doubtful", "new"), ("stamp", "ERA"))
    )

    assert drawn(editor) == [
        Drawn("of", Line.SingleUnderline, False),
        Drawn("new", Line.SingleUnderline, True),
    ]


def test_findings_for_another_text_are_refused(editor: TextEditor) -> None:
    assert not editor.show_findings(result(suspicion("tbe", 0.9), text="another"))
    assert drawn(editor) == []


def test_what_is_not_to_be_shown_is_not_underlined_but_has_candidates(editor: TextEditor) -> None:
    editor.show_findings(result(suspicion("tbe", 0.1, "the", shown=False)))

    found = editor.finding_at(TEXT.index("tbe"))

    assert drawn(editor) == []
    assert found is not None
    assert found.suggestions[0].text == "the"


def test_lines_move_with_typing_and_with_undo(qtbot: QtBot, editor: TextEditor) -> None:
    editor.show_findings(result(suspicion("tbe", 0.9), suspicion("ERA", 0.9)))
    editor.go_to(0)

    editor.insertPlainText("𝔅")
    qtbot.keyClicks(editor, "x")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    text = editor.exact_text()
    assert [part.text for part in drawn(editor)] == ["tbe", "ERA"]
    assert [found.span.of(text) for found in editor.findings()] == ["tbe", "ERA"]
    editor.undo()
    assert [part.text for part in drawn(editor)] == ["tbe", "ERA"]


def test_joined_and_split_lines_keep_what_is_underlined(qtbot: QtBot, editor: TextEditor) -> None:
    editor.show_findings(result(suspicion("tbe", 0.9), suspicion("new", 0.6)))
    editor.go_to(TEXT.index("new"))

    qtbot.keyClick(editor, Qt.Key.Key_Backspace)

    assert "tbenew" in editor.exact_text()
    assert [part.text for part in drawn(editor)] == ["tbe", "new"]


def test_newer_findings_replace_older_ones(editor: TextEditor) -> None:
    editor.show_findings(result(suspicion("tbe", 0.9)))

    editor.show_findings(result(suspicion("ERA", 0.9)))

    assert [part.text for part in drawn(editor)] == ["ERA"]


def test_a_newly_loaded_text_has_no_lines(editor: TextEditor) -> None:
    editor.show_findings(result(suspicion("tbe", 0.9)))

    editor.load(TEXT)

    assert drawn(editor) == []
    assert editor.findings() == ()


def test_number_keys_choose_in_the_menu_of_candidates(qtbot: QtBot, editor: TextEditor) -> None:
    editor.show_findings(result(suspicion("tbe", 0.9, "the", "tube")))
    editor.go_to(TEXT.index("tbe") + 1)
    editor.open_candidates()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)

    with qtbot.waitSignal(editor.candidate_taken) as taken:
        qtbot.keyClick(menu, Qt.Key.Key_2)

    start = TEXT.index("tbe")
    assert taken.args == [Span(start, start + 3), Suggestion("tube", 0.5)]
    assert editor.exact_text() == TEXT


def test_an_unsuspected_token_asks_for_candidates(qtbot: QtBot, editor: TextEditor) -> None:
    editor.go_to(TEXT.index("ERA"))

    with qtbot.waitSignal(editor.candidates_wanted) as wanted:
        editor.open_candidates()

    assert wanted.args == [Span(TEXT.index("ERA"), TEXT.index("ERA") + 3)]


def test_no_candidates_is_said_in_the_menu(editor: TextEditor) -> None:
    editor.offer_candidates(Span(0, 1), ())

    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.isEnabled() for action in menu.actions()] == [False]


def test_an_explanation_escapes_what_stands_in_the_text() -> None:
    said = explanation(suspicion("<x>", 0.9, "&x"))

    assert "&lt;x&gt;" in said
    assert "&amp;x" in said
    assert "differs by H/E" in said


def test_the_current_suspicion_is_tinted_and_stays_on_its_word(editor: TextEditor) -> None:
    start = TEXT.index("tbe")
    editor.show_current(Span(start, start + 3))
    editor.replace_span(Span(0, 1), "XYZ ")

    tints = [tint.cursor.selectedText() for tint in editor.extraSelections()]

    assert tints == ["", "tbe"]
    editor.show_current(None)
    assert len(editor.extraSelections()) == 1


def test_found_places_are_tinted(editor: TextEditor) -> None:
    editor.show_hits([Span(2, 5), Span(6, 8)])

    assert [tint.cursor.selectedText() for tint in editor.extraSelections()][1:] == ["PAR", "NE"]


def test_another_palette_draws_in_other_colours(editor: TextEditor) -> None:
    editor.show_findings(result(suspicion("tbe", 0.9)))
    before = first_colour(editor)
    palette = editor.palette()
    palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.black)
    palette.setColor(palette.ColorRole.Text, Qt.GlobalColor.white)

    editor.setPalette(palette)

    assert first_colour(editor) != before


def test_the_suspicion_under_the_pointer_is_found(editor: TextEditor) -> None:
    editor.show_findings(result(suspicion("tbe", 0.9)))
    start = TEXT.index("tbe")
    place = editor.cursorRect(editor.cursor_of(Span(start + 1, start + 1))).center()

    assert editor.finding_under(place) is not None
    assert editor.finding_under(QPoint(1, 1)) is None


def test_resting_on_a_suspicion_says_why(qtbot: QtBot, editor: TextEditor) -> None:
    editor.show_findings(result(suspicion("tbe", 0.9, "the")))
    start = TEXT.index("tbe")
    place = editor.cursorRect(editor.cursor_of(Span(start + 1, start + 1))).center()
    rest = QHelpEvent(QEvent.Type.ToolTip, place, editor.viewport().mapToGlobal(place))

    QApplication.sendEvent(editor.viewport(), rest)

    assert "differs by H/E" in QToolTip.text()
    assert "Perhaps: the (50 %)" in QToolTip.text()
    assert "strong: misread word" in QToolTip.text()
    QToolTip.hideText()


def test_the_context_menu_begins_with_the_candidates(qtbot: QtBot, editor: TextEditor) -> None:
    editor.show_findings(result(suspicion("tbe", 0.9, "the")))
    start = TEXT.index("tbe")
    place = editor.cursorRect(editor.cursor_of(Span(start + 1, start + 1))).center()

    QApplication.sendEvent(
        editor.viewport(),
        QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, place, editor.viewport().mapToGlobal(place)
        ),
    )

    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [one.text() for one in menu.actions()[:2]] == ["&0  keep\t10 %", "&1  the\t50 %"]
    first = menu.actions()[1]
    with qtbot.waitSignal(editor.candidate_taken) as taken:
        first.trigger()
    assert taken.args == [Span(start, start + 3), Suggestion("the", 0.5)]
    menu.close()


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=12)
EDITS = st.tuples(st.integers(0, 70), st.integers(0, 12), st.text("xyz", max_size=5))


@given(SPANS, st.lists(EDITS, max_size=6))
def test_spans_move_as_each_of_them_alone_would(
    places: list[tuple[int, int]], changes: list[tuple[int, int, str]]
) -> None:
    spans = {number: Span(start, start + length) for number, (start, length) in enumerate(places)}
    moving = MovingSpans((span, number) for number, span in spans.items())
    for start, length, new in changes:
        edit = Edit(Span(start, start + length), new)
        moving.move((edit,))
        alone = {number: moved_span(span, (edit,)) for number, span in spans.items()}
        spans = {number: span for number, span in alone.items() if span is not None}
        assert {number: span for span, number in moving.items()} == spans


@given(SPANS, st.integers(0, 70), st.integers(0, 10))
def test_spans_are_found_by_place(places: list[tuple[int, int]], start: int, length: int) -> None:
    spans = [(Span(first, first + size), number) for number, (first, size) in enumerate(places)]
    wanted = Span(start, start + length)

    found = MovingSpans(spans).between(wanted.start, wanted.end)

    expected = {n for span, n in spans if span.start < wanted.end and span.end > wanted.start}
    assert {number for _, number in found} == expected
