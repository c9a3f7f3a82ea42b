"""Brightness, contrast and inversion: what becomes of a shade, and that the scan follows."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from corrector.gui.scan.tones import PLAIN, Tones, toned
from corrector.gui.scan.view import ScanView
from corrector.scans.geometry import Box
from corrector.scans.listing import ScanSource
from corrector.tasks.looking import Pixels


def scan(folder: Path, shade: int, size: tuple[int, int] = (800, 1200)) -> ScanSource:
    path = folder / f"shade{shade}.png"
    Image.new("L", size, shade).save(path, compress_level=1)
    return ScanSource(path)


def shade_at(view: ScanView, point: QPoint) -> int:
    return view.viewport().grab().toImage().pixelColor(point).red()


def test_plain_tones_change_no_shade() -> None:
    assert PLAIN.table() == bytes(range(256))
    pixels = Pixels(2, 1, "L", b"\x00\xff", 2)
    assert toned(pixels, PLAIN) is pixels


def test_inverting_swaps_light_and_dark() -> None:
    assert Tones(inverted=True).table() == bytes(range(255, -1, -1))


@pytest.mark.parametrize("inverted", [False, True])
@pytest.mark.parametrize("contrast", [-100, -30, 0, 60, 100])
@pytest.mark.parametrize("brightness", [-100, -20, 0, 45, 100])
def test_shades_keep_their_order_whatever_is_set(
    brightness: int, contrast: int, inverted: bool
) -> None:
    table = list(Tones(brightness, contrast, inverted).table())
    assert table == sorted(table, reverse=inverted)
    assert len(table) == 256


def test_contrast_spreads_and_brightness_lifts() -> None:
    spread, lifted = Tones(contrast=60).table(), Tones(brightness=30).table()
    assert spread[150] - spread[100] > 50
    assert spread[127] in range(126, 130)
    assert all(lifted[value] > value for value in range(1, 250))


def test_colour_is_toned_channel_by_channel() -> None:
    pixels = Pixels(1, 1, "RGB", bytes((10, 100, 250)), 3)
    assert toned(pixels, Tones(inverted=True)).data == bytes((245, 155, 5))


def test_the_scan_and_its_strips_are_shown_in_the_wanted_tones(
    view: ScanView, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(view.pixels_ready):
        view.show_scan(scan(tmp_path, 230), 1)
    with qtbot.waitSignal(view.pixels_ready):
        view.use_tones(Tones(inverted=True))
    assert shade_at(view, QPoint(200, 200)) == 25
    strip = view.strip(Box(100, 100, 50, 20))
    assert strip is not None
    assert strip.pixelColor(5, 5).red() == 25


def test_the_next_scan_comes_in_the_same_tones(
    view: ScanView, qtbot: QtBot, tmp_path: Path
) -> None:
    view.use_tones(Tones(inverted=True))
    with qtbot.waitSignal(view.pixels_ready):
        view.show_scan(scan(tmp_path, 200), 1)
    assert shade_at(view, QPoint(200, 200)) == 55
    assert view.tones == Tones(inverted=True)


def test_sharp_tiles_follow_the_tones(view: ScanView, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(view.pixels_ready):
        view.show_scan(scan(tmp_path, 230, (2600, 2600)), 1)
    with qtbot.waitSignal(view.pixels_ready):
        view.zoom_to_pixels()
        view.viewport().grab()
    qtbot.waitUntil(lambda: view.pixels.at_rest)
    view.use_tones(Tones(inverted=True))
    qtbot.waitUntil(lambda: view.pixels.at_rest)
    view.viewport().grab()
    qtbot.waitUntil(lambda: view.pixels.at_rest)
    assert shade_at(view, QPoint(200, 200)) == 25


def test_of_tones_that_come_quickly_the_last_ones_stay(
    view: ScanView, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(view.pixels_ready):
        view.show_scan(scan(tmp_path, 230), 1)
    for brightness in range(0, -60, -3):
        view.use_tones(Tones(brightness))
    view.use_tones(PLAIN)
    qtbot.waitUntil(lambda: view.pixels.at_rest)
    assert shade_at(view, QPoint(200, 200)) == 230
    view.use_tones(Tones(inverted=True))
    view.show_scan(scan(tmp_path, 100), 2)
    view.use_tones(PLAIN)
    qtbot.waitUntil(lambda: view.state == "" and view.pixels.at_rest)
    assert shade_at(view, QPoint(200, 200)) == 100
