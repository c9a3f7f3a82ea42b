"""The languages that a person names, as codes of the word lists that are there."""

import re
from typing import Final

import langcodes
from langcodes.tag_parser import LanguageTagError

from corrector.errors import MissingProgramError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.suspicion.language import installed_languages

_SEPARATORS: Final = re.compile(r"[+,;\s]+")


def named_languages(requested: str) -> tuple[str, ...]:
    """Return the ISO 639-1 codes of the languages in `requested`, each once.

    Raises:
        MissingProgramError: if there is no word list for one of them.
    """
    names = [name for name in _SEPARATORS.split(requested) if name]
    codes = {_code(name): name for name in reversed(names)}
    installed = installed_languages()
    for code, name in codes.items():
        if code not in installed:
            raise MissingProgramError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "There is no word list for the language “{language}”. "
                    "There are lists for: {installed}.",
                ),
                language=name,
                installed=", ".join(installed),
            )
    return tuple(reversed(codes))


def language_codes(said: str) -> tuple[str, ...]:
    """Return the short codes of the languages in `said`, each once; other words are passed over.

    Unlike `named_languages` this asks for no word list, and refuses nothing: what persons wrote
    into a description may be any words.
    """
    names = [name for name in _SEPARATORS.split(said) if name]
    return tuple(dict.fromkeys(_code(name) for name in names if _is_code(name)))


def unknown_languages(said: str) -> tuple[str, ...]:
    """Return the words in `said` that name no language."""
    return tuple(name for name in _SEPARATORS.split(said) if name and not _is_code(name))


def has_word_list(code: str) -> bool:
    """Tell whether texts in the language with this code can be checked."""
    return code in installed_languages()


def _is_code(name: str) -> bool:
    try:
        return langcodes.Language.get(name).is_valid()
    except LanguageTagError:
        return False


def _code(name: str) -> str:
    try:
        return langcodes.Language.get(name).language or name
    except LanguageTagError:
        return name
