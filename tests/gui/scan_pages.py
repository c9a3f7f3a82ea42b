"""A page with a red word on it, and what is seen of it in a scan view."""

from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from corrector.gui.scan.view import ScanView
from corrector.scans.geometry import Box
from corrector.scans.listing import ScanSource

RED = Box(200, 300, 60, 20)
"""A red word on the test scan, in stored pixels."""
ORIENTATION_TAG = 274


def page(folder: Path, size: tuple[int, int] = (800, 1200), orientation: int = 1) -> ScanSource:
    image = Image.new("RGB", size, (240, 240, 230))
    ImageDraw.Draw(image).rectangle((RED.x, RED.y, RED.right - 1, RED.bottom - 1), fill=(255, 0, 0))
    path = folder / f"page{size[0]}-{orientation}.png"
    exif = Image.Exif()
    exif[ORIENTATION_TAG] = orientation
    image.save(path, exif=exif, compress_level=1)
    return ScanSource(path)


def open_page(view: ScanView, source: ScanSource, qtbot: QtBot, number: int = 12) -> None:
    with qtbot.waitSignal(view.pixels_ready):
        view.show_scan(source, number)


def place_of(view: ScanView, box: Box) -> QPoint:
    assert view._placing is not None
    return (view._placing.to_sheet(box).center() + view.origin()).toPoint()


def colour_at(view: ScanView, point: QPoint) -> QColor:
    return view.viewport().grab().toImage().pixelColor(point)


def is_red(colour: QColor) -> bool:
    return colour.red() > 200 and colour.green() < 60
