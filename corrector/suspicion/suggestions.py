"""Ranks what a suspected token may really be: words, repaired marks, splits, or nothing at all."""

from collections.abc import Iterable, Iterator
from math import log10
from typing import Final

from corrector.suspicion.abbreviations import ABBREVIATIONS, LEAST_SHARE
from corrector.suspicion.anatomy import RIGHT_BY_SHAPE
from corrector.suspicion.casing import styled
from corrector.suspicion.compounds import by_parts
from corrector.suspicion.damaged_numbers import damaged_numbers
from corrector.suspicion.deletion import MUCH_ODDITY, merit_of_nothing
from corrector.suspicion.evidence.context import Surroundings
from corrector.suspicion.findings import Suggestion
from corrector.suspicion.forms import Case
from corrector.suspicion.joined import Replacing, joined_readings
from corrector.suspicion.lessons import Hint
from corrector.suspicion.lexicon import SMALLEST_FREQUENCY, Lexicon
from corrector.suspicion.lost_hyphens import first_parts
from corrector.suspicion.misread_signs import misread_signs
from corrector.suspicion.near_words import near_words
from corrector.suspicion.numerals import numerals
from corrector.suspicion.other_marks import other_marks
from corrector.suspicion.page_words import words_of_page_like
from corrector.suspicion.places import FormOf, Place
from corrector.suspicion.ranking import best_by_merit, shares_of
from corrector.suspicion.repairs import lost_stops, marks_for, stops_as_letters, taught_marks
from corrector.suspicion.rewritten import at_inner_marks, merit_of, unfolded
from corrector.suspicion.run_together import two_words
from corrector.suspicion.signs_for_letters import words_under_signs
from corrector.suspicion.titles import titles_and_initials

MOST_SUGGESTIONS: Final = 9
_OTHER_READING: Final = 0.8
"""How much less probable what another recognition read is than it would be by itself."""
_RECASED: Final = 0.9
_WITHOUT_CAPITAL: Final = 2.0
"""How much less probable a known word is in another case, where capitals are not the rule."""
_TAUGHT_ONCE: Final = 1.4
"""Cost of a confusion that a person corrected once ..."""
_TAUGHT_AGAIN: Final = 0.5
"""... how much less it costs each time it is corrected again, and the least it costs."""
_TAUGHT_OFTEN: Final = 0.4
_SAME_WORD: Final = -2.5
"""Merit of what the same word was corrected to before."""
_STOP_OF_ABBREVIATION: Final = 0.3
"""An abbreviation has its stop rather than not ..."""
_INSTEAD_OF_STOP: Final = frozenset({"", ",", "-"})
"""... and no comma for it."""
_ALSO_A_WORD: Final = "no"
_MERIT_BY_SHAPE: Final = -4.0
"""Of a number, as it stands."""
_MOSTLY: Final = 0.8
_LEAST: Final = 0.002
"""Probability; readings that have less are not worth a line, but the first."""
_NEVER: Final = -99.0


Ranked = tuple[tuple[Replacing, float], ...]
"""Readings with their share of belief, best first."""


def ranked_readings(place: Place, form_of: FormOf, lexicon: Lexicon) -> Ranked:
    """Return the readings to take instead of the token, best first, at most nine.

    Args:
        place: the suspected token.
        form_of: tells what is known of other tokens.
        lexicon: the words of the languages.
    """
    alone = merits_of(place, form_of, lexicon)
    joined = joined_readings(place, alone, lexicon)
    alone.pop(place.token.text, None)
    best = [(Replacing(text), merit) for text, merit in best_by_merit(alone)]
    return tuple(shares_of([*best, *joined.items()], place, lexicon)[:MOST_SUGGESTIONS])


def merits_of(place: Place, form_of: FormOf, lexicon: Lexicon) -> dict[str, float]:
    """Return what may stand in place of the token alone, itself among it, with merits."""
    merits: dict[str, float] = {}
    for text, merit in _candidates(place, form_of, lexicon):
        if merit > merits.get(text, _NEVER):
            merits[text] = merit
    return merits


