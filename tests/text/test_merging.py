"""Two texts made from one are joined: nothing that either changed is lost or made up."""

from hypothesis import example, given
from hypothesis import strategies as st

from corrector.text.edits import apply_edits
from corrector.text.merging import merge, word_edits

WORDS = st.lists(
    st.sampled_from(["the", "tbe", "cat", "is", "here,", "\n", "𝔄b", "e\u0301"]), max_size=9
)
TEXTS = WORDS.map(" ".join)


def test_changes_of_different_words_are_joined() -> None:
    found = merge("tbe cat is hcre", "the cat is hcre", "tbe cat is here")

    assert found.conflicts == ()
    assert found.text() == "the cat is here"


def test_the_same_change_on_both_sides_is_made_once() -> None:
    found = merge("tbe cat", "the cat", "the cat sat")

    assert (found.conflicts, found.text()) == ((), "the cat sat")


def test_one_word_changed_twice_is_left_to_the_person() -> None:
    found = merge("a tbe c", "a the c", "a toe c d")

    assert [(one.base, one.mine, one.theirs) for one in found.conflicts] == [("tbe", "the", "toe")]
    assert found.text() == "a the c d"
    assert found.text(frozenset({0})) == "a toe c d"


def test_words_put_in_at_the_same_place_are_left_to_the_person() -> None:
    found = merge("a b", "a x b", "a y b")

    assert len(found.conflicts) == 1
    assert found.text() == "a x b"
    assert found.text(frozenset({0})) == "a y b"


@given(TEXTS, TEXTS)
def test_what_one_side_alone_changed_is_taken_whole(base: str, other: str) -> None:
    assert merge(base, other, base).text() == other
    assert merge(base, base, other).text() == other
    assert merge(base, other, other).text() == other
    assert not merge(base, other, base).conflicts
    assert not merge(base, other, other).conflicts


@given(TEXTS, TEXTS, TEXTS)
@example("", "a", "b")
def test_either_choice_gives_what_stood_there_and_sides_are_alike(
    base: str, mine: str, theirs: str
) -> None:
    here, there = merge(base, mine, theirs), merge(base, theirs, mine)
    every = frozenset(range(len(here.conflicts)))

    assert here.text(every) == there.text()
    assert here.text() == there.text(every)
    if not here.conflicts:
        assert here.text() == there.text()
    for one in here.conflicts:
        assert one.mine in mine
        assert one.theirs in theirs
        assert one.span.of(base) == one.base


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_changes_on_either_side_of_an_untouched_line_never_disturb_each_other(
    first: str, second: str, other_first: str, other_second: str
) -> None:
    fence = "\n========\n"
    found = merge(
        first + fence + second, other_first + fence + second, first + fence + other_second
    )

    assert found.text() == other_first + fence + other_second
    assert not found.conflicts


@given(TEXTS, TEXTS)
def test_edits_by_words_lead_from_one_text_to_the_other(old: str, new: str) -> None:
    assert apply_edits(old, word_edits(old, new)) == new
