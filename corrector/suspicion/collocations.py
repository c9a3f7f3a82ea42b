"""How much more often one word follows another than it stands anywhere, counted in running text."""

import gzip
import json
import sys
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from corrector.paths import resources

BEGINNING: Final = "<s>"
"""Stands before the first word of a sentence."""
END: Final = "</s>"
"""Stands behind the last word of a sentence."""
STEPS: Final = 25
"""Steps of a decimal logarithm."""


@dataclass(frozen=True, slots=True, eq=False)
class Collocations:
    """Which words stand together in a language.

    Attributes:
        numbers: of the words that are known, in small letters.
        unseen: how much less often words follow each that never did.
        starts: where the followers of each word begin.
        followers: numbers of words that follow, ascending for each word.
        fits: how much more often they do than by chance, as steps of decimal logarithms.
    """

    numbers: dict[str, int]
    unseen: "array[int]"
    starts: "array[int]"
    followers: "array[int]"
    fits: "array[int]"

    def __contains__(self, word: str) -> bool:
        return word in self.numbers

    def fit(self, first: str, second: str) -> float:
        """Return how much more often `second` follows `first` than by chance.

        Both in small letters. A decimal logarithm; 0 where one of them is not known.
        """
        before, after = self.numbers.get(first), self.numbers.get(second)
        if before is None or after is None:
            return 0.0
        followers, end = self.followers, self.starts[before + 1]
        at = bisect_left(followers, after, self.starts[before], end)
        if at < end and followers[at] == after:
            return self.fits[at] / STEPS
        return self.unseen[before] / STEPS

    def fit_of_one(self, before: int | None, own: int, after: int | None) -> float:
        """Return how well a word fits between two others, of which either may not be known.

        All are given by number. As `fit` twice; it is asked for each of many similar words.
        """
        fits, followers, starts, found = self.fits, self.followers, self.starts, 0.0
        if before is not None:
            end = starts[before + 1]
            at = bisect_left(followers, own, starts[before], end)
            follows = at < end and followers[at] == own
            found = (fits[at] if follows else self.unseen[before]) / STEPS
        if after is None:
            return found
        end = starts[own + 1]
        at = bisect_left(followers, after, starts[own], end)
        follows = at < end and followers[at] == after
        return found + (fits[at] if follows else self.unseen[own]) / STEPS

    def fit_between(self, before: str, words: list[str], after: str) -> float:
        """Return how well `words` fit behind `before`, beside each other, and before `after`."""
        return sum(self.fit(first, second) for first, second in pairwise([before, *words, after]))


@lru_cache(maxsize=4)
def collocations_of(language: str) -> Collocations | None:
    """Return those of `language`, made by tests/evaluation/make_collocations.py; None without."""
    path = resources() / "suspicion" / f"collocations_{language}.gz"
    if not path.is_file():
        return None
    head, _, content = gzip.decompress(path.read_bytes()).partition(b"\n")
    words = json.loads(head)["words"]
    unseen, starts = array("b"), array("I")
    starts_at = len(words)
    followers_at = starts_at + (len(words) + 1) * starts.itemsize
    unseen.frombytes(content[:starts_at])
    starts.frombytes(content[starts_at:followers_at])
    starts = _from_little_endian(starts)
    followers, fits = array("H"), array("b")
    fits_at = followers_at + starts[-1] * followers.itemsize
    followers.frombytes(content[followers_at:fits_at])
    fits.frombytes(content[fits_at:])
    numbers = {word: at for at, word in enumerate(words)}
    return Collocations(numbers, unseen, starts, _from_little_endian(followers), fits)


def to_little_endian(part: "array[int]") -> bytes:
    """Return the bytes of `part` as the file has them."""
    return _from_little_endian(array(part.typecode, part)).tobytes()


def _from_little_endian(part: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        part.byteswap()
    return part
