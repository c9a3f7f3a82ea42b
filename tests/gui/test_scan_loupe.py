"""The loupe: it follows pointer and caret, shows pixels of the scan, and hides no word."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from corrector.gui.scan.loupe import SIZE, beside, magnified, over
from corrector.gui.scan.view import ScanView
from corrector.scans.geometry import Box
from corrector.scans.listing import ScanSource

ROOM = QRectF(0, 0, 800, 600)
DOT = Box(1500, 2000, 20, 20)


@pytest.fixture
def view(view: ScanView, qtbot: QtBot, tmp_path: Path) -> ScanView:
    view.resize(600, 700)
    image = Image.new("L", (2600, 3600), 230)
    ImageDraw.Draw(image).rectangle((DOT.x, DOT.y, DOT.right - 1, DOT.bottom - 1), fill=0)
    image.save(tmp_path / "dot.png", compress_level=1)
    with qtbot.waitSignal(view.pixels_ready):
        view.show_scan(ScanSource(tmp_path / "dot.png"), 1)
    view.zoom_to_page()
    return view


def dark_pixels(view: ScanView, qtbot: QtBot) -> int:
    """Return how many black pixels are seen once everything has come."""
    view.viewport().grab()
    qtbot.waitUntil(lambda: view.pixels.at_rest)
    image = view.viewport().grab().toImage()
    return sum(
        image.pixelColor(x, y).lightness() < 40
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


@pytest.mark.parametrize(("zoom", "shown"), [(0.1, 1), (0.5, 1), (0.6, 2), (1, 2), (2, 4), (8, 8)])
def test_the_glass_shows_pixels_whole_and_larger_than_the_view(zoom: float, shown: int) -> None:
    assert magnified(zoom) == shown


@pytest.mark.parametrize("top", [0, 100, 300, 560])
@pytest.mark.parametrize("left", [0, 300, 740])
def test_beside_a_word_the_glass_is_whole_and_hides_it_not(left: int, top: int) -> None:
    word = QRectF(left, top, 50, 20)
    glass = beside(word, ROOM)
    assert ROOM.contains(glass)
    assert not glass.intersects(word)
    assert glass.size() == SIZE


def test_over_a_point_the_glass_stays_in_the_view_even_a_small_one() -> None:
    assert over(QPointF(400, 300), ROOM).center() == QPointF(400, 300)
    assert ROOM.contains(over(QPointF(2, 599), ROOM))
    small = QRectF(0, 0, 90, 60)
    assert over(QPointF(50, 50), small) == small


def test_the_loupe_shows_the_word_at_the_caret_pixel_by_pixel(view: ScanView, qtbot: QtBot) -> None:
    view.outline(None, None)
    without = dark_pixels(view, qtbot)
    view.outline(DOT, None, "dot")
    view.show_loupe(True)
    assert view.loupe_shown
    assert dark_pixels(view, qtbot) > without + 50
    view.show_loupe(False)
    view.outline(None, None)
    assert dark_pixels(view, qtbot) == without


@pytest.mark.parametrize("angle", [0.0, 3.0])
def test_the_loupe_follows_the_pointer_and_then_the_caret_again(
    view: ScanView, qtbot: QtBot, angle: float
) -> None:
    view.turn_to(angle)
    view.show_loupe(True)
    assert view._placing is not None
    dot = (view._placing.to_sheet(DOT).center() + view.origin()).toPoint()
    qtbot.mouseMove(view.viewport(), QPoint(20, 20))
    elsewhere = dark_pixels(view, qtbot)
    qtbot.mouseMove(view.viewport(), dot)
    assert dark_pixels(view, qtbot) > elsewhere + 50
    view.outline(Box(100, 100, 80, 30), None, "other")
    assert dark_pixels(view, qtbot) < elsewhere + 50
    view.outline(DOT, None, "dot")
    qtbot.mouseMove(view.viewport(), QPoint(20, 20))
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert dark_pixels(view, qtbot) > elsewhere + 50
