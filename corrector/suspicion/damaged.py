"""Finds words for tokens so damaged that no listed word is near by letters: by strokes.

Worn type falls apart into strokes: h is read as li, m as rn or iii, d as cl. Words of the same
strokes are kept together, so that `tlio` leads to `the` by one look into a table.
"""

import unicodedata
from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import Levenshtein

from corrector.suspicion.forms import Form
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.neighbours import Neighbour, neighbour, neighbours_of

_SAME_STROKES: Final = 1.6
_COST_OF_STROKES: Final = 1.2
"""Of words of the same strokes, at all and for each letter in which they differ."""
_DEAREST: Final = 5.2
_SHORTEST: Final = 3
_LEAST_LIKENESS: Final = 0.2
_RAREST: Final = 1e-7


def damaged_neighbours(form: Form, lexicon: Lexicon) -> Iterator[Neighbour]:
    """Yield listed words that the damaged word of `form` may be, in no order."""
    word = form.anatomy.word
    yield from _by_strokes(word, lexicon)
    bare = without_accents(word)
    if bare != word:
        yield from neighbours_of(bare, lexicon, capitals=form.text.isupper(), far=False)


def without_accents(text: str) -> str:
    """Return `text` without accents on its letters."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _by_strokes(word: str, lexicon: Lexicon) -> Iterator[Neighbour]:
    if len(word) < _SHORTEST:
        return
    for other in lexicon.of_strokes(word):
        away = Levenshtein.distance(word, other)
        likeness = 1 - away / max(len(word), len(other))
        share = lexicon.listed(other)
        if share > _RAREST and other != word and likeness >= _LEAST_LIKENESS:
            yield neighbour(other, min(_SAME_STROKES + _COST_OF_STROKES * away, _DEAREST), share)
