"""One text for a despatch of several scans: divided by the command line, and in the window."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Corrector

DESPATCH = "EHRI-DR-19390519-US"
NUMBERS = ("01", "02", "03", "04")

pytestmark = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="tesseract is not installed"
)


@pytest.fixture
def parts(shared: Path) -> list[str]:
    """The true text of each page."""
    folder = shared / "samples" / "ehri_en"
    return [(folder / f"{DESPATCH}_{one}.gt.txt").read_bytes().decode() for one in NUMBERS]


@pytest.fixture
def whole(shared: Path, tmp_path: Path, parts: list[str]) -> Path:
    """The scans of a despatch, and one text for all of them without page marks."""
    folder = tmp_path / "whole"
    folder.mkdir()
    for number in NUMBERS:
        shutil.copy(shared / "samples" / "ehri_en" / f"{DESPATCH}_{number}.jpg", folder)
    (folder / f"{DESPATCH}.txt").write_bytes("".join(parts).encode())
    return folder


def test_a_despatch_is_divided_recognised_no_more_and_written_back_byte_for_byte(
    corrector: Corrector, whole: Path, parts: list[str], unchanged: Callable[[Path], None]
) -> None:
    unchanged(whole)
    info = json.loads(corrector("info", whole, "--json").out)
    assert "divide" in info["problems"][0]["message"]
    read = corrector("ocr", whole)
    assert (read.code, read.out) == (0, "")
    assert "corrector divide" in read.error

    told = corrector("divide", whole, "--json")
    proposed = json.loads(told.out)
    assert (told.code, proposed["accepted"]) == (0, False)
    assert [one["end"] - one["start"] for one in proposed["pages"]] == [len(one) for one in parts]
    assert corrector("show", whole, 1).code == 2

    assert corrector("divide", whole, "--accept", "--by", "A. Reader").code == 0
    assert [corrector("show", whole, page).out for page in (1, 2, 3, 4)] == parts
    history = json.loads(corrector("history", whole, 3, "--json").out)
    (version,) = history["versions"]
    assert (version["origin"], version["details"]["division"]) == ("imported", "proposed")

    edition = whole.parent / "edition"
    assert corrector("export", whole, "--to", "txt", "--out", edition).code == 0
    (written,) = edition.iterdir()
    assert written.read_bytes() == "".join(parts).encode()
    assert corrector("verify", whole).code == 0
    assert "No document" in corrector("divide", whole).error


def test_a_text_that_was_left_aside_lets_its_pages_be_recognised(
    corrector: Corrector, whole: Path
) -> None:
    assert corrector("divide", whole, DESPATCH, "--aside").code == 0
    assert corrector("divide", whole).out == ""
    assert corrector("ocr", whole, "--pages", 1).out.endswith("(version 0)\n")
    assert corrector("divide", whole, DESPATCH, "--borders", "2,3,4").code == 2
