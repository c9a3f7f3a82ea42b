"""Choosing a region of the scan by mouse and by keys, however file and view are turned."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from corrector.gui.scan.view import ScanView
from corrector.scans.geometry import Box
from corrector.scans.listing import ScanSource

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
ORIENTATION_TAG = 274
Chosen = list[tuple[Box, str]]


@pytest.fixture
def chosen(view: ScanView) -> Chosen:
    boxes: Chosen = []
    view.region_chosen.connect(lambda box, purpose: boxes.append((box, purpose)))
    return boxes


def open_page(view: ScanView, folder: Path, qtbot: QtBot, orientation: int = 1) -> None:
    path = folder / f"page{orientation}.png"
    exif = Image.Exif()
    exif[ORIENTATION_TAG] = orientation
    Image.new("L", (800, 1200), 230).save(path, exif=exif)
    with qtbot.waitSignal(view.pixels_ready):
        view.show_scan(ScanSource(path), 1)


def drag(view: ScanView, box: Box, qtbot: QtBot, held: Qt.KeyboardModifier = SHIFT) -> None:
    """Draw around `box`, which must be in view, from its corner on the screen to the other."""
    assert view._placing is not None
    seen = view._placing.to_sheet(box).translated(view.origin()).toRect()
    port = view.viewport()
    qtbot.mousePress(port, LEFT, held, seen.topLeft())
    qtbot.mouseMove(port, seen.center())
    qtbot.mouseMove(port, seen.bottomRight() + QPoint(1, 1))
    qtbot.mouseRelease(port, LEFT, held, seen.bottomRight() + QPoint(1, 1))


def near(one: Box, other: Box, by: int = 3) -> bool:
    return all(
        abs(first - second) <= by
        for first, second in (
            (one.x, other.x),
            (one.y, other.y),
            (one.right, other.right),
            (one.bottom, other.bottom),
        )
    )


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_dragging_with_shift_chooses_the_pixels_that_were_drawn_around(
    view: ScanView, chosen: Chosen, qtbot: QtBot, tmp_path: Path, orientation: int, turns: int
) -> None:
    open_page(view, tmp_path, qtbot, orientation)
    view.zoom_to_page()
    for _ in range(turns):
        view.rotate_right()
    wanted = Box(120, 300, 220, 150)
    position = view._scroll_position()
    drag(view, wanted, qtbot)
    [(box, purpose)] = chosen
    assert near(box, wanted, 5)
    assert purpose == ""
    assert view.region == box
    assert view._scroll_position() == position


def test_on_a_crooked_page_the_region_is_as_crooked_as_the_page(
    view: ScanView, chosen: Chosen, qtbot: QtBot, tmp_path: Path
) -> None:
    open_page(view, tmp_path, qtbot)
    view.zoom_to_page()
    view.turn_to(7)
    assert view._placing is not None
    corners = view._placing.outline(Box(300, 500, 200, 150))
    start = (corners.at(0) + view.origin()).toPoint()
    end = (corners.at(2) + view.origin()).toPoint()
    qtbot.mousePress(view.viewport(), LEFT, SHIFT, start)
    qtbot.mouseMove(view.viewport(), end)
    qtbot.mouseRelease(view.viewport(), LEFT, SHIFT, end)
    [(box, _)] = chosen
    assert near(box, Box(300, 500, 200, 150), 5)


def test_dragging_without_shift_pans_and_chooses_nothing(
    view: ScanView, chosen: Chosen, qtbot: QtBot, tmp_path: Path
) -> None:
    open_page(view, tmp_path, qtbot)
    drag(view, Box(120, 100, 220, 150), qtbot, PLAIN)
    assert not chosen
    assert view.region is None


def test_a_click_with_shift_chooses_nothing(
    view: ScanView, chosen: Chosen, qtbot: QtBot, tmp_path: Path
) -> None:
    open_page(view, tmp_path, qtbot)
    qtbot.mouseClick(view.viewport(), LEFT, SHIFT, QPoint(100, 100))
    assert not chosen
    assert view.region is None


def test_a_region_that_is_asked_for_needs_no_shift_and_bears_its_purpose(
    view: ScanView, chosen: Chosen, qtbot: QtBot, tmp_path: Path
) -> None:
    open_page(view, tmp_path, qtbot)
    view.begin_region("recognise", words="Which part?")
    assert view.region_wanted
    assert "Which part?" in view.accessibleDescription()
    drag(view, Box(120, 100, 220, 150), qtbot, PLAIN)
    [(box, purpose)] = chosen
    assert near(box, Box(120, 100, 220, 150))
    assert purpose == "recognise"
    assert not view.region_wanted
    assert "Which part?" not in view.accessibleDescription()


@pytest.mark.parametrize("angle", [0.0, -4.0])
def test_keys_move_and_size_a_region_and_enter_takes_it(
    view: ScanView, chosen: Chosen, qtbot: QtBot, tmp_path: Path, angle: float
) -> None:
    open_page(view, tmp_path, qtbot)
    view.zoom_to_pixels()
    view.turn_to(angle)
    first = Box(200, 300, 100, 50)
    view.begin_region(first=first)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Down, CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Left, SHIFT | CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    [(box, _)] = chosen
    assert near(box, Box(212, 301, 99, 62), 1)


def test_a_region_can_be_made_no_smaller_than_nothing(
    view: ScanView, chosen: Chosen, qtbot: QtBot, tmp_path: Path
) -> None:
    open_page(view, tmp_path, qtbot)
    view.zoom_to_pixels()
    view.begin_region(first=Box(200, 300, 20, 20))
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Left, SHIFT)
        qtbot.keyClick(view, Qt.Key.Key_Up)
    for _ in range(50):
        qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Enter)
    [(box, _)] = chosen
    assert box.width > 0
    assert box.height > 0
    assert box.y >= 0


def test_without_a_word_keys_begin_in_the_middle_of_the_view(
    view: ScanView, chosen: Chosen, qtbot: QtBot, tmp_path: Path
) -> None:
    open_page(view, tmp_path, qtbot)
    view.begin_region()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    [(box, _)] = chosen
    assert 200 < box.x + box.width / 2 < 600


def test_escape_calls_off_and_takes_away(
    view: ScanView, chosen: Chosen, qtbot: QtBot, tmp_path: Path
) -> None:
    open_page(view, tmp_path, qtbot)
    before = view.viewport().grab().toImage()
    with qtbot.waitSignal(view.region_called_off) as called_off:
        view.begin_region("recognise")
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert called_off.args == ["recognise"]
    assert view.region is None
    drag(view, Box(120, 100, 220, 150), qtbot)
    assert view.region is not None
    assert view.viewport().grab().toImage() != before
    with qtbot.assertNotEmitted(view.region_called_off):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.region is None
    assert len(chosen) == 1


def test_the_next_page_takes_the_region_away(view: ScanView, qtbot: QtBot, tmp_path: Path) -> None:
    open_page(view, tmp_path, qtbot)
    view.begin_region("recognise")
    with qtbot.waitSignal(view.region_called_off):
        open_page(view, tmp_path, qtbot, 3)
    assert view.region is None
    view.begin_region("one")
    with qtbot.waitSignal(view.region_called_off) as called_off:
        view.begin_region("two")
    assert called_off.args == ["one"]


def test_without_a_scan_no_region_can_be_asked_for(view: ScanView) -> None:
    view.begin_region()
    assert not view.region_wanted
    assert view.region is None


def test_what_is_drawn_beside_the_scan_chooses_nothing(
    view: ScanView, chosen: Chosen, qtbot: QtBot, tmp_path: Path
) -> None:
    open_page(view, tmp_path, qtbot)
    view.zoom_to_page()
    port = view.viewport()
    qtbot.mousePress(port, LEFT, SHIFT, QPoint(5, 5))
    qtbot.mouseMove(port, QPoint(40, 80))
    qtbot.mouseRelease(port, LEFT, SHIFT, QPoint(40, 80))
    assert not chosen
    assert view.region is None
