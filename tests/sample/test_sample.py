"""The sample collection: there, small, wrong in a known measure, and readable."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from rapidfuzz.distance import Levenshtein

from corrector.linking.align import align
from corrector.ocr.tesseract import TesseractEngine
from corrector.ocr.words import Reading
from corrector.paths import resources
from corrector.scans.listing import ScanSource

SAMPLE = resources() / "sample"
TRUTH = Path(__file__).parent / "truth"
PACKAGING = Path(__file__).parents[2] / "packaging"


def truth(page: int) -> str:
    return (TRUTH / f"despatch_{page}.txt").read_text(encoding="utf-8")


def given(page: int) -> str:
    return (SAMPLE / f"despatch_{page}.txt").read_text(encoding="utf-8")


def error_rate(text: str, right: str) -> float:
    """Errors a character, blanks and line ends alike."""
    one_line, right_line = " ".join(text.split()), " ".join(right.split())
    return Levenshtein.distance(one_line, right_line) / len(right_line)


def test_the_sample_holds_three_scans_and_two_texts_and_nothing_else() -> None:
    assert sorted(path.name for path in SAMPLE.iterdir()) == [
        "despatch_1.jpg",
        "despatch_1.txt",
        "despatch_2.jpg",
        "despatch_2.txt",
        "despatch_3.jpg",
    ]


def test_the_scans_are_grey_pages_of_200_dots_an_inch_and_small() -> None:
    scans = sorted(SAMPLE.glob("*.jpg"))
    assert sum(scan.stat().st_size for scan in scans) < 700_000
    for scan in scans:
        with Image.open(scan) as image:
            assert (image.mode, image.size) == ("L", (1654, 2339))
            assert round(image.info["dpi"][0]) == 200


@pytest.mark.parametrize("page", [1, 2])
def test_the_given_texts_are_wrong_in_every_thirtieth_letter_and_eighth_word(page: int) -> None:
    assert 0.02 < error_rate(given(page), truth(page)) < 0.04
    wrong_words = Levenshtein.distance(given(page).split(), truth(page).split())
    assert 25 <= wrong_words <= 45


@pytest.mark.parametrize("page", [1, 2, 3])
def test_a_page_has_about_300_words(page: int) -> None:
    assert 250 <= len(truth(page).split()) <= 350


@pytest.mark.parametrize("page", [1, 2])
def test_a_given_text_has_the_lines_of_the_page_and_one_of_noise(page: int) -> None:
    assert len(given(page).splitlines()) == len(truth(page).splitlines()) + 1


@pytest.mark.parametrize("page", [1, 2, 3])
def test_the_texts_are_those_that_the_script_writes(page: int) -> None:
    script = (
        "import sys; from sample.letter import right_text; from sample.misreadings import misread\n"
        f"right = right_text({page - 1})\n"
        f"text = right + (misread(right, {page - 1}) if {page} < 3 else '')\n"
        "sys.stdout.buffer.write(text.encode())"
    )
    written = subprocess.run(
        [sys.executable, "-c", script], cwd=PACKAGING, capture_output=True, check=True
    )
    assert written.stdout.decode() == truth(page) + (given(page) if page < 3 else "")


@pytest.fixture(scope="module")
def third_page() -> Reading:
    source = ScanSource(SAMPLE / "despatch_3.jpg")
    return TesseractEngine().recognise(source, ("eng",), time_limit=120)


@pytest.mark.tesseract
def test_tesseract_reads_the_page_that_has_no_text_with_few_errors(third_page: Reading) -> None:
    assert 0.005 < error_rate(third_page.text, truth(3)) < 0.10


@pytest.mark.tesseract
def test_nearly_all_words_of_the_page_are_found_on_the_scan(third_page: Reading) -> None:
    links = align(truth(3), third_page)
    assert sum(link.box is not None for link in links) / len(links) > 0.9
