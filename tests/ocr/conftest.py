"""Doubles of the Tesseract program, and small scans to read."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from corrector.scans.listing import ScanSource

HEADER = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
)
Double = Callable[..., None]


@pytest.fixture
def scan(tmp_path: Path) -> ScanSource:
    """A white page of 60 by 40 pixels."""
    path = tmp_path / "page.png"
    Image.new("L", (60, 40), 255).save(path)
    return ScanSource(path)


@pytest.fixture
def double(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Double:
    """Put a program named tesseract alone on the search path.

    It answers questions as told, and reads a page by running `page`, a piece of Python that
    finds the image in `image` and the name of the file to write in `output`.
    """
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr("corrector.ocr.tesseract_program._OTHER_PLACES", ())

    def make(
        page: str = "",
        version: str = "tesseract 5.3.0\n leptonica-1.82.0",
        languages: str = 'List of available languages in "/models/" (2):\neng\nosd\n',
        before: str = "",
    ) -> None:
        program = folder / "tesseract"
        program.write_text(
            f"#!{sys.executable} -IS\n"
            "import os, sys, time\n"
            f"{before}\n"
            f"answers = {{'--version': {version!r}, '--list-langs': {languages!r}}}\n"
            "if sys.argv[1] in answers:\n"
            "    print(answers[sys.argv[1]])\n"
            "    sys.exit()\n"
            "image, output = sys.argv[1], sys.argv[2] + '.tsv'\n"
            f"header = {HEADER!r}\n"
            f"{page}\n",
            encoding="utf-8",
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)

    return make


@pytest.fixture
def temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files of this test only."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", os.fspath(folder))
    return folder
