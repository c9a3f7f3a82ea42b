"""The scan as the person sees it: zoom, turn, pan, click, outline."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from corrector.gui.scan.placing import ZoomMode
from corrector.gui.scan.view import ScanView
from corrector.scans.geometry import Box
from corrector.scans.listing import ScanSource
from tests.gui.scan_pages import RED, colour_at, is_red, open_page, page, place_of

CONTROL = Qt.KeyboardModifier.ControlModifier


def wheel(view: ScanView, at: QPoint, delta: int, modifiers: Qt.KeyboardModifier) -> None:
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    place = QPointF(at)
    event = QWheelEvent(place, place, QPoint(), QPoint(0, delta), none, modifiers, phase, False)
    QApplication.sendEvent(view.viewport(), event)


def test_a_page_is_shown_in_full_width(view: ScanView, qtbot: QtBot, tmp_path: Path) -> None:
    assert view.zoom_mode is ZoomMode.WIDTH
    open_page(view, page(tmp_path), qtbot)
    assert view.horizontalScrollBar().maximum() == 0
    assert view.verticalScrollBar().maximum() > 0
    assert 0.55 < view.zoom < 0.62
    assert is_red(colour_at(view, place_of(view, RED)))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("turns", range(4))
def test_a_box_lies_on_its_word_however_file_and_view_are_turned(
    view: ScanView, qtbot: QtBot, tmp_path: Path, orientation: int, turns: int
) -> None:
    open_page(view, page(tmp_path, orientation=orientation), qtbot)
    for _ in range(turns):
        view.rotate_right()
    view.zoom_to_pixels()
    view.outline(RED, None)
    where = place_of(view, RED)
    assert is_red(colour_at(view, where))
    with qtbot.waitSignal(view.clicked) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    x, y = clicked.args
    assert abs(x - 230) <= 2
    assert abs(y - 310) <= 2


def test_four_turns_are_none(view: ScanView, qtbot: QtBot, tmp_path: Path) -> None:
    open_page(view, page(tmp_path), qtbot)
    before = view.viewport().grab().toImage()
    view.rotate_left()
    assert view.viewport().grab().toImage() != before
    for _ in range(3):
        view.rotate_left()
    view.verticalScrollBar().setValue(0)
    assert view.viewport().grab().toImage() == before


def test_zooming_with_the_wheel_holds_what_is_under_the_pointer(
    view: ScanView, qtbot: QtBot, tmp_path: Path
) -> None:
    open_page(view, page(tmp_path), qtbot)
    pointer = QPoint(220, 180)
    for _ in range(3):
        view.zoom_in()
    held = view._placing.to_upright(QPointF(pointer) - view.origin())  # type: ignore[union-attr]
    with qtbot.waitSignal(view.zoom_changed) as changed:
        wheel(view, pointer, 240, CONTROL)
    assert changed.args == [view.zoom]
    now = view._placing.to_upright(QPointF(pointer) - view.origin())  # type: ignore[union-attr]
    assert (now - held).manhattanLength() * view.zoom < 2.5
    assert view.zoom_mode is ZoomMode.FREE


def test_the_wheel_alone_scrolls(view: ScanView, qtbot: QtBot, tmp_path: Path) -> None:
    open_page(view, page(tmp_path), qtbot)
    scale = view.zoom
    wheel(view, QPoint(50, 50), -120, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > 0
    assert view.zoom == scale


def test_keys_scroll(view: ScanView, qtbot: QtBot, tmp_path: Path) -> None:
    open_page(view, page(tmp_path), qtbot)
    bar = view.verticalScrollBar()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert 0 < (step := bar.value()) < 100
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert bar.value() > step
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_dragging_pans_and_is_no_click(view: ScanView, qtbot: QtBot, tmp_path: Path) -> None:
    open_page(view, page(tmp_path), qtbot)
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    with qtbot.assertNotEmitted(view.clicked):
        qtbot.mousePress(port, left, pos=QPoint(200, 300))
        qtbot.mouseMove(port, QPoint(200, 250))
        qtbot.mouseMove(port, QPoint(200, 180))
        qtbot.mouseRelease(port, left, pos=QPoint(200, 180))
    assert view.verticalScrollBar().value() == 120


def test_the_zoom_mode_outlives_page_and_size(view: ScanView, qtbot: QtBot, tmp_path: Path) -> None:
    open_page(view, page(tmp_path), qtbot)
    view.zoom_to_page()
    assert view.verticalScrollBar().maximum() == 0
    open_page(view, page(tmp_path, (1600, 1000)), qtbot)
    assert view.horizontalScrollBar().maximum() == view.verticalScrollBar().maximum() == 0
    view.resize(300, 700)
    assert view.horizontalScrollBar().maximum() == 0
    view.zoom_to_pixels()
    open_page(view, page(tmp_path), qtbot)
    assert view.zoom == 1.0
    assert view.verticalScrollBar().value() == 0


def test_a_new_page_begins_at_its_top(view: ScanView, qtbot: QtBot, tmp_path: Path) -> None:
    open_page(view, page(tmp_path), qtbot)
    view.verticalScrollBar().setValue(300)
    open_page(view, page(tmp_path, (900, 1300)), qtbot)
    assert view.verticalScrollBar().value() == 0


def test_the_outlined_word_is_brought_into_view_and_then_left_alone(
    view: ScanView, qtbot: QtBot, tmp_path: Path
) -> None:
    open_page(view, page(tmp_path), qtbot)
    view.zoom_to_pixels()
    view.outline(Box(400, 1000, 80, 20), Box(50, 995, 700, 30))
    position = view._scroll_position()
    assert view.viewport().rect().contains(place_of(view, Box(400, 1000, 80, 20)))
    for x in (380, 420, 400, 440):
        view.outline(Box(x, 1000, 80, 20), Box(50, 995, 700, 30))
        assert view._scroll_position() == position


def test_the_outlined_word_stays_where_it_is_when_one_zooms_and_turns(
    view: ScanView, qtbot: QtBot, tmp_path: Path
) -> None:
    open_page(view, page(tmp_path, (1600, 2400)), qtbot)
    word = Box(700, 1000, 80, 20)
    view.outline(word, None)
    view.zoom_in()
    view.zoom_in()
    before = place_of(view, word)
    for change in (view.zoom_in, view.zoom_out, view.zoom_to_pixels, view.rotate_right):
        change()
        assert (place_of(view, word) - before).manhattanLength() <= 3
    view.turn_to(4.0)
    assert (place_of(view, word) - before).manhattanLength() <= 3


def test_each_scan_keeps_the_angle_it_was_turned_to(
    view: ScanView, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = page(tmp_path), page(tmp_path, (900, 1300))
    open_page(view, first, qtbot)
    view.turn_to(2.4)
    with qtbot.waitSignal(view.angle_changed) as changed:
        open_page(view, second, qtbot)
    assert changed.args == [0.0]
    assert view.angle == 0.0
    open_page(view, first, qtbot)
    assert view.angle == 2.4
    view.turn_to(99)
    assert view.angle == 15


@pytest.mark.parametrize("angle", [0.0, 2.0])
def test_what_is_moved_by_panning_looks_as_if_it_were_painted_anew(
    view: ScanView, qtbot: QtBot, tmp_path: Path, angle: float
) -> None:
    open_page(view, page(tmp_path), qtbot)
    view.turn_to(angle)
    view.zoom_to_pixels()
    view.outline(RED, Box(100, 290, 400, 40))
    view.setFocus()
    qtbot.wait(30)
    for across, down in ((0, 120), (40, -60), (90, 200), (-30, 15)):
        bars = view.horizontalScrollBar(), view.verticalScrollBar()
        bars[0].setValue(bars[0].value() + across)
        bars[1].setValue(bars[1].value() + down)
        qtbot.wait(20)
    moved = view.screen().grabWindow(view.winId()).toImage()
    assert len({moved.pixelColor(x, 200).rgb() for x in range(moved.width())}) > 2
    view.viewport().update()
    qtbot.wait(30)
    assert view.screen().grabWindow(view.winId()).toImage() == moved


def test_an_outline_set_while_the_page_is_loading_is_shown_when_it_comes(
    view: ScanView, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(view.pixels_ready):
        view.show_scan(page(tmp_path), 12)
        view.outline(Box(400, 1100, 80, 20), None, "ouer")
    assert view.viewport().rect().contains(place_of(view, Box(400, 1100, 80, 20)))


@pytest.mark.parametrize("paper", [(255, 255, 255), (11, 79, 168), (20, 20, 20)])
def test_the_outline_is_seen_on_any_paper(
    view: ScanView, qtbot: QtBot, tmp_path: Path, paper: tuple[int, int, int]
) -> None:
    path = tmp_path / "paper.png"
    Image.new("RGB", (800, 1200), paper).save(path)
    open_page(view, ScanSource(path), qtbot)
    before = view.viewport().grab().toImage()
    view.outline(RED, None)
    after = view.viewport().grab().toImage()
    assert before != after
    row = place_of(view, RED).y()
    seen = {after.pixelColor(x, row).lightness() for x in range(60, 400)}
    assert max(seen) - min(seen) > 80
