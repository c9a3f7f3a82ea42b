"""Finds usual short words that look like a damaged one though few of their letters are the same.

They stand everywhere, and of two or three letters little is left when two are misread: tlic is
the, tvas was. So all of them are compared, letter by letter, as branches of one tree.
"""

from collections.abc import Iterator
from functools import lru_cache
from heapq import nlargest
from itertools import islice
from operator import attrgetter
from typing import Final

from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.misreading_costs import Reading, Row, in_company
from corrector.suspicion.neighbours import Neighbour, neighbour

_SHORT: Final = 4
_LONGEST_FOR_SHORT: Final = 5
_SHORT_WORDS: Final = 300
"""So many of the most frequent short words are nearly half of all running text."""
_LETTERS_ALONE: Final = frozenset("ai")
_DEAREST: Final = 3.4
_DEAREST_PER_LETTER: Final = 0.95
_MOST: Final = 24

_Branch = dict[str, "_Branch"]
"""Short words letter by letter; a word ends where there is an empty letter."""


@lru_cache(maxsize=20_000)
def look_alikes(word: str, lexicon: Lexicon, *, capitals: bool) -> tuple[Neighbour, ...]:
    """Return the usual short words that look most like a short `word` (small letters), best first.

    Takes about half a millisecond.
    """
    if not 0 < len(word) <= _SHORT:
        return ()
    reading = Reading(word, capitals=capitals)
    dearest = _DEAREST + _DEAREST_PER_LETTER * len(word)
    costs = _below(_short_words(lexicon), reading, [reading.first_row()], "", dearest)
    found = (neighbour(other, cost, lexicon.listed(other)) for other, cost in costs)
    return tuple(
        nlargest(_MOST, (one for one in found if one.word != word), key=attrgetter("merit"))
    )


def _below(
    branch: _Branch, reading: Reading, rows: list[Row], beginning: str, dearest: float
) -> Iterator[tuple[str, float]]:
    for letter, longer in branch.items():
        if not letter:
            yield beginning, in_company(rows[-1][-1])
            continue
        row = reading.next_row(rows, beginning + letter)
        if min(row) <= dearest:
            yield from _below(longer, reading, [*rows, row], beginning + letter, dearest)


@lru_cache(maxsize=8)
def _short_words(lexicon: Lexicon) -> _Branch:
    root: _Branch = {}
    words = lexicon.lists[0].frequencies if lexicon.lists else {}
    short = (word for word in words if len(word) <= _LONGEST_FOR_SHORT and word.isalpha())
    usual = (word for word in short if len(word) > 1 or word in _LETTERS_ALONE)
    for word in islice(usual, _SHORT_WORDS):
        branch = root
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return root
