"""A new reading is proposed change by change, and accepted by word, by line or whole."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corrector.linking.align import align
from corrector.linking.links import Link
from corrector.ocr.layout import FoundWord, lay_out
from corrector.ocr.words import EngineDescription, Reading
from corrector.scans.geometry import Box
from corrector.tasks.accepted_changes import edits_of_changes
from corrector.tasks.proposed import Proposal
from corrector.tasks.proposing import propose
from corrector.text.edits import apply_edits
from corrector.text.tokens import Span, tokenise

LINE, LETTER = 40, 10
OLD = "The harbonr was elosed\nby order of the mayor\nuntil further notice"
NEW = "The harbour was closed\nby order of the mayor\nuntil further notice"


def read(text: str, left: int = 0, top: int = 0) -> Reading:
    """Return the reading of a scan on which `text` is typed, all letters equally wide."""
    found = []
    for number, line in enumerate(text.split("\n")):
        for token in tokenise(line):
            place = Box(
                left + LETTER * token.span.start, top + LINE * number, 10 * len(token.text), 20
            )
            found.append(FoundWord(token.text, place, 0.9, 1, 1, number))
    laid, words = lay_out(found)
    return Reading(laid, words, 2000, 2000, EngineDescription("Double", "1", ("eng",)))


def links(text: str) -> tuple[Link, ...]:
    return align(text, read(text))


def proposed(old: str, new: str, settled: tuple[Span, ...] = ()) -> Proposal:
    return propose(old, links(old), read(new), settled)


def accepted(text: str, proposal: Proposal, *, unlocked: bool = False) -> str:
    return apply_edits(text, edits_of_changes(text, proposal.changes, unlocked=unlocked))


def test_words_that_differ_are_shown_old_and_new_by_line_with_their_place() -> None:
    proposal = proposed(OLD, NEW)
    (line,) = proposal.lines
    assert (line.number, line.old, line.new) == (0, *(one.split("\n")[0] for one in (OLD, NEW)))
    assert [(one.old, one.new) for one in line.changes] == [
        ("harbonr", "harbour"),
        ("elosed", "closed"),
    ]
    assert line.changes[0].box == Box(40, 0, 70, 20)
    assert line.box == Box(0, 0, 220, 20)
    assert line.changes[0].confidence == 0.9
    assert accepted(OLD, proposal) == NEW


def test_the_same_reading_proposes_nothing() -> None:
    assert proposed(NEW, NEW).lines == ()


def test_one_word_is_accepted_alone() -> None:
    first, _ = proposed(OLD, NEW).changes
    assert apply_edits(OLD, edits_of_changes(OLD, [first])) == OLD.replace("harbonr", "harbour")


def test_blocks_in_another_order_are_no_change() -> None:
    blocks = ["first block of typed words here", "second block has others again"]
    assert proposed("\n".join(blocks), "\n".join(reversed(blocks))).lines == ()


def test_what_a_person_settled_is_locked_until_it_is_unlocked() -> None:
    at = OLD.index("harbonr")
    proposal = proposed(OLD, NEW, (Span(at, at + 7),))
    assert [one.locked for one in proposal.changes] == [True, False]
    assert proposal.lines[0].new == "The harbonr was closed"
    assert accepted(OLD, proposal) == OLD.replace("elosed", "closed")
    assert accepted(OLD, proposal, unlocked=True) == NEW


def test_words_beside_a_settled_one_are_not_added_unasked() -> None:
    old, new = "by order mayor himself today", "by order of the mayor himself today"
    at = old.index("order")
    (change,) = proposed(old, new, (Span(at, at + 5),)).changes
    assert (change.new, change.locked) == ("of the", True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("by order mayor himself today", "by order of the mayor himself today"),
        ("order of the mayor", "by order of the mayor"),
        ("by order of the mayor ~ |", "by order of the mayor"),
        ("~ | by order of the mayor", "by order of the mayor"),
        ("by order of the mayor\n~ |\nuntil further notice", NEW.partition("\n")[2]),
        ("by order of the mayor\nuntil further notice\n~ |", "\n".join(NEW.split("\n")[1:]) + "\n"),
        ("The harbour was closed\nuntil further notice", NEW),
        ("by order of the mayor\nuntil further notice", NEW),
        ("The harbour was closed\nby order of the mayor", NEW),
        ("The har bour was closed by order", "The harbour was closed by order"),
        ("The harbourwas closed by order", "The harbour was closed by order"),
        ("", "by order\nof the mayor"),
    ],
)
def test_added_and_lost_words_and_lines_are_brought_in_with_their_blanks(
    old: str, new: str
) -> None:
    assert accepted(old, proposed(old, new)) == new


def test_a_word_divided_on_the_scan_and_whole_in_the_text_is_no_change() -> None:
    old, scan = "The harbour was closed", "The har-\nbour was closed"
    assert proposed(old, scan).lines == ()


def test_a_region_changes_nothing_outside_it() -> None:
    region = Box(0, 0, 1000, LINE - 10)
    elsewhere = "The harbour was closed\nby older of tbe mayor"
    proposal = propose(OLD, links(OLD), read(elsewhere), (), region)
    assert accepted(OLD, proposal).split("\n")[1:] == OLD.split("\n")[1:]
    assert {one.line for one in proposal.changes if one.old} == {0}


def test_words_cut_by_the_border_of_a_region_are_not_added() -> None:
    region = Box(0, 0, 115, 30)  # the "was" of the line is cut, its middle is outside
    cut = read("The harbour w")
    (change,) = propose(OLD, links(OLD), cut, (), region).changes
    assert (change.old, change.new) == ("harbonr", "harbour")


def test_lines_that_the_text_lacks_go_below_what_stands_above_them_on_the_scan() -> None:
    old = "The harbour was closed\nuntil further notice"
    places = align(old, read("The harbour was closed\n\nuntil further notice"))
    region = Box(0, LINE - 5, 1000, 30)
    proposal = propose(old, places, read("by order of the mayor", top=LINE), (), region)
    assert accepted(old, proposal) == NEW
    assert proposal.lines[0].old == ""


def test_a_text_without_places_is_not_touched_by_a_region() -> None:
    proposal = propose(OLD, (), read("by order"), (), Box(0, 0, 100, 100))
    assert all(not change.old for change in proposal.changes)


def test_tokens_that_nobody_placed_stay_as_they_are() -> None:
    nowhere = tuple(replace(link, box=None) for link in links(OLD))
    proposal = propose(OLD, nowhere, read("The harbour"), (), Box(0, 0, 500, 500))
    assert all(not change.old for change in proposal.changes)


@example("aca\nb\naa", "a\nbbaad", [])  # a line is put in where a word goes on in the next one
@example("aaac\na", "bbbd bdadaaa", [])  # and a word
@example("b \nb", "a\nb", [])  # the blank behind what goes is where a line is put in
@given(
    st.text(alphabet="ab c\n", max_size=60),
    st.text(alphabet="ab d\n", max_size=60),
    st.lists(st.integers(0, 60), max_size=3),
)
def test_any_selection_gives_edits_that_can_be_applied_and_spare_the_settled(
    old: str, new: str, places: list[int]
) -> None:
    settled = tuple(
        token.span
        for token in tokenise(old)
        if any(place in range(token.span.start, token.span.end) for place in places)
    )
    proposal = propose(old, links(old), read(new), settled)
    changes = list(proposal.changes)
    for chosen in (changes, changes[::2], changes[1::2], *([one] for one in changes)):
        edits = edits_of_changes(old, chosen)
        assert all(a.span.end <= b.span.start for a, b in pairwise(edits))
        kept = tokenise(apply_edits(old, edits))
        for span in settled:
            assert span.of(old) in [token.text for token in kept]
