"""How far a crooked scan is to be turned: its words tell, or its pixels where none are known."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from corrector.errors import InputError
from corrector.ocr.words import EngineDescription, Reading, Word
from corrector.scans.geometry import Box
from corrector.scans.listing import ScanSource
from corrector.tasks.straightening import straightening_angle
from corrector.text.tokens import Span

SIZE = (700, 900)


def scan(folder: Path, sinks: float, *, empty: bool = False) -> ScanSource:
    image = Image.new("L", SIZE, 235)
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(15)
    for top in range(120, 0 if empty else SIZE[1] - 120, 24):
        draw.text((90, top), "of the and to in a is that for it as was with be", font=font, fill=40)
    path = folder / "page.png"
    image.rotate(-sinks, Image.Resampling.BICUBIC, fillcolor=235).save(path)
    return ScanSource(path)


def reading(sinks_by: float, size: tuple[int, int] = SIZE) -> Reading:
    words = tuple(
        Word("w", Span(0, 1), Box(x, round(100 + line * 60 + x * sinks_by), 40, 20), 0.9, 0, line)
        for line in range(6)
        for x in range(50, 600, 80)
    )
    return Reading("w", words, *size, EngineDescription("made", "1", ("eng",)))


def test_words_tell_before_pixels_do(tmp_path: Path) -> None:
    angle = straightening_angle(scan(tmp_path, 0.0), reading(0.0524))
    assert angle == pytest.approx(-3.0, abs=0.2)


@pytest.mark.parametrize("known", [None, reading(0.0524, (10, 10))])
def test_pixels_tell_where_no_words_of_this_scan_are_known(
    tmp_path: Path, known: Reading | None
) -> None:
    angle = straightening_angle(scan(tmp_path, 2.0), known)
    assert angle == pytest.approx(-2.0, abs=0.25)


def test_on_an_empty_page_there_is_nothing_to_tell(tmp_path: Path) -> None:
    assert straightening_angle(scan(tmp_path, 0.0, empty=True), None) is None


def test_a_scan_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "broken.png").write_bytes(b"no image")
    with pytest.raises(InputError):
        straightening_angle(ScanSource(tmp_path / "broken.png"), None)
