"""Signal `script`: letters of another script or language, and ligatures nobody types."""

import unicodedata
from functools import lru_cache

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.evidence.features import Features
from corrector.suspicion.forms import Form

SIGNAL = "script"
_LAST_BASIC = 0x7F
_LIGATURES = range(0xFB00, 0xFB07)
_COMMON = frozenset("äöüßéèêëàâçîïôùûœæñåøáíóúºª")


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
    """Return which letters of `form` are unusual, for the person."""
    letters = " ".join(
        dict.fromkeys(
            letter for letter in form.text[:100] if ord(letter) > _LAST_BASIC and _class_of(letter)
        )
    )
    template = QT_TRANSLATE_NOOP(
        "Reasons", "{letters} does not belong to the language of the text."
    )
    return message(template, letters=letters)
