"""What wide letters and frequent pairs of letters fall into, by their shapes in worn print.

The tables are facts about letter shapes, as those of `confusions` are: from what really stands
there to what is read, several readings with blanks between them.
"""

from collections.abc import Iterator
from typing import Final

_COST: Final = 2.2
_COST_AT_EDGE: Final = 2.0
"""What is torn at the edge of a word, where less else leads to it, costs less."""


def _pairs(table: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((read, true) for true, reads in table.items() for read in reads.split())


_ANYWHERE: Final = _pairs({
    "w": "sv xv av tv vr", "nd": "mi ml ud nil iid", "th": "tb lb ib ui tli", "h": "ii lt il",
    "u": "ii ll", "n": "ii ti", "k": "lc lv iv", "b": "li lt", "d": "il tl", "m": "iii nr ui",
    "y": "j ij", "g": "ij", "ll": "u il ii", "ff": "il ti", "oo": "w", "er": "ei", "ar": "ai",
    "s": "b", "ti": "u", "a": "n", "r": "i i'",
})  # fmt: skip
_AT_START: Final = _pairs(
    {"m": "al ai ivi jvi", "h": "ii", "r": "ll it", "w": "av vv", "n": "iv is"}
)
_AT_END: Final = _pairs({"r": "it ll", "w": "av", "n": "iv"})

Torn = tuple[int, int, str, float]
"""Where the pieces end, how many letters they are, what they were, and what that costs."""


def torn_in(word: str) -> Iterator[Torn]:
    """Yield all that may have been torn in `word`, small letters."""
    for read, true in _AT_START:
        if word.startswith(read):
            yield len(read), len(read), true, _COST_AT_EDGE
    for read, true in _AT_END:
        if word.endswith(read):
            yield len(word), len(read), true, _COST_AT_EDGE
    for read, true in _ANYWHERE:
        at = word.find(read)
        while at >= 0:
            yield at + len(read), len(read), true, _COST
            at = word.find(read, at + 1)
