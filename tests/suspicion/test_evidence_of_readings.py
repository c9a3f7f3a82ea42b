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


def scores_with(checker: Checker, text: str, readings: dict[str, str]) -> dict[str, float]:
    """Return the scores of the tokens of `text`, read again as `readings` say, others alike."""
    spans = [token.span for token in tokenise(text)]
    evidence = Evidence(
        readings={span: readings.get(span.of(text), span.of(text)) for span in spans},
        sureness=dict.fromkeys(spans, 0.93),
    )
    found = checker.check(text, evidence, all_tokens=True)
    return {one.text: one.score for one in found.suspicions}


def test_a_line_that_the_fresh_reading_missed_is_not_suspected_for_it(english: Checker) -> None:
    text = "We left the station at noon.\nThe porter carried both trunks upstairs.\nThen it rained."
    missed = dict.fromkeys(text.split("\n")[1].split(), "")
    alone = {one.text: one.score for one in english.check(text, all_tokens=True).suspicions}
    found = scores_with(english, text, missed)
    for word in missed:
        assert found[word] == pytest.approx(alone[word], abs=0.05)


def test_debris_where_the_fresh_reading_saw_nothing_is_suspected_for_it(english: Checker) -> None:
    text = "We left the station at noon.\nxq ~j vlk }i\nThen it rained."
    debris = dict.fromkeys(text.split("\n")[1].split(), "")
    seen = scores_with(english, text, {})
    unseen = scores_with(english, text, debris)
    assert all(unseen[one] > seen[one] for one in debris)


def test_a_comma_before_a_new_sentence_is_doubted_though_both_readings_have_it(
    english: Checker,
) -> None:
    text = "The bridge was closed in the winter, The road along the river stayed open."
    found = scores_with(english, text, {})
    assert found["winter,"] > 0.3
    assert found["winter,"] > 5 * max(found["closed"], found["stayed"])
