"""The unseen text of a page: each word where it stands on the scan, as wide as it is there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from corrector.formats.layout.placed_page import PlacedLine, PlacedPage, PlacedWord
from corrector.formats.searchable_pdf.unseen_font import ADVANCE, UnseenFonts, name_of
from corrector.formats.searchable_pdf.written_order import letters_of, runs_backwards
from corrector.scans.geometry import Box, Orientation, to_upright

_THOUSAND: Final = 1000
_BELOW: Final = 0.2
"""Share of a box that hangs below the line on which its letters stand."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a stored scan lies on its page of paper.

    Attributes:
        width: of the stored scan in pixels.
        height: of the stored scan in pixels.
        orientation: what must be done to the stored scan to see it upright.
        scale: points a pixel.
        paper_height: in points.
    """

    width: int
    height: int
    orientation: Orientation
    scale: float
    paper_height: float

    def placed(self, box: Box) -> tuple[float, float, float, float]:
        """Return left, bottom, width and height of a box on the paper, in points."""
        seen = to_upright(box, self.width, self.height, self.orientation)
        bottom = self.paper_height - seen.bottom * self.scale
        return seen.x * self.scale, bottom, seen.width * self.scale, seen.height * self.scale


def text_layer(page: PlacedPage, sheet: Sheet, fonts: UnseenFonts) -> bytes:
    """Return the content that writes the text; its letters are added to `fonts`."""
    parts = ["BT", "3 Tr"]
    for line in page.lines():
        parts += _line(line, sheet, fonts)
    return "\n".join([*parts, "ET"]).encode("ascii")


def _line(line: PlacedLine, sheet: Sheet, fonts: UnseenFonts) -> Iterator[str]:
    words = list(line.words)
    if runs_backwards([word.text for word in words]):
        words.reverse()
    bottoms = [sheet.placed(word.box) for word in words]
    base = min(bottom for _, bottom, _, _ in bottoms)
    size = max(1.0, *(height for _, _, _, height in bottoms))
    for index, word in enumerate(words):
        yield from _word(word, sheet, fonts, base, size)
        if index + 1 < len(words):
            yield from _letters([" "], fonts, size)


def _word(
    word: PlacedWord, sheet: Sheet, fonts: UnseenFonts, base: float, size: float
) -> Iterator[str]:
    left, _, width, _ = sheet.placed(word.box)
    letters = letters_of(word.text)
    natural = size * len(letters) * ADVANCE / _THOUSAND
    yield f"{_figure(max(100 * width / natural, 0.1))} Tz"
    yield f"1 0 0 1 {_figure(left)} {_figure(base + _BELOW * size)} Tm"
    yield from _letters(letters, fonts, size)


def _letters(letters: Sequence[str], fonts: UnseenFonts, size: float) -> Iterator[str]:
    """Yield what writes the letters, each run in its font."""
    for font, codes in groupby((fonts.code(one) for one in letters), key=lambda code: code[0]):
        yield f"/{name_of(font)} {_figure(size)} Tf"
        yield "<" + "".join(f"{code:02X}" for _, code in codes) + "> Tj"


def _figure(number: float) -> str:
    return f"{number:.3f}".rstrip("0").rstrip(".")
