"""What is shown of the scan around a place of a series."""

from pathlib import Path

import pytest
from PIL import Image

from corrector.errors import InputError
from corrector.ocr.layout import FoundWord, lay_out
from corrector.ocr.words import EngineDescription, Reading
from corrector.record import readings
from corrector.scans.geometry import Box
from corrector.tasks.clock import now
from corrector.tasks.collection import Collection
from corrector.tasks.opening import open_for_work
from corrector.tasks.places import place_of
from corrector.tasks.series import find_series
from corrector.tasks.series_crops import Crop, crops_of
from corrector.tasks.series_rule import SeriesRule

BLACK, WHITE = 0, 255


def cropped(folder: Path, scan: Image.Image, word: Box, **saving: object) -> Crop | None:
    """Return the crop of the word BAVE, black on white, at `word` of the stored file."""
    folder.mkdir()
    scan.paste(BLACK, (word.x, word.y, word.right, word.bottom))
    scan.save(folder / "p1.png", **saving)
    (folder / "p1.txt").write_text("SO BAVE WE", "utf-8")
    with open_for_work(place_of(str(folder)), "Ada Example") as collection:
        keep(collection, word, scan.size)
        (found,) = find_series(collection, collection.pages(), SeriesRule("BAVE", "HAVE"))
        (crop,) = crops_of(collection, found)
    return crop


def keep(collection: Collection, word: Box, size: tuple[int, int]) -> None:
    text, words = lay_out([FoundWord("BAVE", word, 0.9, 1, 1, 0)])
    reading = Reading(text, words, *size, EngineDescription("told", "1", ("eng",)))
    with collection.record.writing() as connection:
        page = collection.pages()[0]
        readings.add_reading(connection, page.id, reading, "", now=now(), adopted=False)


def darkest(crop: Crop) -> Box:
    """Return where a crop is black."""
    pixels = crop.pixels
    image = Image.frombytes(pixels.mode, (pixels.width, pixels.height), pixels.data).convert("L")
    left, top, right, bottom = image.point(lambda grey: 255 * (grey < 128)).getbbox() or (0,) * 4
    return Box(left, top, right - left, bottom - top)


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
@pytest.mark.parametrize("x", [0, 300, 560])
def test_the_word_stands_in_the_crop_where_it_says(tmp_path: Path, mode: str, x: int) -> None:
    white = 1 if mode == "1" else "white"
    crop = cropped(tmp_path / "a", Image.new(mode, (600, 200), white), Box(x, 80, 40, 20))
    assert crop is not None
    assert crop.word == darkest(crop)


def test_a_turned_scan_is_shown_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # a quarter turn to the right
    scan = Image.new("L", (200, 600), WHITE)
    crop = cropped(tmp_path / "a", scan, Box(80, 300, 20, 60), exif=exif)
    assert crop is not None
    assert (crop.word.width, crop.word.height) == (60, 20)
    assert crop.word == darkest(crop)


def test_a_large_scan_is_shrunk_and_the_word_with_it(tmp_path: Path) -> None:
    crop = cropped(tmp_path / "a", Image.new("L", (4000, 1200), WHITE), Box(1000, 400, 800, 240))
    assert crop is not None
    assert crop.pixels.height < 250
    assert abs(crop.word.width - darkest(crop).width) <= 2


def test_a_scan_that_is_smaller_by_now_gives_no_crop(tmp_path: Path) -> None:
    folder, word = tmp_path / "a", Box(300, 80, 40, 20)
    assert cropped(folder, Image.new("L", (600, 200), WHITE), word) is not None
    Image.new("L", (50, 40), WHITE).save(folder / "p1.png")
    with open_for_work(place_of(str(folder)), "Ada Example") as collection:
        (found,) = find_series(collection, collection.pages(), SeriesRule("BAVE", "HAVE"))
        assert crops_of(collection, found) == (None,)
        (folder / "p1.png").write_bytes(b"no picture")
        with pytest.raises(InputError):
            crops_of(collection, found)
