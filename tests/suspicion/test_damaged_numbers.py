"""Numbers whose digits, units and marks were misread come back as what they were."""

import time

import pytest

from corrector.suspicion.checker import Checker
from tests.suspicion.asked import suggested


@pytest.mark.parametrize(
    ("text", "token", "right"),
    [
        ("They paid £2 10a. for the cow and went home.", "10a.", "10s."),
        ("They paid 10s. 6J. for the cow and went home.", "6J.", "6d."),
        ("They paid 6B. 4d. for the cow and went home.", "6B.", "6s."),
        ("They paid 3« 6d for the cow and went home.", "3«", "3s"),
        ("They paid £2 Oa. for the cow and went home.", "Oa.", "0s."),
    ],
)
def test_shillings_and_pence_come_back_beside_other_sums(
    english: Checker, text: str, token: str, right: str
) -> None:
    assert suggested(english, text, token)[0] == right


def test_pence_follow_shillings_and_shillings_pounds(english: Checker) -> None:
    behind_pounds = suggested(english, "He paid £2 10a. for the old cow.", "10a.")
    behind_shillings = suggested(english, "He paid 9s. 10a. for the old cow.", "10a.")
    assert behind_pounds[:2] == ["10s.", "10d."]
    assert behind_shillings[:2] == ["10d.", "10s."]


def test_letters_that_stand_beside_no_sum_are_no_money(english: Checker) -> None:
    found = suggested(english, "They saw Oa. by the cow and went home.", "Oa.")
    assert found
    assert not {"0s.", "0d."}.intersection(found)


@pytest.mark.parametrize(
    ("text", "token", "readings"),
    [
        ("They counted 2S6 sheep in the field.", "2S6", ["256", "286"]),
        ("They gathered 4D8 sheep on the hill.", "4D8", ["408"]),
        ("He has 7h sheep on the hill.", "7h", ["74"]),
    ],
)
def test_all_that_a_number_may_be_is_offered_likeliest_first(
    english: Checker, text: str, token: str, readings: list[str]
) -> None:
    found = suggested(english, text, token)
    assert [one for one in found if one.isdigit()][: len(readings)] == readings


@pytest.mark.parametrize(("token", "right"), [("1S63", "1863"), ("lS72", "1872"), ("18S2", "1852")])
def test_a_year_that_texts_are_about_goes_before_other_numbers(
    english: Checker, token: str, right: str
) -> None:
    assert suggested(english, f"The mill was burnt in {token} by the men.", token)[0] == right


@pytest.mark.parametrize("token", ["12\\", "12^", "12}"])
def test_a_sign_behind_a_number_may_be_a_fraction(english: Checker, token: str) -> None:
    found = suggested(english, f"A field of {token} acres was sold to him.", token)
    fractions = [one for one in found if one in {"12½", "12¼", "12¾"}]
    assert fractions == ["12½", "12¼", "12¾"]


def test_thousands_get_their_comma(english: Checker) -> None:
    assert suggested(english, "The town has £14.500 in the bank.", "£14.500")[0] == "£14,500"
    assert "14,50" not in suggested(english, "It is 14.50 miles from there.", "14.50")


def test_a_number_loses_an_odd_mark_before_it(english: Checker) -> None:
    found = suggested(english, "The town had ~1S63 people in it.", "~1S63")
    assert found[0] == "1863"


def test_the_digit_before_a_word_may_be_the_word_i_in_english_only(
    english: Checker, french: Checker
) -> None:
    assert "I" in suggested(english, "He knew that 1 was there before him.", "1")
    assert "I" not in suggested(french, "Il vint avec 1 homme et deux femmes.", "1")


def test_a_fraction_is_not_written_out_with_a_stroke(english: Checker) -> None:
    found = suggested(english, "He asked for a credit of 5½ per cent.", "5½")
    assert found
    assert not [one for one in found if "\u2044" in one]


def test_thousands_of_damaged_numbers_are_read_fast(english: Checker) -> None:
    text = " ".join(f"{number}S{number % 7}B" for number in range(3000))
    start = time.process_time()
    found = english.check(text).suspicions
    assert time.process_time() - start < 20.0, "four seconds are meant; a busy machine is forgiven"
    assert len(found) > 1000
