"""Scans of every kind of pixels in the view: right side up, dark where they are dark, boxes too."""

import struct
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageCms, ImageDraw, TiffImagePlugin
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from corrector.gui.scan.view import ScanView
from corrector.scans.geometry import Box
from corrector.scans.listing import ScanSource

SIZE = (2200, 1500)
"""Larger than a preview, so that tiles are seen as well."""

WORD = Box(300, 1100, 240, 80)
"""Dark on light, off every axis of symmetry, in pixels of the stored file."""

ORIENTATION_TAG, PHOTOMETRIC_TAG = 274, 262


def drawn(mode: str = "L") -> Image.Image:
    image = Image.new("L", SIZE, 235)
    corners = (WORD.x, WORD.y, WORD.right - 1, WORD.bottom - 1)
    ImageDraw.Draw(image).rectangle(corners, fill=20)
    return image.convert(mode)


def sixteen_bits(*, white_is_zero: bool = False) -> Image.Image:
    table = [(255 - value if white_is_zero else value) * 257 for value in range(256)]
    data = b"".join(struct.pack("<H", table[value]) for value in drawn().tobytes())
    return Image.frombytes("I;16", SIZE, data)


def save_white_is_zero(path: Path) -> None:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[PHOTOMETRIC_TAG] = 0
    sixteen_bits(white_is_zero=True).save(path, tiffinfo=tags)
    with Image.open(path) as made:
        assert made.tag_v2[PHOTOMETRIC_TAG] == 0


def save_with_alpha(path: Path) -> None:
    image = drawn("RGBA")
    image.putalpha(drawn().point(lambda value: 255 if value < 128 else 0))
    image.save(path, compress_level=1)


def save_with_profile(path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    drawn("RGB").save(path, icc_profile=profile.tobytes(), quality=90)


def save_palette(path: Path) -> None:
    drawn().convert("P").save(path, compress_level=1)


KINDS: dict[str, Callable[[Path], object]] = {
    "cmyk.jpg": lambda path: drawn("CMYK").save(path, quality=90),
    "cmyk.tif": lambda path: drawn("CMYK").save(path, compression="tiff_lzw"),
    "sixteen.tif": lambda path: sixteen_bits().save(path),
    "sixteen.png": lambda path: sixteen_bits().save(path, compress_level=1),
    "white_is_zero.tif": save_white_is_zero,
    "palette.png": save_palette,
    "alpha.png": save_with_alpha,
    "bilevel_g4.tif": lambda path: drawn("1").save(path, compression="group4", dpi=(600, 600)),
    "profile_of_other_pixels.jpg": save_with_profile,
    "jpeg.tif": lambda path: drawn("RGB").save(path, compression="jpeg", quality=90),
}


def look(view: ScanView, source: ScanSource, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.pixels_ready, timeout=20_000):
        view.show_scan(source, 1)
    assert view.state == ""


def at_rest(view: ScanView, qtbot: QtBot) -> None:
    view.viewport().grab()
    qtbot.waitUntil(lambda: view.pixels.at_rest and view.pixels._full is not None, timeout=20_000)


def colour(view: ScanView, point: QPoint) -> QColor:
    return view.viewport().grab().toImage().pixelColor(point)


def assert_word_is_where_its_box_is(view: ScanView, word: Box = WORD) -> None:
    assert view.placing is not None
    seen = view.placing.to_sheet(word).translated(view.origin())
    assert colour(view, seen.center().toPoint()).lightness() < 70
    for corner, way in ((seen.topLeft(), -1), (seen.bottomRight(), 1)):
        inside, outside = corner.toPoint() - QPoint(3, 3) * way, corner.toPoint()
        assert colour(view, inside).lightness() < 90
        assert colour(view, outside + QPoint(3, 3) * way).lightness() > 170


@pytest.mark.parametrize("kind", KINDS)
def test_a_scan_is_dark_where_it_is_dark_whole_and_in_tiles(
    view: ScanView, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    KINDS[kind](tmp_path / kind)
    look(view, ScanSource(tmp_path / kind), qtbot)
    view.zoom_to_page()
    assert_word_is_where_its_box_is(view)
    view.zoom_to_pixels()
    view.outline(WORD, None)
    at_rest(view, qtbot)
    view.outline(None, None)
    assert_word_is_where_its_box_is(view)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["tif", "jpg"])
def test_a_box_lies_on_its_word_in_tiles_however_the_file_is_turned(
    view: ScanView, qtbot: QtBot, tmp_path: Path, suffix: str, orientation: int
) -> None:
    path = tmp_path / f"turned.{suffix}"
    exif = Image.Exif()
    exif[ORIENTATION_TAG] = orientation
    drawn().save(path, exif=exif, **({"quality": 90} if suffix == "jpg" else {}))
    look(view, ScanSource(path), qtbot)
    assert view.placing is not None
    assert view.placing.shape.width == SIZE[0]
    view.rotate_right()
    view.zoom_to_page()
    assert_word_is_where_its_box_is(view)
    view.zoom_to_pixels()
    view.outline(WORD, None)
    at_rest(view, qtbot)
    view.outline(None, None)
    assert_word_is_where_its_box_is(view)


def test_every_page_of_a_tiff_has_its_own_size_and_word(
    view: ScanView, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "many.tif"
    small = Image.new("L", (900, 700), 235)
    ImageDraw.Draw(small).rectangle((100, 500, 299, 559), fill=20)
    drawn("1").save(path, save_all=True, append_images=[small], compression="tiff_lzw")
    look(view, ScanSource(path, 1), qtbot)
    view.zoom_to_page()
    assert_word_is_where_its_box_is(view, Box(100, 500, 200, 60))
    look(view, ScanSource(path, 0), qtbot)
    assert_word_is_where_its_box_is(view)


def test_a_page_of_a_pdf_is_shown_with_boxes_at_its_stored_resolution(
    view: ScanView, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "two.pdf"
    drawn().save(path, "PDF", resolution=300, save_all=True, append_images=[drawn("RGB")])
    with pypdfium2.PdfDocument(path) as made:
        assert len(made) == 2
    look(view, ScanSource(path, 1), qtbot)
    view.zoom_to_page()
    assert_word_is_where_its_box_is(view)


@pytest.mark.parametrize("angle", [-2.5, 1.0])
def test_no_seam_shows_between_tiles_of_a_straightened_scan(
    view: ScanView, qtbot: QtBot, tmp_path: Path, angle: float
) -> None:
    path = tmp_path / "white.png"
    Image.new("L", (4000, 4000), 255).save(path, compress_level=1)
    look(view, ScanSource(path), qtbot)
    view.turn_to(angle)
    view._zoom_at(0.77, view._middle())
    at_rest(view, qtbot)
    image = view.viewport().grab().toImage()
    inside = range(20, image.width() - 20)
    assert {image.pixelColor(x, 150).lightness() for x in inside} == {255}
    assert {image.pixelColor(150, y).lightness() for y in range(20, image.height() - 20)} == {255}
