"""The verify bar answers to keys, lets digits be typed when editing, and keeps its height."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from corrector.gui.panels.verify_bar import VerifyBar
from corrector.messages import message
from corrector.suspicion.findings import Reason, Suggestion, Suspicion
from corrector.text.tokens import Span

Key = Qt.Key
SUSPICION = Suspicion(
    span=Span(0, 3),
    text="l9o7",
    score=0.9,
    shown=True,
    reasons=(Reason("lexicon", message("not in any word list"), 1.0),),
    suggestions=tuple(Suggestion(text, 0.5) for text in ("1907", "1967", "")),
)


class Answers(list[tuple[str, str]]):
    """What the bar told, in order."""

    def listen(self, bar: VerifyBar) -> None:
        bar.candidate_taken.connect(lambda one: self.append(("candidate", one.text)))
        bar.reading_typed.connect(lambda text: self.append(("typed", text)))
        for name in ("confirmed", "doubted", "next_wanted", "previous_wanted", "left"):
            getattr(bar, name).connect(lambda name=name: self.append((name, "")))


@pytest.fixture
def bar(qtbot: QtBot) -> VerifyBar:
    widget = VerifyBar()
    qtbot.addWidget(widget)
    widget.resize(430, widget.sizeHint().height())
    widget.show_suspicion(SUSPICION, left=12, total=57)
    widget.show()
    qtbot.waitExposed(widget)
    widget.setFocus()
    qtbot.waitUntil(lambda: field(widget).hasFocus())
    return widget


@pytest.fixture
def answers(bar: VerifyBar) -> Answers:
    told = Answers()
    told.listen(bar)
    return told


def field(bar: VerifyBar) -> QLineEdit:
    found = bar.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def button(bar: VerifyBar, text: str) -> QPushButton:
    return next(found for found in bar.findChildren(QPushButton) if text in found.text())


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_a_long_token_does_not_make_the_text_wide(bar: VerifyBar) -> None:
    before = bar.minimumSizeHint().width()
    bar.show_suspicion(replace(SUSPICION, text="—" * 200), left=1200, total=5700)
    assert bar.minimumSizeHint().width() <= before + 120


def test_a_number_takes_that_candidate(qtbot: QtBot, bar: VerifyBar, answers: Answers) -> None:
    qtbot.keyClick(field(bar), Key.Key_2)
    qtbot.keyClick(field(bar), Key.Key_3)

    assert answers == [("candidate", "1967"), ("candidate", "")]


def test_a_number_without_a_candidate_does_nothing(
    qtbot: QtBot, bar: VerifyBar, answers: Answers
) -> None:
    qtbot.keyClick(field(bar), Key.Key_7)

    assert answers == []
    assert field(bar).text() == "l9o7"


def test_enter_confirms_the_token(qtbot: QtBot, bar: VerifyBar, answers: Answers) -> None:
    qtbot.keyClick(field(bar), Key.Key_Return)
    qtbot.keyClick(field(bar), Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)

    assert answers == [("confirmed", ""), ("confirmed", "")]


def test_typing_replaces_the_token_and_enter_tells_it(
    qtbot: QtBot, bar: VerifyBar, answers: Answers
) -> None:
    qtbot.keyClicks(field(bar), "x1907")
    qtbot.keyClick(field(bar), Key.Key_Return)

    assert answers == [("typed", "x1907")]


@pytest.mark.parametrize("key", [Key.Key_Home, Key.Key_F2, Key.Key_Left])
def test_digits_are_typed_once_the_field_is_being_edited(
    qtbot: QtBot, bar: VerifyBar, answers: Answers, key: Qt.Key
) -> None:
    qtbot.keyClick(field(bar), key)
    qtbot.keyClick(field(bar), Key.Key_1)

    assert answers == []
    assert sorted(field(bar).text()) == sorted("l9o71")


def test_a_click_into_the_field_begins_editing(
    qtbot: QtBot, bar: VerifyBar, answers: Answers
) -> None:
    qtbot.mouseClick(field(bar), Qt.MouseButton.LeftButton)
    qtbot.keyClick(field(bar), Key.Key_1)

    assert answers == []
    assert "1" in field(bar).text()


def test_escape_first_gives_up_the_typing_and_then_leaves(
    qtbot: QtBot, bar: VerifyBar, answers: Answers
) -> None:
    qtbot.keyClicks(field(bar), "abc")
    qtbot.keyClick(field(bar), Key.Key_Escape)
    assert field(bar).text() == "l9o7"
    assert answers == []

    qtbot.keyClick(field(bar), Key.Key_Escape)
    assert answers == [("left", "")]


def test_what_is_being_typed_survives_newer_findings_about_the_same_word(
    qtbot: QtBot, bar: VerifyBar
) -> None:
    qtbot.keyClicks(field(bar), "abc")

    bar.show_suspicion(SUSPICION, left=11, total=57)
    assert field(bar).text() == "abc"

    bar.show_suspicion(replace(SUSPICION, span=Span(9, 12)), left=10, total=57)
    assert field(bar).text() == "l9o7"


def test_the_same_word_asked_again_after_an_answer_starts_afresh(
    qtbot: QtBot, bar: VerifyBar
) -> None:
    qtbot.keyClicks(field(bar), "abc")
    qtbot.keyClick(field(bar), Key.Key_Return)

    bar.show_suspicion(SUSPICION, left=11, total=57)

    assert field(bar).text() == "l9o7"


@pytest.mark.parametrize(("key", "text"), [(Key.Key_Return, "\r"), (Key.Key_1, "1")])
def test_a_key_held_too_long_answers_only_once(
    bar: VerifyBar, answers: Answers, key: Qt.Key, text: str
) -> None:
    for repeated in (False, True, True):
        pressed = QKeyEvent(
            QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, repeated
        )
        QApplication.sendEvent(field(bar), pressed)

    assert len(answers) == 1


def test_an_emptied_field_deletes_the_token(qtbot: QtBot, bar: VerifyBar, answers: Answers) -> None:
    qtbot.keyClick(field(bar), Key.Key_Delete)
    qtbot.keyClick(field(bar), Key.Key_Return)

    assert answers == [("typed", "")]


def test_ctrl_and_delete_take_the_token_out_at_once(
    qtbot: QtBot, bar: VerifyBar, answers: Answers
) -> None:
    qtbot.keyClick(field(bar), Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)

    assert answers == [("typed", "")]


def test_the_buttons_answer_too(qtbot: QtBot, bar: VerifyBar, answers: Answers) -> None:
    for label in ("1907", "Confirm", "Doubtful", "Delete"):
        qtbot.mouseClick(button(bar, label), Qt.MouseButton.LeftButton)
    for name in ("Next suspicion", "Previous suspicion"):
        arrow = next(b for b in bar.findChildren(QAbstractButton) if b.accessibleName() == name)
        qtbot.mouseClick(arrow, Qt.MouseButton.LeftButton)

    assert [kind for kind, _ in answers] == [
        "candidate",
        "confirmed",
        "doubted",
        "typed",
        "next_wanted",
        "previous_wanted",
    ]


def test_odd_characters_of_a_token_survive_the_field(
    qtbot: QtBot, bar: VerifyBar, answers: Answers
) -> None:
    odd_text = "a\u00a0b\nc\u2028𝔄e\u0301"
    odd = Suspicion(Span(0, 9), odd_text, 0.4, shown=True, reasons=(), suggestions=())
    bar.show_suspicion(odd, left=1, total=1)

    qtbot.keyClick(field(bar), Key.Key_End)
    qtbot.keyClicks(field(bar), "z")
    qtbot.keyClick(field(bar), Key.Key_Return)

    assert answers == [("typed", odd_text + "z")]


def test_the_height_never_changes(qtbot: QtBot, bar: VerifyBar) -> None:
    heights = {bar.sizeHint().height()}
    many = tuple(Suggestion("candidate" * 3, 0.1) for _ in range(9))
    reasons = tuple(Reason("x", message("a rather long reason " * 5), 1.0) for _ in range(4))
    bar.show_suspicion(
        Suspicion(Span(0, 1), "W" * 20, 0.6, shown=True, reasons=reasons, suggestions=many),
        left=1,
        total=2,
    )
    bar.show_strip(QImage(900, 90, QImage.Format.Format_Grayscale8), QRect(100, 10, 80, 60))
    heights.add(bar.sizeHint().height())
    bar.show_suspicion(SUSPICION, left=1, total=2)
    heights.add(bar.sizeHint().height())
    bar.show_nothing("Go on")
    heights.add(bar.sizeHint().height())
    bar.show_waiting()
    heights.add(bar.sizeHint().height())

    assert len(heights) == 1
    assert heights.pop() <= 12 * bar.fontMetrics().lineSpacing()  # fonts differ by system


def test_candidates_without_room_are_in_a_menu_and_still_have_their_numbers(
    qtbot: QtBot, bar: VerifyBar, answers: Answers
) -> None:
    many = tuple(Suggestion(f"candidate-{number}", 0.1) for number in range(1, 10))
    bar.show_suspicion(
        Suspicion(Span(0, 1), "x", 0.6, shown=True, reasons=(), suggestions=many), left=1, total=2
    )

    shown = [b for b in bar.findChildren(QPushButton) if b.isVisible() and "candidate" in b.text()]
    qtbot.keyClick(field(bar), Key.Key_9)

    assert 0 < len(shown) < 9
    assert answers == [("candidate", "candidate-9")]


def test_when_nothing_is_left_the_keys_stay_with_the_bar(
    qtbot: QtBot, bar: VerifyBar, answers: Answers
) -> None:
    bar.show_nothing("F3 goes to the next page that has some.")

    assert not bar.is_asking()
    assert bar.hasFocus()
    qtbot.keyClick(bar, Key.Key_Return)
    qtbot.keyClick(bar, Key.Key_Escape)
    assert answers == [("next_wanted", ""), ("left", "")]
    bar.show_suspicion(SUSPICION, left=1, total=1)
    assert field(bar).hasFocus()


def test_everything_in_the_bar_has_a_name(bar: VerifyBar) -> None:
    unnamed = [
        part
        for part in [bar, *bar.findChildren(QWidget)]
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.isVisible() and not name_of(part)
    ]

    assert unnamed == []


def test_tab_and_back_does_not_trap_the_focus(qtbot: QtBot, bar: VerifyBar) -> None:
    seen = set()
    for _ in range(20):
        focused = bar.window().focusWidget()
        seen.add(focused)
        qtbot.keyClick(focused, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)

    assert len(seen) >= 8
