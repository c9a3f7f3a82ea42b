"""Readings are ranked by what is learned of right ones, and say how probable they are."""

import math

import pytest

from corrector.suspicion.checker import Checker
from corrector.suspicion.findings import Suspicion
from corrector.suspicion.ranking import shipped_weights


def found(english: Checker, text: str, word: str) -> Suspicion:
    return next(one for one in english.check(text).suspicions if one.text == word)


def test_the_shipped_weights_are_numbers_of_which_merit_is_one() -> None:
    weights = shipped_weights()
    assert weights.by_trait["merit"] > 0
    assert all(math.isfinite(one) for one in weights.by_trait.values())
    assert math.isfinite(weights.bias)
    assert weights.of_sum > 0


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        ("He said that tlic train had left the station at noon.", "tlic", "the"),
        ("The ship tvas lost in the storm with all its crew.", "tvas", "was"),
        ("They took tbe road to the south and were not seen again.", "tbe", "the"),
    ],
)
def test_damaged_short_words_are_offered_first_where_they_fit(
    english: Checker, text: str, word: str, right: str
) -> None:
    assert found(english, text, word).suggestions[0].text == right


def test_listed_words_go_before_those_that_no_list_knows(english: Checker) -> None:
    suspicion = found(english, "The goverrment of the country had resigned.", "goverrment")
    assert suspicion.suggestions[0].text == "government"


def test_probabilities_fall_and_are_together_no_more_than_the_score(english: Checker) -> None:
    suspicion = found(english, "The ship tvas lost in the storm with all its crew.", "tvas")
    scores = [one.score for one in suspicion.suggestions]
    assert scores == sorted(scores, reverse=True)
    assert 0 < sum(scores) <= suspicion.score
