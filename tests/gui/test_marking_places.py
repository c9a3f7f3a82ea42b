"""What a new mark is about: the selection, or what stands at the caret, or a point."""

import pytest

from corrector.gui.marking.keys import phenomena_by_number, with_key
from corrector.gui.marking.places import place_of, said_before
from corrector.text.marks import Mark
from corrector.text.phenomena import PHENOMENON_BY_NAME
from corrector.text.tokens import Span

TEXT = "SECRET\n\n  The first line\nof a paragraph.\n\n𝔄 last one"
NOTHING = Span(0, 0)


def marked(kind: str, caret: int, selected: Span = NOTHING) -> str | None:
    place = place_of(PHENOMENON_BY_NAME[kind], TEXT, caret, selected)
    return None if place is None else place.of(TEXT)


@pytest.mark.parametrize(
    ("kind", "at", "words"),
    [
        ("unclear", "irst", "first"),
        ("header", "irst", "The first line"),
        ("classification", "SECRET", "SECRET"),
        ("paragraph", "irst", "The first line\nof a paragraph."),
        ("paragraph", "last", "𝔄 last one"),
        ("paragraph", "SECRET", "SECRET"),
        ("redaction", "irst", ""),
        ("signature", "last", "𝔄 last one"),
    ],
)
def test_without_a_selection_each_kind_has_its_own_extent(kind: str, at: str, words: str) -> None:
    assert marked(kind, TEXT.index(at)) == words


def test_a_selection_counts_without_the_blanks_around_it() -> None:
    start = TEXT.index("  The")
    assert marked("unclear", start, Span(start, start + 6)) == "The"
    assert marked("stamp", start, Span(start, start + 6)) == "The"


def test_on_an_empty_line_there_is_only_place_for_marks_without_text() -> None:
    empty = TEXT.index("\n\n") + 1
    assert marked("header", empty) is None
    assert marked("unclear", empty) is None
    assert marked("signature", empty) == ""
    assert marked("note", empty) == ""


def test_a_second_press_is_about_the_shortest_mark_of_the_kind_at_the_caret() -> None:
    unclear = PHENOMENON_BY_NAME["unclear"]
    long, short = Mark("unclear", Span(10, 30), "", ""), Mark("unclear", Span(14, 19), "", "")
    other = Mark("addition", Span(14, 19), "", "")
    marks = (long, short, other)
    place = place_of(unclear, TEXT, 15, NOTHING)
    assert place is not None
    assert said_before(unclear, marks, place, 15, NOTHING) is short
    assert said_before(unclear, marks, Span(24, 26), 25, NOTHING) is long
    assert said_before(unclear, marks, Span(10, 19), 19, Span(10, 19)) is None
    assert said_before(unclear, (other,), Span(14, 19), 15, NOTHING) is None


def test_a_digit_given_to_another_mark_changes_place_with_it() -> None:
    given = with_key({}, "1", "gap")
    assert given == {"1": "gap", "2": "unclear"}
    assert with_key(given, "1", "unclear") == {}
    keys = phenomena_by_number({**given, "9": "nothing known", "0": "gap"})
    assert (keys["1"].name, keys["9"].name, len(keys)) == ("gap", "handwriting", 9)
