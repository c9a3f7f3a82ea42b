"""Reads scans prepared as somebody chose, or searches the best preparation where it is needed."""

import time
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from corrector.ocr.choosing import best_of
from corrector.ocr.engine import PictureReader
from corrector.ocr.layout import lay_out
from corrector.ocr.looking import Looking
from corrector.ocr.preparations import AUTO, preparation_named
from corrector.ocr.quality import IsKnown
from corrector.ocr.tesseract import check_size
from corrector.ocr.words import EngineDescription, Reading
from corrector.scans.geometry import Box
from corrector.scans.image import scan_info
from corrector.scans.listing import ScanSource


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
        looking = Looking(self._reader, source, info, region, languages, deadline)
        if self._preparation is not None:
            tries = [looking.once(self._preparation)]
        else:
            tries = list(looking.tries())
        found, told = best_of(tries, self._is_known)
        text, words = lay_out(found)
        return Reading(text, words, info.width, info.height, _with(description, told))

    def installed_languages(self) -> tuple[str, ...]:
        """Return the codes of the languages; see `Engine.installed_languages`."""
        return self._reader.installed_languages()

    def describe(self, languages: tuple[str, ...]) -> EngineDescription:
        """Return which program reads these languages; see `Engine.describe`."""
        return self._reader.describe(languages)


def _with(description: EngineDescription, told: Mapping[str, str]) -> EngineDescription:
    """Return the description with what was done to this scan."""
    return replace(description, parameters=MappingProxyType({**description.parameters, **told}))
