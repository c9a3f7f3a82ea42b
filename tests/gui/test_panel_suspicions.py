"""The list of suspicions shows, tells the chosen one and the threshold, all by keys."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSlider, QToolButton, QTreeView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from corrector.gui.panels.suspicions_model import SuspicionsModel
from corrector.gui.panels.suspicions_panel import SuspicionsPanel
from corrector.messages import message
from corrector.suspicion.findings import Reason, Suggestion, Suspicion
from corrector.text.tokens import Span

ROWS = tuple(
    Suspicion(
        span=Span(10 * number, 10 * number + 3),
        text=text,
        score=score,
        shown=True,
        reasons=(Reason("lexicon", message("not in {which}", which="any list"), 1.0),),
        suggestions=tuple(Suggestion(candidate, 0.5) for candidate in candidates),
    )
    for number, (text, score, candidates) in enumerate(
        [("tbe", 0.9, ("the",)), ("l\u00a0l", 0.6, ()), ("~,", 0.1, ("",))]
    )
)


@pytest.fixture
def panel(qtbot: QtBot) -> SuspicionsPanel:
    widget = SuspicionsPanel()
    qtbot.addWidget(widget)
    widget.show_suspicions(ROWS, found=120)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def view(panel: SuspicionsPanel) -> QTreeView:
    found = panel.findChild(QTreeView)
    assert isinstance(found, QTreeView)
    return found


def slider(panel: SuspicionsPanel) -> QSlider:
    found = panel.findChild(QSlider)
    assert isinstance(found, QSlider)
    return found


def shown_rows(panel: SuspicionsPanel) -> list[list[str]]:
    model = view(panel).model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_rows_show_strength_token_candidate_and_first_reason(panel: SuspicionsPanel) -> None:
    assert shown_rows(panel) == [
        ["●●●", "tbe", "the", "not in any list"],
        ["●●○", "l⍽l", "", "not in any list"],
        ["●○○", "~,", "∅", "not in any list"],
    ]
    assert "3 of 120 shown" in [label.text() for label in panel.findChildren(QLabel)]


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = SuspicionsModel()
    model.show_suspicions(ROWS)

    qtmodeltester.check(model)


def test_enter_tells_the_chosen_suspicion(qtbot: QtBot, panel: SuspicionsPanel) -> None:
    panel.setFocus()
    qtbot.keyClick(view(panel), Qt.Key.Key_Down)

    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(view(panel), Qt.Key.Key_Return)

    assert chosen.args == [panel.current_span()]


def test_the_looked_at_suspicion_is_marked_without_an_echo(
    qtbot: QtBot, panel: SuspicionsPanel
) -> None:
    with qtbot.assertNotEmitted(panel.chosen):
        panel.show_current(Span(11, 11))

    assert panel.current_span() == Span(10, 13)
    panel.show_suspicions(ROWS[1:])
    assert panel.current_span() == Span(10, 13)
    panel.show_current(None)
    assert panel.current_span() is None


def moved(rows: Sequence[Suspicion], by: int) -> list[Suspicion]:
    return [replace(one, span=one.span.shifted(by)) for one in rows]


def test_suspicions_that_only_moved_leave_the_view_as_it_is(
    qtbot: QtBot, panel: SuspicionsPanel
) -> None:
    model = view(panel).model()
    panel.show_current(ROWS[1].span)
    told = [model.modelReset, model.dataChanged, model.rowsInserted, model.rowsRemoved]

    for signal in told:
        with qtbot.assertNotEmitted(signal):
            panel.show_suspicions(moved(ROWS, 1))

    assert panel.current_span() == ROWS[1].span.shifted(1)


def test_a_new_suspicion_comes_between_the_others_and_goes_again(
    qtbot: QtBot, qtmodeltester: ModelTester, panel: SuspicionsPanel
) -> None:
    qtmodeltester.check(view(panel).model())
    panel.show_current(ROWS[2].span)
    new = replace(ROWS[0], text="thx", span=Span(15, 18), suggestions=())

    with qtbot.assertNotEmitted(view(panel).model().modelReset):
        panel.show_suspicions([ROWS[0], new, *moved(ROWS[1:], 4)])
        assert [row[1] for row in shown_rows(panel)] == ["tbe", "thx", "l⍽l", "~,"]
        assert panel.current_span() == ROWS[2].span.shifted(4)
        panel.show_suspicions(ROWS)

    assert [row[1] for row in shown_rows(panel)] == ["tbe", "l⍽l", "~,"]
    assert panel.current_span() == ROWS[2].span


def test_another_opinion_of_the_same_token_is_shown(qtbot: QtBot, panel: SuspicionsPanel) -> None:
    other = replace(ROWS[1], score=0.95, suggestions=(Suggestion("all", 0.5),))

    with qtbot.waitSignal(view(panel).model().dataChanged) as told:
        panel.show_suspicions([ROWS[0], other, ROWS[2]])

    assert [told.args[0].row(), told.args[1].row()] == [1, 1]
    assert shown_rows(panel)[1] == ["●●●", "l⍽l", "all", "not in any list"]


def test_the_marked_suspicion_is_unmarked_when_it_goes(panel: SuspicionsPanel) -> None:
    panel.show_current(ROWS[1].span)

    panel.show_suspicions([ROWS[0], ROWS[2]])

    assert panel.current_span() is None


def test_the_slider_tells_the_threshold_once_when_it_rests(
    qtbot: QtBot, panel: SuspicionsPanel
) -> None:
    panel.set_threshold(0.4)
    told: list[float] = []
    panel.threshold_changed.connect(told.append)

    for _ in range(5):
        qtbot.keyClick(slider(panel), Qt.Key.Key_Right)

    assert "45 %" in [label.text() for label in panel.findChildren(QLabel)]
    qtbot.waitUntil(lambda: told == [pytest.approx(0.45)])


def test_setting_the_threshold_from_outside_is_not_told(
    qtbot: QtBot, panel: SuspicionsPanel
) -> None:
    with qtbot.assertNotEmitted(panel.threshold_changed, wait=250):
        panel.set_threshold(0.7)

    assert panel.threshold() == pytest.approx(0.7)


def usual(panel: SuspicionsPanel) -> QToolButton:
    return next(one for one in panel.findChildren(QToolButton) if "Usual" in one.text())


def test_the_usual_threshold_is_shown_until_a_person_moves_the_slider(
    qtbot: QtBot, panel: SuspicionsPanel
) -> None:
    panel.set_usual_threshold(0.42)
    assert (panel.threshold(), usual(panel).isEnabled()) == (pytest.approx(0.42), False)

    qtbot.keyClick(slider(panel), Qt.Key.Key_Right)
    panel.set_usual_threshold(0.25)

    assert (panel.threshold(), usual(panel).isEnabled()) == (pytest.approx(0.43), True)


def test_the_button_beside_the_slider_goes_back_to_the_usual_threshold(
    qtbot: QtBot, panel: SuspicionsPanel
) -> None:
    panel.set_threshold(0.7)

    with qtbot.waitSignal(panel.threshold_changed) as told:
        qtbot.keyClick(usual(panel), Qt.Key.Key_Space)

    assert told.args == [0.0]
