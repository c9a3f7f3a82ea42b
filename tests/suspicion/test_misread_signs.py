"""Letters read for the sign & and for the digits of prices are shown, and come back as these."""

import pytest

from corrector.suspicion.checker import Checker
from tests.suspicion.asked import suggested


@pytest.mark.parametrize("sign", ["A", "k", "4"])
def test_a_sign_between_the_names_of_a_firm_is_offered_as_an_ampersand(
    english: Checker, sign: str
) -> None:
    text = f"The goods of Messrs. Carter {sign} Sons were sent to London by rail."
    assert sign in [one.text for one in english.check(text).suspicions]
    assert suggested(english, text, sign)[0] == "&"


def test_a_letter_before_another_word_is_no_ampersand(english: Checker) -> None:
    text = "It was the second part. A son was born to them in London."
    assert "A" not in [one.text for one in english.check(text).suspicions]


@pytest.mark.parametrize(
    ("text", "token", "right"),
    [
        ("The price of a ticket was Is 6d for each of them.", "Is", "1s"),
        ("They paid £2 ls. 4d. for the whole of the work.", "ls.", "1s."),
        ("He had to pay Us 6d for the return journey.", "Us", "11s"),
        ("The fare was 5s Id in the second class.", "Id", "1d"),
    ],
)
def test_shillings_and_pence_read_as_letters_come_back_as_digits(
    english: Checker, text: str, token: str, right: str
) -> None:
    assert token in [one.text for one in english.check(text).suspicions]
    assert suggested(english, text, token)[0] == right


def test_words_beside_no_price_are_no_shillings(english: Checker) -> None:
    assert not english.check("Is there anything that he can tell us?").suspicions
