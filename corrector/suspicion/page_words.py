"""Finds what a damaged word may be among the words that stand elsewhere in the text."""

from collections.abc import Iterator, Mapping
from typing import Final

from corrector.suspicion.forms import Case
from corrector.suspicion.misreading_costs import Reading, in_company
from corrector.suspicion.neighbours import Neighbour, neighbour
from corrector.suspicion.places import FormOf, Place

_RARE: Final = 3.0
"""Zipf; what is more frequent is no damaged word."""
_SHORTEST: Final = 4
_LONGEST: Final = 24
"""Letters; shorter ones look like too many words, and longer runs are debris."""
_RARELY: Final = 2
"""How often a word that no list knows stands there, at least: once it may be misread itself."""
_SHARE: Final = 0.2
"""Of belief in the counts of the text against those of word lists ..."""
_MOST_SHARE: Final = 0.05
"""... and what no word is more frequent than, however short the text."""


def words_of_page_like(place: Place) -> Mapping[str, int]:
    """Return the words of the text that look most like the damaged one of `place`, with counts."""
    if place.counts is None or not _is_damaged(place):
        return {}
    return place.counts.standing_like(place.word.anatomy.word)


def neighbours_on_page(place: Place, form_of: FormOf) -> Iterator[Neighbour]:
    """Yield those of them that are words, as neighbours of the damaged one."""
    found = words_of_page_like(place)
    if not found or place.counts is None:
        return
    reading = Reading(place.word.anatomy.word, capitals=place.word.case is Case.CAPITALS)
    for other, count in found.items():
        if count >= _RARELY or form_of(other).share > 0:
            share = _SHARE * min(count / place.counts.total, _MOST_SHARE)
            yield neighbour(other, in_company(reading.cost_of(other)), share)


def _is_damaged(place: Place) -> bool:
    """Tell whether what stands at `place` is worth looking for elsewhere in the text.

    Of a word that a line end cuts only a part stands in the token: that of another is none.
    """
    word = place.word
    is_long = _SHORTEST <= len(word.anatomy.word) <= _LONGEST
    letters = sum(map(str.isalpha, word.anatomy.word))
    is_word = letters >= len(word.anatomy.word) / 2
    return is_long and is_word and not place.cut and word.zipf < _RARE
