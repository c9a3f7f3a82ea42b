"""Corrections lead exactly from one text to the next, and carry what was said about them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrector.record.causes import guessed_cause
from corrector.record.corrections import corrections_between
from corrector.record.entries import Cause, Certainty, Origin, Statement
from corrector.text.edits import Edit, apply_edits
from corrector.text.tokens import Span

SIGNS = st.sampled_from("aab rn mB1 .,~\n\t\u00a0\u2028é\u0301𝔄ſﬁ\r")
TEXTS = st.text(SIGNS, max_size=60)


def agree(old: str, new: str) -> None:
    found = corrections_between(old, new)
    for correction in found:
        assert correction.old_span.of(old) == correction.old
        assert correction.span.of(new) == correction.new
        assert correction.old != correction.new
    assert apply_edits(old, [Edit(one.old_span, one.new) for one in found]) == new
    ends = [0] + [one.old_span.end for one in found]
    assert all(one.old_span.start >= end for one, end in zip(found, ends, strict=False))


@given(TEXTS, TEXTS)
def test_any_two_texts_are_joined_by_their_corrections(old: str, new: str) -> None:
    agree(old, new)


@given(TEXTS, st.integers(0, 60), st.integers(0, 10), st.text(SIGNS, max_size=8))
def test_any_small_edit_is_told_by_its_corrections(
    old: str, start: int, length: int, put: str
) -> None:
    agree(old, old[:start] + put + old[start + length :])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("tne cat", "the cat", [("tne", "the", Cause.MISREAD_CHARACTER)]),
        ("THE FAITHSIN ACT", "THE FAITHS IN ACT", [("FAITHSIN", "FAITHS IN", Cause.JOINED)]),
        ("some thing else", "something else", [("some thing", "something", Cause.SPLIT)]),
        ("FAI THSIN", "FAITHS IN", [("FAI THSIN", "FAITHS IN", Cause.SPLIT)]),
        ("Oof and", "OOF and", [("Oof", "OOF", Cause.CASE)]),
        (".LETTER to", "LETTER to", [(".LETTER", "LETTER", Cause.PUNCTUATION)]),
        ("AND ~ . TO", "AND TO", [("~ . ", "", Cause.INSERTED_NOISE)]),
        ("a letter", "a long letter", [("", "long ", Cause.OMITTED)]),
        ("one\ntwo", "one two", [("\n", " ", Cause.SPACING)]),
        ("end ", "end", [(" ", "", Cause.SPACING)]),
        (
            "tne wor ld, tbis",
            "the world, this",
            [
                ("tne", "the", Cause.MISREAD_CHARACTER),
                ("wor ld,", "world,", Cause.SPLIT),
                ("tbis", "this", Cause.MISREAD_CHARACTER),
            ],
        ),
        (
            "tne c",
            "the of c",
            [("tne", "the", Cause.MISREAD_CHARACTER), ("", " of", Cause.OMITTED)],
        ),
    ],
)
def test_the_cause_is_guessed_token_by_token(
    old: str, new: str, expected: list[tuple[str, str, Cause]]
) -> None:
    found = corrections_between(old, new)
    assert [(one.old, one.new, one.cause) for one in found] == expected


def test_a_rewritten_page_is_one_correction_and_takes_no_long_time() -> None:
    old = " ".join(f"x{number}" for number in range(3000))
    new = " ".join(f"{number}y" for number in range(2000))
    agree(old, new)


def test_what_was_said_reaches_the_very_token_and_later_sayings_complete_it() -> None:
    said = (
        Statement(Span(4, 7), origin=Origin.CANDIDATE, details={"rank": "1"}),
        Statement(Span(4, 7), note="seen on the scan", certainty=Certainty.HIGH),
    )
    first, second = corrections_between("tne cot sat", "the cat sat", said)
    assert (first.origin, first.note) == (Origin.TYPED, "")
    assert (second.origin, second.note) == (Origin.CANDIDATE, "seen on the scan")
    assert second.certainty is Certainty.HIGH
    assert dict(second.details) == {"rank": "1"}


def test_a_cause_chosen_by_the_person_beats_the_guess() -> None:
    said = Statement(Span(0, 7), cause=Cause.EDITORIAL, evidence="house style")
    (found,) = corrections_between("recieve it", "receive it", (said,))
    assert (found.cause, found.evidence) == (Cause.EDITORIAL, "house style")


def test_a_deleted_noise_token_is_found_by_its_empty_place() -> None:
    said = Statement(Span(4, 4), origin=Origin.CANDIDATE)
    (found,) = corrections_between("AND ~ TO", "AND TO", (said,))
    assert found.origin is Origin.CANDIDATE


def test_a_statement_about_an_unchanged_place_reaches_no_correction() -> None:
    said = Statement(Span(4, 7), note="right as it stands")
    found = corrections_between("tne cat", "the cat", (said,))
    assert [one.note for one in found] == [""]


def test_a_changed_blank_between_the_same_words_is_spacing() -> None:
    assert guessed_cause("one  two", "one\ntwo") is Cause.SPACING
