"""Differences for a person's eyes, by word and by character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrector.text.differences import Unit, differences, whole_words


def changes(old: str, new: str, unit: Unit) -> list[tuple[str, str]]:
    return [
        (old[start:end], new[new_start:new_end])
        for tag, start, end, new_start, new_end in differences(old, new, unit)
        if tag != "equal"
    ]


def test_by_character_only_the_letter_is_shown() -> None:
    assert changes("tbe cat", "the cat", Unit.CHARACTER) == [("b", "h")]


def test_by_word_the_whole_word_is_shown_and_neighbours_stay_apart() -> None:
    assert changes("tbe cot is", "the cat is", Unit.WORD) == [("tbe", "the"), ("cot", "cat")]


@given(st.text("ab \n𝔄", max_size=20), st.text("ab \n𝔄", max_size=20), st.sampled_from(Unit))
def test_the_pieces_make_up_both_texts(old: str, new: str, unit: Unit) -> None:
    codes = differences(old, new, unit)

    assert "".join(old[start:end] for _, start, end, _, _ in codes) == old
    assert "".join(new[start:end] for _, _, _, start, end in codes) == new
    assert all(old[a:b] == new[c:d] for tag, a, b, c, d in codes if tag == "equal")


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("we BAVE it", 3, 4, "BAVE"),
        ("we BAVE it", 5, 5, "BAVE"),
        ("the of fice now", 6, 7, "of fice"),
        ("one  two", 4, 4, ""),
        ("end", 3, 3, "end"),
        ("a\nb", 1, 2, "a\nb"),
        ("", 0, 0, ""),
    ],
)
def test_a_difference_is_in_whole_words(text: str, start: int, end: int, words: str) -> None:
    assert whole_words(text, start, end) == words
