"""What the engine gives the program to read, and what it makes of the answer."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw, ImageFont

from corrector.ocr.tesseract import TesseractEngine
from corrector.scans.geometry import Box, Orientation
from corrector.scans.listing import ScanSource

if TYPE_CHECKING:
    from corrector.ocr.engine import Engine

Double = Callable[..., None]

SAY_WHAT_WAS_GIVEN = """
row = '\\n5\\t1\\t1\\t1\\t1\\t1\\t10\\t20\\t5\\t7\\t90\\t'
given = open(image, 'rb').read(2).decode('latin-1')
told = [given, os.path.basename(image), '_'.join(sys.argv)]
open(output, 'w').write(header + ''.join(row + word for word in told))
"""


def given(scan: ScanSource) -> list[str]:
    reading = TesseractEngine().recognise(scan, ("eng",), time_limit=30)
    return [word.text for word in reading.words]


def saved(path: Path, mode: str = "L", **options: object) -> ScanSource:
    Image.new(mode, (60, 40)).save(path, **options)  # type: ignore[arg-type]
    return ScanSource(path)


def turned(path: Path, orientation: Orientation) -> ScanSource:
    exif = Image.Exif()
    exif[274] = int(orientation)
    return saved(path, exif=exif)


def test_an_upright_scan_is_read_from_its_own_file(double: Double, tmp_path: Path) -> None:
    double(SAY_WHAT_WAS_GIVEN)
    assert given(saved(tmp_path / "a.jpg"))[1] == "a.jpg"
    assert given(saved(tmp_path / "b.png", "RGB"))[1] == "b.png"


@pytest.mark.parametrize("mode", ["P", "RGBA", "LA", "I;16"])
def test_a_scan_of_a_rare_kind_is_read_from_a_plain_copy(
    double: Double, tmp_path: Path, temporary_files: Path, mode: str
) -> None:
    double(SAY_WHAT_WAS_GIVEN)
    assert given(saved(tmp_path / "a.png", mode))[0] in {"P5", "P6"}
    assert list(temporary_files.iterdir()) == []


def test_of_a_file_with_many_images_only_the_asked_one_is_read(
    double: Double, tmp_path: Path
) -> None:
    double(SAY_WHAT_WAS_GIVEN)
    path = tmp_path / "many.tif"
    frames = [Image.new("1", (60, 40)), Image.new("L", (50, 30))]
    frames[0].save(path, save_all=True, append_images=frames[1:])
    reading = TesseractEngine().recognise(ScanSource(path, 1), ("eng",), time_limit=30)
    assert reading.words[0].text == "P5"
    assert (reading.width, reading.height) == (50, 30)


def test_boxes_of_a_turned_scan_are_on_the_stored_image(double: Double, tmp_path: Path) -> None:
    double(SAY_WHAT_WAS_GIVEN)
    scan = turned(tmp_path / "a.jpg", Orientation.QUARTER_TURN_RIGHT)
    reading = TesseractEngine().recognise(scan, ("eng",), time_limit=30)
    assert reading.words[0].text == "P5"
    assert (reading.width, reading.height) == (60, 40)
    # Upright it is 40 wide and 60 high; its left edge is the lower edge of the stored image.
    assert reading.words[0].box == Box(20, 25, 7, 5)


def test_the_program_is_told_mode_language_and_resolution(double: Double, tmp_path: Path) -> None:
    double(SAY_WHAT_WAS_GIVEN)
    told = given(saved(tmp_path / "a.jpg", dpi=(200, 200)))[2]
    assert "_-l_eng_" in told
    assert "_--psm_3_" in told
    assert "_--dpi_200" in told
    assert "--dpi" not in given(saved(tmp_path / "b.jpg", dpi=(30, 30)))[2]


def test_the_reading_says_who_read_it_and_how(double: Double, scan: ScanSource) -> None:
    double(SAY_WHAT_WAS_GIVEN)
    engine: Engine = TesseractEngine()
    reading = engine.recognise(scan, ("eng",), time_limit=30)
    assert reading.engine == engine.describe(("eng",))
    assert (reading.engine.name, reading.engine.version) == ("Tesseract", "5.3.0")
    assert dict(reading.engine.parameters) == {"psm": "3", "oem": "3", "models": "/models/"}


def test_a_path_with_blanks_quotes_and_other_letters_is_read(
    double: Double, tmp_path: Path
) -> None:
    double(SAY_WHAT_WAS_GIVEN)
    (tmp_path / "-l “Ärger's” *").mkdir()
    assert given(saved(tmp_path / "-l “Ärger's” *" / "-1.png"))[1] == "-1.png"


def test_the_engine_is_imported_without_pytesseract() -> None:
    script = "import sys, corrector.ocr.tesseract; sys.exit('pytesseract' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.tesseract
def test_tesseract_reads_words_where_they_stand_however_the_scan_lies(tmp_path: Path) -> None:
    upright = Image.new("L", (900, 300), 255)
    font = ImageFont.load_default(60)
    ImageDraw.Draw(upright).text((100, 100), "HARBOUR OFFICE", fill=0, font=font)
    exif = Image.Exif()
    exif[274] = int(Orientation.HALF_TURN)
    path = tmp_path / "turned.png"
    upright.transpose(Image.Transpose.ROTATE_180).save(path, exif=exif)
    reading = TesseractEngine().recognise(ScanSource(path), ("eng",), time_limit=60)
    assert reading.text == "HARBOUR OFFICE"
    assert reading.words[0].box.x > reading.words[1].box.x > 0
    assert reading.words[0].confidence is not None
    assert reading.words[0].confidence > 0.8


@pytest.mark.tesseract
@pytest.mark.parametrize("size", [(1, 1), (3, 500), (200, 300)])
def test_tesseract_finds_nothing_on_blank_and_tiny_scans(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "blank.png"
    Image.new("L", size, 255).save(path)
    reading = TesseractEngine().recognise(ScanSource(path), ("eng",), time_limit=60)
    assert (reading.text, reading.words) == ("", ())
