"""Truth is laid upon recognised tokens as a reader would: torn, joined, lost and invented ones."""

import random
import time

import pytest
from token_alignment import aligned, aligned_and_torn, cost_between, plain


def judged(read: str, true: str) -> list[tuple[str, bool, str | None]]:
    return [
        (token, wrong, right)
        for token, (wrong, right) in zip(read.split(), aligned(read, true), strict=True)
    ]


def test_equal_texts_are_right_whatever_their_lines() -> None:
    found = aligned("The ship\nleft  port.", "The ship left\nport.")
    assert found == [(False, "The"), (False, "ship"), (False, "left"), (False, "port.")]


def test_a_misread_token_knows_what_it_is() -> None:
    assert judged("The sbip left", "The ship left")[1] == ("sbip", True, "ship")


def test_marks_that_no_truth_is_sure_of_are_no_errors() -> None:
    assert not any(wrong for wrong, _ in aligned("“don’t” — ſay", '"don\'t" - say'))
    assert plain("«a»–b") == "'a'-b"


@pytest.mark.parametrize(("read", "true"), [("ship,", "ship."), ("Ship", "ship"), ("l8", "18")])
def test_marks_case_and_digits_count(read: str, true: str) -> None:
    assert aligned(read, true) == [(True, true)]


def test_torn_pieces_are_wrong_and_have_no_reading_of_their_own() -> None:
    found = judged("They com mit ted him to the prison", "They committed him to the prison")
    assert [entry[1:] for entry in found[1:4]] == [(True, None)] * 3
    assert not any(wrong for _, wrong, _ in (found[0], *found[4:]))


def test_torn_pieces_tell_what_they_are_torn_out_of() -> None:
    found = aligned_and_torn("They com mitted him", "They committed him")
    whole = ("com mitted", "committed")
    assert [torn for _, torn in found] == [None, whole, whole, None]


def test_joined_words_are_to_be_parted() -> None:
    found = judged("We leftthe port on Monday", "We left the port on Monday")
    assert found[1] == ("leftthe", True, "left the")
    assert not any(wrong for _, wrong, _ in found[2:])


def test_debris_is_to_be_deleted_and_what_was_lost_harms_no_neighbour() -> None:
    found = judged("We ~§ left on Monday", "We left the port on Monday")
    assert found == [
        ("We", False, "We"),
        ("~§", True, ""),
        ("left", False, "left"),
        ("on", False, "on"),
        ("Monday", False, "Monday"),
    ]


def test_without_truth_everything_is_debris_and_without_tokens_there_is_nothing() -> None:
    assert aligned("a b", "") == [(True, ""), (True, "")]
    assert aligned("", "a b") == []
    assert aligned("", "") == []


def test_long_texts_are_judged_as_short_ones_and_soon() -> None:
    chance = random.Random(7)  # noqa: S311 - no secret
    words = [f"word{chance.randrange(500)}" for _ in range(3000)]
    read = [word.replace("w", "vv") if at % 50 == 25 else word for at, word in enumerate(words)]
    begin = time.process_time()
    found = aligned(" ".join(read), " ".join(words))
    assert time.process_time() - begin < 5
    assert [at for at, (wrong, _) in enumerate(found) if wrong] == list(range(25, 3000, 50))
    assert [right for _, right in found] == words


def test_a_line_lost_from_a_long_text_makes_no_other_token_wrong() -> None:
    words = [f"w{number:03}" for number in range(200)]
    found = aligned(" ".join(words[:100] + words[110:]), " ".join(words))
    assert not any(wrong for wrong, _ in found)


def test_costs_grow_with_unlikeness() -> None:
    assert cost_between("ship", "ship") == 0
    assert 0 < cost_between("sbip", "ship") < cost_between("abcd", "ship")
