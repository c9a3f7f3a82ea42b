"""Readings made by hand: words in a row, each with a box that tells where it stands."""

from collections.abc import Callable

import pytest

from corrector.ocr.layout import FoundWord, lay_out
from corrector.ocr.words import EngineDescription, Reading
from corrector.scans.geometry import Box

MakeReading = Callable[[str], Reading]


@pytest.fixture(scope="session")
def reading_of() -> MakeReading:
    """Make the reading of a text; word n of line m has the box (100 n, 50 m, 90, 40)."""

    def make(text: str) -> Reading:
        found = [
            FoundWord(word, Box(100 * place, 50 * row, 90, 40), 0.9, 1, 1, row)
            for row, line in enumerate(text.split("\n"))
            for place, word in enumerate(line.split())
        ]
        laid_out, words = lay_out(found)
        return Reading(laid_out, words, 2000, 3000, EngineDescription("double", "1", ("eng",)))

    return make
