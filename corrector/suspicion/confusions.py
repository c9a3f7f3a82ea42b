"""What recognition makes of what: short strings that engines take for one another, with costs.

The table holds facts about letter shapes (typewriter and print), written down by hand. A cost is
the negative decimal logarithm of how often the true string is read as the other one.
"""

from typing import Final

SUBSTITUTION: Final = 3.4
"""Cost of taking any letter for any other one."""
INSERTED: Final = 3.1
"""Cost of reading a letter that is not there."""
DROPPED: Final = 3.2
"""Cost of overlooking a letter."""
LOST_BLANK: Final = 2.6
BLANK_AS_LETTER: Final = 3.6
_CLEAR: Final = 0.9
"""Of signs that typists of most languages have no key for: hardly anything else is meant."""
_FREQUENT: Final = 1.8
_USUAL: Final = 2.4

_BOTH_WAYS_SMALL: Final = {
    _FREQUENT: "c-e o-e a-e a-o h-b h-n n-u rn-m m-w i-l f-t c-o a-s e-s v-y cl-d ii-u fi-ﬁ fl-ﬂ",
    _USUAL: (
        "in-m ni-m li-h l-t i-t i-j r-n r-t vv-w g-q g-y p-v u-v a-m a-u m-n m-a nn-m ri-n lr-h "
        "s-z r-f r-v o-u d-a d-c d-o b-o b-l k-h k-x l-f l-h e-o tt-u iu-m le-k ct-d e-r "
        "ä-a ö-o ü-u ü-ii ß-b ß-ss é-e è-e ê-e à-a â-a î-i ô-o û-u ç-c è-é ff-ﬀ ffi-ﬃ"
    ),
}
_BOTH_WAYS_CAPITALS: Final = {
    _FREQUENT: "h-b h-n h-m e-f o-q o-c c-g i-l i-t o-d e-b m-n u-o y-v p-f b-r fi-ﬁ fl-ﬂ h-ﬁ li-ﬁ",
    _USUAL: (
        "h-e h-k p-r m-w n-w u-v k-x l-t u-l l-e e-c r-k a-r n-r x-y s-b j-i d-p o-u t-f ii-h ss-s"
    ),
}
_INTO_SIGNS: Final = {
    _CLEAR: "s-« s-»",
    _FREQUENT: "o-0 i-1 l-1 s-5 b-8 l-| i-| i-!",
    _USUAL: "z-2 b-6 g-6 g-9 a-4 e-3 s-8 s-$ e-€ c-( c-¢ c-© l-] i-/ t-7 t-+ e-& a-@ d-0 q-0 o-6 "
    "s-* w-« w-» a-« a-» e-«",
}

Confusions = dict[str, tuple[tuple[str, float], ...]]
"""From a string as it was read to the strings that may really stand there, with costs."""


def _table(*, capitals: bool) -> Confusions:
    found: dict[str, dict[str, float]] = {}
    letters = _BOTH_WAYS_CAPITALS if capitals else _BOTH_WAYS_SMALL
    for cost, pairs in [*letters.items(), *_INTO_SIGNS.items()]:
        for pair in pairs.split():
            true, read = pair.split("-")
            found.setdefault(read, {}).setdefault(true, cost)
    for cost, pairs in letters.items():
        for pair in pairs.split():
            read, true = pair.split("-")
            found.setdefault(read, {}).setdefault(true, cost)
    return {read: tuple(true.items()) for read, true in found.items()}


SMALL: Final = _table(capitals=False)
CAPITALS: Final = _table(capitals=True)
LONGEST: Final = max(len(read) for read in (*SMALL, *CAPITALS))

Confused = tuple[int, int, str, float]
"""Where a confusion begins and ends in the word, what really stood there, and its cost."""


def confused_in(word: str, table: Confusions) -> list[Confused]:
    """Return all confusions of `table` that may have made `word`."""
    trues_of, length = table.get, len(word)
    found: list[Confused] = []
    for at in range(length):
        for end in range(at + 1, min(at + LONGEST, length) + 1):
            trues = trues_of(word[at:end])
            if trues:
                found += [(at, end, true, cost) for true, cost in trues]
    return found


def costs_of_letters(table: Confusions) -> dict[tuple[str, str], float]:
    """Return the costs of single letters, by what is read and what really stands there."""
    return {
        (read, true): cost
        for read, trues in table.items()
        for true, cost in trues
        if len(read) == len(true) == 1
    }
