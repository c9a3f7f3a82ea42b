"""Short words of which few letters are left are known by what they look like."""

import pytest

from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.look_alikes import look_alikes
from corrector.suspicion.misreading_costs import Reading, in_company


def best_of(word: str, *, capitals: bool = False) -> list[str]:
    found = look_alikes(word, Lexicon(("en",)), capitals=capitals)
    return [near.word for near in sorted(found, key=lambda near: -near.merit)]


def cost_of(read: str, true: str, *, capitals: bool = False) -> float:
    """What it costs that `true` was read as `read`."""
    return in_company(Reading(read, capitals=capitals).cost_of(true))


@pytest.mark.parametrize(
    ("read", "true"), [("tlic", "the"), ("nnd", "and"), ("tvas", "was"), ("nol", "not")]
)
def test_a_usual_word_is_found_though_few_of_its_letters_are_left(read: str, true: str) -> None:
    assert true in best_of(read)[:3]


def test_long_words_and_no_words_look_like_nothing() -> None:
    lexicon = Lexicon(("en",))
    assert look_alikes("thier", lexicon, capitals=False) == ()
    assert look_alikes("", lexicon, capitals=False) == ()


def test_a_word_does_not_look_like_itself() -> None:
    assert "the" not in best_of("the")


def test_without_a_word_list_nothing_is_found() -> None:
    assert look_alikes("tlic", Lexicon(()), capitals=False) == ()


def test_words_that_differ_more_cost_more() -> None:
    assert cost_of("the", "the") == 0
    assert 0 < cost_of("tbe", "the") < cost_of("tbc", "the") < cost_of("xqz", "the")


def test_letters_confused_as_a_group_cost_less_than_each_by_itself() -> None:
    assert cost_of("rny", "my") < cost_of("xny", "my")
    assert cost_of("cl", "d") == cost_of("d", "cl")


def test_letters_of_one_height_and_width_are_confused_rather_than_others() -> None:
    assert cost_of("z", "x") < cost_of("g", "x")
    assert cost_of("!", "k") < cost_of("g", "x")


def test_capitals_are_confused_otherwise_than_small_letters() -> None:
    assert cost_of("hut", "but", capitals=True) <= cost_of("hut", "but")
    assert cost_of("ef", "ee", capitals=True) < cost_of("ef", "ee")
