"""Reads scans prepared as somebody chose, or searches the best preparation where it is needed."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from statistics import median
from types import MappingProxyType
from typing import Final

from corrector.ocr.engine import PictureReader, RecognitionError
from corrector.ocr.layout import FoundWord, lay_out
from corrector.ocr.pictures import picture_of
from corrector.ocr.preparations import (
    AS_IT_IS,
    AUTO,
    PREPARATIONS,
    Preparation,
    preparation_named,
)
from corrector.ocr.quality import BAD, POOR, IsKnown, confidence_of, score_of
from corrector.ocr.tesseract import check_size
from corrector.ocr.words import EngineDescription, Reading
from corrector.scans.geometry import Box
from corrector.scans.image import ScanInfo, open_preview, scan_info
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
_AS_GOOD: Final = 0.97
"""Share of the score of another reading that one must reach to be taken because it is surer."""
_GLANCE: Final = 1000
"""Pixels of the long side of the preview that shows whether a page is blank."""
_LEAST_TIME: Final = 1.0
"""Seconds; with less left of the time limit no other try is begun."""


@dataclass(frozen=True, slots=True)
class _Try:
    """One reading of a scan; boxes in pixels of the stored file."""

    preparation: Preparation
    words: tuple[FoundWord, ...]


class PreparedEngine:
    """An engine that prepares scans before it reads them; as safe for threads as its reader."""

    def __init__(self, reader: PictureReader, is_known: IsKnown, preparation: str = AUTO) -> None:
        """Take what reads the pictures.

        Args:
            reader: Tesseract in one of its forms.
            is_known: tells words of the language; asked only where several readings compete.
            preparation: `auto`, `none`, or a name of the table.

        Raises:
            UsageError: there is no such preparation.
        """
        self._reader, self._is_known = reader, is_known
        self._preparation = preparation_named(preparation)

    def recognise(
        self, source: ScanSource, languages: tuple[str, ...], *, time_limit: float
    ) -> Reading:
        """Return what stands on the scan; see `Engine.recognise`."""
        return self.recognise_region(source, None, languages, time_limit=time_limit)

    def recognise_region(
        self,
        source: ScanSource,
        region: Box | None,
        languages: tuple[str, ...],
        *,
        time_limit: float,
    ) -> Reading:
        """Return what stands in a region of the scan, or on all of it where that is None.

        Args:
            source: the file and which image of it.
            region: in pixels of the stored file, as are the boxes of the reading.
            languages: the engine's own codes, most frequent language first.
            time_limit: in seconds, for all tries together.

        Raises:
            InputError: as for `recognise`, and if the region holds nothing of the scan.
            MissingProgramError: the program or a language is not installed.
        """
        description = self._reader.describe(languages)
        info = scan_info(source)
        check_size(source, info.width, info.height)
        deadline = time.monotonic() + time_limit
        reading = _Looking(self._reader, source, info, region, languages, deadline)
        if self._preparation is not None:
            best, told = reading.attempt(self._preparation), self._preparation.parameters
        else:
            best, told = _chosen(list(reading.tries()), self._is_known)
        text, words = lay_out(best.words)
        return Reading(text, words, info.width, info.height, _with(description, told))

    def installed_languages(self) -> tuple[str, ...]:
        """Return the codes of the languages; see `Engine.installed_languages`."""
        return self._reader.installed_languages()

    def describe(self, languages: tuple[str, ...]) -> EngineDescription:
        """Return which program reads these languages; see `Engine.describe`."""
        return self._reader.describe(languages)


@dataclass(frozen=True)
class _Looking:
    """The reading of one scan, in one or several tries."""

    reader: PictureReader
    source: ScanSource
    info: ScanInfo
    region: Box | None
    languages: tuple[str, ...]
    deadline: float

    def attempt(self, preparation: Preparation) -> _Try:
        """Read the scan prepared in one way."""
        picture, way = picture_of(self.source, self.info, preparation, self.region)
        left = max(self.deadline - time.monotonic(), _LEAST_TIME)
        found = self.reader.read(picture, self.languages, preparation, time_limit=left)
        return _Try(preparation, way.back(found))

    def tries(self) -> Iterator[_Try]:
        """Read the scan as it is and, as long as that looks poor, in other ways."""
        first = last = self.attempt(AS_IT_IS)
        yield first
        if not first.words and self._is_blank():
            return
        for name, limit in zip(_candidates(first.words), (POOR, BAD), strict=True):
            if confidence_of(last.words) >= limit or time.monotonic() + _LEAST_TIME > self.deadline:
                return
            try:
                last = self.attempt(_BY_NAME[name])
            except RecognitionError:
                continue  # too slow or too large this way; what was read before is kept
            yield last

    def _is_blank(self) -> bool:
        """Tell whether there is nothing on the page, so that nothing could be read."""
        from corrector.ocr.drawing import holds_ink  # late: it loads much of Pillow

        return not holds_ink(open_preview(self.source, _GLANCE))


def _chosen(tries: list[_Try], is_known: IsKnown) -> tuple[_Try, Mapping[str, str]]:
    """Return the best of some readings, and what is to be known of the search for it."""
    if len(tries) == 1:
        return tries[0], tries[0].preparation.parameters
    scores = [score_of(one.words, is_known) for one in tries]
    chosen = 0
    for number in range(1, len(tries)):
        surer = confidence_of(tries[number].words) > confidence_of(tries[chosen].words)
        needed = scores[chosen] * _AS_GOOD if surer and scores[chosen] > 0 else scores[chosen]
        if scores[number] > needed:
            chosen = number
    best = tries[chosen]
    tried = "; ".join(
        f"{one.preparation.name} {score:.0f}" for one, score in zip(tries, scores, strict=True)
    )
    return best, {
        **best.preparation.parameters,
        "preparation": best.preparation.name,
        "tried": tried,
    }


def _candidates(words: tuple[FoundWord, ...]) -> tuple[str, ...]:
    """Return what to try after a poor reading, by the height of what was read."""
    heights = [word.box.height for word in words if word.text.strip()]
    usual = median(heights) if heights else _LARGE_LETTERS
    if usual >= _LARGE_LETTERS:
        return _FOR_LARGE
    return _FOR_SMALL if usual < _SMALL_LETTERS else _FOR_USUAL


def _with(description: EngineDescription, told: Mapping[str, str]) -> EngineDescription:
    """Return the description with what was done to this scan."""
    return replace(description, parameters=MappingProxyType({**description.parameters, **told}))
