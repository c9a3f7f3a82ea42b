"""From the language that a person names to the codes of installed Tesseract models."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from corrector.errors import UsageError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.ocr.tesseract_program import missing_language

_PARTING: Final = re.compile(r"[+,;\s]+")
_DEFAULT: Final = "eng"
_OWN_CODES: Final = {"zho": "chi", "nob": "nor", "nno": "nor", "kur": "kmr", "tgl": "fil"}
"""Where Tesseract names a model by neither of the two three-letter codes of the language."""
_SCRIPT_NAMES: Final = {"hans": "sim", "hant": "tra"}
"""Tesseract's endings for scripts; the others are ISO 15924 in small letters (latn, cyrl)."""
_SIMPLIFIED: Final = "chi_sim"


def choose_languages(requested: str | None, installed: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of installed models for a request.

    Args:
        requested: codes joined by `+`, comma or blank: ISO 639 of two or three letters ("de",
            "deu", "ger"), with a script ("de-Latf"), or names of installed models; None or blank
            for the default: English, or else the first that is installed.
        installed: the codes of the models that are installed.

    Raises:
        MissingProgramError: a language is not installed, or none is.
        UsageError: a part of the request is no language code.
    """
    readable = tuple(code for code in installed if code != "osd")
    wanted = [part for part in _PARTING.split(requested or "") if part]
    if not wanted:
        return (_default(readable),)
    return tuple(dict.fromkeys(_chosen(part, readable) for part in wanted))


def _default(installed: tuple[str, ...]) -> str:
    if not installed:
        raise missing_language(_DEFAULT, installed)
    return _DEFAULT if _DEFAULT in installed else installed[0]


def _chosen(wanted: str, installed: tuple[str, ...]) -> str:
    """Return the installed model for one part of a request."""
    by_small_name = {code.lower(): code for code in reversed(installed)}
    if wanted.lower() in by_small_name:
        return by_small_name[wanted.lower()]
    candidates = list(_candidates(wanted))
    for candidate in candidates:
        if candidate in by_small_name:
            return by_small_name[candidate]
    raise missing_language(candidates[0], installed)


def _candidates(wanted: str) -> Iterator[str]:
    """Yield the names that a model for the language code `wanted` may have, the likeliest first.

    Tesseract prefers the terminological code (deu, fra) to the bibliographical one (ger, fre).
    """
    # Imported late: nothing but a named language needs it, and the window starts without.
    from langcodes import Language

    try:
        language = Language.get(wanted)
        codes = [language.to_alpha3(variant="T"), language.to_alpha3(variant="B")]
    except (ValueError, LookupError) as error:
        raise _unknown(wanted) from error
    if not language.is_valid():
        raise _unknown(wanted)
    codes = [_OWN_CODES.get(code, code) for code in codes]
    script = (language.script or "").lower()
    if script:
        yield from (f"{code}_{_SCRIPT_NAMES.get(script, script)}" for code in codes)
    if codes[0] == "chi":
        yield _SIMPLIFIED
    yield from codes


def _unknown(wanted: str) -> UsageError:
    return UsageError(
        QT_TRANSLATE_NOOP(
            "Recognition",
            "“{wanted}” is no language code. Use codes such as en, de or fra, several joined "
            "by +, most frequent first: deu+eng.",
        ),
        wanted=wanted,
    )
