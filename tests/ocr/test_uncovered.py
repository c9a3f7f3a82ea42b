"""Lines of ink without words are noticed; specks, borders, stains and short signs are not."""

import pytest
from PIL import Image, ImageDraw

from corrector.ocr.layout import FoundWord
from corrector.ocr.uncovered import leaves_lines
from corrector.scans.geometry import Box, Orientation, to_stored
from corrector.scans.image import ScanInfo

SIZE = (900, 1200)
ROWS = range(120, 1080, 40)


def page() -> Image.Image:
    """Return a page with lines of strokes, as dense as letters."""
    image = Image.new("L", SIZE, 225)
    pen = ImageDraw.Draw(image)
    for row in ROWS:
        for column in range(100, 800, 8):
            pen.rectangle((column, row, column + 2, row + 15), fill=40)
    return image


def words(rows: range = ROWS) -> list[FoundWord]:
    return [
        FoundWord("word", Box(column, row, 95, 16), 0.95, 1, 1, 1)
        for row in rows
        for column in range(100, 800, 100)
    ]


def info(orientation: Orientation = Orientation.UPRIGHT, scale: int = 1) -> ScanInfo:
    width, height = SIZE if not orientation.turns_sides else SIZE[::-1]
    return ScanInfo(width * scale, height * scale, orientation, "L", "PNG", None)


def test_a_page_that_was_read_leaves_nothing() -> None:
    assert not leaves_lines(page(), info(), words())


def test_a_lost_block_is_noticed_wherever_it_is() -> None:
    for lost in (slice(0, 5), slice(10, 13), slice(20, None)):
        left = set(ROWS[lost])
        read = [one for one in words() if one.box.y not in left]
        assert leaves_lines(page(), info(), read)


def test_a_page_on_which_nothing_was_read_is_noticed() -> None:
    assert leaves_lines(page(), info(), [])
    assert not leaves_lines(Image.new("L", SIZE, 225), info(), [])


def test_specks_borders_stains_and_one_short_line_are_no_lost_lines() -> None:
    image = page()
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 30, 1200), fill=5)
    pen.ellipse((650, 1090, 750, 1180), fill=30)
    for at in range(0, 800, 97):
        pen.rectangle((50 + at, 20 + at, 53 + at, 23 + at), fill=30)
    for column in range(420, 460, 8):
        pen.rectangle((column, 60, column + 2, 75), fill=40)
    assert not leaves_lines(image, info(), words())


def test_a_frame_that_was_read_as_one_letter_covers_nothing() -> None:
    frame = FoundWord("|", Box(50, 50, 800, 1100), 0.9, 1, 1, 1)
    assert leaves_lines(page(), info(), [*words(range(120, 520, 40)), frame])


@pytest.mark.parametrize("orientation", list(Orientation))
def test_scans_that_lie_otherwise_or_are_larger_are_seen_alike(orientation: Orientation) -> None:
    of = info(orientation, 3)
    large = [Box(one.box.x * 3, one.box.y * 3, 285, 48) for one in words()]
    read = [
        FoundWord("word", to_stored(box, of.width, of.height, orientation), 0.95, 1, 1, 1)
        for box in large
    ]
    assert not leaves_lines(page(), of, read)
    assert leaves_lines(page(), of, read[: len(read) // 2])


def test_a_preview_of_few_pixels_is_looked_at_without_harm() -> None:
    tiny = ScanInfo(1, 1, Orientation.UPRIGHT, "L", "PNG", None)
    assert not leaves_lines(Image.new("L", (1, 1), 0), tiny, [])
