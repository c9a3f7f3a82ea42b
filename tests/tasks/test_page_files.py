"""The scan of a page for formats that hold it: as it is stored, whatever its kind."""

from pathlib import Path

import pytest
from PIL import Image

from corrector.errors import InputError
from corrector.scans.geometry import Orientation
from corrector.tasks.opening import look_at
from corrector.tasks.page_files import image_of, original_of


def stored(mode: str = "L") -> Image.Image:
    image = Image.new(mode, (64, 32), 255 if mode != "RGB" else (255, 255, 255))
    image.paste(0, (0, 0, 16, 8))
    return image


def test_a_jpeg_stays_as_it_is(tmp_path: Path) -> None:
    stored().save(tmp_path / "a.jpg", dpi=(300, 300))
    with look_at(tmp_path) as collection:
        opened = image_of(collection, collection.pages()[0])
        assert opened is not None
        image = opened()

    assert image.jpeg
    assert image.data == (tmp_path / "a.jpg").read_bytes()
    assert (image.width, image.height, image.mode, image.resolution) == (64, 32, "L", 300)


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_other_scans_are_pixels_without_loss(tmp_path: Path, mode: str) -> None:
    stored(mode).save(tmp_path / "a.png")
    with look_at(tmp_path) as collection:
        opened = image_of(collection, collection.pages()[0])
        assert opened is not None
        image = opened()

    assert not image.jpeg
    assert (image.mode, image.data) == (mode, stored(mode).tobytes())


@pytest.mark.parametrize("orientation", Orientation)
def test_a_turned_scan_comes_as_it_is_stored(tmp_path: Path, orientation: Orientation) -> None:
    stored().save(tmp_path / "a.tif", tiffinfo={274: int(orientation)})
    with look_at(tmp_path) as collection:
        opened = image_of(collection, collection.pages()[0])
        assert opened is not None
        image = opened()

    assert image.orientation is orientation
    assert (image.width, image.height) == (64, 32)
    assert image.data == stored().tobytes()


def test_a_jpeg_in_unusual_colours_becomes_pixels(tmp_path: Path) -> None:
    Image.new("CMYK", (8, 8)).save(tmp_path / "a.jpg")
    with look_at(tmp_path) as collection:
        opened = image_of(collection, collection.pages()[0])
        assert opened is not None
        assert (opened().jpeg, opened().mode) == (False, "RGB")


def test_no_scan_no_image_and_a_lost_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    stored().save(tmp_path / "b.png")
    with look_at(tmp_path) as collection:
        text, scan = collection.pages()
        assert image_of(collection, text) is None
        assert original_of(collection, text, ()) is None
        opened = image_of(collection, scan)
        (tmp_path / "b.png").unlink()
        assert opened is not None
        with pytest.raises(InputError, match=r"b\.png"):
            opened()
