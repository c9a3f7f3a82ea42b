"""Letters that fell apart in worn print, or were read as quotation marks, come back."""

import pytest

from corrector.suspicion.checker import Checker
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.misreading_costs import Reading
from corrector.suspicion.torn_letters import torn_neighbours
from tests.suspicion.asked import said_of, suggested


@pytest.mark.parametrize(
    ("text", "token", "right"),
    [
        ("It was sung by Aliss Harper of Leeds.", "Aliss", "Miss"),
        ("He went home svith his brother.", "svith", "with"),
        ("The king ami the queen were there.", "ami", "and"),
        ("They spoke tlieir minds to the king.", "tlieir", "their"),
        ("A boat came over the avater to them.", "avater", "water"),
    ],
)
def test_a_letter_that_fell_apart_comes_back_first(
    english: Checker, text: str, token: str, right: str
) -> None:
    assert suggested(english, text, token)[0] == right


def test_only_listed_words_are_found_in_torn_ones() -> None:
    lexicon = Lexicon(("en",))
    assert "water" in [near.word for near in torn_neighbours("avater", lexicon)]
    assert torn_neighbours("qqavq", lexicon) == ()


def test_a_torn_letter_costs_less_than_letters_that_are_unlike() -> None:
    torn, unlike = (Reading(text, capitals=False).cost_of("water") for text in ("avater", "bdater"))
    assert torn < 2.5 < unlike


@pytest.mark.parametrize(("token", "right"), [("«aid", "said"), ("wa«", "was"), ("hou»e", "house")])
def test_an_english_s_read_as_a_guillemet_comes_back(
    english: Checker, token: str, right: str
) -> None:
    best = said_of(english, f"In the end he {token} by the sea.", token).suggestions[0]
    assert best.text == right
    assert best.score > 0.5, "nobody types guillemets in English"


def test_guillemets_around_french_words_are_marks(french: Checker) -> None:
    text = "Il parlait de «aison et de morale."
    assert "«maison" in suggested(french, text, "«aison")
    assert "said" not in suggested(french, "Il disait «aid à tous.", "«aid")
