"""Offers the words near a token, from all the places they are looked for in, in its case."""

from collections.abc import Iterable, Iterator
from typing import Final

from corrector.suspicion.anatomy import is_lookable
from corrector.suspicion.casing import in_other_case, styled
from corrector.suspicion.damaged import damaged_neighbours, without_accents
from corrector.suspicion.distant import POOR, distant_neighbours
from corrector.suspicion.evidence.context import Surroundings
from corrector.suspicion.evidence.recurrence import costs_of
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.look_alikes import look_alikes
from corrector.suspicion.neighbours import Neighbour, neighbour
from corrector.suspicion.page_words import neighbours_on_page
from corrector.suspicion.places import FormOf, Place
from corrector.suspicion.torn_letters import torn_neighbours

_RARE: Final = 3.0
"""Zipf; for less frequent words others of the same strokes are looked for."""
_GOOD: Final = -4.5
"""A word of this merit spares the search for words that only look alike."""
_COUNTED: Final = 0.3
"""Share of belief in the counts of the collection against those of word lists ..."""
_MOST_COUNTED: Final = 0.05
"""... and what no word is more frequent than, however short the text."""


def near_words(
    place: Place, fit: Surroundings, form_of: FormOf, lexicon: Lexicon
) -> Iterator[tuple[str, float]]:
    """Yield listed and recurring words near the word, in its case and, where doubtful, another."""
    core = place.form.anatomy.core
    nears = list(_neighbours(place, form_of, lexicon))
    for near, fits in zip(nears, fit.of_each([near.word for near in nears]), strict=True):
        word = near.word if not place.cut else _part_of(near.word, place)
        if word:
            merit = near.merit + fits
            shown = styled(word, place)
            yield shown, merit
            if shown[0].lower() != core[0].lower() and shown[0].isalpha():
                other, more = in_other_case(shown, place, lexicon.main)
                yield other, merit + more


def _neighbours(place: Place, form_of: FormOf, lexicon: Lexicon) -> Iterable[Neighbour]:
    """Return listed and recurring words near the word, recurrence making them more probable."""
    word = place.word
    found = {near.word: near for near in word.neighbours}
    if word.is_word and word.zipf < _RARE:
        if all(merit < POOR for merit in word.neighbours.merits):
            _take_better(found, _distant(word, lexicon))
        _take_better(found, damaged_neighbours(word, lexicon))
    _take_better(found, _looking_alike(word, lexicon))
    if word.is_word:
        _take_better(found, torn_neighbours(word.anatomy.word, lexicon))
    _take_better(found, neighbours_on_page(place, form_of))
    for near in _recurring(place, form_of):
        known = found.get(near.word)
        if known is None or known.share < near.share:
            found[near.word] = neighbour(near.word, known.cost if known else near.cost, near.share)
    found.pop(word.anatomy.word, None)
    return found.values()


def _take_better(found: dict[str, Neighbour], others: Iterable[Neighbour]) -> None:
    for near in others:
        if near.word not in found or near.merit > found[near.word].merit:
            found[near.word] = near


def _distant(word: Form, lexicon: Lexicon) -> Iterable[Neighbour]:
    return distant_neighbours(word.anatomy.word, lexicon, capitals=word.case is Case.CAPITALS)


def _looking_alike(word: Form, lexicon: Lexicon) -> Iterable[Neighbour]:
    good = word.neighbours and word.neighbours.merits[0] > _GOOD
    if good or not word.is_word:
        return ()
    bare = without_accents(word.anatomy.word)
    return look_alikes(bare, lexicon, capitals=word.case is Case.CAPITALS)


def _recurring(place: Place, form_of: FormOf) -> Iterator[Neighbour]:
    """Yield the words near that recur in the text or its collection.

    One may be the same misreading again; the more a listed one speaks for that.
    """
    counts, word = place.counts, place.word
    if counts is None or not is_lookable(word.anatomy.word):
        return
    alike = counts.recurring_like(word.anatomy.word)
    costs = costs_of(word, alike) if alike else {}
    for other, count in alike.items():
        if other in costs:
            share = _COUNTED * min(count / counts.total, _MOST_COUNTED)
            form = form_of(other)
            yield neighbour(other, costs[other], share * 10 ** -max(form.gain, 0.0))


def _part_of(word: str, place: Place) -> str:
    """Return the part of `word` that stands in this line, if the other part is as it should be."""
    whole, own = place.word.anatomy.word, place.form.anatomy.word
    if whole == own:
        return word
    if whole.startswith(own) and place.last:
        rest = whole[len(own) :]
        return word[: -len(rest)] if word.endswith(rest) else ""
    start = whole[: len(whole) - len(own)]
    return word[len(start) :] if word.startswith(start) else ""
