"""Puts words that one reading lost into it, where another reading of the scan has them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from corrector.ocr.layout import FoundWord

_SURE: Final = 0.6
"""Least confidence of a word that only one reading has; below it, there is more noise than text."""

Held = tuple[FoundWord, int]
"""A word, and the number of the reading that it is of."""


def put_in(
    held: Sequence[Held], other: Sequence[Held], nearest: Sequence[int | None]
) -> list[Held]:
    """Return `held` with the sure words of `other` that stand where it has none.

    Such a word joins the line of its neighbour, in the order of the other reading. A line of which
    nothing is held follows the line, or where it is of another paragraph the paragraph, of the
    words before it.

    Args:
        held: the words of a reading, in order.
        other: the words of another reading, in order.
        nearest: for each of those the place of the word in `held` where it stands, None where it
            stands alone.
    """
    putting = _Putting(held)
    numbered = enumerate(other)
    for _, line in groupby(numbered, key=lambda one: _line_of(one[1][0])):
        putting.take_line([(one, nearest[at]) for at, one in line])
    return putting.all()


class _Putting:
    """Goes through the lines of the other reading and keeps what is to be put in."""

    def __init__(self, held: Sequence[Held]) -> None:
        self._held = held
        self._before: defaultdict[int, list[Held]] = defaultdict(list)
        self._last: int | None = None
        """The place of the last word that both have."""
        self._paragraph: tuple[int, int] | None = None
        """The paragraph of that word in the other reading."""
        self._blocks: dict[tuple[int, int], int] = {}
        self._free_block = 1 + max((word.block for word, _ in held), default=0)
        self._free_line = 1 + max((word.line for word, _ in held), default=0)

    def take_line(self, line: list[tuple[Held, int | None]]) -> None:
        """Take one line of the other reading, each word with its place in what is held."""
        shared = [at for _, at in line if at is not None]
        if not shared:
            self._put_line([one for one, _ in line if _is_sure(one[0])])
            return
        place = shared[0]
        at = place
        for one, here in line:
            if here is not None:
                place, at = here, here + 1
            elif _is_sure(one[0]):
                self._before[at].append((_in_line(one[0], self._held[place][0]), one[1]))
        self._last, self._paragraph = place, _line_of(line[0][0][0])[:2]

    def all(self) -> list[Held]:
        """Return what is held, with what was put in."""
        return [
            one
            for at in range(len(self._held) + 1)
            for one in (*self._before[at], *self._held[at : at + 1])
        ]

    def _put_line(self, line: list[Held]) -> None:
        """Put in a line of which nothing is held."""
        if not line:
            return
        paragraph = _line_of(line[0][0])[:2]
        if self._last is not None and paragraph == self._paragraph:
            block, inner = _line_of(self._held[self._last][0])[:2]
            at = self._end(self._last, 3)
        else:
            block, inner = self._block_for(paragraph), 0
            at = 0 if self._last is None else self._end(self._last, 2)
        number, self._free_line = self._free_line, self._free_line + 1
        self._before[at].extend(
            (replace(word, block=block, paragraph=inner, line=number), reading)
            for word, reading in line
        )

    def _block_for(self, paragraph: tuple[int, int]) -> int:
        if paragraph not in self._blocks:
            self._blocks[paragraph] = self._free_block + len(self._blocks)
        return self._blocks[paragraph]

    def _end(self, place: int, depth: int) -> int:
        """Return where the line (depth 3) or the paragraph (depth 2) of a word ends."""
        of = _line_of(self._held[place][0])[:depth]
        end = place + 1
        while end < len(self._held) and _line_of(self._held[end][0])[:depth] == of:
            end += 1
        return end


def _line_of(word: FoundWord) -> tuple[int, int, int]:
    return word.block, word.paragraph, word.line


def _in_line(word: FoundWord, other: FoundWord) -> FoundWord:
    return replace(word, block=other.block, paragraph=other.paragraph, line=other.line)


def _is_sure(word: FoundWord) -> bool:
    return (word.confidence or 0.0) >= _SURE and any(letter.isalnum() for letter in word.text)
