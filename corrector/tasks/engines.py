"""Chooses what reads scans: Tesseract in the form that is installed, prepared as was asked for."""

from functools import cache
from typing import TYPE_CHECKING

from corrector.errors import MissingProgramError
from corrector.ocr.preparations import (
    AUTO,
    AUTO_TITLE,
    NONE,
    PREPARATIONS,
    preparation_named,
)
from corrector.ocr.prepared import PreparedEngine
from corrector.ocr.quality import IsKnown
from corrector.ocr.readers import best_reader

if TYPE_CHECKING:
    from corrector.suspicion.lexicon import Lexicon


def engine_for(languages: str | None, preparation: str = NONE) -> PreparedEngine:
    """Return the engine that reads scans.

    Args:
        languages: as the person names them; None means the usual. They only say which words
            count as known where several readings of a scan compete.
        preparation: `none`, `auto`, or a name of `ocr.preparations.PREPARATIONS`.

    Raises:
        UsageError: there is no such preparation.
    """
    return PreparedEngine(best_reader(), known_in(languages), preparation)


def known_preparation(name: str) -> str:
    """Return `name`, so that a wrong one is refused before anything is opened.

    Raises:
        UsageError: there is no preparation of that name.
    """
    preparation_named(name)
    return name


def known_preparations() -> tuple[tuple[str, str], ...]:
    """Return name and title of each preparation, the search of the best one first.

    Titles are to be translated in the context `Preparations`.
    """
    return (AUTO, AUTO_TITLE), *((one.name, one.title) for one in PREPARATIONS)


def known_in(languages: str | None) -> IsKnown:
    """Return what tells words of the languages; the lists are loaded at the first question."""

    @cache
    def lexicon() -> "Lexicon":
        from corrector.suspicion.lexicon import Lexicon

        return Lexicon(_codes(languages))

    # Only whole words: compounds put together of parts make sense of too many misreadings.
    return lambda word: lexicon().listed(word) > 0


def _codes(languages: str | None) -> tuple[str, ...]:
    """Return the codes of the word lists for languages; without a list no word is known."""
    from corrector.suspicion.named_languages import named_languages

    try:
        return named_languages(languages or "en")
    except MissingProgramError:
        return ()
