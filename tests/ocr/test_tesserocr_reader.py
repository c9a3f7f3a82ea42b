"""Tesseract in this process: the same words in the same shapes as from the program."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from corrector.errors import InputError, MissingProgramError
from corrector.ocr import readers, tesserocr_reader
from corrector.ocr.prepared import PreparedEngine
from corrector.ocr.tesseract import TesseractEngine
from corrector.ocr.tesserocr_reader import TesserocrReader
from corrector.ocr.words import Reading
from corrector.scans.listing import ScanSource

only_where_there_are_wheels = pytest.mark.skipif(
    sys.platform == "win32", reason="there are no wheels of tesserocr for Windows"
)


def typed(path: Path, text: str = "HARBOUR OFFICE\nwas closed today") -> ScanSource:
    image = Image.new("L", (1000, 400), 255)
    font = ImageFont.load_default(60)
    ImageDraw.Draw(image).text((80, 80), text, fill=0, font=font, spacing=40)
    image.save(path)
    return ScanSource(path)


def read(
    reader: TesseractEngine | TesserocrReader, scan: ScanSource, name: str = "none"
) -> Reading:
    engine = PreparedEngine(reader, lambda _: True, name)
    return engine.recognise(scan, ("eng",), time_limit=60)


@only_where_there_are_wheels
@pytest.mark.tesseract
@pytest.mark.parametrize("name", ["none", "half-even", "sauvola", "block"])
@pytest.mark.parametrize("suffix", ["png", "tif"])
def test_both_forms_read_the_same_words_in_the_same_places(
    tmp_path: Path, name: str, suffix: str
) -> None:
    scan = typed(tmp_path / f"a.{suffix}")
    one, other = read(TesseractEngine(), scan, name), read(TesserocrReader(), scan, name)
    assert one.text == other.text == "HARBOUR OFFICE\nwas closed today"
    for word, same in zip(one.words, other.words, strict=True):
        assert (word.span, word.line, word.block) == (same.span, same.line, same.block)
        assert abs(word.box.x - same.box.x) + abs(word.box.bottom - same.box.bottom) <= 4
        assert word.confidence is not None
        assert word.confidence == pytest.approx(same.confidence, abs=0.1)
    assert set(one.engine.parameters) == set(other.engine.parameters)
    assert (one.engine.name, one.engine.languages) == (other.engine.name, other.engine.languages)


@only_where_there_are_wheels
@pytest.mark.tesseract
def test_threads_read_at_the_same_time_and_keep_their_models(tmp_path: Path) -> None:
    scans = [typed(tmp_path / f"{at}.png", f"page number {at}") for at in range(21, 27)]
    reader = TesserocrReader()
    with ThreadPoolExecutor(2) as two:
        texts = list(two.map(lambda scan: read(reader, scan).text, scans))
    assert texts == [f"page number {at}" for at in range(21, 27)]


@only_where_there_are_wheels
@pytest.mark.tesseract
def test_what_one_page_was_read_with_does_not_stay_for_the_next(tmp_path: Path) -> None:
    reader, scan = TesserocrReader(), typed(tmp_path / "a.png")
    before = read(reader, scan)
    read(reader, scan, "sauvola")
    read(reader, scan, "block")
    assert read(reader, scan) == before


@only_where_there_are_wheels
@pytest.mark.tesseract
def test_blank_scans_are_empty_and_broken_ones_are_told(tmp_path: Path) -> None:
    Image.new("L", (200, 300), 255).save(tmp_path / "blank.png")
    reader = TesserocrReader()
    assert read(reader, ScanSource(tmp_path / "blank.png")).words == ()
    scan = typed(tmp_path / "broken.png")
    whole = scan.path.read_bytes()
    scan.path.write_bytes(whole[: len(whole) // 3])
    with pytest.raises(InputError):
        read(reader, scan)
    assert read(reader, typed(tmp_path / "good.png")).text.startswith("HARBOUR")


@only_where_there_are_wheels
@pytest.mark.tesseract
def test_a_missing_language_is_told_as_by_the_program(tmp_path: Path) -> None:
    with pytest.raises(MissingProgramError, match="kat"):
        TesserocrReader().describe(("kat",))
    assert TesserocrReader().installed_languages() == TesseractEngine().installed_languages()


def test_without_the_library_or_models_the_program_is_used_and_it_can_be_told_why(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("CORRECTOR_TESSERACT")
    monkeypatch.setattr(tesserocr_reader, "library", lambda: None)
    with pytest.raises(MissingProgramError, match="fast"):
        TesserocrReader()
    assert isinstance(readers.best_reader(), TesseractEngine)
    monkeypatch.setattr(tesserocr_reader, "library", lambda: sys)
    monkeypatch.setattr(tesserocr_reader, "_PLACES", ())
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("corrector.ocr.tesseract_program._OTHER_PLACES", ())
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    with pytest.raises(MissingProgramError, match="TESSDATA_PREFIX"):
        TesserocrReader()
    assert isinstance(readers.best_reader(), TesseractEngine)


@only_where_there_are_wheels
@pytest.mark.tesseract
def test_where_it_is_installed_it_is_used_unless_the_program_is_wanted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("CORRECTOR_TESSERACT")
    assert isinstance(readers.best_reader(), TesserocrReader)
    monkeypatch.setenv("CORRECTOR_TESSERACT", "program")
    assert isinstance(readers.best_reader(), TesseractEngine)


def test_the_readers_are_imported_without_tesserocr() -> None:
    script = "import sys, corrector.ocr.readers; sys.exit('tesserocr' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True)
