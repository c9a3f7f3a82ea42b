import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrector.text.edits import apply_edits, item_opcodes, opcodes, ratio, smallest_edits

TEXTS = st.text(st.sampled_from("ab \n\u00a0\u2028é\u0301𝔄ſ"), max_size=40)


@given(TEXTS, TEXTS)
def test_the_smallest_edits_turn_the_old_text_into_the_new_one(old: str, new: str) -> None:
    assert apply_edits(old, smallest_edits(old, new)) == new


@given(TEXTS, TEXTS, st.booleans())
def test_opcodes_cover_both_texts_without_gap_as_those_of_difflib_do(
    old: str, new: str, readable: bool
) -> None:
    before = after = 0
    for tag, start, end, new_start, new_end in opcodes(old, new, readable=readable):
        assert (start, new_start) == (before, after)
        assert (old[start:end] == new[new_start:new_end]) == (tag == "equal")
        before, after = end, new_end
    assert (before, after) == (len(old), len(new))


def test_opcodes_speak_as_difflib_does() -> None:
    assert opcodes("BAVE", "HAVE") == [("replace", 0, 1, 0, 1), ("equal", 1, 4, 1, 4)]
    assert opcodes("", "x") == [("insert", 0, 0, 0, 1)]
    assert opcodes("x", "") == [("delete", 0, 1, 0, 0)]
    assert opcodes("", "") == []


def test_readable_opcodes_do_not_split_a_word_at_chance_agreements() -> None:
    assert [tag for tag, *_ in opcodes("mouse", "sofas", readable=True)] == ["replace"]


def test_items_are_compared_as_wholes() -> None:
    assert item_opcodes(["THE", "BAVE"], ["THE", "HAVE"]) == [
        ("equal", 0, 1, 0, 1),
        ("replace", 1, 2, 1, 2),
    ]


def test_more_different_items_than_one_plane_of_unicode_holds_are_compared() -> None:
    many = [str(number) for number in range(70_000)]
    assert item_opcodes(many, many[:-1]) == [
        ("equal", 0, 69_999, 0, 69_999),
        ("delete", 69_999, 70_000, 69_999, 69_999),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"), [("", "", 1.0), ("abcd", "abcd", 1.0), ("ab", "cd", 0.0)]
)
def test_the_ratio_of_equal_texts_is_one_and_of_strangers_nought(
    old: str, new: str, expected: float
) -> None:
    assert ratio(old, new) == expected


def test_the_ratio_counts_matching_characters_twice() -> None:
    assert ratio("BAVE", "HAVE") == pytest.approx(0.75)
