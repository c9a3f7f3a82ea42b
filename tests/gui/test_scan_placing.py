"""Where a scan comes to lie at a zoom, a turn and an orientation of its file."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from corrector.gui.scan.placing import Placing, ZoomMode, fitting_scale, scrolled
from corrector.scans.geometry import Box, Orientation
from corrector.tasks.looking import ScanShape

EVERY_WAY = list(itertools.product(Orientation, range(4)))


@pytest.mark.parametrize(("orientation", "turns"), EVERY_WAY)
def test_a_click_in_the_middle_of_a_box_hits_the_box(orientation: Orientation, turns: int) -> None:
    placing = Placing(ScanShape(400, 300, orientation), turns, 0.37)
    box = Box(31, 57, 80, 22)
    sheet = placing.to_sheet(box)
    assert QRectF(QPointF(0, 0), placing.size()).contains(sheet)
    hit = placing.to_stored(sheet.center())
    assert hit is not None
    assert box.x + 38 <= hit[0] <= box.x + 42
    assert box.y + 9 <= hit[1] <= box.y + 13


@pytest.mark.parametrize(("orientation", "turns"), EVERY_WAY)
def test_the_whole_scan_fills_the_whole_sheet(orientation: Orientation, turns: int) -> None:
    placing = Placing(ScanShape(400, 300, orientation), turns, 2.0)
    assert placing.to_sheet(Box(0, 0, 400, 300)) == QRectF(QPointF(0, 0), placing.size())


def test_a_turn_to_the_right_puts_the_top_left_corner_at_the_top_right() -> None:
    placing = Placing(ScanShape(400, 300, Orientation.UPRIGHT), 1, 1.0)
    assert placing.to_sheet(Box(0, 0, 10, 20)) == QRectF(280, 0, 20, 10)


def test_a_click_beside_the_scan_hits_nothing() -> None:
    placing = Placing(ScanShape(400, 300, Orientation.UPRIGHT), 0, 1.0)
    assert placing.to_stored(QPointF(-1, 5)) is None
    assert placing.to_stored(QPointF(5, 300)) is None


@pytest.mark.parametrize("angle", [-11.0, 0.4, 3.0])
@pytest.mark.parametrize(("orientation", "turns"), EVERY_WAY)
def test_a_box_is_found_again_however_crooked(
    orientation: Orientation, turns: int, angle: float
) -> None:
    placing = Placing(ScanShape(400, 300, orientation), turns, 0.37, angle)
    box = Box(31, 57, 80, 22)
    corners = placing.outline(box)
    sheet = QRectF(QPointF(0, 0), placing.size()).adjusted(-1e-6, -1e-6, 1e-6, 1e-6)
    assert all(sheet.contains(corners.at(index)) for index in range(4))
    centre = (corners.at(0) + corners.at(2)) / 2
    hit = placing.to_stored(centre)
    assert hit is not None
    assert abs(hit[0] - 71) <= 1
    assert abs(hit[1] - 68) <= 1
    assert placing.to_box(placing.upright(box)) == box


def test_a_tall_page_leaves_room_for_the_scroll_bar_when_it_fills_the_width() -> None:
    sheet, room = QSizeF(1000, 1400), QSizeF(516, 400)
    assert fitting_scale(sheet, room, 16, ZoomMode.WIDTH) == 0.5
    assert fitting_scale(sheet, room, 16, ZoomMode.PAGE) == 400 / 1400


def test_what_is_seen_is_never_scrolled() -> None:
    assert scrolled(100, 500, 100, 600, 48) == 100
    assert scrolled(100, 500, 300, 320, 48) == 100


def test_what_is_hidden_is_scrolled_into_view_with_some_room_beside_it() -> None:
    assert scrolled(100, 500, 50, 90, 48) == 2
    assert scrolled(100, 500, 590, 620, 48) == 168


def test_a_thing_larger_than_the_view_does_not_make_it_jump() -> None:
    assert scrolled(300, 500, 0, 2000, 48) == 300
    assert scrolled(3000, 500, 100, 2000, 48) == 52


@given(
    low=st.integers(0, 5000),
    room=st.integers(50, 2000),
    start=st.integers(0, 5000),
    length=st.integers(1, 1500),
)
def test_scrolling_twice_is_scrolling_once(low: int, room: int, start: int, length: int) -> None:
    once = scrolled(low, room, start, start + length, 48)
    assert scrolled(once, room, start, start + length, 48) == once
    if length <= room:
        assert once <= start
        assert start + length <= once + room
