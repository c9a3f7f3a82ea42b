"""Kinds of suspicions look different without colour, and can be hidden, which is said openly."""

from collections import Counter

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QTextCharFormat
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from corrector.gui.panels.kind_filter import KindFilter
from corrector.gui.panels.suspicions_panel import SuspicionsPanel
from corrector.gui.tallies import Tallies
from corrector.gui.text.editor import TextEditor
from corrector.gui.text.kind_looks import kind_colour, kind_icon, kind_name, paint_kind
from corrector.gui.theme import mark_colours
from corrector.messages import message
from corrector.suspicion.findings import CheckResult, Reason, Suspicion
from corrector.tasks.kinds import Kind, kind_of, tally
from corrector.text.marks import Mark
from corrector.text.tokens import Span

_TEXT = "tbe l8th from.\n"
_SIGNALS = {"tbe": "words", "l8th": "shape", "from.": "punctuation"}


def suspicions(*, score: float = 0.9) -> tuple[Suspicion, ...]:
    return tuple(
        Suspicion(
            Span(_TEXT.index(word), _TEXT.index(word) + len(word)),
            word,
            score,
            True,
            (Reason(signal, message("odd"), 2.0), Reason("noise", message("debris"), 1.0)),
            (),
        )
        for word, signal in _SIGNALS.items()
    )


def black_sign(kind: Kind) -> bytes:
    picture = QImage(7, 7, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    paint_kind(painter, QRectF(1, 1, 5, 5), kind, QColor("black"))
    painter.end()
    return bytes(picture.constBits())


def test_the_heaviest_signal_says_the_kind() -> None:
    assert [kind_of(one) for one in suspicions()] == [Kind.WORD, Kind.DIGITS, Kind.PUNCTUATION]
    assert tally(suspicions()) == {Kind.WORD: 1, Kind.DIGITS: 1, Kind.PUNCTUATION: 1}


def test_every_kind_has_a_name_and_a_sign_that_differs_without_colour(qtbot: QtBot) -> None:
    assert len({kind_name(kind) for kind in Kind}) == len(Kind)
    signs = {kind: black_sign(kind) for kind in Kind}
    for one in Kind:
        for other in Kind:
            differing = sum(abs(a - b) > 96 for a, b in zip(signs[one], signs[other], strict=True))
            assert one is other or differing >= 4, (one, other)


def test_kinds_of_like_colour_have_no_like_signs(qtbot: QtBot) -> None:
    colours = mark_colours(QPalette())
    names = {kind: kind_colour(kind, colours).name() for kind in Kind}
    assert len(set(names.values())) >= 7
    assert not any(kind_icon(kind, QPalette()).isNull() for kind in Kind)


def test_strength_is_told_by_the_line_and_kind_by_colour_and_sign(qtbot: QtBot) -> None:
    editor = TextEditor()
    qtbot.addWidget(editor)
    editor.resize(400, 200)
    editor.load(_TEXT)
    editor.show()
    qtbot.waitExposed(editor)
    plain = editor.viewport().grab().toImage()
    editor.show_findings(CheckResult(_TEXT, ("en",), 3, suspicions()))
    formats = editor.document().begin().layout().formats()

    assert {one.format.underlineStyle() for one in formats} == {
        QTextCharFormat.UnderlineStyle.WaveUnderline
    }
    assert len({one.format.underlineColor().name() for one in formats}) == 3
    assert editor.viewport().grab().toImage() != plain


def test_an_answered_word_has_no_sign_any_more(qtbot: QtBot) -> None:
    editor = TextEditor()
    qtbot.addWidget(editor)
    editor.load(_TEXT)
    editor.show_findings(CheckResult(_TEXT, ("en",), 3, suspicions()))
    editor.show_marks([Mark("confirmed", Span(0, 3), "Ada", "2026-03-04")])

    assert [kind for _, kind in editor._kinds_between(0, 99)] == [Kind.DIGITS, Kind.PUNCTUATION]


def test_hidden_kinds_are_counted_and_said(qtbot: QtBot) -> None:
    tallies = Tallies()
    told: list[tuple[int, int]] = []
    tallies.counted.connect(lambda number, count: told.append((number, count)))
    again: list[dict[int, int]] = []
    tallies.recounted.connect(again.append)
    tallies.take(1, tally(suspicions()))
    tallies.take(2, Counter({Kind.WORD: 4}))
    tallies.hide(frozenset({Kind.WORD}))

    assert told == [(1, 3), (2, 4)]
    assert again == [{1: 2, 2: 0}]
    assert tallies.of_all()[Kind.WORD] == 5
    result = tallies.without_hidden(CheckResult(_TEXT, ("en",), 3, suspicions()))
    assert [one.shown for one in result.suspicions] == [False, True, True]

    panel = SuspicionsPanel()
    qtbot.addWidget(panel)
    panel.show_suspicions(result.suspicions)
    panel.show_sum(7, 5, (2, 4))
    said = [label.text() for label in panel.findChildren(QLabel)]
    assert "Page: 2 shown, 1 hidden by kind" in said
    assert "Collection: 2 shown, 5 hidden by kind · pages counted: 2 of 4" in said


@pytest.fixture
def chooser(qtbot: QtBot) -> KindFilter:
    widget = KindFilter()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_kinds_are_chosen_by_keys_in_a_list_that_stays_open(
    qtbot: QtBot, chooser: KindFilter
) -> None:
    menu = chooser.menu()
    menu.popup(chooser.mapToGlobal(chooser.rect().bottomLeft()))
    with qtbot.waitSignal(chooser.hidden_changed) as told:
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert told.args == [frozenset({Kind.WORD})]
    assert menu.isVisible()
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert chooser.hidden() == {Kind.WORD, Kind.DIGITS}
    assert chooser.text() == "&Kinds: 8 of 10"
    assert menu.actions()[2].text().startswith("–  misread word")
    menu.actions()[0].trigger()
    assert chooser.hidden() == frozenset()
    assert chooser.text() == "&Kinds: all"
    menu.close()
