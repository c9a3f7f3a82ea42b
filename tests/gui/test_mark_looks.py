"""Marks are told by shape, in the text, in lists and on the scan; painting changes no text."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QHelpEvent, QImage, QPalette
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from corrector.gui.marking.entries import Choice, Date, Number, Zone, box_in, zone_of
from corrector.gui.marking.zones import ZoneOverlay, zone_box
from corrector.gui.scan.view import ScanView
from corrector.gui.text.editor import TextEditor
from corrector.gui.text.mark_looks import Shape, group_of, shape_of
from corrector.gui.text.mark_overlay import depths_of
from corrector.gui.text.mark_painting import mark_icon
from corrector.gui.text.mark_words import in_words
from corrector.scans.geometry import Box
from corrector.text.marks import Mark
from corrector.text.phenomena import PHENOMENA
from corrector.text.tokens import Span

TEXT = "The first line of a letter\nand 𝔄 second one\n" * 3


@pytest.fixture
def editor(editor: TextEditor) -> TextEditor:
    editor.load(TEXT)
    return editor


def mark(kind: str, start: int, end: int, **fields: str) -> Mark:
    said = tuple(sorted(fields.items()))
    return Mark(kind, Span(start, end), "A. Reader", "2026-01-02T03:04:05+00:00", fields=said)


def seen(editor: TextEditor) -> QImage:
    return editor.viewport().grab().toImage()


def test_groups_differ_in_shape_and_every_kind_has_a_group() -> None:
    groups = {one.group for one in PHENOMENA}
    shapes: dict[str, set[Shape]] = {group: set() for group in groups}
    for one in PHENOMENA:
        shapes[one.group].add(shape_of(one.name))
    assert all(len(found) == 1 for found in shapes.values())
    assert len(set().union(*shapes.values())) == len(groups) == len(Shape)
    assert group_of("of a newer program") == "reading"


def test_pictures_of_the_groups_differ_without_colour(qtbot: QtBot) -> None:
    palette = QPalette()
    one_of_each = {one.group: one.name for one in PHENOMENA}.values()
    pictures = [
        mark_icon(kind, palette)
        .pixmap(16, 16)
        .toImage()
        .convertToFormat(QImage.Format.Format_Alpha8)
        for kind in one_of_each
    ]
    assert all(first != second for first, second in itertools.combinations(pictures, 2))


@pytest.mark.parametrize("kind", [one.name for one in PHENOMENA])
def test_a_mark_is_seen_and_leaves_the_text_as_it_is(editor: TextEditor, kind: str) -> None:
    before = seen(editor)
    editor.show_marks([mark(kind, 4, 4 if kind == "gap" else 40)])
    assert seen(editor) != before
    assert editor.exact_text() == TEXT
    editor.show_marks(())
    assert seen(editor) == before


def test_nested_and_crossing_marks_are_all_drawn(editor: TextEditor) -> None:
    marks = [mark("unclear", 4, 9), mark("addition", 4, 20), mark("stamp", 7, 30)]
    pictures = []
    for count in range(4):
        editor.show_marks(marks[:count])
        pictures.append(seen(editor))
    assert all(first != second for first, second in itertools.combinations(pictures, 2))
    assert depths_of([one.span for one in marks]) == [0, 1, 2]


def test_the_tooltip_names_the_marks_with_what_was_said(
    editor: TextEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: said.append(text))
    editor.show_marks(
        [mark("unclear", 4, 9, reason="faded"), mark("redaction", 15, 15, exemption="b1")]
    )
    for position in (6, 15):
        at = editor.cursorRect(editor.cursor_of(Span(position, position))).center()
        QApplication.sendEvent(editor.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, QPoint(0, 0)))
    assert "Unclear" in said[0]
    assert "faded" in said[0]
    assert "A. Reader" in said[0]
    assert "Redaction" in said[1]
    assert "b1" in said[1]
    assert "Unclear" not in said[1]


def test_a_mark_in_words_has_its_fields_and_note() -> None:
    unclear = mark("unclear", 0, 1, reason="faded", certainty="low")
    assert in_words(unclear) == "Unclear (reason: faded, certainty: low)"
    assert (
        in_words(mark("classification", 0, 1, struck="yes")) == "Classification mark (struck out)"
    )
    assert in_words(Mark("note", Span(0, 0), "", "", "see above")) == "Free note: see above"
    assert (
        in_words(mark("of a newer program", 0, 1, much="yes")) == "of a newer program (much: yes)"
    )


def test_fields_take_only_what_can_be_kept(qtbot: QtBot) -> None:
    date, number, choice = Date(), Number(), Choice(("low", "high"))
    for widget in (date, number, choice):
        qtbot.addWidget(widget)
    for words, complete in (("1939-05-19", True), ("1939", True), ("", True), ("May 19", False)):
        date.setText(words)
        assert date.is_complete() is complete
    number.show_value("12")
    assert number.entered() == "12"
    number.show_value("many")
    assert number.entered() == ""
    choice.show_value("of an older table")
    assert choice.entered() == "of an older table"


@pytest.mark.parametrize("zone", ["", "1 2 3", "1 2 3 x", "1.5 2 3 4", "-1 2 3 4", "a"])
def test_what_is_no_zone_counts_as_none(qtbot: QtBot, zone: str) -> None:
    widget = Zone()
    qtbot.addWidget(widget)
    widget.show_value(zone)
    assert (box_in(zone), widget.entered()) == (None, "")


def test_zones_are_outlined_on_the_scan_without_taking_clicks(
    view: ScanView, qtbot: QtBot, tmp_path: Path
) -> None:
    from PIL import Image

    from corrector.scans.listing import ScanSource

    Image.new("L", (400, 300), 255).save(tmp_path / "page.png")
    overlay = ZoneOverlay(view)
    overlay.show()
    view.resize(420, 320)
    view.show_scan(ScanSource(tmp_path / "page.png", 0), 1)
    qtbot.waitUntil(lambda: not view.state and view.placing is not None)
    before = view.viewport().grab().toImage()
    there = mark("stamp", 0, 0, zone=zone_of(Box(50, 60, 100, 40)))
    overlay.show_marks([there, mark("unclear", 0, 1)])
    assert view.viewport().grab().toImage() != before
    assert zone_box(there) == Box(50, 60, 100, 40)
    assert view.viewport().childAt(QPointF(60, 70).toPoint()) is None
    overlay.bring_into_view(there)
    overlay.show_marks(())
    assert view.viewport().grab().toImage() == before
