"""How much more often one word follows another than it stands anywhere, counted in running text."""

import gzip
import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable
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
Columns = tuple[tuple[int | str, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]]
"""Words ready to be looked up: their numbers (themselves where they have none), where the followers
of each begin and end, and how much less often words follow it that never did."""
_SINGLE: Final = 3
"""Words: one, and those before and after it."""


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

    def columns_of(self, words: Iterable[str]) -> Columns:
        """Return `words`, which may be several with blanks, as `fits_between` wants them."""
        rows = [self._row_of(word) for word in words]
        owns, begins, ends, nevers = zip(*rows, strict=True) if rows else ((), (), (), ())
        return owns, begins, ends, nevers

    def _row_of(self, word: str) -> tuple[int | str, int, int, int]:
        own = self.numbers.get(word)
        if own is None:
            return word, 0, 0, 0
        return own, self.starts[own], self.starts[own + 1], self.unseen[own]

    def fits_between(self, before: str, choice: Columns, after: str) -> list[float]:
        """Return how well each of `choice` fits behind `before` and before `after`.

        As `fit` twice, or more often for several words with blanks between them; many similar
        words are asked for at each place, so that all are looked up in one loop.
        """
        fits, followers = self.fits, self.followers
        _, begin, end, never = self._row_of(before)
        last, never_fit = self.numbers.get(after), never / STEPS
        found = []
        for own, own_begin, own_end, own_never in zip(*choice, strict=True):
            if isinstance(own, str):
                found.append(self._fit_of_some([before, *own.split(" "), after]))
                continue
            at = bisect_left(followers, own, begin, end)
            fit = fits[at] / STEPS if at < end and followers[at] == own else never_fit
            if last is not None:
                at = bisect_left(followers, last, own_begin, own_end)
                follows = at < own_end and followers[at] == last
                fit += (fits[at] if follows else own_never) / STEPS
            found.append(fit)
        return found

    def _fit_of_some(self, words: list[str]) -> float:
        """Return how well `words` fit beside each other; a single unknown word fits anywhere."""
        if len(words) == _SINGLE:
            return 0.0
        return sum(self.fit(first, second) for first, second in pairwise(words))


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
