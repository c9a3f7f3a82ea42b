"""Where a person wishes nothing, the threshold goes by language and by what is known."""

import pytest

from corrector.suspicion.checker import Checker
from corrector.suspicion.evidence.given import Evidence
from corrector.suspicion.scoring import Model, Weights
from corrector.text.tokens import Span

_TEXT = "The qxzt was seen in the house."
_SPAN = Span(4, 8)
_THRESHOLDS = {"text": 0.2, "confidence": 0.3, "reading": 0.4, "both": 0.5}


@pytest.fixture(scope="module")
def checker() -> Checker:
    weights = {kind: Weights(-0.8, {}, limit) for kind, limit in _THRESHOLDS.items()}
    return Checker(("en",), model=Model(weights))


@pytest.mark.parametrize(
    ("evidence", "kind"),
    [
        (Evidence(), "text"),
        (Evidence(confidences={_SPAN: 0.5}), "confidence"),
        (Evidence(readings={_SPAN: "cat"}), "reading"),
        (Evidence(confidences={_SPAN: 0.5}, readings={_SPAN: "cat"}), "both"),
    ],
)
def test_tokens_are_shown_from_where_it_is_best_for_such_evidence(
    checker: Checker, evidence: Evidence, kind: str
) -> None:
    found = checker.check(_TEXT, evidence, all_tokens=True)

    assert found.threshold == _THRESHOLDS[kind]
    assert all(one.shown == (one.score >= found.threshold) for one in found.suspicions)
    assert {one.shown for one in found.suspicions} == {_THRESHOLDS[kind] < 0.31}


def test_what_a_person_wishes_goes_before(checker: Checker) -> None:
    found = checker.check(_TEXT, threshold=0.99, all_tokens=True)

    assert found.threshold == 0.99
    assert not any(one.shown for one in found.suspicions)


def test_a_recheck_uses_the_same_threshold(checker: Checker) -> None:
    first = checker.check(_TEXT)

    assert checker.recheck(first, _TEXT, ()).threshold == first.threshold


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_shipped_threshold_is_one_that_shows_something(language: str) -> None:
    for evidence in (Evidence(), Evidence(confidences={_SPAN: 0.5}, readings={_SPAN: "cat"})):
        assert 0.1 < Checker((language,)).threshold(evidence) < 0.7
