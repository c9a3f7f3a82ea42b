"""Ranks what a suspected token may really be: words, repaired marks, splits, or nothing at all."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from math import log10
from typing import Final

from corrector.suspicion.abbreviations import ABBREVIATIONS, LEAST_SHARE
from corrector.suspicion.anatomy import RIGHT_BY_SHAPE, is_lookable
from corrector.suspicion.casing import in_other_case, styled
from corrector.suspicion.compounds import by_parts
from corrector.suspicion.damaged import damaged_neighbours, without_accents
from corrector.suspicion.damaged_numbers import damaged_numbers
from corrector.suspicion.deletion import MUCH_ODDITY, merit_of_nothing
from corrector.suspicion.distant import POOR, distant_neighbours
from corrector.suspicion.evidence.context import Surroundings
from corrector.suspicion.evidence.punctuation import has_inner_mark, is_damaged_number_of_list
from corrector.suspicion.evidence.recurrence import costs_of
from corrector.suspicion.findings import Suggestion
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.joined import Replacing, joined_readings
from corrector.suspicion.lessons import Hint
from corrector.suspicion.lexicon import SMALLEST_FREQUENCY, Lexicon
from corrector.suspicion.link_words import LINK_WORDS
from corrector.suspicion.look_alikes import look_alikes
from corrector.suspicion.lost_hyphens import first_parts
from corrector.suspicion.misread_signs import misread_signs
from corrector.suspicion.neighbours import Neighbour, neighbour
from corrector.suspicion.numerals import numerals
from corrector.suspicion.page_words import neighbours_on_page, words_of_page_like
from corrector.suspicion.places import FormOf, Place
from corrector.suspicion.ranking import best_by_merit, shares_of
from corrector.suspicion.repairs import marks_for, stops_as_letters, taught_marks
from corrector.suspicion.run_together import two_words
from corrector.suspicion.signs_for_letters import words_under_signs
from corrector.suspicion.titles import titles_and_initials
from corrector.suspicion.torn_letters import torn_neighbours

MOST_SUGGESTIONS: Final = 9
_OTHER_READING: Final = 0.8
_RARE: Final = 3.0
"""Zipf; for less frequent words others of the same strokes are looked for."""
_GOOD: Final = -4.5
"""A word of this merit spares the search for words that only look alike."""
_RECASED: Final = 0.9
_UNFOLDED: Final = 1.0
_COUNTED: Final = 0.3
"""Share of belief in the counts of the collection against those of word lists."""
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
_MERIT_OF_INITIAL: Final = -2.5
_MERIT_OF_WORD: Final = -5.0
_WORDS_OF_ONE_LETTER: Final = "AIO"
_LOST_HYPHEN: Final = 0.5
_MOSTLY: Final = 0.8
_LEAST: Final = 0.002
_NEVER: Final = -99.0
_OTHER_MARK: Final = {",": ";", ";": ",", ":": ";", ".": ","}
_MERIT_OF_OTHER_MARK: Final = -4.2
_INNER_MARK: Final = re.compile(r"(?<=\w)([.,;:!?]+)(?=\w)")
_DOUBLED: Final = re.compile("['’‘]{2,}")


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
        yield place.reading, _merit_of(place.reading, form_of) - _OTHER_READING
    if not place.form.anatomy.core:
        yield from _instead_of_marks(place)
        return
    yield from misread_signs(place)
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
    yield from _with_lost_mark(place, form_of)
    yield from words_under_signs(place, fit, lexicon)
    yield from damaged_numbers(place)
    yield from titles_and_initials(place, lexicon.main)
    yield from first_parts(place, lexicon)


def _best_of(words: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return each of `words` once, in their order, with its best merit."""
    found: dict[str, float] = {}
    for word, merit in words:
        if word not in found or merit > found[word]:
            found[word] = merit
    return found


