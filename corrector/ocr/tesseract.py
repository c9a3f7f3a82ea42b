"""Reads pictures of scans with the Tesseract program, through pytesseract: one call a picture."""

import os
from collections import ChainMap
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from corrector.ocr.layout import FoundWord, lay_out
from corrector.ocr.pictures import Picture, picture_of
from corrector.ocr.preparations import AS_IT_IS, Preparation
from corrector.ocr.tesseract_failures import LONGEST_SIDE, failures_of, too_large
from corrector.ocr.tesseract_program import Installation, find_installation, missing_language
from corrector.ocr.tesseract_table import found_words
from corrector.ocr.words import EngineDescription, Reading
from corrector.scans.image import scan_info
from corrector.scans.listing import ScanSource

if TYPE_CHECKING:
    from PIL.Image import Image

ENGINE_MODE: Final = "3"
"""What the installed models can do: the neural recogniser, except for models of the old kind."""
_CHILD_ENVIRONMENT: Final = {"OMP_THREAD_LIMIT": "1"}
"""One core a page: threads of its own cost more than they bring (packaging/decisions/0004)."""


class TesseractEngine:
    """The Tesseract program as an engine; safe to be used by several threads."""

    def __init__(self) -> None:
        self._installation: Installation | None = None

    def recognise(
        self, source: ScanSource, languages: tuple[str, ...], *, time_limit: float
    ) -> Reading:
        """Return what stands on the scan as it is; see `Engine.recognise`."""
        description = self.describe(languages)
        info = scan_info(source)
        check_size(source, info.width, info.height)
        picture, way = picture_of(source, info, AS_IT_IS)
        found = self.read(picture, languages, AS_IT_IS, time_limit=time_limit)
        text, words = lay_out(way.back(found))
        return Reading(text, words, info.width, info.height, description)

    def read(
        self,
        picture: Picture,
        languages: tuple[str, ...],
        preparation: Preparation,
        *,
        time_limit: float,
    ) -> tuple[FoundWord, ...]:
        """Return the words on a picture; see `PictureReader.read`."""
        installation = self._with_languages(languages)
        options = _options(picture, preparation)
        with failures_of(picture.source, time_limit):
            table = _table(installation, _subject(picture), languages, options, time_limit)
            return found_words(table)

    def installed_languages(self) -> tuple[str, ...]:
        """Return the codes of the languages installed now; see `Engine.installed_languages`."""
        self._installation = find_installation()
        return self._installation.languages

    def describe(self, languages: tuple[str, ...]) -> EngineDescription:
        """Return which Tesseract reads these languages; see `Engine.describe`."""
        installation = self._with_languages(languages)
        return described(installation.version, installation.models, languages)

    def _with_languages(self, languages: tuple[str, ...]) -> Installation:
        """Return the installation, looked up again when a language is not among those known."""
        known = self._installation
        if known is None or not set(languages) <= set(known.languages):
            self._installation = known = find_installation()
        for code in languages:
            if code not in known.languages:
                raise missing_language(code, known.languages)
        return known


def described(version: str, models: str, languages: tuple[str, ...]) -> EngineDescription:
    """Return the description of a Tesseract of this version with the models in this folder."""
    parameters = {"psm": str(AS_IT_IS.segmentation), "oem": ENGINE_MODE, "models": models}
    return EngineDescription("Tesseract", version, languages, MappingProxyType(parameters))


def check_size(source: ScanSource, width: int, height: int) -> None:
    """Refuse what Tesseract would refuse, before anything is decoded."""
    if max(width, height) > LONGEST_SIDE:
        raise too_large(source, width, height)


def _subject(picture: Picture) -> "str | Image":
    """Return what pytesseract is given: the name of a file, or an image for it to write."""
    if picture.image is None:
        return str(picture.source.path)
    # pytesseract writes an image without a format as PNG; this one is written in no time.
    picture.image.format = "PPM"
    return picture.image


def _options(picture: Picture, preparation: Preparation) -> str:
    """Return the options of the program for one picture."""
    options = f"--psm {preparation.segmentation} --oem {ENGINE_MODE} -c tessedit_create_tsv=1"
    if preparation.thresholding:
        options = f"{options} -c thresholding_method={preparation.thresholding}"
    return f"{options} --dpi {picture.resolution}" if picture.resolution else options


def _table(
    installation: Installation,
    subject: "str | Image",
    languages: tuple[str, ...],
    options: str,
    time_limit: float,
) -> str:
    """Return Tesseract's table of the picture."""
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
