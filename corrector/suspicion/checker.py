"""Checks a text: which tokens are probably wrong, why, and what they probably are."""

from threading import Lock

from corrector.suspicion.evidence.features import Features
from corrector.suspicion.evidence.given import NO_EVIDENCE, Evidence
from corrector.suspicion.findings import DEFAULT_THRESHOLD, CheckResult, Suspicion
from corrector.suspicion.knowledge import Knowledge
from corrector.suspicion.places import Place, places_of
from corrector.suspicion.scoring import Model, shipped_model
from corrector.text.tokens import Span


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
        self._loaded: Knowledge | None = None

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

    def _knowledge(self) -> Knowledge:
        with self._loading:
            if self._loaded is None:
                self._loaded = Knowledge(self.languages, self._given_model or shipped_model())
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
