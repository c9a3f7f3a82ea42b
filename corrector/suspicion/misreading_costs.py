"""What it costs that one word was read as another: letter by letter, and groups of letters.

Where `confusions` says nothing of two letters, the less they are alike in height and width, the
more it costs; what worn type and engines do together costs less than each by itself.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from corrector.suspicion import confusions
from corrector.suspicion.torn_groups import torn_in

_LOW: Final = frozenset("aceimnorsuvwxzàâäéèêëîïôöûüœç")
_TALL: Final = frozenset("bdfhklt")
_NARROW: Final = frozenset("iltjfr'’")
_BOTH_NARROW: Final = 2.6
_BOTH_LOW: Final = 2.7
_BOTH_TALL: Final = 2.9
_UNLIKE: Final = 3.6
_SIGN: Final = 2.8
"""Of a sign or digit for any letter ..."""
_SIGN_ADDED: Final = 1.5
"""... and for nothing."""
_NARROW_ADDED: Final = 2.4
_NARROW_DROPPED: Final = 2.6
_SINGLE: Final = 3.6
"""Dearest single error; of what is beyond, errors that come together cost only a share."""
_TOGETHER: Final = 0.7

Row = list[float]
"""What it costs that the beginning of a word was read as each beginning of what was read."""
_Group = tuple[int, int, str, float]
"""Where letters that are confused as a group end in what was read, how many they are, what really
stood there, and what that costs."""


class Reading:
    """What was read, ready to be compared with many words letter by letter."""

    __slots__ = ("_added", "_confused", "_for_letter", "_groups", "text")

    def __init__(self, text: str, *, capitals: bool) -> None:
        """Look at `text`, in small letters; `capitals` tells whether it stands in capitals."""
        self.text = text
        self._added = [_cost_of_adding(letter) for letter in text]
        self._confused = _single_letters(capitals=capitals)
        self._groups: dict[str, list[_Group]] = {}
        for group in _groups_in(text, capitals=capitals):
            self._groups.setdefault(group[2][-1], []).append(group)
        self._for_letter: dict[str, tuple[float, list[float], list[_Group]]] = {}

    def first_row(self) -> Row:
        """Return the row of no letters."""
        row = [0.0]
        for cost in self._added:
            row.append(row[-1] + cost)
        return row

    def cost_of(self, word: str) -> float:
        """Return what it costs that `word`, small letters, was read so; before `in_company`."""
        rows = [self.first_row()]
        for end in range(1, len(word) + 1):
            rows.append(self.next_row(rows, word[:end]))
        return rows[-1][-1]

    def next_row(self, rows: list[Row], beginning: str) -> Row:
        """Return the row of `beginning`, small letters; `rows` are those of all shorter ones."""
        dropped, replaced, groups = self._costs_for(beginning[-1])
        before = rows[-1]
        own = before[0] + dropped
        row = [own]
        for at, added in enumerate(self._added):
            own = min(before[at] + replaced[at], before[at + 1] + dropped, own + added)
            row.append(own)
        for end, length, true, cost in groups:
            if beginning.endswith(true):
                grouped = rows[-len(true)][end - length] + cost
                row[end] = min(row[end], grouped)
        return row

    def _costs_for(self, letter: str) -> tuple[float, list[float], list[_Group]]:
        found = self._for_letter.get(letter)
        if found is None:
            dropped = _NARROW_DROPPED if letter in _NARROW else confusions.DROPPED
            replaced = [_cost_of_taking(read, letter, self._confused) for read in self.text]
            found = self._for_letter[letter] = dropped, replaced, self._groups.get(letter, [])
        return found


def in_company(cost: float) -> float:
    """Return what errors of this sum cost, as they come together."""
    return cost if cost <= _SINGLE else _SINGLE + _TOGETHER * (cost - _SINGLE)


def _cost_of_adding(letter: str) -> float:
    if not letter.isalpha():
        return _SIGN_ADDED
    return _NARROW_ADDED if letter in _NARROW else confusions.INSERTED


def _cost_of_taking(read: str, true: str, confused: dict[tuple[str, str], float]) -> float:
    """Return what it costs that `true` was read as `read`, one letter each."""
    if read == true:
        return 0.0
    known = confused.get((read, true))
    if known is not None:
        return known
    if not read.isalpha():
        return _SIGN
    pairs = ((_NARROW, _BOTH_NARROW), (_LOW, _BOTH_LOW), (_TALL, _BOTH_TALL))
    return next((cost for alike, cost in pairs if read in alike and true in alike), _UNLIKE)


def _tables(*, capitals: bool) -> tuple[confusions.Confusions, ...]:
    """Return the tables to look in: capitals may be those of a small letter misread, too."""
    return (confusions.CAPITALS, confusions.SMALL) if capitals else (confusions.SMALL,)


@lru_cache(maxsize=2)
def _single_letters(*, capitals: bool) -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = {}
    for table in _tables(capitals=capitals):
        for letters, cost in confusions.costs_of_letters(table).items():
            found[letters] = min(cost, found.get(letters, cost))
    return found


def _groups_in(text: str, *, capitals: bool) -> Iterator[_Group]:
    for table in _tables(capitals=capitals):
        for at, end, true, cost in confusions.confused_in(text, table):
            if end - at > 1 or len(true) > 1:
                yield end, end - at, true, cost
    yield from torn_in(text)
