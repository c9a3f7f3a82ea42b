"""Collects what all signals say of a token, in numbers and, when asked, in sentences."""

from collections.abc import Callable
from functools import cache
from typing import Final

from corrector.messages import Message
from corrector.suspicion.evidence import (
    acronyms,
    case,
    confidence,
    context,
    joins,
    learned,
    names,
    noise,
    prices,
    punctuation,
    readings,
    recurrence,
    references,
    script,
    shape,
    symbols,
    words,
)
from corrector.suspicion.evidence.features import Features
from corrector.suspicion.forms import Form
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.places import FormOf, Place

PAGE: Final = "noise.page"
"""The only number that depends on how odd the whole text is, which every edit moves."""
_LONG_LINE: Final = 5
"""Tokens; no signal tells longer lines apart, nor shares of capitals up to `case.HARDLY`: where a
key is typed into a line, little is worked out anew for the rest of it."""
_OF_WORDS: Final = (words.of_form, joins.of_form)
_OF_MARKS: Final = (
    shape.of_form,
    case.of_form,
    punctuation.of_form,
    symbols.of_form,
    script.of_form,
    noise.of_form,
)
_SENTENCES: Final[dict[str, Callable[[Place, str], Message]]] = {
    words.SIGNAL: lambda place, _: words.sentence(place.word),
    shape.SIGNAL: lambda place, _: shape.sentence(place.form),
    case.SIGNAL: lambda place, _: case.sentence(place),
    punctuation.SIGNAL: lambda place, _: punctuation.sentence(place),
    symbols.SIGNAL: lambda place, _: symbols.sentence(place.form),
    script.SIGNAL: lambda place, _: script.sentence(place.form),
    noise.SIGNAL: lambda place, _: noise.sentence(place),
    joins.SIGNAL: lambda place, _: joins.sentence(place),
    recurrence.SIGNAL: lambda place, _: recurrence.sentence(place),
    confidence.SIGNAL: lambda place, _: confidence.sentence(place),
    readings.SIGNAL: lambda place, _: readings.sentence(place),
    context.SIGNAL: context.sentence,
    learned.SIGNAL: lambda place, _: learned.sentence(place),
}


def word_features(form: Form) -> Features:
    """Return what is said of the word of `form`, the same wherever it stands."""
    found: Features = {}
    for signal in _OF_WORDS:
        found.update(signal(form))
    return found


def mark_features(form: Form) -> Features:
    """Return what is said of the characters of `form`, the same wherever it stands."""
    found: Features = {}
    for signal in _OF_MARKS:
        found.update(signal(form))
    return found


def near_features(place: Place, lexicon: Lexicon) -> Features:
    """Return what is said of the token because of its line and its neighbours.

    Nothing but what `near_key` names decides, so that sums can be kept.
    """
    found = case.of_place(place, lexicon.main)
    found.update(punctuation.of_place(place))
    found.update(references.of_place(place))
    found.update(names.of_place(place, lexicon.main))
    found.update(symbols.of_place(place))
    found.update(prices.of_place(place))
    found.update(joins.of_place(place, lexicon))
    found.update(context.of_place(place, lexicon.main))
    if place.cut:
        found["words.cut"] = 1.0
    return found


def near_key(place: Place) -> tuple[object, ...]:
    """Return all that `near_features` and the features of the form depend on."""
    before, after = place.before, place.after
    return (
        place.form.text,
        place.word.text,
        before and before.text,
        after and after.text,
        place.first,
        place.last,
        place.line_tokens if place.line_tokens < _LONG_LINE else _LONG_LINE,
        place.ends_paragraph,
        place.capitals if place.capitals > case.HARDLY else 0.0,
        place.cut,
        place.unclosed,
        place.paired,
    )


def wide_features(place: Place, form_of: FormOf) -> Features:
    """Return what is said because of the whole text, the collection and the engine."""
    found = noise.of_place(place)
    if not place.cut:
        found.update(recurrence.of_place(place))
    found.update(confidence.of_place(place))
    found.update(readings.of_place(place, form_of))
    found.update(joins.agreed(place))
    found.update(learned.of_place(place))
    found.update(shape.of_place(place))
    found.update(acronyms.of_place(place))
    found.update(_of_whole_text(place))
    return found


def _of_whole_text(place: Place) -> Features:
    """Return what the ways of the whole text say: its marks, its languages, its spelling."""
    found: Features = {}
    if place.before_stray:
        found["punctuation.before_stray"] = 1.0
    if place.usual_mark:
        found["punctuation.lone_usual"] = 1.0
    if place.foreign:
        found["words.foreign"] = 1.0
    if place.old:
        found["words.old"] = 1.0
    elif place.old_text and place.form.is_word:
        found["words.in_old_text"] = 1.0
    return found


def wide_key(place: Place) -> tuple[object, ...]:
    """Return all that `wide_features` depend on beside `near_key`, but for `PAGE`."""
    return (
        place.oddity_near,
        place.numbers_near,
        place.count,
        place.cut or recurrence.has_twin(place),
        place.confidence,
        place.usual_confidence,
        place.reading,
        place.sureness,
        place.hints,
        place.mark_hints,
        place.page_number,
        place.old,
        place.old_text,
        place.foreign,
        place.usual_mark,
        place.before_stray,
    )


@cache
def signal_of(feature: str) -> str:
    """Return the signal that a feature belongs to."""
    return feature.partition(".")[0]


def sentence_of(signal: str, place: Place, language: str) -> Message:
    """Return what `signal` says of the token, for the person."""
    return _SENTENCES[signal](place, language)
