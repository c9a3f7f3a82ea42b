"""Tests what a fresh reading of the scan adds to a token's score."""

import pytest

from corrector.suspicion.checker import Checker
from corrector.suspicion.evidence.given import Evidence
from corrector.text.tokens import tokenise

TEXT = "The letter from Dr. Kestrop came with the morning post."


def score_of(checker: Checker, word: str, evidence: Evidence) -> float:
    found = checker.check(TEXT, evidence, all_tokens=True)
    return next(one.score for one in found.suspicions if one.text == word)


def evidence_with(word: str, reading: str, sure: float) -> Evidence:
    spans = {token.text: token.span for token in tokenise(TEXT)}
    return Evidence(readings={spans[word]: reading}, sureness={spans[word]: sure})


def test_a_sure_reading_that_agrees_speaks_for_an_unknown_name(english: Checker) -> None:
    sure = score_of(english, "Kestrop", evidence_with("Kestrop", "Kestrop", 0.96))
    unsure = score_of(english, "Kestrop", evidence_with("Kestrop", "Kestrop", 0.4))
    assert sure < unsure
    assert sure < score_of(english, "Kestrop", Evidence())


def test_a_sure_reading_that_differs_weighs_more_than_an_unsure_one(english: Checker) -> None:
    sure = score_of(english, "came", evidence_with("came", "come", 0.95))
    unsure = score_of(english, "came", evidence_with("came", "come", 0.2))
    assert sure > unsure


@pytest.mark.parametrize("reading", ["came", "”came", "", "   "])
def test_a_reading_without_sureness_still_counts(english: Checker, reading: str) -> None:
    spans = {token.text: token.span for token in tokenise(TEXT)}
    assert 0 <= score_of(english, "came", Evidence(readings={spans["came"]: reading})) <= 1


@pytest.mark.parametrize(("word", "flagged"), [("hascarried", True), ("Hascarried", False)])
def test_two_words_read_alike_without_their_blank_are_still_shown_but_for_names(
    english: Checker, word: str, flagged: bool
) -> None:
    text = f"The railway through the valley, which {word} no traffic since the autumn."
    spans = [token.span for token in tokenise(text)]
    evidence = Evidence(
        readings={span: span.of(text) for span in spans}, sureness=dict.fromkeys(spans, 0.9)
    )
    shown = english.check(text, evidence).suspicions
    assert (word in [one.text for one in shown]) is flagged
    if flagged:
        assert shown[0].suggestions[0].text == "has carried"
