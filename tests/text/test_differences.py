"""Differences for a person's eyes, by word and by character."""

from hypothesis import given
from hypothesis import strategies as st

from corrector.text.differences import Unit, differences


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
