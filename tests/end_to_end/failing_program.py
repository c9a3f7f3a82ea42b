"""Letters to fail on, scans, and what every failure of the command line has to say."""

import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.end_to_end.conftest import Outcome

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="tesseract is not installed"
)


def scan(path: Path, words: str = "A short line") -> None:
    image = Image.new("L", (500, 120), 255)
    ImageDraw.Draw(image).text((30, 40), words, fill=0, font_size=36)
    image.save(path)


def check_sentence(told: Outcome, code: int) -> None:
    assert told.code == code, told
    assert "Traceback" not in told.error
    assert told.error.startswith("corrector: ")
    assert told.error.rstrip().endswith((".", "apt install")) or code == 5


def make_letters(at: Path) -> Path:
    """Write two pages of text."""
    folder = at / "letters"
    folder.mkdir()
    (folder / "letter_01.txt").write_text("One\n")
    (folder / "letter_02.txt").write_text("Two\n")
    return folder
