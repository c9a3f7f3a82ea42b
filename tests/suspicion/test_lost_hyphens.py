"""The first half of a word at a line end gets the hyphen back that was lost, or read as a speck."""

import pytest

from corrector.suspicion.checker import Checker
from tests.suspicion.asked import suggested


@pytest.mark.parametrize(
    ("text", "token", "right"),
    [
        ("They had come to the govern\nment house in the town.", "govern", "govern-"),
        ("They came for the remem.\nbrance of the dead in the town.", "remem.", "remem-"),
        ("They had come to the gcvern\nment house in the town.", "gcvern", "govern-"),
        ("THEY CAME TO THE GOVERN\nMENT HOUSE IN THE TOWN.", "GOVERN", "GOVERN-"),
        ("He was of the opin'\nion that it would rain.", "opin'", "opin-"),
    ],
)
def test_the_hyphen_comes_back_first(english: Checker, text: str, token: str, right: str) -> None:
    assert suggested(english, text, token)[0] == right


def test_a_half_that_does_not_fit_the_next_line_is_still_offered(english: Checker) -> None:
    text = "They had come to the gcvern\nmcnt house in the town."
    assert suggested(english, text, "gcvern")[0] == "govern-"


@pytest.mark.parametrize(
    "text",
    [
        "They had come to the gcvern ment house in the town.",
        "They had come to the gcvern\n\nment house in the town.",
        "They had come to the gcvern\nMent House in the town.",
    ],
)
def test_nothing_is_cut_inside_lines_at_ends_of_paragraphs_and_before_capitals(
    english: Checker, text: str
) -> None:
    assert "govern-" not in suggested(english, text, "gcvern")
