"""Signal `context`: does the word fit beside its neighbours, and would a similar one fit better?"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from operator import itemgetter
from types import MappingProxyType
from typing import Final

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.paths import resources
from corrector.suspicion.abbreviations import ABBREVIATIONS
from corrector.suspicion.collocations import collocations_of
from corrector.suspicion.evidence import company
from corrector.suspicion.evidence.features import Features, between
from corrector.suspicion.evidence.fitting import (
    COMPARED,
    MOST_FORMS,
    Fits,
    best_fitting,
    comparison,
    names_in,
)
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.neighbours import Neighbours
from corrector.suspicion.places import Place

SIGNAL = "context"
BREAK: Final = "."
_MOST_CLASSES: Final = 100_000
_NO_PAIRS: Final[Mapping[str, float]] = MappingProxyType({})
_STOPS: Final = frozenset(".,;:")
_SHARE_OF_COMPANY: Final = 0.5
_WEIGHT: Final = 1.5
"""What fits in place of a token that is wrong is right the more often; by the training pages."""
_Columns = tuple[tuple[str, ...], tuple[Mapping[str, float], ...], tuple[float, ...]]
"""Words, or pairs of them, ready to be looked up: the classes that they begin with, how well others
stand behind the classes that they end with, and how well the two words of a pair stand together."""
_NAMES: Final = names_in("context.")
_TRUST: Final = 0.8
"""How far the neighbours are believed against frequency and likeness."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """How well classes of words stand together in a language.

    Attributes:
        words: words that are a class by themselves, in small letters.
        endings: all other words go by the first of these that they have.
        pairs: decimal logarithms of how much more often two classes meet than by chance.
    """

    words: frozenset[str]
    endings: tuple[str, ...]
    pairs: Mapping[str, Mapping[str, float]]

    def class_of(self, word: str) -> str:
        """Return the class under which `word` (small letters) is counted."""
        if word in self.words:
            return word
        if word.isdigit():
            return "0"
        return "*" + next((ending for ending in self.endings if word.endswith(ending)), "")


@lru_cache(maxsize=8)
def table_of(language: str) -> Table | None:
    """Return the table of `language`, made by tests/evaluation/make_context.py; None without."""
    path = resources() / "suspicion" / f"context_{language}.json"
    if not path.is_file():
        return None
    content = json.loads(path.read_text(encoding="utf-8"))
    return Table(frozenset(content["words"]), tuple(content["endings"]), content["pairs"])


def prepare(language: str) -> None:
    """Load now what is otherwise loaded when it is first needed."""
    table_of(language)
    collocations_of(language)


class _Classes(dict[str, str]):
    """The classes of words in a language, worked out when they are first asked for."""

    def __init__(self, table: Table | None) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_CLASSES:
            self.clear()
        found = self[word] = self._table.class_of(word) if self._table else ""
        return found


@lru_cache(maxsize=8)
def classes_of(language: str) -> Mapping[str, str]:
    """Return the class of any word (small letters) in `language`; empty ones without a table."""
    return _Classes(table_of(language))


def fit_of(word: str, place: Place, language: str) -> float:
    """Return how well `word` fits beside the neighbours of `place`, as a decimal logarithm."""
    return Fit(place, language).of(word)


class Fit:
    """How well words fit beside the neighbours of a place, which are looked at once only."""

    __slots__ = ("_after", "_before", "_language", "_row", "most")

    def __init__(self, place: Place, language: str) -> None:
        """Look at the neighbours of `place`."""
        self._language, self.most = language, inf
        self._before, self._after = _surroundings(place, language)
        table = table_of(language)
        self._row = table.pairs.get(self._before, _NO_PAIRS) if table else _NO_PAIRS

    def of(self, word: str) -> float:
        """Return how well `word` fits, as a decimal logarithm; 0 without a table."""
        return self.of_each((word,))[0]

    def of_each(self, words: Sequence[str]) -> list[float]:
        """Return how well each of `words` fits."""
        return self._of(_columns_of(words, self._language))

    def of_form(self, form: Form) -> list[float]:
        """Return how well the word of `form` fits and, behind that, the first of its neighbours."""
        return self._of(_columns_of_form(form.anatomy.word, form.neighbours, self._language))

    def _of(self, columns: _Columns) -> list[float]:
        fit_before, after = self._row.get, self._after
        return [
            _TRUST * (fit_before(first, 0.0) + row.get(after, 0.0) + inside)
            for first, row, inside in zip(*columns, strict=True)
        ]


@lru_cache(maxsize=MOST_FORMS)
def _columns_of_form(word: str, near: Neighbours, language: str) -> _Columns:
    return _columns_of((word, *near.words[:COMPARED]), language)


def _columns_of(words: Sequence[str], language: str) -> _Columns:
    entries = [_entry_of(word, language) for word in words]
    firsts, rows, insides = zip(*entries, strict=True) if entries else ((), (), ())
    return firsts, rows, insides


def _entry_of(word: str, language: str) -> tuple[str, Mapping[str, float], float]:
    classes, table = classes_of(language), table_of(language)
    pairs = table.pairs if table else {}
    if " " not in word:
        own = classes[word]
        return own, pairs.get(own, _NO_PAIRS), 0.0
    first, last = (classes[part] for part in word.split(" ", 1))
    return first, pairs.get(last, _NO_PAIRS), pairs.get(first, _NO_PAIRS).get(last, 0.0)


class Surroundings:
    """How well words fit by what is counted of classes and, where it is, word by word."""

    __slots__ = ("_by_table", "_company", "_known", "_word")

    def __init__(self, place: Place, language: str) -> None:
        """Look at the neighbours of `place`."""
        counted = collocations_of(language)
        self._by_table = Fit(place, language)
        self._company = company.Company(place, counted) if counted else None
        self._word = place.word
        self._known: dict[str, float] = {}

    def of(self, word: str) -> float:
        """Return how well `word` fits, as a decimal logarithm."""
        return self.of_each((word,))[0]

    def of_each(self, words: Sequence[str]) -> list[float]:
        """Return how well each of `words` fits."""
        known = self._known or self._of_own_word()
        others = [word for word in words if word not in known]
        if others:
            by_table, company = self._by_table.of_each(others), self._company
            by_company = company.of_each(others) if company else None
            known.update(self._mean(others, by_table, by_company))
        return [known[word] for word in words]

    def _of_own_word(self) -> dict[str, float]:
        """Return how well what stands there fits and those it is compared with, kept ready."""
        form, company = self._word, self._company
        words = (form.anatomy.word, *form.neighbours.words)
        by_table = self._by_table.of_form(form)
        by_company = company.of_form(form) if company else None
        self._known.update(self._mean(words, by_table, by_company))
        return self._known

    def _mean(
        self, words: Sequence[str], by_table: list[float], by_company: list[float] | None
    ) -> Iterator[tuple[str, float]]:
        """Yield the first of `words`, as many as there are fits, with what both say of each."""
        share = _SHARE_OF_COMPANY if by_company else 0.0
        pairs = zip(by_table, by_company or by_table, strict=True)
        means = [_WEIGHT * ((1.0 - share) * fit + share * other) for fit, other in pairs]
        return zip(words, means, strict=False)


def _surroundings(place: Place, language: str) -> tuple[str, str]:
    """Return the classes of the words before and after, or breaks."""
    form, before, after = place.form, place.before, place.after
    left = right = BREAK
    classes = classes_of(language)
    if before and before.anatomy.core and not before.anatomy.trail and not form.anatomy.lead:
        left = classes[before.anatomy.word]
    if after and after.anatomy.core and not after.anatomy.lead and not form.anatomy.trail:
        right = classes[after.anatomy.word]
    return left, right


def _of_marks(place: Place, language: str) -> Features:
    """Return how seldom a mark stands where one does: after, or before, a word of this class."""
    table, form, found = table_of(language), place.form, Features()
    if table is None:
        return found
    if form.anatomy.word in ABBREVIATIONS:
        return found
    if form.anatomy.trail[:1] in _STOPS and not place.last:
        own = classes_of(language)[form.anatomy.word]
        fit = table.pairs.get(own, _NO_PAIRS).get(BREAK, 0.0)
        found["context.stop_unfit"] = between(-fit, 0.0, 1.0)
        found["context.stop_very_unfit"] = between(-fit, 0.8, 1.6)
    return found


def of_place(place: Place, language: str) -> Features:
    """Return how the word fits beside its neighbours."""
    form = place.form
    if not form.is_word or form.is_initial or place.cut or table_of(language) is None:
        return {}
    fit = Fit(place, language)
    each = fit.of_form(form)
    own = each[0]
    found = _of_marks(place, language) if form.anatomy.trail else Features()
    if own < 0:
        found["context.unfit"] = between(-own, 0.0, 2.0)
    else:
        found["context.fit"] = between(own, 0.0, 1.5)
    found.update(comparison(form, each, fit.most, _NAMES))
    found.update(company.of_place(place, language))
    return found


def sentence(place: Place, language: str) -> Message:
    """Return what would fit better, for the person."""
    word = place.word
    fits: list[Fits] = [Fit(place, language)]
    counted = collocations_of(language)
    if counted and place.after and company.stops_too_early(place, counted):
        template = QT_TRANSLATE_NOOP(
            "Reasons", "Hardly any sentence ends between “{word}” and “{next}”."
        )
        return message(template, word=place.form.anatomy.core, next=place.after.anatomy.core)
    if counted and not company.may_be_name(place):
        fits.append(company.Company(place, counted))
    best, gain = max(
        (best_fitting(word, one.of_form(word), one.most) for one in fits),
        key=itemgetter(1),
    )
    core = place.form.anatomy.core
    if gain > 0 and best:
        best = best.upper() if place.form.case is Case.CAPITALS else best
        template = QT_TRANSLATE_NOOP(
            "Reasons", "“{word}” hardly fits beside its neighbours; “{other}” would."
        )
        return message(template, word=core, other=best)
    template = QT_TRANSLATE_NOOP("Reasons", "“{word}” hardly fits beside its neighbours.")
    return message(template, word=core)
