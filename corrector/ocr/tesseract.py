"""Reads scans with the Tesseract program, through pytesseract: one call a page."""

import os
from collections import ChainMap
from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from corrector.ocr.layout import FoundWord, lay_out
from corrector.ocr.tesseract_failures import LONGEST_SIDE, failures_of, too_large
from corrector.ocr.tesseract_program import Installation, find_installation, missing_language
from corrector.ocr.tesseract_table import found_words
from corrector.ocr.words import EngineDescription, Reading
from corrector.scans.geometry import Orientation, to_stored
from corrector.scans.image import ScanInfo, open_scan, scan_info
from corrector.scans.listing import ScanSource

if TYPE_CHECKING:
    from PIL.Image import Image

_PAGE_SEGMENTATION: Final = "3"
"""Fully automatic: the best mode for letters among 3, 6 and 11 (packaging/decisions/0004)."""
_ENGINE_MODE: Final = "3"
"""What the installed models can do: the neural recogniser, except for models of the old kind."""
_READ_AS_THEY_ARE: Final = {"JPEG": {"L", "RGB"}, "PNG": {"1", "L", "RGB"}}
"""Formats and modes that Tesseract's own decoder reads just as ours does. Not TIFF: of a file
with many images Tesseract reads them all."""
_KNOWN_RESOLUTIONS: Final = range(70, 2401)
"""Dots per inch that Tesseract believes; without one it guesses from the size of the letters."""
_CHILD_ENVIRONMENT: Final = {"OMP_THREAD_LIMIT": "1"}
"""One core a page: threads of its own cost more than they bring (packaging/decisions/0004)."""


class TesseractEngine:
    """The Tesseract program as an engine; safe to be used by several threads."""

    def __init__(self) -> None:
        self._installation: Installation | None = None

    def recognise(
        self, source: ScanSource, languages: tuple[str, ...], *, time_limit: float
    ) -> Reading:
        """Return what stands on the scan; see `Engine.recognise`."""
        installation = self._with_languages(languages)
        info = scan_info(source)
        _check_size(source, info)
        options = _options(info)
        with failures_of(source, time_limit):
            table = _table(installation, _subject(source, info), languages, options, time_limit)
            found = found_words(table)
        text, words = lay_out(_in_stored_pixels(found, info))
        return Reading(text, words, info.width, info.height, _described(installation, languages))

    def installed_languages(self) -> tuple[str, ...]:
        """Return the codes of the languages installed now; see `Engine.installed_languages`."""
        self._installation = find_installation()
        return self._installation.languages

    def describe(self, languages: tuple[str, ...]) -> EngineDescription:
        """Return which Tesseract reads these languages; see `Engine.describe`."""
        return _described(self._with_languages(languages), languages)

    def _with_languages(self, languages: tuple[str, ...]) -> Installation:
        """Return the installation, looked up again when a language is not among those known."""
        known = self._installation
        if known is None or not set(languages) <= set(known.languages):
            self._installation = known = find_installation()
        for code in languages:
            if code not in known.languages:
                raise missing_language(code, known.languages)
        return known


def _described(installation: Installation, languages: tuple[str, ...]) -> EngineDescription:
    parameters = {
        "psm": _PAGE_SEGMENTATION,
        "oem": _ENGINE_MODE,
        "models": installation.models,
    }
    return EngineDescription(
        "Tesseract", installation.version, languages, MappingProxyType(parameters)
    )


def _check_size(source: ScanSource, info: ScanInfo) -> None:
    """Refuse what Tesseract would refuse, before anything is decoded."""
    if max(info.width, info.height) > LONGEST_SIDE:
        raise too_large(source, info.width, info.height)


def _subject(source: ScanSource, info: ScanInfo) -> "str | Image":
    """Return what Tesseract shall read: the file itself where that is the same, else the image."""
    upright = info.orientation == Orientation.UPRIGHT
    if upright and info.mode in _READ_AS_THEY_ARE.get(info.format, ()):
        return str(source.path)
    image = open_scan(source)
    # pytesseract writes an image without a format as PNG; this one is written in no time.
    image.format = "PPM"
    return image


def _options(info: ScanInfo) -> str:
    """Return the options of the program for one page."""
    options = f"--psm {_PAGE_SEGMENTATION} --oem {_ENGINE_MODE} -c tessedit_create_tsv=1"
    resolution = round(info.resolution or 0)
    return f"{options} --dpi {resolution}" if resolution in _KNOWN_RESOLUTIONS else options


def _table(
    installation: Installation,
    subject: "str | Image",
    languages: tuple[str, ...],
    options: str,
    time_limit: float,
) -> str:
    """Return Tesseract's table of the page."""
    # Imported late: it costs 0.4 s where pandas is present, and the window starts without it.
    from pytesseract import pytesseract

    pytesseract.tesseract_cmd = installation.program
    # The program's environment, not ours: a view of it, in which one variable is another.
    pytesseract.environ = ChainMap(_CHILD_ENVIRONMENT, os.environ)
    table: bytes = pytesseract.run_and_get_output(
        subject,
        extension="tsv",
        lang="+".join(languages),
        config=options,
        timeout=time_limit,
        return_bytes=True,
    )
    return table.decode("utf-8")


def _in_stored_pixels(words: Iterable[FoundWord], info: ScanInfo) -> Iterable[FoundWord]:
    """Return the words with their boxes on the stored image, which may lie or be mirrored."""
    if info.orientation == Orientation.UPRIGHT:
        return words
    return (
        replace(word, box=to_stored(word.box, info.width, info.height, info.orientation))
        for word in words
    )
