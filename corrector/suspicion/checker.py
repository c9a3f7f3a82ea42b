"""Checks a text: which tokens are probably wrong, why, and what they probably are."""

from collections.abc import Iterable
from threading import Lock
from typing import Final

from corrector.suspicion.evidence.features import Features
from corrector.suspicion.evidence.given import NO_EVIDENCE, Evidence
from corrector.suspicion.findings import DEFAULT_THRESHOLD, CheckResult, Reason, Suspicion
from corrector.suspicion.forms import Form, form_of
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.places import Place, places_of
from corrector.suspicion.scoring import Model, Weights, probability, shipped_model
from corrector.suspicion.signals import mark_features, place_features, sentence_of, word_features
from corrector.suspicion.suggestions import suggestions_for
from corrector.text.tokens import Span

_MOST_FORMS: Final = 200_000
_MOST_REASONS: Final = 3
_LEAST_WEIGHT: Final = 0.3
"""Log-odds; signals that add less are not worth a sentence."""


class Checker:
    """Checks texts in one set of languages; may be used by several threads at once."""

    def __init__(self, languages: tuple[str, ...], *, model: Model | None = None) -> None:
        """Prepare checking; nothing is loaded before `prepare` or the first check.

        Args:
            languages: ISO 639-1 codes, the main language first.
            model: how to weigh the signals; the shipped model unless given.
        """
        self.languages = languages
        self._given_model = model
        self._loading = Lock()
        self._loaded: _Knowledge | None = None

    def prepare(self) -> None:
        """Load word lists and weights now (about a second); call it in the background."""
        self._knowledge()

    def check(
        self,
        text: str,
        evidence: Evidence = NO_EVIDENCE,
        *,
        threshold: float = DEFAULT_THRESHOLD,
        all_tokens: bool = False,
    ) -> CheckResult:
        """Return the suspicious tokens of `text`, in order.

        Args:
            text: what to check; spans of the result are spans of it.
            evidence: what is known beside the text; all of it may be missing.
            threshold: the score, 0..1, from which a token is shown.
            all_tokens: whether to return the tokens below the threshold, too.
        """
        knowledge = self._knowledge()
        places = places_of(text, evidence, knowledge.form_of)
        trusted = _Trusted(evidence)
        found: list[Suspicion] = []
        for place in places:
            score, shown = 0.0, False
            if not trusted.covers(place):
                score = knowledge.score(place)
                shown = score >= threshold
            if shown:
                found.append(knowledge.suspicion(place, score))
            elif all_tokens:
                found.append(Suspicion(place.token.span, place.token.text, score, False, (), ()))
        return CheckResult(text, self.languages, len(places), tuple(found))

    def features(self, text: str, evidence: Evidence = NO_EVIDENCE) -> list[tuple[Span, Features]]:
        """Return all numbers of all signals for each token, for training and for tests."""
        knowledge = self._knowledge()
        places = places_of(text, evidence, knowledge.form_of)
        return [(place.token.span, knowledge.features(place)) for place in places]

    def _knowledge(self) -> "_Knowledge":
        with self._loading:
            if self._loaded is None:
                self._loaded = _Knowledge(self.languages, self._given_model or shipped_model())
            return self._loaded


class _Trusted:
    """What a person called right: spans of this text, and words."""

    def __init__(self, evidence: Evidence) -> None:
        self._words = {word.casefold() for word in evidence.known_words}
        self._spans = {
            place for span in evidence.confirmed for place in range(span.start, span.end)
        }

    def covers(self, place: Place) -> bool:
        """Tell whether the whole token, or its word with usual marks, was called right."""
        if self._spans and self._spans.issuperset(
            range(place.token.span.start, place.token.span.end)
        ):
            return True
        if not self._words:
            return False
        text = place.token.text.casefold()
        return text in self._words or text.strip(".,;:!?()[]\"'“”‘’") in self._words


class _Knowledge:
    """Word lists, weights, and what they said of forms so far."""

    def __init__(self, languages: tuple[str, ...], model: Model) -> None:
        self._lexicon = Lexicon(languages)
        self._model = model
        self._forms: dict[str, Form] = {}
        self._word_features: dict[str, Features] = {}
        self._mark_features: dict[str, Features] = {}
        self._sums: dict[tuple[str, str, int], float] = {}

    def form_of(self, text: str) -> Form:
        found = self._forms.get(text)
        if found is None:
            if len(self._forms) > _MOST_FORMS:
                self._forget()
            found = self._forms[text] = form_of(text, self._lexicon)
            self._word_features[text] = word_features(found)
            self._mark_features[text] = mark_features(found)
        return found

    def _forget(self) -> None:
        for cache in (self._forms, self._word_features, self._mark_features, self._sums):
            cache.clear()

    def features(self, place: Place) -> Features:
        found = dict(self._of_form(place))
        found.update(place_features(place, self._lexicon, self.form_of))
        return found

    def _of_form(self, place: Place) -> Features:
        own, word = place.form.text, place.word.text
        marks = self._mark_features.get(own) or mark_features(place.form)
        return {**(self._word_features.get(word) or word_features(place.word)), **marks}

    def score(self, place: Place) -> float:
        weights = self._model.for_place(place)
        key = (place.form.text, place.word.text, id(weights))
        of_form = self._sums.get(key)
        if of_form is None:
            of_form = self._sums[key] = weights.sum_of(self._of_form(place))
        of_place = weights.sum_of(place_features(place, self._lexicon, self.form_of))
        return probability(weights.bias + of_form + of_place)

    def suspicion(self, place: Place, score: float) -> Suspicion:
        reasons = tuple(self._reasons(place, self._model.for_place(place)))
        suggestions = suggestions_for(place, score, self.form_of, self._lexicon)
        return Suspicion(place.token.span, place.token.text, score, True, reasons, suggestions)

    def _reasons(self, place: Place, weights: Weights) -> Iterable[Reason]:
        sums = weights.by_signal(self.features(place))
        heaviest = sorted(sums.items(), key=lambda entry: -entry[1])[:_MOST_REASONS]
        for position, (signal, weight) in enumerate(heaviest):
            if weight > _LEAST_WEIGHT or position == 0:
                yield Reason(signal, sentence_of(signal, place, self._lexicon.main), weight)
