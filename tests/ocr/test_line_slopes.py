"""How crooked the lines of a reading are, from the boxes of its words."""

import math

import pytest

from corrector.ocr.line_slopes import skew_of_words
from corrector.ocr.words import Word
from corrector.scans.geometry import Box, Orientation, to_stored, upright_size
from corrector.text.tokens import Span

WIDTH, HEIGHT = 2000, 3000


def words(
    sinks: float, orientation: Orientation = Orientation.UPRIGHT, lines: int = 8, each: int = 7
) -> list[Word]:
    """Words whose lines sink by `sinks` degrees on an upright scan of 2000 x 3000."""
    stored = upright_size(WIDTH, HEIGHT, orientation)
    found = []
    for line in range(lines):
        for at in range(each):
            x = 150 + at * 230
            y = 300 + line * 120 + math.tan(math.radians(sinks)) * x
            ascender = 8 if (line + at) % 3 == 0 else 0
            box = Box(x, round(y) - ascender, 180, 40 + ascender)
            inside = to_stored(box, *stored, orientation)
            found.append(Word("word", Span(0, 4), inside, 0.9, 0, line))
    return found


@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("sinks", [-3.0, 0.0, 1.2])
def test_the_slope_is_that_on_the_upright_scan(orientation: Orientation, sinks: float) -> None:
    stored = upright_size(WIDTH, HEIGHT, orientation)
    found = skew_of_words(words(sinks, orientation), *stored, orientation)
    assert found is not None
    assert abs(found - sinks) <= 0.2


def test_lines_that_run_down_the_page_are_as_crooked_as_they_are_off_that_way() -> None:
    lying = [
        Word("word", word.span, Box(HEIGHT - word.box.bottom, word.box.x, word.box.height, 180),
             0.9, 0, word.line)
        for word in words(2.0)
    ]  # fmt: skip
    found = skew_of_words(lying, HEIGHT, WIDTH, Orientation.UPRIGHT)
    assert found is not None
    assert abs(found - 2.0) <= 0.2


@pytest.mark.parametrize(("lines", "each"), [(0, 0), (2, 7), (9, 3)])
def test_few_words_tell_nothing(lines: int, each: int) -> None:
    found = words(2.0, lines=lines, each=each)
    assert skew_of_words(found, WIDTH, HEIGHT, Orientation.UPRIGHT) is None


def test_words_on_one_spot_do_no_harm() -> None:
    spot = [Word("word", Span(0, 4), Box(5, 5, 9, 9), None, 0, at // 4) for at in range(16)]
    assert skew_of_words(spot, WIDTH, HEIGHT, Orientation.UPRIGHT) == 0.0
