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


def _code(name: str) -> str:
    try:
        return langcodes.Language.get(name).language or name
    except LanguageTagError:
        return name
