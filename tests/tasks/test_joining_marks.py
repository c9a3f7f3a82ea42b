"""Joining what two people marked: whatever differs in a mark makes it another one."""

from corrector.tasks.joining import joined_marks
from corrector.text.marks import Mark
from corrector.text.tokens import Span

TEXT = "a stamp here"
STAMP = Mark("stamp", Span(2, 7), "Ada", "2026-03-04", "", (("text", "SECRET"),))


def other(value: str) -> Mark:
    return Mark("stamp", Span(2, 7), "Ada", "2026-03-04", "", (("text", value),))


def test_a_mark_whose_fields_were_changed_there_takes_the_place_of_the_old_one() -> None:
    found = joined_marks([STAMP], [STAMP], [other("TOP SECRET")], theirs_text=TEXT, text=TEXT)
    assert found == (other("TOP SECRET"),)


def test_a_mark_whose_fields_were_changed_here_stays_as_it_is_here() -> None:
    found = joined_marks([STAMP], [other("OPEN")], [STAMP], theirs_text=TEXT, text=TEXT)
    assert found == (other("OPEN"),)


def test_where_both_changed_the_fields_of_a_mark_ours_stays_and_no_second_one_is_set() -> None:
    found = joined_marks(
        [STAMP], [other("OPEN")], [other("TOP SECRET")], theirs_text=TEXT, text=TEXT
    )
    assert found == (other("OPEN"),)


def test_a_mark_that_was_taken_away_there_is_gone() -> None:
    assert joined_marks([STAMP], [STAMP], [], theirs_text=TEXT, text=TEXT) == ()
