"""Reads pictures with Tesseract inside this process: models are loaded once a thread."""

import os
import sys
from pathlib import Path
from threading import local
from typing import Final

from corrector.errors import MissingProgramError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.ocr.layout import FoundWord
from corrector.ocr.pictures import Picture
from corrector.ocr.preparations import Preparation
from corrector.ocr.tesseract import ENGINE_MODE, described
from corrector.ocr.tesseract_failures import crashed, too_slow
from corrector.ocr.tesseract_program import (
    find_installation,
    language_codes,
    missing_language,
)
from corrector.ocr.tesseract_table import HEADER, found_words
from corrector.ocr.tesserocr_library import (
    LoadedModels,
    library,
    library_languages,
    library_version,
)
from corrector.ocr.words import EngineDescription
from corrector.scans.image import open_scan

_MODELS: Final = "*.traineddata"
_PLACES: Final = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
"""Where the packages of systems put the models, looked at when no program says where they are."""


class TesserocrReader:
    """Tesseract in this process as a reader; safe to be used by several threads."""

    def __init__(self) -> None:
        """Find the library and its models.

        Raises:
            MissingProgramError: tesserocr or a folder of models is not installed.
        """
        if library() is None:
            raise _no_library()
        self._models = _folder_of_models()
        self._version = library_version()
        self._languages: tuple[str, ...] = ()
        self._of_thread = local()

    def read(
        self,
        picture: Picture,
        languages: tuple[str, ...],
        preparation: Preparation,
        *,
        time_limit: float,
    ) -> tuple[FoundWord, ...]:
        """Return the words on a picture; see `PictureReader.read`."""
        self._check(languages)
        variables = {
            "thresholding_method": str(preparation.thresholding),
            "user_defined_dpi": str(picture.resolution or 0),
        }
        image = picture.image or open_scan(picture.source)
        try:
            loaded = self._loaded("+".join(languages))
            table = loaded.table(image, preparation.segmentation, variables, time_limit)
        except RuntimeError as error:
            raise crashed(picture.source, str(error)) from error
        if table is None:
            raise too_slow(picture.source, time_limit)
        try:
            return found_words(f"{HEADER}\n{table}")
        except ValueError as error:
            raise crashed(picture.source, "its answer is no table of words") from error

    def installed_languages(self) -> tuple[str, ...]:
        """Return the codes of the languages; see `Engine.installed_languages`."""
        self._languages = language_codes(library_languages(self._models))
        return self._languages

    def describe(self, languages: tuple[str, ...]) -> EngineDescription:
        """Return which Tesseract reads these languages; see `Engine.describe`."""
        self._check(languages)
        return described(self._version, self._models, languages)

    def _check(self, languages: tuple[str, ...]) -> None:
        """Refuse languages that are not installed; looked up again when one is not known yet."""
        if not set(languages) <= set(self._languages):
            self.installed_languages()
        for code in languages:
            if code not in self._languages:
                raise missing_language(code, self._languages)

    def _loaded(self, languages: str) -> LoadedModels:
        """Return the models of these languages that this thread keeps, the last ones used."""
        kept: tuple[str, LoadedModels] | None = getattr(self._of_thread, "kept", None)
        if kept is None or kept[0] != languages:
            kept = languages, LoadedModels(self._models, languages, int(ENGINE_MODE))
            self._of_thread.kept = kept
        return kept[1]


def _folder_of_models() -> str:
    """Return the folder that the program names, or else the first place that has models."""
    try:
        named = find_installation().models
    except MissingProgramError:
        named = ""
    beside = str(Path(sys.prefix) / "share" / "tessdata")
    for place in (named, os.environ.get("TESSDATA_PREFIX", ""), *_PLACES, beside):
        if place and any(Path(place).glob(_MODELS)):
            return place
    raise _no_models()


def _no_library() -> MissingProgramError:
    return MissingProgramError(
        QT_TRANSLATE_NOOP(
            "Recognition",
            "tesserocr, which reads scans a little faster, is not installed. The Tesseract program "
            "is used. To get it: “pip install corrector[fast]”.",
        )
    )


def _no_models() -> MissingProgramError:
    return MissingProgramError(
        QT_TRANSLATE_NOOP(
            "Recognition",
            "tesserocr is installed, but no language models were found for it. The Tesseract "
            "program is used where there is one. Install Tesseract's languages (Debian and "
            "Ubuntu: “apt install tesseract-ocr”), or name the folder that holds the "
            "“.traineddata” files in the environment variable TESSDATA_PREFIX.",
        )
    )
