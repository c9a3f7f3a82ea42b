"""Keeps the few characters that a Qt document cannot hold, by signs that stand in for them.

A QTextDocument makes a new line of U+2029, U+FDD0, U+FDD1 and a lone carriage return. Each of them
is held as another noncharacter of the same length in UTF-16, so that positions stay as they are.
Which noncharacters is decided for every loaded text, so that none of its own is taken for one.
"""

from collections.abc import Sequence
from typing import Final

_UNHOLDABLE: Final[Sequence[str]] = ("\u2029", "\r", "\ufdd0", "\ufdd1")
_NONCHARACTERS: Final = tuple(chr(code) for code in range(0xFDD2, 0xFDF0))
_REPLACEMENT: Final = "\ufffd"


class StandIns:
    """The signs chosen for one text."""

    def __init__(self, text: str) -> None:
        """Choose signs that `text` does not contain."""
        present = set(text).intersection(_NONCHARACTERS)
        free = [character for character in _NONCHARACTERS if character not in present]
        free += sorted(present)  # only a text made of all of them gets this far
        signs = dict(zip(_UNHOLDABLE, free, strict=False))
        self._there = str.maketrans(dict.fromkeys(signs.values(), _REPLACEMENT) | signs)
        self._signs = {sign: held for held, sign in signs.items()}

    def to_document(self, text: str) -> str:
        """Return `text` as the document can hold it.

        A noncharacter that is in use as a sign, and so can only come from elsewhere, becomes
        U+FFFD, which is seen.
        """
        return text.translate(self._there)

    def from_document(self, raw: str) -> str:
        """Return the exact text of the document's raw text."""
        text = raw.replace("\u2029", "\n")
        for sign, held in self._signs.items():
            text = text.replace(sign, held)  # far quicker than a table, and rarely anything to do
        return text
