"""The letters of a word in the order in which they stand on the page, from left to right.

A PDF is read from left to right; programs turn Hebrew and Arabic round again when they read it.
"""

import unicodedata
from collections.abc import Sequence
from itertools import groupby

_BACKWARDS = frozenset({"R", "AL", "RLE", "RLO", "RLI"})


def letters_of(word: str) -> list[str]:
    """Return the letters of `word`, accents with the letter that they stand on, from left on."""
    letters = _letters(word)
    if not any(_runs_backwards(letter) for letter in letters):
        return letters
    runs = [(backwards, list(run)) for backwards, run in groupby(letters, key=_runs_backwards)]
    found: list[str] = []
    for backwards, run in reversed(runs):
        found += run[::-1] if backwards else run
    return found


def runs_backwards(words: Sequence[str]) -> bool:
    """Tell whether the first letter with a direction runs from right to left."""
    for word in words:
        for letter in word:
            direction = unicodedata.bidirectional(letter)
            if direction in _BACKWARDS:
                return True
            if direction == "L":
                return False
    return False


def _letters(word: str) -> list[str]:
    letters: list[str] = []
    for character in word:
        if letters and unicodedata.combining(character):
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def _runs_backwards(letter: str) -> bool:
    return unicodedata.bidirectional(letter[0]) in _BACKWARDS
