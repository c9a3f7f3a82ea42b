"""corrector ocr --preparation: chosen, from the settings, refused when unknown."""

import json
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.end_to_end.conftest import Corrector


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    scans = tmp_path / "scans"
    scans.mkdir()
    image = Image.new("L", (1000, 300), 255)
    font = ImageFont.load_default(60)
    ImageDraw.Draw(image).text((80, 100), "the harbour office", fill=0, font=font)
    image.save(scans / "page.png")
    return scans


def details(corrector: Corrector, folder: Path) -> dict[str, str]:
    told = json.loads(corrector("history", folder, "--json").out)
    found: dict[str, str] = told["versions"][0]["details"]
    return found


@pytest.mark.tesseract
def test_what_was_done_to_a_scan_is_kept_with_its_text(corrector: Corrector, folder: Path) -> None:
    told = corrector("ocr", folder, "--language", "en", "--preparation", "half-even")
    assert told.code == 0, told.error
    assert corrector("show", folder, 1).out.strip() == "the harbour office"
    assert details(corrector, folder)["preparation"] == "half-even"


@pytest.mark.tesseract
def test_the_settings_say_it_where_the_command_does_not(
    corrector: Corrector, folder: Path, home: Path
) -> None:
    (home / "settings").mkdir()
    (home / "settings" / "settings.toml").write_text('preparation = "block"\n', encoding="utf-8")
    assert corrector("ocr", folder, "--language", "en").code == 0
    assert details(corrector, folder)["preparation"] == "block"


def test_an_unknown_preparation_is_refused_before_anything_is_written(
    corrector: Corrector, folder: Path
) -> None:
    told = corrector("ocr", folder, "--preparation", "blurred")
    assert told.code == 2
    assert all(name in told.error for name in ("blurred", "auto", "none", "half-even"))
    assert [path.name for path in folder.iterdir()] == ["page.png"]
