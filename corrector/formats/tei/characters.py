"""Characters that XML 1.0 cannot hold: found, left out, or made visible."""

import re
from typing import Final

_REFUSED: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT: Final = "\ufffd"


def permitted(text: str) -> str:
    """Return `text` without the characters that XML refuses."""
    return _REFUSED.sub("", text)


def refused(text: str) -> list[str]:
    """Return the characters of `text` that XML refuses, in order."""
    return _REFUSED.findall(text)


def visible(text: str) -> str:
    """Return `text` with U+FFFD in place of each character that XML refuses; in names, notes."""
    return _REFUSED.sub(_REPLACEMENT, text)


def code_point_names(characters: list[str]) -> str:
    """Return the distinct `characters` as U+000C and the like, in code order."""
    return ", ".join(f"U+{ord(character):04X}" for character in sorted(set(characters)))
