"""Repairs the marks before and after a word: what they may really be, with costs."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import log10
from typing import Final

from corrector.suspicion.evidence.punctuation import (
    is_damaged_number_of_list,
    lead_is_odd,
    of_place,
    trail_is_odd,
)
from corrector.suspicion.evidence.symbols import odd_symbols
from corrector.suspicion.forms import Case
from corrector.suspicion.lexicon import SMALLEST_FREQUENCY
from corrector.suspicion.link_words import LINK_WORDS
from corrector.suspicion.places import FormOf, Place

_KEPT_ODD: Final = 1.5
"""Cost of leaving marks as they are though they are odd."""
_CHANGED: Final = 2.8
"""Cost of changing marks that are not odd."""
_ADDED: Final = 3.5
_REPAIRED: Final = 0.3
_TAUGHT: Final = 0.6
"""Cost of a change of marks that persons made once; the more often they did, the less it costs."""
_SECOND: Final = 0.9
_THIRD: Final = 1.5
_STOP_SIGNS: Final = "+*~-=_°"
_STOP_LETTERS: Final = "esoac"
"""Signs and letters that full stops with a speck beside them are read as."""
_SHORTEST_STEM: Final = 3
_AS_STOP: Final = 2.3
_ENDS: Final = 1.0
_MERIT_OF_INITIAL: Final = -2.5
_MERIT_OF_WORD: Final = -5.0
"""Of a capital alone being a name's, with its stop; words of one letter are less so."""
_WORDS_OF_ONE_LETTER: Final = "AIO"
_OPENERS: Final = '"“„«(['
_CLOSERS: Final = '"”’»)]'
_STOPS: Final = ".,;:!?"
_DASHES: Final = frozenset("-–—")
_COMMA_FOR_STOP: Final = frozenset(
    f"punctuation.comma_{where}" for where in ("before_capital", "of_list", "at_end")
)


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks around a word, and the negative decimal logarithm of how probable they are."""

    lead: str
    trail: str
    cost: float


def marks_for(place: Place) -> tuple[Marks, ...]:
    """Return the marks that may really stand around the word of `place`, its own among them."""
    return tuple(
        Marks(lead, trail, lead_cost + trail_cost)
        for lead, lead_cost in _leads(place)
        for trail, trail_cost in _trails(place)
    )


def taught_marks(place: Place) -> Iterator[Marks]:
    """Yield the marks that persons put around words before where such marks stood."""
    for hint in place.mark_hints:
        cost = _TAUGHT * (1 + hint.kept) / hint.times
        yield Marks(hint.lead, hint.trail, cost)


def stops_as_letters(place: Place, form_of: FormOf) -> Iterator[tuple[str, float]]:
    """Yield the token with its last letter or sign as the full stop that it was made of."""
    form = place.form
    core, trail = form.anatomy.core, form.anatomy.trail
    stem = core if trail and trail[0] in _STOP_SIGNS else core[:-1]
    read = trail[:1] or core[-1:].lower()
    if read not in _STOP_SIGNS + _STOP_LETTERS or len(stem) < _SHORTEST_STEM or len(trail) > 1:
        return
    if stem.lower() in LINK_WORDS:
        return
    share = form_of(stem).share if stem != core or form.share else 0.0
    if share <= form.share and stem != core:
        return
    ends = place.after is None or place.after.case in {Case.TITLE, Case.CAPITALS}
    merit = log10(max(share, form_of(stem).share, SMALLEST_FREQUENCY)) - _AS_STOP
    yield form.anatomy.lead + stem + ".", merit + (_ENDS if ends else 0.0)


def lost_stops(place: Place) -> Iterator[tuple[str, float]]:
    """Yield numbers of lists and initials with the stops that they have lost."""
    anatomy = place.form.anatomy
    core = anatomy.core
    if is_damaged_number_of_list(place):
        yield core.rstrip("eos") + ".", _MERIT_OF_INITIAL
    if anatomy.trail or anatomy.lead or place.after is None:
        return
    if len(core) == 1 and core.isupper():
        yield core + ".", _MERIT_OF_WORD if core in _WORDS_OF_ONE_LETTER else _MERIT_OF_INITIAL


def _leads(place: Place) -> Iterator[tuple[str, float]]:
    lead = place.form.anatomy.lead
    if not lead:
        yield "", 0.0
        return
    if lead in _DASHES:
        yield lead + " ", _REPAIRED
    if not lead_is_odd(lead) and not odd_symbols(lead):
        yield lead, 0.0
        yield "", 1.0 if place.unclosed else _CHANGED
        return
    yield lead, _KEPT_ODD
    kept = "".join(mark for mark in lead if mark in _OPENERS)
    yield kept, _REPAIRED
    if kept:
        yield "", _SECOND


def _trails(place: Place) -> Iterator[tuple[str, float]]:
    trail = place.form.anatomy.trail
    spoken = of_place(place)
    in_wrong_place = any(
        name.startswith(("punctuation.after", "punctuation.stop")) for name in spoken
    )
    if _COMMA_FOR_STOP.intersection(spoken):
        yield from ((trail, _KEPT_ODD), ("." + trail[1:], _REPAIRED), (trail[1:], _THIRD))
    elif in_wrong_place and not trail_is_odd(trail):
        links = place.form.anatomy.word in LINK_WORDS
        yield from ((trail, _KEPT_ODD), (trail[1:], _REPAIRED if links else _SECOND))
        if trail[:1] == ".":
            yield "," + trail[1:], _SECOND if links else _REPAIRED
    elif trail_is_odd(trail) or odd_symbols(trail) or "punctuation.trail_dash" in spoken:
        yield trail, _KEPT_ODD
        if place.last and (place.cut or "-" in trail):
            yield "-", _REPAIRED / 2
        yield from _repaired(trail, place)
    elif "punctuation.missing_stop" in spoken:
        yield from ((trail, _KEPT_ODD), (".", _REPAIRED))
    else:
        yield from _changed(trail, place)


def _repaired(trail: str, place: Place) -> Iterator[tuple[str, float]]:
    stops = [mark for mark in trail if mark in _STOPS]
    odd = odd_symbols(trail)
    closers = "".join(mark for mark in trail if mark in _CLOSERS and mark not in odd)
    if not stops:
        yield closers, _SECOND if odd else _REPAIRED
        if odd:  # a stop or a comma with a speck beside it
            yield from ((closers + mark, _THIRD) for mark in ",.")
    for mark, cost in zip(dict.fromkeys(stops), (_REPAIRED, _SECOND, _THIRD), strict=False):
        after = trail.index(mark) > 0 and trail[0] in _CLOSERS
        yield (closers + mark if after else mark + closers), cost
    if closers or stops:
        yield "", _THIRD
    if odd and place.unclosed:
        yield "”", _SECOND


def _changed(trail: str, place: Place) -> Iterator[tuple[str, float]]:
    yield trail, 0.0
    if not trail:
        for mark in ".,":
            yield mark, _ADDED
        return
    yield "", _CHANGED
    other = {".": ",", ",": ".", ";": ":", ":": ";"}.get(trail[0])
    if other:
        yield other + trail[1:], 1.8 if trail[0] == "," else _CHANGED
    if place.last and trail in {".", "=", "~", "_", ","}:
        yield "-", _CHANGED
