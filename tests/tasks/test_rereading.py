"""A page or a region of it is read again; the record and the scan stay as they are."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from corrector.errors import InputError, UsageError
from corrector.linking.align import align
from corrector.scans.fingerprint import sha256_of
from corrector.scans.geometry import Box, Orientation
from corrector.tasks.accepted_changes import edits_of_changes
from corrector.tasks.engines import engine_for, known_in
from corrector.tasks.opening import look_at, open_for_work
from corrector.tasks.proposing import propose
from corrector.tasks.recognition import recognise
from corrector.tasks.rereading import read_again
from corrector.text.edits import apply_edits

LINES = ("HARBOUR OFFICE", "was closed today", "by the mayor")
REGION = Box(60, 170, 900, 100)
"""Around the second line."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    image = Image.new("L", (1000, 420), 255)
    font = ImageFont.load_default(60)
    for number, line in enumerate(LINES):
        ImageDraw.Draw(image).text((80, 80 + 100 * number), line, fill=0, font=font)
    image.save(tmp_path / "page.png")
    return tmp_path


@pytest.mark.tesseract
def test_a_region_is_read_alone_and_proposed_where_it_stands(folder: Path) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        (page,) = collection.pages()
        recognise(collection, [page], languages="en")
        whole = read_again(collection, page)
        part = read_again(collection, page, REGION, preparation="half-even")
    assert whole.text.split("\n") == list(LINES)
    assert part.text == LINES[1]
    assert (part.width, part.height) == (1000, 420)
    for word, same in zip(part.words, whole.words[2:], strict=False):
        assert abs(word.box.x - same.box.x) + abs(word.box.y - same.box.y) <= 8
    text = whole.text.replace("closed", "c1osed").replace("mayor", "maycr")
    proposal = propose(text, align(text, whole), part, (), REGION)
    edits = edits_of_changes(text, proposal.changes)
    assert apply_edits(text, edits) == whole.text.replace("mayor", "maycr")


@pytest.mark.tesseract
def test_reading_again_writes_nothing(folder: Path) -> None:
    before = sha256_of(folder / "page.png")
    with look_at(folder) as collection:
        read_again(collection, collection.pages()[0], preparation="auto")
    assert [path.name for path in folder.iterdir()] == ["page.png"]
    assert sha256_of(folder / "page.png") == before


@pytest.mark.tesseract
def test_a_region_of_a_scan_that_lies_is_given_in_stored_pixels(folder: Path) -> None:
    exif = Image.Exif()
    exif[274] = int(Orientation.HALF_TURN)
    with Image.open(folder / "page.png") as upright:
        upright.transpose(Image.Transpose.ROTATE_180).save(folder / "page.png", exif=exif)
    stored = Box(1000 - REGION.right, 420 - REGION.bottom, REGION.width, REGION.height)
    with look_at(folder) as collection:
        reading = read_again(collection, collection.pages()[0], stored)
    assert reading.text == LINES[1]
    assert all(stored.y <= word.box.y < stored.bottom for word in reading.words)


def test_a_page_without_a_scan_and_an_unknown_preparation_are_told(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Sir\n", encoding="utf-8")
    with look_at(tmp_path) as collection:
        (page,) = collection.pages()
        with pytest.raises(InputError, match="has no scan"):
            read_again(collection, page)
        with pytest.raises(UsageError, match="half-even"):
            read_again(collection, page, preparation="blurred")
    with pytest.raises(UsageError):
        engine_for("en", "blurred")


def test_words_are_known_in_the_languages_that_are_read() -> None:
    assert known_in("deu")("schreibmaschine")
    assert known_in("en+de")("harbour")
    assert not known_in(None)("xqzvw")
    assert not known_in("lat")("xqzvw")