def _with_lost_mark(place: Place, form_of: FormOf) -> Iterator[tuple[str, float]]:
    """Yield numbers of lists and initials with their stops, and the first part of a cut word."""
    core, after = place.form.anatomy.core, place.after
    if is_damaged_number_of_list(place):
        yield core.rstrip("eos") + ".", _MERIT_OF_INITIAL
    if place.form.anatomy.trail or place.form.anatomy.lead or after is None:
        return
    if len(core) == 1 and core.isupper():
        yield core + ".", _MERIT_OF_WORD if core in _WORDS_OF_ONE_LETTER else _MERIT_OF_INITIAL
    if place.last and after.is_word and after.case is place.form.case and not after.anatomy.lead:
        whole = form_of(core + after.anatomy.core)
        if whole.share > 0:
            yield core + "-", log10(whole.share) - _LOST_HYPHEN


def _merit_of(text: str, form_of: FormOf) -> float:
    """Return the merit of a whole token as it stands."""
    shares = [form_of(token).share for token in text.split()]
    return log10(max(min(shares, default=0.0), 1e-7))


def _instead_of_marks(place: Place) -> Iterator[tuple[str, float]]:
    text = place.token.text
    usual = {"-~-": "--", "-_-": "--", "«": "a", "»": "a", "|": "I", "=": "-", "_": "-", "~": "-"}
    if text in usual:
        yield usual[text], -3.0
    if text in _OTHER_MARK:
        yield _OTHER_MARK[text], _MERIT_OF_OTHER_MARK
    if len(text) > 1 and "-" in text:
        yield "-" * text.count("-"), -2.2
    stop = next((mark for mark in text if mark in ".,;:"), "")
    if stop and len(text) > 1:
        yield stop, -3.5


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
    yield from _near_words(place, fit, form_of, lexicon)
    recased = styled(form.anatomy.word, place)
    if recased != core and form.share > 0:
        yield recased, own - _RECASED + fit.of(form.anatomy.word)
    if form.case is Case.TITLE and form.share > 0 and place.capitals < _MOSTLY:
        yield core[0].lower() + core[1:], own - 2.0
    for hint in place.hints:
        yield (
            styled(hint.word, place, capital=hint.capital),
            _merit_of_hint(hint) + fit.of(hint.word),
        )
    yield from _unfolded(place, form_of)
    yield from numerals(place, lexicon.main)
    yield from _at_inner_marks(core, form_of)
    yield from by_parts(place, form_of, lexicon)
    yield from two_words(place, form_of, lexicon)


def _near_words(
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


def _merit_of_hint(hint: Hint) -> float:
    """Return the merit of what persons put in the place of the same word or letters before."""
    cost = max(_TAUGHT_ONCE - _TAUGHT_AGAIN * (hint.times - 1), _TAUGHT_OFTEN)
    merit = log10(max(hint.share, SMALLEST_FREQUENCY)) - cost
    return max(merit, _SAME_WORD) if hint.whole else merit


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
            share = _COUNTED * min(count / counts.total, 0.05)
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


def _unfolded(place: Place, form_of: FormOf) -> Iterator[tuple[str, float]]:
    """Yield the core with ligatures written out and accents taken off."""
    core = place.form.anatomy.core
    if core.isascii():
        return
    plain = unicodedata.normalize("NFKC", core)
    for text in dict.fromkeys((plain, without_accents(core))):
        if text != core and text.strip() == text:
            yield text, _merit_of(text, form_of) - _UNFOLDED


def _has_stop(word: str) -> bool:
    """Tell whether `word` is short for another and nothing else."""
    return word.lower() in ABBREVIATIONS and word.lower() != _ALSO_A_WORD


def _at_inner_marks(core: str, form_of: FormOf) -> Iterator[tuple[str, float]]:
    """Yield the core cut at marks inside it, with and without the mark."""
    if not has_inner_mark(core) or not is_lookable(core):
        return
    undoubled = _DOUBLED.sub(lambda found: found[0][-1], core)
    if undoubled != core:
        yield undoubled, -3.0
    parts = _INNER_MARK.split(core)[::2]
    merit = min((_merit_of(part, form_of) for part in parts), default=-9.0)
    spaced = _INNER_MARK.sub(lambda found: found[1] + " ", core)
    runs_on = parts[0].lower() in LINK_WORDS
    yield spaced, merit - (0.6 if runs_on else 0.3)
    yield _INNER_MARK.sub(" ", core), merit - (0.3 if runs_on else 0.5)
    yield _INNER_MARK.sub("", core), _merit_of("".join(parts), form_of) - 1.0
