"""Signal `context`: does the word fit beside its neighbours, and would a similar one fit better?"""

import json
from functools import lru_cache
from math import log10
from typing import Final

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.paths import resources
from corrector.suspicion.anatomy import Kind
from corrector.suspicion.evidence.features import Features, between
from corrector.suspicion.forms import Case
from corrector.suspicion.lexicon import SMALLEST_FREQUENCY
from corrector.suspicion.places import Place

SIGNAL = "context"
BREAK: Final = "."
_ENDINGS: Final = ("ing", "ed", "ly", "s")
_CLOSED: Final = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "my",
        "your",
        "his",
        "her",
        "its",
        "our",
        "their",
        "some",
        "any",
        "no",
        "all",
        "each",
        "every",
        "both",
        "i",
        "you",
        "he",
        "she",
        "it",
        "we",
        "they",
        "me",
        "him",
        "them",
        "us",
        "who",
        "which",
        "what",
        "whom",
        "there",
        "here",
        "one",
        "two",
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "to",
        "into",
        "upon",
        "about",
        "after",
        "before",
        "between",
        "under",
        "over",
        "through",
        "during",
        "against",
        "among",
        "without",
        "within",
        "as",
        "than",
        "like",
        "and",
        "or",
        "but",
        "nor",
        "if",
        "when",
        "while",
        "because",
        "although",
        "though",
        "so",
        "not",
        "never",
        "also",
        "only",
        "very",
        "more",
        "most",
        "such",
        "other",
        "same",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "let",
        "how",
        "why",
        "where",
        "then",
        "now",
        "up",
        "out",
        "off",
        "down",
        "well",
        "too",
        "yet",
        "however",
    ]
)
_TRUST: Final = 0.8
"""How far the neighbours are believed against frequency and likeness."""


@lru_cache(maxsize=100_000)
def class_of(word: str) -> str:
    """Return the class under which `word` (small letters) is counted: itself, or its ending."""
    if word in _CLOSED:
        return word
    if word.isdigit():
        return "0"
    ending = next((ending for ending in _ENDINGS if word.endswith(ending)), "")
    return "*" + ending


@lru_cache(maxsize=8)
def pairs_of(language: str) -> dict[str, dict[str, float]]:
    """Return how well classes of words stand together in `language`; empty where not known."""
    path = resources() / "suspicion" / f"context_{language}.json"
    if not path.is_file():
        return {}
    found: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))["pairs"]
    return found


def fit_of(word: str, place: Place, language: str) -> float:
    """Return how well `word` fits beside the neighbours of `place`, as a decimal logarithm."""
    return _fit_between(word, *_surroundings(place), language)


def _surroundings(place: Place) -> tuple[str, str]:
    """Return the classes of the words before and after, or breaks."""
    form, before, after = place.form, place.before, place.after
    left = right = BREAK
    if before and before.anatomy.core and not before.anatomy.trail and not form.anatomy.lead:
        left = class_of(before.anatomy.word)
    if after and after.anatomy.core and not after.anatomy.lead and not form.anatomy.trail:
        right = class_of(after.anatomy.word)
    return left, right


@lru_cache(maxsize=200_000)
def _fit_between(word: str, before: str, after: str, language: str) -> float:
    pairs = pairs_of(language)
    first, _, last = word.partition(" ")
    fit = pairs.get(before, {}).get(class_of(first), 0.0)
    fit += pairs.get(class_of(last or first), {}).get(after, 0.0)
    if last:
        fit += pairs.get(class_of(first), {}).get(class_of(last), 0.0)
    return _TRUST * fit


def best_fitting(place: Place, language: str) -> tuple[str, float]:
    """Return the neighbour that fits best, and how much better it fits than the word itself."""
    word = place.word
    before, after = _surroundings(place)
    own = log10(max(word.share, SMALLEST_FREQUENCY))
    own += _fit_between(word.anatomy.word, before, after, language)
    best, merit = "", own - 3.0
    for near in word.neighbours:
        found = near.merit + _fit_between(near.word, before, after, language)
        if found > merit:
            best, merit = near.word, found
    return best, merit - own


def of_place(place: Place, language: str) -> Features:
    """Return how the word fits beside its neighbours."""
    form = place.form
    if form.anatomy.kind is not Kind.WORD or place.cut or not pairs_of(language):
        return {}
    own = fit_of(form.anatomy.word, place, language)
    _, gain = best_fitting(place, language)
    found = {"context.unfit": between(-own, 0.0, 2.0), "context.fit": between(own, 0.0, 1.5)}
    if form.share > 0:
        name = "title" if form.case is Case.TITLE else "listed"
        found[f"context.{name}_better"] = between(gain, -1.0, 1.0)
        found[f"context.{name}_much_better"] = between(gain, 1.0, 3.0)
        found["context.worse"] = between(gain, -4.0, -1.0)
    return found


def sentence(place: Place, language: str) -> Message:
    """Return what would fit better, for the person."""
    best, gain = best_fitting(place, language)
    core = place.form.anatomy.core
    if gain > 0 and best:
        best = best.upper() if place.form.case is Case.CAPITALS else best
        template = QT_TRANSLATE_NOOP(
            "Reasons", "“{word}” hardly fits beside its neighbours; “{other}” would."
        )
        return message(template, word=core, other=best)
    template = QT_TRANSLATE_NOOP("Reasons", "“{word}” hardly fits beside its neighbours.")
    return message(template, word=core)
