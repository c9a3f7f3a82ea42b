import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrector.text.spans import PositionMap
from corrector.text.tokens import Span, Token, token_at, tokenise

TEXTS = st.text(st.sampled_from("ab \u00a0𝔄😀"), max_size=30)


@given(TEXTS)
def test_every_position_survives_the_way_to_utf16_and_back(text: str) -> None:
    positions = PositionMap(text)
    for position in range(len(text) + 1):
        units = positions.to_utf16(position)
        assert units == len(text[:position].encode("utf-16-le")) // 2
        assert positions.to_code_points(units) == position


def test_a_position_inside_a_surrogate_pair_is_the_one_before_the_character() -> None:
    assert PositionMap("a𝔄b").to_code_points(2) == 1


def test_spans_are_converted_at_both_ends() -> None:
    positions = PositionMap("𝔄b𝔄")
    assert positions.span_to_utf16(Span(1, 3)) == Span(2, 5)
    assert positions.span_to_code_points(Span(2, 5)) == Span(1, 3)


def test_tokens_are_runs_of_non_blank_characters() -> None:
    assert tokenise("I\u00a0HAVE\n .X") == (
        Token("I", Span(0, 1)),
        Token("HAVE", Span(2, 6)),
        Token(".X", Span(8, 10)),
    )


@pytest.mark.parametrize("position", [2, 3, 4])
def test_the_token_at_a_position_may_be_touched_at_either_end(position: int) -> None:
    assert token_at("a bc d", position) == Token("bc", Span(2, 4))


def test_there_is_no_token_between_blanks() -> None:
    assert token_at("a   b", 2) is None


def test_an_empty_span_overlaps_what_it_touches() -> None:
    assert Span(3, 3).overlaps(Span(1, 3))
    assert not Span(1, 3).overlaps(Span(3, 5))
