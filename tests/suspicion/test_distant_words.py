"""Tokens of which little is left lead to usual words: by letters, by signs, and part by part."""

import pytest

from corrector.suspicion.checker import Checker
from corrector.suspicion.distant import distant_neighbours
from corrector.suspicion.lexicon import Lexicon
from tests.suspicion.asked import suggested


def words_of(text: str) -> list[str]:
    return [near.word for near in distant_neighbours(text, Lexicon(("en",)), capitals=False)]


@pytest.mark.parametrize(
    ("read", "true"),
    [("brcakfmt", "breakfast"), ("cxtrcmclv", "extremely"), ("ncwspapcr", "newspaper")],
)
def test_a_word_is_found_though_many_of_its_letters_are_misread(read: str, true: str) -> None:
    assert words_of(read)[0] == true


def test_the_likeliest_words_come_first_and_the_token_itself_is_none_of_them() -> None:
    found = distant_neighbours("gardcm", Lexicon(("en",)), capitals=False)
    merits = [near.merit for near in found]
    assert merits == sorted(merits, reverse=True)
    assert "garden" not in words_of("garden")


def test_nothing_is_looked_for_behind_a_letter_or_two_and_endless_runs() -> None:
    assert words_of("xq") == []
    assert words_of("q" * 200) == []
    assert distant_neighbours("gardcm", Lexicon(()), capitals=False) == ()


@pytest.mark.parametrize(
    ("text", "token", "right"),
    [
        ("They brought 8alted fish into every house.", "8alted", "salted"),
        ("Her gram*mother gave her a ring of gold.", "gram*mother", "grandmother"),
        ("They came to the «ation in the morning.", "«ation", "station"),
        ("It was sold in the mar|<et, and for nothing.", "mar|<et,", "market,"),
    ],
)
def test_signs_and_digits_are_read_as_the_letters_they_stand_for(
    english: Checker, text: str, token: str, right: str
) -> None:
    assert right in suggested(english, text, token)[:3]


def test_a_compound_is_offered_with_each_of_its_parts_mended(english: Checker) -> None:
    text = "He read to the children like a storv-tellcr of the old days."
    assert suggested(english, text, "storv-tellcr")[0] == "story-teller"


def test_the_parts_of_a_compound_that_are_words_stay(english: Checker) -> None:
    text = "He read to the children like a storv-teller of the old days."
    found = suggested(english, text, "storv-teller")
    assert found[0] == "story-teller"
    assert all("teller" in one for one in found if "-" in one)


def test_an_hour_is_no_damaged_word(english: Checker) -> None:
    found = suggested(english, "He left at 7p.m. on Monday.", "7p.m.")
    assert found
    assert all(one.startswith("7") for one in found)
