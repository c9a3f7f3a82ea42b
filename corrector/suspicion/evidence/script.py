"""Signal `script`: letters of another script or language, and ligatures nobody types."""

import unicodedata
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.evidence.features import Features
from corrector.suspicion.forms import Form

SIGNAL = "script"
_LAST_BASIC = 0x7F
_LIGATURES = range(0xFB00, 0xFB07)
_COMMON = frozenset("äöüßéèêëàâçîïôùûœæñåøáíóúºª")

_UNUSUAL: Final = QT_TRANSLATE_NOOP(
    "Reasons", "In “{word}”, this hardly belongs to the language of the text: {letters}"
)
_SENTENCES: Final = MappingProxyType(
    {
        "foreign": QT_TRANSLATE_NOOP(
            "Reasons", "In “{word}”, this is of another script: {letters}"
        ),
        "control": QT_TRANSLATE_NOOP("Reasons", "In “{word}”, this cannot be seen: {letters}"),
        "ligature": QT_TRANSLATE_NOOP(
            "Reasons", "In “{word}”, this is one sign for several letters: {letters}"
        ),
    }
)
"""By what is odd about the signs, the gravest first."""


@lru_cache(maxsize=5_000)
def _class_of(letter: str) -> str:
    if ord(letter) in _LIGATURES:
        return "ligature"
    if not letter.isalpha():
        return "control" if unicodedata.category(letter)[0] == "C" else ""
    if "LATIN" not in unicodedata.name(letter, ""):
        return "foreign"
    return "accent" if letter.lower() in _COMMON else "rare"


def of_form(form: Form) -> Features:
    """Return which unusual letters `form` has."""
    if form.text.isascii():
        return {}
    found: Features = {}
    for letter in form.text[:100]:
        kind = _class_of(letter) if ord(letter) > _LAST_BASIC else ""
        if kind == "accent":
            found["script.accent_unknown" if form.share <= 0 else "script.accent"] = 1.0
            if len(form.anatomy.core) == 1:
                found["script.accent_alone"] = 1.0
        elif kind:
            found[f"script.{kind}"] = 1.0
    return found


def sentence(form: Form) -> Message:
    """Return which letters of `form` are unusual and why, for the person."""
    signs = [sign for sign in form.text[:100] if ord(sign) > _LAST_BASIC and _class_of(sign)]
    kind = next((one for one in _SENTENCES if any(_class_of(sign) == one for sign in signs)), "")
    told = dict.fromkeys(sign for sign in signs if not kind or _class_of(sign) == kind)
    return message(
        _SENTENCES.get(kind, _UNUSUAL),
        word=form.anatomy.core or form.text,
        letters=" ".join(_visible(sign) for sign in told),
    )


def _visible(sign: str) -> str:
    return f"U+{ord(sign):04X}" if _class_of(sign) == "control" else sign
