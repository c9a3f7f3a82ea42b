"""Scans as plain pixels: thumbnails, previews, pieces of the full scan."""

from pathlib import Path

import pytest
from PIL import Image

from corrector.errors import InputError
from corrector.scans.geometry import Box, Orientation
from corrector.scans.listing import ScanSource
from corrector.tasks.looking import (
    PREVIEW_LONG_SIDE,
    THUMBNAIL_LONG_SIDE,
    full_scan,
    preview,
    thumbnail,
)

ORIENTATION_TAG = 274


def saved(
    folder: Path, image: Image.Image, name: str = "scan.png", orientation: int = 1
) -> ScanSource:
    exif = Image.Exif()
    exif[ORIENTATION_TAG] = orientation
    image.save(folder / name, exif=exif)
    return ScanSource(folder / name)


def test_a_thumbnail_is_small_and_keeps_its_shape(tmp_path: Path) -> None:
    pixels = thumbnail(saved(tmp_path, Image.new("RGB", (3000, 1500), "navy")))
    assert (pixels.width, pixels.height) == (THUMBNAIL_LONG_SIDE, THUMBNAIL_LONG_SIDE // 2)
    assert len(pixels.data) == pixels.height * pixels.bytes_per_line
    assert pixels.mode == "RGB"


def test_a_preview_has_levels_and_the_shape_of_the_stored_file(tmp_path: Path) -> None:
    seen = preview(saved(tmp_path, Image.new("L", (3000, 2400), 99), orientation=6))
    assert (seen.shape.width, seen.shape.height) == (3000, 2400)
    assert seen.shape.orientation is Orientation.QUARTER_TURN_RIGHT
    assert seen.shape.upright_size == (2400, 3000)
    sizes = [(level.width, level.height) for level in seen.levels]
    assert sizes[0] == (PREVIEW_LONG_SIDE * 4 // 5, PREVIEW_LONG_SIDE)
    assert sizes[1] == (PREVIEW_LONG_SIDE * 2 // 5, PREVIEW_LONG_SIDE // 2)
    assert all(level.mode == "L" for level in seen.levels)


def test_a_small_scan_is_not_enlarged(tmp_path: Path) -> None:
    seen = preview(saved(tmp_path, Image.new("L", (30, 40))))
    assert [(level.width, level.height) for level in seen.levels] == [(30, 40)]


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_a_piece_shows_what_is_in_its_box(tmp_path: Path, mode: str) -> None:
    image = Image.new(mode, (600, 600), "black")
    image.paste(Image.new(mode, (100, 50), "white"), (200, 300))
    full = full_scan(saved(tmp_path, image))
    assert full.size == (600, 600)
    white = full.piece(Box(200, 300, 100, 50))
    assert (white.width, white.height) == (100, 50)
    assert set(white.data) == {255}
    shrunk = full.piece(Box(200, 300, 100, 50), 4)
    assert (shrunk.width, shrunk.height) == (25, 13)
    assert set(shrunk.data) == {255}
    assert set(full.piece(Box(300, 300, 9, 9)).data) == {0}


def test_bilevel_scans_are_shrunk_to_shades_of_grey(tmp_path: Path) -> None:
    image = Image.new("1", (64, 64), 0)
    image.paste(1, (0, 0, 64, 1))
    piece = full_scan(saved(tmp_path, image)).piece(Box(0, 0, 64, 64), 2)
    assert piece.mode == "L"
    assert piece.data[0] in range(120, 136)


def test_a_piece_over_the_edge_is_cut_and_one_beyond_it_refused(tmp_path: Path) -> None:
    full = full_scan(saved(tmp_path, Image.new("L", (100, 80))))
    piece = full.piece(Box(90, -5, 50, 20))
    assert (piece.width, piece.height) == (10, 15)
    with pytest.raises(ValueError, match="outside"):
        full.piece(Box(100, 0, 5, 5))


def test_a_piece_of_a_turned_scan_is_upright(tmp_path: Path) -> None:
    image = Image.new("L", (200, 100), 0)
    image.paste(255, (0, 0, 20, 20))
    full = full_scan(saved(tmp_path, image, orientation=6))
    assert full.size == (100, 200)
    assert set(full.piece(Box(80, 0, 20, 20)).data) == {255}


@pytest.mark.parametrize("look", [thumbnail, preview, full_scan])
@pytest.mark.parametrize("content", [None, b"", b"no scan", b"II*\x00\xff\xff\xff\xff"])
def test_what_cannot_be_read_is_an_input_error(
    tmp_path: Path, look: object, content: bytes | None
) -> None:
    path = tmp_path / "scan.tif"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=r"scan\.tif"):
        look(ScanSource(path))  # type: ignore[operator]
