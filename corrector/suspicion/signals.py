"""Collects what all signals say of a token, in numbers and, when asked, in sentences."""

from collections.abc import Callable
from typing import Final

from corrector.messages import Message
from corrector.suspicion.evidence import (
    case,
    confidence,
    joins,
    noise,
    punctuation,
    readings,
    recurrence,
    script,
    shape,
    symbols,
    words,
)
from corrector.suspicion.evidence.features import Features
from corrector.suspicion.forms import Form
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.places import FormOf, Place

_OF_WORDS: Final = (words.of_form, joins.of_form)
_OF_MARKS: Final = (
    shape.of_form,
    case.of_form,
    punctuation.of_form,
    symbols.of_form,
    script.of_form,
    noise.of_form,
)
_SENTENCES: Final[dict[str, Callable[[Place], Message]]] = {
    words.SIGNAL: lambda place: words.sentence(place.word),
    shape.SIGNAL: lambda place: shape.sentence(place.form),
    case.SIGNAL: case.sentence,
    punctuation.SIGNAL: punctuation.sentence,
    symbols.SIGNAL: lambda place: symbols.sentence(place.form),
    script.SIGNAL: lambda place: script.sentence(place.form),
    noise.SIGNAL: noise.sentence,
    joins.SIGNAL: joins.sentence,
    recurrence.SIGNAL: recurrence.sentence,
    confidence.SIGNAL: confidence.sentence,
    readings.SIGNAL: readings.sentence,
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


def place_features(place: Place, lexicon: Lexicon, form_of: FormOf) -> Features:
    """Return what is said of the token because of where it stands."""
    found = noise.of_place(place)
    found.update(case.of_place(place))
    found.update(punctuation.of_place(place))
    found.update(joins.of_place(place, lexicon))
    if place.cut:
        found["words.cut"] = 1.0
    else:
        found.update(recurrence.of_place(place))
    found.update(confidence.of_place(place))
    found.update(readings.of_place(place, form_of))
    return found


def signal_of(feature: str) -> str:
    """Return the signal that a feature belongs to."""
    return feature.partition(".")[0]


def sentence_of(signal: str, place: Place) -> Message:
    """Return what `signal` says of the token, for the person."""
    return _SENTENCES[signal](place)