def suggestions_of(ranked: Ranked, score: float) -> tuple[Suggestion, ...]:
    """Return the suggestions for a token that is wrong with the probability `score`.

    Their scores add up to no more than this.
    """
    most = (found for at, found in enumerate(ranked) if score * found[1] > _LEAST or at == 0)
    return tuple(
        [Suggestion(text, score * share, before, behind) for (text, before, behind), share in most]
    )


def ranking_key(place: Place) -> tuple[object, ...]:
    """Return all that the ranking depends on beside `signals.near_key`."""
    counts, odd = place.counts, place.oddity_near > MUCH_ODDITY
    beside = place.blank_before, place.blank_behind, place.before_stray, place.usual_mark
    said = place.reading, odd, place.hints, place.mark_hints, *beside
    if counts is None:
        return said
    alike = counts.recurring_like(place.word.anatomy.word)
    near = words_of_page_like(place)
    return *said, counts.total if alike or near else 0, tuple(alike.items()), tuple(near.items())


def _candidates(place: Place, form_of: FormOf, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    yield "", merit_of_nothing(place)
    if place.reading:
        yield place.reading, merit_of(place.reading, form_of) - _OTHER_READING
    if not place.form.anatomy.core:
        yield from other_marks(place)
        return
    yield from misread_signs(place, lexicon.main)
    fit = Surroundings(place, lexicon.main)
    words = _best_of(_words(place, fit, form_of, lexicon))
    for marks in (*marks_for(place), *taught_marks(place)):
        lead, trail, cost = marks.lead, marks.trail, marks.cost
        may_stop = trail in _INSTEAD_OF_STOP
        for word, merit in words.items():
            yield lead + word + trail, merit - cost
            if may_stop and _has_stop(word):
                yield lead + word + ".", merit - cost + _STOP_OF_ABBREVIATION
    yield from stops_as_letters(place, form_of)
    yield from lost_stops(place)
    yield from words_under_signs(place, fit, lexicon)
    yield from damaged_numbers(place)
    yield from titles_and_initials(place, lexicon.main)
    yield from first_parts(place, form_of, lexicon)


def _best_of(words: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return each of `words` once, in their order, with its best merit."""
    found: dict[str, float] = {}
    for word, merit in words:
        if word not in found or merit > found[word]:
            found[word] = merit
    return found


def _words(
    place: Place, fit: Surroundings, form_of: FormOf, lexicon: Lexicon
) -> Iterator[tuple[str, float]]:
    """Yield what may stand in place of the core, with merits; the core itself among them."""
    form, core = place.form, place.form.anatomy.core
    least = LEAST_SHARE if _has_stop(form.anatomy.word) else SMALLEST_FREQUENCY
    own = log10(max(place.word.share, least))
    if form.anatomy.kind in RIGHT_BY_SHAPE:
        own = _MERIT_BY_SHAPE
    yield core, own + fit.of(form.anatomy.word)
    yield from near_words(place, fit, form_of, lexicon)
    recased = styled(form.anatomy.word, place)
    if recased != core and form.share > 0:
        yield recased, own - _RECASED + fit.of(form.anatomy.word)
    if form.case is Case.TITLE and form.share > 0 and place.capitals < _MOSTLY:
        yield core[0].lower() + core[1:], own - _WITHOUT_CAPITAL
    for hint in place.hints:
        shown = styled(hint.word, place, capital=hint.capital)
        yield shown, _merit_of_hint(hint) + fit.of(hint.word)
    yield from unfolded(place, form_of)
    yield from numerals(place, lexicon.main)
    yield from at_inner_marks(core, form_of)
    yield from by_parts(place, form_of, lexicon)
    yield from two_words(place, form_of, lexicon)


def _merit_of_hint(hint: Hint) -> float:
    """Return the merit of what persons put in the place of the same word or letters before."""
    cost = max(_TAUGHT_ONCE - _TAUGHT_AGAIN * (hint.times - 1), _TAUGHT_OFTEN)
    merit = log10(max(hint.share, SMALLEST_FREQUENCY)) - cost
    return max(merit, _SAME_WORD) if hint.whole else merit


def _has_stop(word: str) -> bool:
    """Tell whether `word` is short for another and nothing else."""
    return word.lower() in ABBREVIATIONS and word.lower() != _ALSO_A_WORD
