"""Every real file of the samples, in ALTO and PAGE, is read as its transcription has it."""

from pathlib import Path

import pytest

from corrector.formats.reading.detect import read_ocr_file

LETTERS = str.maketrans({"\ue42c": "ä", "\ue644": "ö", "\ue72b": "ü"})
"""Umlauts of old prints, in the private letters of the file and as the plain text has them."""


@pytest.fixture(scope="module")
def files(shared: Path) -> list[Path]:
    found = sorted((shared / "samples").glob("*/*.gt.xml"))
    if not found:
        pytest.skip("no real files of OCR among the samples")
    return found


def test_texts_equal_the_transcriptions_but_for_blanks(files: list[Path]) -> None:
    for path in files:
        (page,) = read_ocr_file(path)
        wanted = path.with_suffix(".txt").read_text("utf-8").split()
        assert page.reading.text.translate(LETTERS).split() == wanted, path.name


def test_every_place_is_on_its_page_and_every_word_at_its_span(files: list[Path]) -> None:
    for path in files:
        (page,) = read_ocr_file(path)
        reading = page.reading
        assert page.size_known
        for word in reading.words:
            assert word.span.of(reading.text) == word.text, path.name
            assert 0 <= word.box.x < word.box.right <= reading.width, path.name
            assert 0 <= word.box.y < word.box.bottom <= reading.height, path.name
        assert [place.span.of(reading.text) for place in page.lines] == [
            line for line in reading.text.split("\n") if line
        ]
        assert len(page.blocks) == reading.text.count("\n\n") + 1


def test_the_image_is_named_as_in_the_file(files: list[Path]) -> None:
    names = {path.name: read_ocr_file(path)[0].image_name for path in files}

    assert names["Lettre244.gt.xml"] == "Lettre244.jpg"
    assert names["bebel_frau_1879_0146.gt.xml"] == "GT-PAGE/bebel_frau_1879_0146.tif"
