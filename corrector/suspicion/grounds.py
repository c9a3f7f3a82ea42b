"""All that speaks for a token being wrong, and all that speaks for it being right."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.evidence import words
from corrector.suspicion.findings import Reason
from corrector.suspicion.forms import Form
from corrector.suspicion.lexicon import Lexicon, word_list
from corrector.suspicion.places import Place
from corrector.suspicion.scoring import Weights
from corrector.suspicion.signals import sentence_of
from corrector.text.tokens import Span

_LEAST: Final = 0.1
"""Log-odds; less than this moves the score by two hundredths at most."""
_RECURRING: Final = 2
_FREQUENT: Final = 4.0
"""Zipf; that a more frequent word is none of the very commonest is no sentence to its charge."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why a token is suspected, or not.

    Attributes:
        span: of the token.
        text: the token.
        score: 0..1, how probably it is wrong by its signals alone.
        trusted: whether a person called it right, so that it is not suspected whatever its score.
        wrong: what speaks for it being wrong, heaviest first.
        right: what speaks for it being right, heaviest first; their weights are negative.
    """

    span: Span
    text: str
    score: float
    trusted: bool
    wrong: tuple[Reason, ...]
    right: tuple[Reason, ...]


def reasons_of(
    place: Place, sums: dict[str, float], lexicon: Lexicon
) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """Return what speaks for the token being wrong, and what for its being right.

    Args:
        place: the token in its surroundings.
        sums: what each signal adds to the log-odds of its being wrong.
        lexicon: the words of the languages.
    """
    by_weight = sorted(sums.items(), key=lambda entry: -abs(entry[1]))
    wrong = tuple(
        Reason(signal, sentence_of(signal, place, lexicon.main), weight)
        for signal, weight in by_weight
        if weight > _LEAST and not (signal == words.SIGNAL and place.word.zipf >= _FREQUENT)
    )
    right = tuple(
        Reason(signal, said, weight)
        for signal, weight in by_weight
        if weight <= _LEAST or signal == words.SIGNAL
        for said in _spoken_for(signal, place, lexicon, weight)
    )
    return wrong, right


def all_sums(place: Place, weights: Weights, features: dict[str, float]) -> dict[str, float]:
    """Return what each signal adds, those that have something to say for the token included."""
    sums = dict.fromkeys(("words", "recurrence", "confidence", "reading"), 0.0)
    if place.confidence is None:
        del sums["confidence"]
    if place.reading is None:
        del sums["reading"]
    return {**sums, **weights.by_signal(features)}


def _spoken_for(signal: str, place: Place, lexicon: Lexicon, weight: float) -> Iterator[Message]:
    """Yield what a signal says in favour of the token; nothing where it has no words for it."""
    say = _IN_FAVOUR.get(signal)
    said = None if say is None else say(place, lexicon)
    if said is not None:
        yield said
    elif weight < -_LEAST and signal in _PLAIN:
        yield message(_PLAIN[signal])


def _listed(place: Place, lexicon: Lexicon) -> Message | None:
    form = place.word
    if place.foreign:
        template = QT_TRANSLATE_NOOP("Reasons", "“{word}” stands among words of another language.")
        return message(template, word=form.anatomy.core)
    if place.old:
        template = QT_TRANSLATE_NOOP("Reasons", "“{word}” is an old spelling, as in all this text.")
        return message(template, word=form.anatomy.core)
    for language in lexicon.languages if form.is_word else ():
        share = word_list(language).frequencies.get(form.anatomy.word)
        if share:
            return message(
                QT_TRANSLATE_NOOP(
                    "Reasons",
                    "“{word}” is in the word list for “{language}”, at place {rank} by frequency.",
                ),
                word=form.anatomy.core,
                language=language,
                rank=_rank(language, share),
            )
    return _put_together(form)


def _put_together(form: Form) -> Message | None:
    if not form.is_word or form.share <= 0:
        return None
    template = QT_TRANSLATE_NOOP(
        "Reasons", "“{word}” is in no word list, but is a usual form of words or parts that are."
    )
    return message(template, word=form.anatomy.core)


def _rank(language: str, share: float) -> int:
    """Return at which place a word with this share stands by frequency, from 1."""
    shares = _shares_of(language)
    return len(shares) - bisect_right(shares, share) + 1


@lru_cache(maxsize=2)
def _shares_of(language: str) -> tuple[float, ...]:
    return tuple(sorted(word_list(language).frequencies.values()))


def _recurring(place: Place, _: Lexicon) -> Message | None:
    if place.count < _RECURRING or not place.form.is_word:
        return None
    template = QT_TRANSLATE_NOOP(
        "Reasons", "Places where “{word}” stands in this collection: {count}."
    )
    return message(template, word=place.form.anatomy.core, count=place.count)


def _sure(place: Place, _: Lexicon) -> Message | None:
    template = QT_TRANSLATE_NOOP("Reasons", "The engine was {percent} % sure of “{text}”.")
    percent = round(100 * (place.confidence or 0))
    return message(template, percent=percent, text=place.form.text)


def _agreed(place: Place, _: Lexicon) -> Message | None:
    if place.reading != place.form.text:
        return None
    return message(QT_TRANSLATE_NOOP("Reasons", "Another recognition read the same here."))


_IN_FAVOUR: Final[dict[str, Callable[[Place, Lexicon], Message | None]]] = {
    "words": _listed,
    "recurrence": _recurring,
    "confidence": _sure,
    "reading": _agreed,
}
_PLAIN: Final = {
    "words": QT_TRANSLATE_NOOP("Reasons", "No likelier word looks much like it."),
    "shape": QT_TRANSLATE_NOOP("Reasons", "It has the shape of a number or an abbreviation."),
    "case": QT_TRANSLATE_NOOP("Reasons", "Its capitals and small letters are as usual."),
    "punctuation": QT_TRANSLATE_NOOP("Reasons", "The marks around it are as usual."),
    "symbols": QT_TRANSLATE_NOOP("Reasons", "Its signs are usual ones."),
    "script": QT_TRANSLATE_NOOP("Reasons", "Its letters belong to the language of the text."),
    "noise": QT_TRANSLATE_NOOP("Reasons", "There is little debris around it."),
    "joins": QT_TRANSLATE_NOOP("Reasons", "It does not look joined or split."),
    "context": QT_TRANSLATE_NOOP("Reasons", "It fits beside its neighbours."),
}
