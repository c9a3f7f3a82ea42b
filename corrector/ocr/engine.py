"""What every recognition engine can be asked for, and how it says that a page cannot be read."""

from typing import Protocol

from corrector.errors import InputError
from corrector.ocr.layout import FoundWord
from corrector.ocr.pictures import Picture
from corrector.ocr.preparations import Preparation
from corrector.ocr.words import EngineDescription, Reading
from corrector.scans.listing import ScanSource


class RecognitionError(InputError):
    """An engine could not read one page; the next page may go well."""


class Engine(Protocol):
    """A program that reads words from scans."""

    def recognise(
        self, source: ScanSource, languages: tuple[str, ...], *, time_limit: float
    ) -> Reading:
        """Return what stands on the scan; an empty reading where nothing was found.

        Args:
            source: the file and which image of it.
            languages: the engine's own codes, most frequent language first.
            time_limit: in seconds; the engine is stopped when it takes longer.

        Raises:
            MissingProgramError: the program or a language is not installed.
            RecognitionError: this page cannot be read.
            InputError: the scan cannot be opened.
        """
        ...

    def installed_languages(self) -> tuple[str, ...]:
        """Return the engine's codes of the languages it can read now, sorted.

        Raises:
            MissingProgramError: the program is not installed or does not work.
        """
        ...

    def describe(self, languages: tuple[str, ...]) -> EngineDescription:
        """Return which program reads these languages, and with which parameters.

        Raises:
            MissingProgramError: the program is not installed or does not work.
        """
        ...


class PictureReader(Protocol):
    """The part of an engine that reads pictures made of scans, however they were prepared."""

    def read(
        self,
        picture: Picture,
        languages: tuple[str, ...],
        preparation: Preparation,
        *,
        time_limit: float,
    ) -> tuple[FoundWord, ...]:
        """Return the words on a picture in reading order, boxes in its own pixels.

        Args:
            picture: already drawn as the preparation wants it.
            languages: the engine's own codes, most frequent language first.
            preparation: how the engine shall look for ink and lines.
            time_limit: in seconds.

        Raises:
            MissingProgramError: the program or a language is not installed.
            RecognitionError: this picture cannot be read.
        """
        ...

    def installed_languages(self) -> tuple[str, ...]:
        """Return the engine's codes of the languages; see `Engine.installed_languages`."""
        ...

    def describe(self, languages: tuple[str, ...]) -> EngineDescription:
        """Return which program reads these languages; see `Engine.describe`."""
        ...
