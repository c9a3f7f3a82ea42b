"""What differs between two texts, word by word or character by character, for a person's eyes."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from corrector.text.edits import Opcode, item_opcodes, opcodes

_WORD_OR_BLANK: Final = re.compile(r"\S+|\s")


class Unit(StrEnum):
    """What is compared as a whole."""

    CHARACTER = "character"
    WORD = "word"


def differences(old: str, new: str, unit: Unit) -> list[Opcode]:
    """Return how `old` became `new`: opcodes in code points whose changes are whole units.

    By word a changed word is shown whole; words parted by one unchanged blank stay apart.
    """
    if unit is Unit.CHARACTER:
        return opcodes(old, new, readable=True)
    return word_opcodes(old, new)


def word_opcodes(old: str, new: str) -> list[Opcode]:
    """Return opcodes in code points between texts compared word by word and blank by blank."""
    old_words, new_words = _WORD_OR_BLANK.findall(old), _WORD_OR_BLANK.findall(new)
    at, new_at = _starts(old_words), _starts(new_words)
    return [
        (tag, at[start], at[end], new_at[new_start], new_at[new_end])
        for tag, start, end, new_start, new_end in item_opcodes(old_words, new_words)
    ]


def whole_words(text: str, start: int, end: int) -> str:
    """Return the words of `text` that a difference between `start` and `end` is in or touches."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end].strip()


def _starts(items: Sequence[str]) -> list[int]:
    starts = [0]
    for item in items:
        starts.append(starts[-1] + len(item))
    return starts
