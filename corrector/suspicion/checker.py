"""Checks a text: which tokens are probably wrong, why, and what they probably are."""

from collections.abc import Sequence
from threading import Lock
from typing import Final

from corrector.suspicion.evidence.features import Features
from corrector.suspicion.evidence.given import NO_EVIDENCE, Evidence
from corrector.suspicion.findings import CheckResult, Suspicion
from corrector.suspicion.forms import Case
from corrector.suspicion.grounds import Grounds
from corrector.suspicion.kept_places import KeptPlaces
from corrector.suspicion.knowledge import Knowledge
from corrector.suspicion.lone_marks import mark_usual_lone_marks
from corrector.suspicion.old_spelling import old_words
from corrector.suspicion.other_languages import mark_other_languages
from corrector.suspicion.page_misreadings import PageMisreadings
from corrector.suspicion.page_prior import shift_of
from corrector.suspicion.places import Place, Standing, places_of
from corrector.suspicion.scoring import Model, probability, shipped_model
from corrector.suspicion.trust import Trusted
from corrector.suspicion.uncollected import uncollected
from corrector.suspicion.unread_stretches import forget_unread_stretches
from corrector.suspicion.untouched import untouched_suspicions
from corrector.text.edits import Edit
from corrector.text.tokens import Span

KEPT_WITHIN: Final = 0.02
"""A suspicion far from all edits keeps its reasons and suggestions if its score moved less."""
_NONE: Final[dict[int, Suspicion]] = {}


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
        self._kept = KeptPlaces()
        self._loaded: Knowledge | None = None

    def prepare(self) -> None:
        """Load word lists and weights now (a third of a second); call it in the background."""
        self._knowledge().prepare()

    def check(
        self,
        text: str,
        evidence: Evidence = NO_EVIDENCE,
        *,
        threshold: float | None = None,
        all_tokens: bool = False,
    ) -> CheckResult:
        """Return the suspicious tokens of `text`, in order.

        Args:
            text: what to check; spans of the result are spans of it.
            evidence: what is known beside the text; all of it may be missing.
            threshold: the score, 0..1, from which a token is shown; None for where F1 is best.
            all_tokens: whether to return the tokens below the threshold, too.
        """
        limit = self.threshold(evidence) if threshold is None else threshold
        with uncollected():
            places = self.places(text, evidence)
            found = self._judged(places, evidence, limit, _NONE, all_tokens=all_tokens)
        self._kept.keep(text, places)
        return CheckResult(text, self.languages, len(places), tuple(found), limit)

    def recheck(
        self,
        previous: CheckResult,
        text: str,
        edits: Sequence[Edit],
        evidence: Evidence = NO_EVIDENCE,
        *,
        threshold: float | None = None,
        all_tokens: bool = False,
    ) -> CheckResult:
        """Return what `check` would, much faster where little changed since `previous`.

        Spans, scores and what is shown are those of a full check. Reasons and suggestions of
        tokens more than a line away from all edits are those of `previous`, as long as their
        score moved less than `KEPT_WITHIN`: page-wide counts may have changed a little.

        Args:
            previous: an earlier result of this checker.
            text: what to check now.
            edits: what was done to the text of `previous`, in order.
            evidence: as for `check`.
            threshold: as for `check`.
            all_tokens: as for `check`.
        """
        limit = self.threshold(evidence) if threshold is None else threshold
        with uncollected():
            places = self.places(text, evidence, self._kept.take(text, previous.text))
            kept = untouched_suspicions(previous, text, edits)
            found = self._judged(places, evidence, limit, kept, all_tokens=all_tokens)
        self._kept.keep(text, places)
        return CheckResult(text, self.languages, len(places), tuple(found), limit)

    def threshold(self, evidence: Evidence = NO_EVIDENCE) -> float:
        """Return the usual threshold: where F1 is best with such evidence, in such languages."""
        return self._knowledge().threshold(evidence)

    def features(self, text: str, evidence: Evidence = NO_EVIDENCE) -> list[tuple[Span, Features]]:
        """Return all numbers of all signals for each token, for training and for tests."""
        knowledge = self._knowledge()
        return [
            (place.token.span, knowledge.features(place)) for place in self.places(text, evidence)
        ]

    def grounds(self, text: str, span: Span, evidence: Evidence = NO_EVIDENCE) -> Grounds | None:
        """Return all that speaks for and against the first token in `span`; None without one."""
        knowledge, trusted = self._knowledge(), Trusted(evidence, "".join(self.languages[:1]))
        places = self.places(text, evidence)
        for place in places:
            if place.token.span.overlaps(span):
                shift = shift_of([knowledge.log_odds(one) for one in places])
                return knowledge.grounds(place, shift, trusted=trusted.covers(place))
        return None

    def places(
        self, text: str, evidence: Evidence, standing: Standing | None = None
    ) -> list[Place]:
        """Return the tokens of `text` in their surroundings, as all signals see them.

        Args:
            text: what to check.
            evidence: as for `check`.
            standing: places that are known from before, which are used again.
        """
        knowledge = self._knowledge()
        places = places_of(text, evidence, knowledge.form_of, standing)
        mark_other_languages(places, self.languages)
        mark_usual_lone_marks(places)
        if evidence.readings:
            forget_unread_stretches(places)
        old = old_words([place.form for place in places], knowledge.lexicon)
        for place in places if old else ():
            in_one_case = place.form.case is not Case.ODD
            place.old, place.old_text = in_one_case and place.form.anatomy.word in old, True
        if evidence.learned:
            lessons = knowledge.lessons(evidence.learned)
            for place in places:
                place.hints = lessons.hints_for(place.form)
            for place in places if lessons.marks else ():
                place.mark_hints = lessons.marks.hints_for(
                    place.form, place.after, ends_line=place.last
                )
        return places

    def _judged(
        self,
        places: Sequence[Place],
        evidence: Evidence,
        threshold: float,
        kept: dict[int, Suspicion],
        *,
        all_tokens: bool,
    ) -> list[Suspicion]:
        knowledge, trusted = self._knowledge(), Trusted(evidence, "".join(self.languages[:1]))
        log_odds = [knowledge.log_odds(place) for place in places]
        shift = shift_of(log_odds)
        is_right = [trusted.covers(place) for place in places]
        pairs = zip(is_right, log_odds, strict=True)
        scores = [0.0 if right else probability(one + shift) for right, one in pairs]
        shown = [at for at, score in enumerate(scores) if score >= threshold and not is_right[at]]
        doubted = {at: knowledge.doubted(places[at], scores[at]) for at in shown}
        misreadings = PageMisreadings(doubted.values(), len(places))
        found: list[Suspicion] = []
        for at, (place, score) in enumerate(zip(places, scores, strict=True)):
            span = place.token.span
            earlier = kept.get(span.start) if at in doubted else None
            if earlier is not None and abs(earlier.score - score) < KEPT_WITHIN:
                found.append(_moved(earlier, span, score))
            elif at in doubted:
                found.append(knowledge.suspicion(place, score, misreadings.ranked(doubted[at])))
            elif all_tokens:
                found.append(Suspicion(span, place.token.text, score, False, (), ()))
        return found

    def _knowledge(self) -> Knowledge:
        with self._loading:
            if self._loaded is None:
                model = self._given_model or shipped_model("".join(self.languages[:1]))
                self._loaded = Knowledge(self.languages, model)
            return self._loaded


def _moved(earlier: Suspicion, span: Span, score: float) -> Suspicion:
    """Return a suspicion from before at its new span with its new score; faster than `replace`."""
    return Suspicion(span, earlier.text, score, True, earlier.reasons, earlier.suggestions)
