"""Reasons are whole sentences: whatever the token, the number, or the sign they speak of."""

import pytest

from corrector.suspicion.checker import Checker
from corrector.suspicion.evidence import script, symbols
from corrector.suspicion.forms import form_of
from corrector.suspicion.lexicon import Lexicon

ENGLISH = Lexicon(("en",))


def reasons(checker: Checker, text: str, word: str) -> list[str]:
    found = checker.check(text, all_tokens=True, threshold=0.0).suspicions
    return [str(reason.message) for one in found if one.text == word for reason in one.reasons]


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("theの", "In “theの”, this is of another script: の"),
        ("のはthe", "In “のはthe”, this is of another script: の は"),
        ("oﬃce", "In “oﬃce”, this is one sign for several letters: ﬃ"),
        ("of\u200bfice", "In “of\u200bfice”, this cannot be seen: U+200B"),
        ("ħouse", "In “ħouse”, this hardly belongs to the language of the text: ħ"),
        ("“ħouse", "In “ħouse”, this hardly belongs to the language of the text: ħ"),
    ],
)
def test_unusual_letters_are_named_with_what_is_odd_about_them(word: str, said: str) -> None:
    assert str(script.sentence(form_of(word, ENGLISH))) == said


@pytest.mark.parametrize(("word", "signs"), [("~", "~"), ("a|b~", "| ~")])
def test_one_sign_and_several_make_the_same_sentence(word: str, signs: str) -> None:
    said = str(symbols.sentence(form_of(word, ENGLISH)))
    assert said == f"Such a text hardly ever has this: {signs}"


def test_a_token_with_quotation_marks_is_not_quoted_twice(english: Checker) -> None:
    text = "They saw the ship “” and the “harbour of the town that morning, and went on."
    said = [one for word in ("“”", "“harbour") for one in reasons(english, text, word)]
    assert any("‹" in one for one in said)
    assert not any("““" in one or "””" in one for one in said)


def test_what_stands_once_is_told_as_well_as_what_stands_often(english: Checker) -> None:
    text = "The harbour was full. " * 12 + "The hanbour was full."
    said = reasons(english, text, "hanbour")
    assert "“harbour” stands here far more often than “hanbour” (12 to 1)." in said
