"""Reads one scan in one or several ways, as long as what was read looks poor."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from statistics import median
from typing import Final

from corrector.errors import InputError
from corrector.ocr.engine import PictureReader
from corrector.ocr.layout import FoundWord, lay_out
from corrector.ocr.line_slopes import skew_of_words
from corrector.ocr.pictures import picture_of
from corrector.ocr.preparations import AS_IT_IS, PREPARATIONS, Preparation
from corrector.ocr.quality import BAD, POOR, confidence_of
from corrector.scans.geometry import Box
from corrector.scans.image import ScanInfo, open_preview
from corrector.scans.listing import ScanSource

_BY_NAME: Final = {one.name: one for one in PREPARATIONS}
_LARGE_LETTERS: Final = 36
_SMALL_LETTERS: Final = 18
"""Pixels of the usual height of a word. Tesseract reads words best that are about 20 to 25 high:
its models were made from lines of 36 to 48 pixels, of which a word without tails is half."""
_FOR_LARGE: Final = ("half-even", "half-sauvola")
_FOR_USUAL: Final = ("smaller-even", "sauvola")
_FOR_SMALL: Final = ("double-even", "sauvola")
"""What is tried for letters of each size, the likeliest first; the second one only for pages that
still look bad after the first."""
_FOR_LOST_LINES: Final = "block"
"""What is tried where lines are left that no try has read: it sees lines everywhere."""
_CROOKED: Final = 0.3
"""Degrees from which on the likeliest way is tried once more on level lines: across a page, a line
sinks by half a letter. Level lines are not always read better, but otherwise: where several
readings are combined, that is what helps."""
_GLANCE: Final = 1200
"""Pixels of the long side of the preview that shows what ink there is."""
_LEAST_TIME: Final = 1.0
"""Seconds; with less left of the time limit no other try is begun."""


@dataclass(frozen=True, slots=True)
class Try:
    """One reading of a scan.

    Attributes:
        preparation: how it was read.
        words: with boxes in pixels of the stored file.
        slope: by how many degrees the lines sank that were made level; 0 where they were not.
    """

    preparation: Preparation
    words: tuple[FoundWord, ...]
    slope: float = 0.0

    @property
    def parameters(self) -> Mapping[str, str]:
        """What is to be known to do it again."""
        slope = {"slope": f"{self.slope:g}"} if self.slope else {}
        return {**self.preparation.parameters, **slope}


@dataclass(frozen=True)
class Looking:
    """The reading of one scan or a region of it, until a deadline of the monotonic clock."""

    reader: PictureReader
    source: ScanSource
    info: ScanInfo
    region: Box | None
    languages: tuple[str, ...]
    deadline: float

    def once(self, preparation: Preparation) -> Try:
        """Read the scan prepared in one way."""
        return self._read(preparation, self._slope_seen() if preparation.straight else 0.0)

    def tries(self) -> Iterator[Try]:
        """Read the scan as it is and, as long as that looks poor, in other ways."""
        first = self._read(AS_IT_IS)
        yield first
        poor = confidence_of(first.words) < POOR
        if not first.words and self._is_blank():
            return
        if not poor and not self._leaves_text(first.words):
            return
        covered = first.words
        for other in self._others(first):
            covered += other.words
            yield other
        if self._leaves_text(covered) and (block := self._another(_BY_NAME[_FOR_LOST_LINES])):
            yield block

    def _others(self, first: Try) -> Iterator[Try]:
        """Read the scan in the ways that suit the first reading, as far as they succeed."""
        likely, last_resort = (_BY_NAME[name] for name in _candidates(first.words))
        second = self._another(likely)
        if second is not None:
            yield second
        if confidence_of((second or first).words) < BAD and (third := self._another(last_resort)):
            yield third
        slope = self._slope_of(first.words)
        if abs(slope) >= _CROOKED and (level := self._another(_straightened(likely), slope)):
            yield level

    def _read(self, preparation: Preparation, slope: float = 0.0) -> Try:
        picture, way = picture_of(self.source, self.info, preparation, self.region, slope)
        left = max(self.deadline - time.monotonic(), _LEAST_TIME)
        found = self.reader.read(picture, self.languages, preparation, time_limit=left)
        return Try(preparation, way.back(found), slope)

    def _another(self, preparation: Preparation, slope: float = 0.0) -> Try | None:
        """Read the scan once more; None where that takes too long or cannot be done this way."""
        if time.monotonic() + _LEAST_TIME > self.deadline:
            return None
        try:
            return self._read(preparation, slope)
        except InputError:  # too slow or too large this way, or a file that Tesseract alone opens
            return None

    def _slope_of(self, words: tuple[FoundWord, ...]) -> float:
        info = self.info
        placed = lay_out(words)[1]
        return skew_of_words(placed, info.width, info.height, info.orientation) or 0.0

    def _slope_seen(self) -> float:
        from corrector.scans.skew import skew_of  # late, as all that loads Pillow

        return skew_of(open_preview(self.source, _GLANCE)) or 0.0

    def _is_blank(self) -> bool:
        """Tell whether there is nothing on the page, so that nothing could be read."""
        from corrector.ocr.drawing import holds_ink  # late: it loads much of Pillow

        return not holds_ink(open_preview(self.source, _GLANCE))

    def _leaves_text(self, words: tuple[FoundWord, ...]) -> bool:
        """Tell whether there are lines on the page that nobody read, however sure the rest is."""
        if self.region is not None:
            return False
        from corrector.ocr.uncovered import leaves_lines  # late, for the same reason

        try:
            preview = open_preview(self.source, _GLANCE)
        except InputError:
            return False  # Tesseract opens broken files that we refuse; what it read is kept
        return leaves_lines(preview, self.info, words)


def _candidates(words: tuple[FoundWord, ...]) -> tuple[str, str]:
    """Return what to try after a poor reading, by the height of what was read."""
    heights = [word.box.height for word in words if word.text.strip()]
    usual = median(heights) if heights else _LARGE_LETTERS
    if usual >= _LARGE_LETTERS:
        return _FOR_LARGE
    return _FOR_SMALL if usual < _SMALL_LETTERS else _FOR_USUAL


def _straightened(preparation: Preparation) -> Preparation:
    return replace(preparation, name=f"straight-{preparation.name}", straight=True)
