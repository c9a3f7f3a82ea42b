"""Ranks what a suspected token may really be: words, repaired marks, splits, or nothing at all."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from math import log10
from typing import Final

from corrector.suspicion.anatomy import Kind, is_lookable
from corrector.suspicion.casing import styled
from corrector.suspicion.evidence import script
from corrector.suspicion.evidence.context import fit_of
from corrector.suspicion.evidence.punctuation import has_inner_mark
from corrector.suspicion.evidence.recurrence import costs_of
from corrector.suspicion.evidence.shape import as_number
from corrector.suspicion.findings import Suggestion
from corrector.suspicion.forms import Case
from corrector.suspicion.lexicon import SMALLEST_FREQUENCY
from corrector.suspicion.neighbours import Neighbour, neighbour
from corrector.suspicion.places import FormOf, Place
from corrector.suspicion.repairs import marks_for

MOST_SUGGESTIONS: Final = 9
_SHARPNESS: Final = 0.8
"""How far differences of merit are believed; fitted on the training documents."""
_SOMETHING_ELSE: Final = -10.0
"""Merit of everything that is not among the candidates."""
_OTHER_READING: Final = 0.8
_RECASED: Final = 0.9
_UNFOLDED: Final = 1.0
_COUNTED: Final = 0.3
"""Share of belief in the counts of the collection against those of word lists."""
_LEAST: Final = 0.002
_INNER_MARK: Final = re.compile(r"(?<=\w)([.,;:!?]+)(?=\w)")
_DOUBLED: Final = re.compile("['’‘]{2,}")
_COUNTED_THINGS: Final = frozenset(
    "percent per cent % million thousand hundred years months weeks days hours minutes dollars "
    "pounds prozent millionen jahre monate tage stunden mark pour millions ans mois jours francs".split()
)


def suggestions_for(
    place: Place, score: float, form_of: FormOf, language: str
) -> tuple[Suggestion, ...]:
    """Return the readings to take instead of the token, best first, at most nine.

    Args:
        place: the suspected token.
        score: how probably it is wrong; the suggestions' scores add up to no more.
        form_of: tells what is known of other tokens.
        language: the main language, ISO 639-1.
    """
    merits: dict[str, float] = {}
    for text, merit in _candidates(place, form_of, language):
        if text != place.token.text and merit > merits.get(text, -99.0):
            merits[text] = merit
    odds = {text: 10 ** (_SHARPNESS * merit) for text, merit in merits.items()}
    total = sum(odds.values()) + 10 ** (_SHARPNESS * _SOMETHING_ELSE)
    ranked = sorted(odds, key=lambda text: -odds[text])[:MOST_SUGGESTIONS]
    found = (Suggestion(text, score * odds[text] / total) for text in ranked)
    return tuple(entry for at, entry in enumerate(found) if entry.score > _LEAST or at == 0)


def _candidates(place: Place, form_of: FormOf, language: str) -> Iterator[tuple[str, float]]:
    yield "", _merit_of_nothing(place)
    if place.reading:
        yield place.reading, _merit_of(place.reading, form_of) - _OTHER_READING
    if not place.form.anatomy.core:
        yield from _instead_of_marks(place)
        return
    words = list(_words(place, form_of, language))
    for marks in marks_for(place):
        for word, merit in words:
            yield marks.lead + word + marks.trail, merit - marks.cost


def _merit_of_nothing(place: Place) -> float:
    form = place.form
    if not form.anatomy.core:
        return -2.0
    if any(name in script.of_form(form) for name in ("script.foreign", "script.accent_alone")):
        return -2.5
    if len(form.anatomy.core) == 1:
        return _merit_without_letter(place)
    few = len(form.anatomy.core) <= 3 and (place.oddity_near > 0.3 or place.line_tokens <= 2)
    return -7.0 if few else -9.5


def _merit_without_letter(place: Place) -> float:
    at_edge = place.first or place.last
    if at_edge and (place.line_tokens <= 2 or not place.form.anatomy.word.isalpha()):
        return -2.5
    odd_case = place.form.case is Case.SMALL and place.capitals > 0.8
    if at_edge or odd_case:
        return -3.2 if odd_case else -4.5
    return -5.5 if place.form.case is Case.SMALL else -6.5


def _merit_of(text: str, form_of: FormOf) -> float:
    """Return the merit of a whole token as it stands."""
    shares = [form_of(token).share for token in text.split()]
    return log10(max(min(shares, default=0.0), 1e-7))


def _instead_of_marks(place: Place) -> Iterator[tuple[str, float]]:
    text = place.token.text
    usual = {"-~-": "--", "-_-": "--", "«": "a", "|": "I", "=": "-", "_": "-", "~": "-"}
    if text in usual:
        yield usual[text], -3.0
    if len(text) > 1 and "-" in text:
        yield "-" * text.count("-"), -2.2
    stop = next((mark for mark in text if mark in ".,;:"), "")
    if stop and len(text) > 1:
        yield stop, -3.5


def _words(place: Place, form_of: FormOf, language: str) -> Iterator[tuple[str, float]]:
    """Yield what may stand in place of the core, with merits; the core itself among them."""
    form, core = place.form, place.form.anatomy.core
    own = log10(max(place.word.share, SMALLEST_FREQUENCY))
    yield core, own + fit_of(form.anatomy.word, place, language)
    for near in _neighbours(place):
        word = near.word if not place.cut else _part_of(near.word, place)
        if word:
            yield styled(word, place), near.merit + fit_of(near.word, place, language)
    recased = styled(form.anatomy.word, place)
    if recased != core:
        yield recased, own - _RECASED + fit_of(form.anatomy.word, place, language)
    if form.case is Case.TITLE and form.share > 0 and place.capitals < 0.8:
        yield core[0].lower() + core[1:], own - 2.0
    yield from _unfolded(place, form_of)
    yield from _numbers(place)
    yield from _at_inner_marks(core, form_of)


def _neighbours(place: Place) -> Iterable[Neighbour]:
    """Return listed and recurring words near the word, recurrence making them more probable."""
    counts, word = place.counts, place.word
    total = max(sum(counts.page.values()), 200) if counts else 1
    found = {near.word: near for near in word.neighbours}
    if counts and is_lookable(word.anatomy.word):
        costs = costs_of(word)
        for other, count in counts.among(costs).items():
            share = found[other].share if other in found else 0.0
            share = max(share, _COUNTED * min(count / total, 0.05)) if count > 1 or share else 0.0
            if share:
                cost = found[other].cost if other in found else costs[other]
                found[other] = neighbour(other, cost, share)
    found.pop(word.anatomy.word, None)
    return found.values()


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
    bare = "".join(
        letter for letter in unicodedata.normalize("NFKD", core) if not unicodedata.combining(letter)
    )
    for text in dict.fromkeys((plain, bare)):
        if text != core and text.strip() == text:
            yield text, _merit_of(text, form_of) - _UNFOLDED


def _numbers(place: Place) -> Iterator[tuple[str, float]]:
    """Yield the core as a number where it mixes digits with letters that look like digits."""
    form = place.form
    if form.anatomy.kind not in {Kind.MIXED, Kind.CODE}:
        return
    number = as_number(form.anatomy.core)
    if number != form.anatomy.core and number.replace(",", "").replace(".", "").isdigit():
        after = place.after.anatomy.word if place.after else ""
        yield number, -3.5 if after in _COUNTED_THINGS else -5.0


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
    yield spaced, merit - 0.3
    yield _INNER_MARK.sub(" ", core), merit - 0.5
    yield _INNER_MARK.sub("", core), _merit_of("".join(parts), form_of) - 1.0

