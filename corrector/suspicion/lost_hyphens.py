"""Offers the first part of a word whose hyphen at the line end was lost, or read as a speck."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from math import log10
from typing import Final

from corrector.suspicion.casing import styled
from corrector.suspicion.forms import Case
from corrector.suspicion.lexicon import SMALLEST_FREQUENCY, Lexicon
from corrector.suspicion.places import FormOf, Place

_USUAL_WORDS: Final = 40_000
"""Of each list; rarer words are left out of those that a part may begin."""
_SHORTEST: Final = 2
_LONGEST: Final = 8
"""Letters; printers leave no single one at a line end, and longer parts are seldom cut off."""
_COST: Final = 1.0
_OTHER_LETTER: Final = 1.2
"""How much less probable where the next line does not go on as any such word."""
_LOST: Final = 0.5
"""Cost of the hyphen where both parts together are a word as they stand."""
_SPECKS: Final = frozenset(["", ".", ",", "»", "«", "*", "'", "~", "_", "=", "^", "!", ":", ";"])


def prepare(lexicon: Lexicon) -> None:
    """Build now what is otherwise built when it is first needed."""
    _sorted(lexicon)


def first_parts(place: Place, form_of: FormOf, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Yield the token of `place` with a hyphen, with its merit, where it ends its line."""
    yield from _known_whole(place, form_of)
    anatomy, after = place.form.anatomy, place.after
    if not place.last or place.cut or place.ends_paragraph or after is None:
        return
    core = anatomy.core
    if anatomy.trail not in _SPECKS or not core.isalpha():
        return
    if not _SHORTEST <= len(core) <= _LONGEST or after.case is not Case.SMALL:
        return
    rest = after.anatomy.word
    yield anatomy.lead + core + "-", _merit(anatomy.word, rest, lexicon)
    for near in place.word.neighbours:
        if near.word.isalpha() and len(near.word) <= _LONGEST:
            merit = _merit(near.word, rest, lexicon) - near.cost
            yield anatomy.lead + styled(near.word, place) + "-", merit


def _known_whole(place: Place, form_of: FormOf) -> Iterator[tuple[str, float]]:
    """Yield it where it and the first word of the next line are one that is known."""
    anatomy, after = place.form.anatomy, place.after
    if anatomy.trail or anatomy.lead or after is None or not place.last:
        return
    if after.is_word and after.case is place.form.case and not after.anatomy.lead:
        whole = form_of(anatomy.core + after.anatomy.core)
        if whole.share > 0:
            yield anatomy.core + "-", log10(whole.share) - _LOST


def _merit(part: str, rest: str, lexicon: Lexicon) -> float:
    going_on = _share_of_words_from(part + rest[:1], lexicon)
    any_word = _share_of_words_from(part, lexicon) * 10**-_OTHER_LETTER
    return log10(max(going_on + any_word, SMALLEST_FREQUENCY)) - _COST


@lru_cache(maxsize=5_000)
def _share_of_words_from(start: str, lexicon: Lexicon) -> float:
    """Return the share of running text of all longer words that begin so."""
    words = _sorted(lexicon)
    first, end = bisect_left(words, start), bisect_left(words, start + "\U0010ffff")
    return sum(lexicon.listed(word) for word in words[first:end] if word != start)


@lru_cache(maxsize=4)
def _sorted(lexicon: Lexicon) -> list[str]:
    lists = (islice(found.frequencies, _USUAL_WORDS) for found in lexicon.lists)
    return sorted(set().union(*lists))
