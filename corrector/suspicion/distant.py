"""Finds usual words for a token of which so many letters were misread that none is near it.

All usual words of about its length are compared with it: roughly by how many letters differ, and
the likeliest of those letter by letter.
"""

from functools import lru_cache
from heapq import nlargest, nsmallest
from math import log10
from operator import attrgetter
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.misreading_costs import Reading, in_company
from corrector.suspicion.neighbours import Neighbour, neighbour
from corrector.suspicion.word_tables import words_by_length

POOR: Final = -8.0
"""Words for which no near one has this merit are worth looking further away for."""
_USUAL_WORDS: Final = 20_000
_SHORTEST: Final = 3
_LONGEST: Final = 24
_LONGER: Final = 1
_MUCH_LONGER: Final = 2
_LONG: Final = 7
"""So many letters a word may be longer or shorter than what was read; the second if it is long."""
_LEAST_ERRORS: Final = 2
_MOST_ERRORS: Final = 5
_COST_OF_ERROR: Final = 1.3
"""What an error costs at a rough glance."""
_COMPARED: Final = 20
_MOST: Final = 8


def prepare(lexicon: Lexicon) -> None:
    """Build now what is otherwise built when it is first needed."""
    _usual_words(lexicon)


@lru_cache(maxsize=20_000)
def distant_neighbours(text: str, lexicon: Lexicon, *, capitals: bool) -> tuple[Neighbour, ...]:
    """Return the usual words that look most like `text`, best first; takes 1.5 ms.

    Args:
        text: what was read, in small letters; signs and digits may stand for letters.
        lexicon: what words there are.
        capitals: whether it stands in capitals on the page.
    """
    if not _SHORTEST <= len(text) <= _LONGEST:
        return ()
    rough = [
        (_COST_OF_ERROR * errors - log10(lexicon.listed(word)), word)
        for word, errors in _within(text, lexicon)
        if word != text
    ]
    reading = Reading(text, capitals=capitals)
    found = (
        neighbour(word, in_company(reading.cost_of(word)), lexicon.listed(word))
        for _, word in nsmallest(_COMPARED, rough)
    )
    return tuple(nlargest(_MOST, found, key=attrgetter("merit")))


def _within(text: str, lexicon: Lexicon) -> list[tuple[str, int]]:
    """Return usual words and in how many letters they differ, if not in too many."""
    most = max(_LEAST_ERRORS, min(_MOST_ERRORS, (len(text) + 1) // 2))
    found: list[tuple[str, int]] = []
    longer = _MUCH_LONGER if len(text) >= _LONG else _LONGER
    for length in range(len(text) - longer, len(text) + longer + 1):
        alike = process.extract(
            text,
            _usual_words(lexicon).get(length, ()),
            scorer=Levenshtein.distance,
            score_cutoff=most,
            limit=None,
        )
        found += [(word, round(errors)) for word, errors, _ in alike]
    return found


@lru_cache(maxsize=8)
def _usual_words(lexicon: Lexicon) -> dict[int, list[str]]:
    """Return the most frequent words by their length."""
    return words_by_length((found.frequencies for found in lexicon.lists), _USUAL_WORDS)
