"""What the scan view shows: pages that fail, the last of many, sharp and without seams."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from corrector.errors import InputError
from corrector.gui.scan.view import ScanView
from corrector.scans.geometry import Box
from corrector.scans.listing import ScanSource
from corrector.tasks import looking
from tests.gui.scan_pages import RED, colour_at, is_red, open_page, page, place_of


def test_a_screen_reader_hears_page_and_word(view: ScanView, qtbot: QtBot, tmp_path: Path) -> None:
    open_page(view, page(tmp_path), qtbot)
    view.outline(RED, None, "ouer")
    reader = QAccessible.queryAccessibleInterface(view)
    assert reader.text(QAccessible.Text.Name) == "Scan"
    assert reader.text(QAccessible.Text.Description) == "page 12, word “ouer”"


def test_a_page_without_a_scan_says_so(view: ScanView) -> None:
    view.show_scan(None, 3)
    assert view.state == "No scan for this page"
    assert "No scan" in view.accessibleDescription()
    view.outline(RED, None)
    assert view.strip(RED) is None
    view.zoom_in()
    view.rotate_left()
    assert not view.grab().isNull()


@pytest.mark.parametrize("content", [b"", b"no image", b"\x89PNG\r\n\x1a\nbroken"])
def test_a_scan_that_cannot_be_read_is_explained(
    view: ScanView, qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(content)
    view.show_scan(ScanSource(path), 1)
    assert view.state == "Loading"
    qtbot.waitUntil(lambda: "broken.png" in view.state)
    assert view.state.count("cannot be read") == 1
    assert not view.grab().isNull()


def test_a_good_page_after_a_broken_one_is_shown(
    view: ScanView, qtbot: QtBot, tmp_path: Path
) -> None:
    view.show_scan(ScanSource(tmp_path / "nowhere.png"), 1)
    qtbot.waitUntil(lambda: "nowhere.png" in view.state)
    open_page(view, page(tmp_path), qtbot)
    assert view.state == ""
    assert is_red(colour_at(view, place_of(view, RED)))


def test_only_the_last_of_many_pages_turned_quickly_is_shown(
    view: ScanView, qtbot: QtBot, tmp_path: Path
) -> None:
    small, large = page(tmp_path), page(tmp_path, (1000, 1500))
    for _ in range(10):
        view.show_scan(small, 1)
        view.show_scan(large, 2)
    qtbot.waitUntil(lambda: view.state == "")
    qtbot.wait(50)
    assert view._placing is not None
    assert view._placing.shape.width == 1000


def test_a_large_scan_is_sharp_when_enlarged(view: ScanView, qtbot: QtBot, tmp_path: Path) -> None:
    open_page(view, page(tmp_path, (2300, 2300)), qtbot)
    assert not view._loader.needs_tiles(view.zoom)
    with qtbot.waitSignal(view.pixels_ready):
        view.zoom_to_pixels()
        view.outline(RED, None)
        view.viewport().grab()
    qtbot.waitUntil(lambda: view._loader.at_rest)
    edge = place_of(view, RED) - QPoint(RED.width // 2, 0)
    shown = view.viewport().grab().toImage()
    assert is_red(shown.pixelColor(edge + QPoint(1, 0)))
    assert shown.pixelColor(edge - QPoint(1, 0)).green() > 200
    assert view._loader._store.size <= 12 * 512 * 512 * 4


def test_no_seam_shows_between_tiles(view: ScanView, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "white.png"
    Image.new("L", (4000, 4000), 255).save(path)
    open_page(view, ScanSource(path), qtbot)
    view._zoom_at(0.77, QPointF(200, 200))
    view.bring_into_view(view._placing.to_sheet(Box(900, 900, 200, 200)))  # type: ignore[union-attr]
    with qtbot.waitSignal(view.pixels_ready):
        view.viewport().grab()
    qtbot.waitUntil(lambda: view._loader.at_rest)
    image = view.viewport().grab().toImage()
    row = {image.pixelColor(x, 100).lightness() for x in range(4, image.width() - 4)}
    column = {image.pixelColor(100, y).lightness() for y in range(4, image.height() - 4)}
    assert row | column == {255}


def test_a_scan_that_fails_only_in_full_stays_in_sight_and_says_so(
    view: ScanView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(source: ScanSource) -> looking.FullScan:
        raise InputError("“{path}” is cut off.", path=source.path.name)

    monkeypatch.setattr(looking, "full_scan", fail)
    open_page(view, page(tmp_path, (2300, 2300)), qtbot)
    view.zoom_to_pixels()
    view.outline(RED, None)
    view.viewport().grab()
    qtbot.waitUntil(lambda: "cut off" in view.accessibleDescription())
    assert "cut off" in view.accessibleDescription()
    assert is_red(colour_at(view, place_of(view, RED)))


def test_a_strip_shows_the_word_with_some_room_around_it(
    view: ScanView, qtbot: QtBot, tmp_path: Path
) -> None:
    assert view.strip(RED) is None
    open_page(view, page(tmp_path), qtbot)
    strip = view.strip(RED, 10)
    assert strip is not None
    assert (strip.width(), strip.height()) == (80, 40)
    assert is_red(strip.pixelColor(40, 20))
    assert not is_red(strip.pixelColor(4, 20))
    view.rotate_right()
    turned = view.strip(RED, 10)
    assert turned is not None
    assert (turned.width(), turned.height()) == (40, 80)
    assert view.strip(Box(5000, 5000, 10, 10)) is None
    assert view.strip(Box(790, 1190, 50, 50)) is not None


def test_a_strip_is_sharper_once_the_full_scan_is_there(
    view: ScanView, qtbot: QtBot, tmp_path: Path
) -> None:
    open_page(view, page(tmp_path, (2300, 2300)), qtbot)
    coarse = view.strip(RED)
    with qtbot.waitSignal(view.pixels_ready):
        view.zoom_to_pixels()
        view.viewport().grab()
    fine = view.strip(RED)
    assert coarse is not None
    assert fine is not None
    assert coarse.width() < fine.width() == 60


def test_the_focus_can_be_seen(view: ScanView, qtbot: QtBot, tmp_path: Path) -> None:
    open_page(view, page(tmp_path), qtbot)
    view.clearFocus()
    without = view.viewport().grab().toImage()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert view.viewport().grab().toImage() != without
