"""Which languages a text is checked in: as a person names them, or as guessed from its words."""

from typing import Final

from corrector.suspicion.language import guess_languages, installed_languages
from corrector.suspicion.named_languages import named_languages

_FALLBACK: Final = ("en",)
"""For texts of a few words, whose language cannot be told."""


def known_languages() -> tuple[str, ...]:
    """Return the codes of all languages that texts can be checked in, best supported first."""
    return installed_languages()


def languages_for(text: str, requested: str | None) -> tuple[str, ...]:
    """Return the languages to check `text` in, as asked for or as guessed from its words.

    Args:
        text: of a page.
        requested: such as ``en``, ``deu+fra`` or ``en-GB``; None or empty to guess.

    Raises:
        MissingProgramError: if there is no word list for a language that was asked for.
    """
    named = named_languages(requested) if requested else ()
    return named or guess_languages(text) or _FALLBACK
