"""Candidates are written as the word stands that was meant: small, with a capital, in capitals."""

import pytest

from corrector.suspicion.checker import Checker
from tests.suspicion.asked import suggested


@pytest.mark.parametrize(
    ("text", "token", "right"),
    [
        ("The letter was sent by Mr. O'Donnoll to the council.", "O'Donnoll", "O'Donnell"),
        ("The case was heard before Mr. McDonaId and the others.", "McDonaId", "McDonald"),
        ("The letter was sent by Mr. Mccarthv to the council.", "Mccarthv", "McCarthy"),
        ("The letter came on FRIDaY, and was read at once.", "FRIDaY,", "FRIDAY,"),
    ],
)
def test_capitals_stand_inside_a_word_where_they_belong(
    english: Checker, text: str, token: str, right: str
) -> None:
    assert suggested(english, text, token)[0] == right


def test_a_small_word_whose_first_letter_became_a_capital_is_offered_small(
    english: Checker,
) -> None:
    text = "This was one of tim Rrcatest fires that the town had seen."
    found = suggested(english, text, "Rrcatest")
    assert found.index("greatest") < found.index("Greatest")


def test_a_name_whose_capital_was_misread_keeps_its_capital(english: Checker) -> None:
    text = "He was a member of the Koyal Society of that country."
    assert suggested(english, text, "Koyal")[0] == "Royal"


def test_a_word_that_recurs_misread_is_no_better_candidate(english: Checker) -> None:
    text = "The men woro sent home. The others woro kept there. Many woro hurt and some wcro lost."
    assert suggested(english, text, "wcro")[0] == "were"


@pytest.mark.parametrize("right", ["made", "made,", "made."])
def test_a_word_with_an_odd_sign_behind_it_is_offered_with_its_mark(
    english: Checker, right: str
) -> None:
    text = "No further progress could be made» and the work was stopped for the year."
    assert right in suggested(english, text, "made»")
