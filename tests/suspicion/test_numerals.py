"""Numbers read with letters in them come back as numbers, abbreviations with their stop."""

import pytest

from corrector.suspicion.checker import Checker
from tests.suspicion.asked import suggested


@pytest.mark.parametrize(
    ("text", "token", "right"),
    [
        ("The council met on the 31sl December of that year.", "31sl", "31st"),
        ("The press of the Sth of May announced it to the country.", "Sth", "5th"),
        ("It is the 2ud letter that he wrote this week.", "2ud", "2nd"),
        ("He arrived on the 12tb of March and left at once.", "12tb", "12th"),
        ("The law was changed in the year 19h2 by the council.", "19h2", "1942"),
        ("They paid 1O dollars for the whole of it.", "1O", "10"),
    ],
)
def test_a_number_read_with_letters_comes_back_first(
    english: Checker, text: str, token: str, right: str
) -> None:
    assert suggested(english, text, token)[0] == right


@pytest.mark.parametrize("token", ["Mrs,", "Pte"])
def test_an_abbreviation_without_its_stop_gets_it_first(english: Checker, token: str) -> None:
    text = f"The letter of {token} Harlow was read by the whole company."
    assert suggested(english, text, token)[0] == token.rstrip(",") + "."


def test_a_german_word_like_an_ordinal_is_a_word(german: Checker) -> None:
    found = german.check("Ist der Brief heute angekommen?", all_tokens=True).suspicions
    assert found[0].text == "Ist"
    assert found[0].score < 0.1


def test_an_ordinal_that_is_right_is_not_mended(english: Checker) -> None:
    text = "He came on the 11th and left on the 22nd of May."
    assert not english.check(text).suspicions
