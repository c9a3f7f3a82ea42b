"""What one checker knows: word lists, weights, and what they said of tokens so far."""

from collections.abc import Iterable
from typing import Final

from corrector.suspicion import distant, lost_hyphens, neighbours
from corrector.suspicion.evidence import context
from corrector.suspicion.evidence.features import Features
from corrector.suspicion.evidence.given import Evidence
from corrector.suspicion.findings import Reason, Suspicion
from corrector.suspicion.forms import Form, form_of
from corrector.suspicion.grounds import Grounds, all_sums, reasons_of
from corrector.suspicion.learning import Learned
from corrector.suspicion.lessons import Lessons
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.page_misreadings import Doubted
from corrector.suspicion.places import Place
from corrector.suspicion.scoring import Model, Weights, probability
from corrector.suspicion.signals import (
    mark_features,
    near_features,
    near_key,
    sentence_of,
    wide_features,
    wide_key,
    word_features,
)
from corrector.suspicion.suggestions import Ranked, ranked_readings, ranking_key, suggestions_of
from corrector.suspicion.sums import Sums

_MOST_FORMS: Final = 20_000
_MOST_RANKINGS: Final = 5_000
"""Suspected tokens in their surroundings whose readings and reasons are kept; 3 KB each."""
_DOUBTFUL: Final = -1.0
_MOST_DOUBTFUL: Final = 500
"""Tokens with such log-odds by their line will mostly be shown at once: what is said of them there
is kept until their reasons are asked for, of so many; 2 KB each."""
_MOST_REASONS: Final = 3
_LEAST_WEIGHT: Final = 0.3
"""Log-odds; signals that add less are not worth a sentence."""


class Knowledge:
    """Knows forms and scores tokens; what was computed once is kept, within limits.

    The caches are plain dictionaries: threads may compute a value twice, never a wrong one.
    """

    def __init__(self, languages: tuple[str, ...], model: Model) -> None:
        """Load the word lists of `languages`."""
        self.lexicon = Lexicon(languages)
        self._model = model
        self._forms: dict[str, Form] = {}
        self._of_forms: dict[tuple[str, str], Features] = {}
        self._sums_of_forms: dict[tuple[str, str, int], float] = {}
        self._sums = Sums(self._near_sum, lambda place: wide_features(place, self.form_of))
        self._doubtful: dict[tuple[object, ...], Features] = {}
        self._lessons: Lessons | None = None
        self._rankings: dict[tuple[object, ...], Ranked] = {}
        self._reasons: dict[tuple[object, ...], tuple[Reason, ...]] = {}

    def prepare(self) -> None:
        """Build all tables now that are otherwise built when they are first needed."""
        self.lexicon.prepare()
        neighbours.prepare(self.lexicon)
        distant.prepare(self.lexicon)
        lost_hyphens.prepare(self.lexicon)
        context.prepare(self.lexicon.main)

    def lessons(self, learned: Learned) -> Lessons:
        """Return `learned` ready to be asked; the last ones are kept."""
        lessons = self._lessons
        if lessons is None or lessons.learned is not learned:
            lessons = self._lessons = Lessons(learned, self.lexicon)
        return lessons

    def form_of(self, text: str) -> Form:
        """Return what is known of the token `text` alone."""
        found = self._forms.get(text)
        if found is None:
            if len(self._forms) > _MOST_FORMS:
                self._forms.clear()
                self._of_forms.clear()
                self._sums_of_forms.clear()
            found = self._forms[text] = form_of(text, self.lexicon)
        return found

    def features(self, place: Place) -> Features:
        """Return all numbers of all signals for `place`."""
        found = dict(self._features_of_form(place))
        found.update(self._doubtful.get(near_key(place)) or near_features(place, self.lexicon))
        found.update(wide_features(place, self.form_of))
        return found

    def log_odds(self, place: Place) -> float:
        """Return how probably the token is wrong by its signals, before what the text tells."""
        return self._sums.log_odds(place, self._model.for_place(place))

    def threshold(self, evidence: Evidence) -> float:
        """Return from which score tokens are shown where the person wishes nothing else."""
        return self._model.threshold(evidence)

    def doubted(self, place: Place, score: float) -> Doubted:
        """Return what a suspected token may be, by itself and its surroundings."""
        return Doubted(place.token.text, score, self._ranked(place))

    def suspicion(self, place: Place, score: float, ranked: Ranked) -> Suspicion:
        """Return the suspicion with its reasons, and with the suggestions of `ranked`."""
        near, ranking = near_key(place), ranking_key(place)
        weights = self._model.for_place(place)
        key = (*near, *ranking, *wide_key(place), place.oddity_page, id(weights))
        reasons = self._reasons.get(key)
        if reasons is None:
            if len(self._reasons) > _MOST_RANKINGS:
                self._reasons.clear()
            reasons = self._reasons[key] = tuple(self._heaviest(place, weights))
        suggestions = suggestions_of(ranked, score)
        return Suspicion(place.token.span, place.token.text, score, True, reasons, suggestions)

    def grounds(self, place: Place, shift: float, *, trusted: bool) -> Grounds:
        """Return all that speaks for the token being wrong, and all that speaks for it.

        Args:
            place: the token in its surroundings.
            shift: what the whole text adds to the log-odds.
            trusted: whether a person called it right.
        """
        weights = self._model.for_place(place)
        sums = all_sums(place, weights, self.features(place))
        wrong, right = reasons_of(place, sums, self.lexicon)
        token = place.token
        score = probability(self.log_odds(place) + shift)
        return Grounds(token.span, token.text, score, trusted, wrong, right)

    def _near_sum(self, place: Place, weights: Weights) -> float:
        key = (place.form.text, place.word.text, id(weights))
        of_form = self._sums_of_forms.get(key)
        if of_form is None:
            of_form = self._sums_of_forms[key] = weights.sum_of(self._features_of_form(place))
        near = near_features(place, self.lexicon)
        found = of_form + weights.sum_of(near)
        if found > _DOUBTFUL:
            if len(self._doubtful) > _MOST_DOUBTFUL:
                self._doubtful.clear()
            self._doubtful[near_key(place)] = near
        return found

    def _ranked(self, place: Place) -> Ranked:
        key = (*near_key(place), *ranking_key(place))
        found = self._rankings.get(key)
        if found is None:
            if len(self._rankings) > _MOST_RANKINGS:
                self._rankings.clear()
            found = self._rankings[key] = ranked_readings(place, self.form_of, self.lexicon)
        return found

    def _features_of_form(self, place: Place) -> Features:
        key = (place.form.text, place.word.text)
        found = self._of_forms.get(key)
        if found is None:
            found = {**word_features(place.word), **mark_features(place.form)}
            self._of_forms[key] = found
        return found

    def _heaviest(self, place: Place, weights: Weights) -> Iterable[Reason]:
        sums = weights.by_signal(self.features(place))
        heaviest = sorted(sums.items(), key=lambda entry: -entry[1])[:_MOST_REASONS]
        for position, (signal, weight) in enumerate(heaviest):
            if weight > _LEAST_WEIGHT or position == 0:
                yield Reason(signal, sentence_of(signal, place, self.lexicon.main), weight)
