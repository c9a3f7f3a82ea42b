import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrector.text.edits import Edit, apply_edits, smallest_edits
from corrector.text.marks import Mark, moved_marks, moved_span
from corrector.text.tokens import Span


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Edit(Span(0, 0), "xy"), Span(6, 10)),
        (Edit(Span(9, 9), "xy"), Span(4, 8)),
        (Edit(Span(4, 4), "x"), Span(5, 9)),
        (Edit(Span(8, 8), "x"), Span(4, 8)),
        (Edit(Span(5, 6), "xyz"), Span(4, 10)),
        (Edit(Span(4, 8), "NEW"), Span(4, 7)),
        (Edit(Span(2, 6), "q"), Span(2, 5)),
        (Edit(Span(6, 10), "q"), Span(4, 7)),
        (Edit(Span(3, 9), "q"), Span(3, 4)),
    ],
)
def test_a_span_moves_with_an_edit(edit: Edit, expected: Span) -> None:
    assert moved_span(Span(4, 8), [edit]) == expected


def test_a_span_whose_text_is_deleted_is_gone() -> None:
    assert moved_span(Span(4, 8), [Edit(Span(3, 9), "")]) is None


def test_an_anchor_without_length_survives_and_stays_behind_what_is_put_there() -> None:
    assert moved_span(Span(4, 4), [Edit(Span(4, 4), "xy")]) == Span(6, 6)
    assert moved_span(Span(4, 4), [Edit(Span(2, 6), "q")]) == Span(2, 2)


def test_several_edits_move_a_span_together() -> None:
    edits = [Edit(Span(0, 1), ""), Edit(Span(5, 5), "zz"), Edit(Span(9, 9), "!")]
    assert moved_span(Span(4, 8), edits) == Span(3, 9)


@given(st.text("abc d", max_size=30), st.text("abc d", max_size=30), st.data())
def test_a_moved_span_always_lies_in_the_new_text(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    span = Span(start, data.draw(st.integers(start, len(old))))
    edits = smallest_edits(old, new)
    moved = moved_span(span, edits)
    assert apply_edits(old, edits) == new
    if moved is not None:
        assert 0 <= moved.start <= moved.end <= len(new)


def test_marks_keep_what_was_said_and_lose_only_their_place() -> None:
    mark = Mark("confirmed", Span(2, 4), "A. Reader", "2026-01-01T00:00:00+00:00", "sure")
    (moved,) = moved_marks([mark], [Edit(Span(0, 0), "xx")])
    assert moved.span == Span(4, 6)
    assert (moved.kind, moved.note) == ("confirmed", "sure")
    assert moved_marks([mark], [Edit(Span(0, 9), "")]) == ()
