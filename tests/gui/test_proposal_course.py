"""A proposal is gone through difference by difference; what is declined or unlocked is kept."""

from corrector.gui.proposals.course import Course
from corrector.gui.proposals.pieces import PieceKind, new_pieces, old_pieces
from corrector.scans.geometry import Box
from corrector.tasks.proposed import Proposal, ProposedChange, ProposedLine
from corrector.text.tokens import Span

OLD = "a browh fox and a lazv dog"


def change(old: str, new: str, *, locked: bool = False) -> ProposedChange:
    start = OLD.index(old)
    span = Span(start, start + len(old))
    return ProposedChange(span, old, new, Box(start, 0, 9, 9), 0, locked)


def line(*changes: ProposedChange) -> ProposedLine:
    return ProposedLine(0, Span(0, len(OLD)), OLD, "", None, changes)


def course(*changes: ProposedChange) -> Course:
    made = Course()
    made.take(Proposal((line(*changes),)))
    return made


BROWN, LAZY = change("browh", "brown"), change("lazv", "lazy")
LOCKED = change("fox", "box", locked=True)


def test_it_begins_at_the_first_free_difference_and_stays_at_either_end() -> None:
    made = course(change("browh", "brown", locked=True), LAZY)
    assert made.current == LAZY
    made.step(1)
    assert made.current == LAZY
    made.step(-1)
    made.step(-1)
    assert made.current is not None
    assert made.current.old == "browh"


def test_what_is_declined_stays_declined_when_it_is_found_again() -> None:
    made = course(BROWN, LAZY)
    made.decline([BROWN])
    assert made.open == (LAZY,)
    made.take(Proposal((line(BROWN, LAZY),)))
    assert made.open == (LAZY,)
    assert made.current == LAZY


def test_after_taking_one_the_next_is_looked_at_and_after_the_last_the_one_before() -> None:
    made = course(BROWN, LOCKED, LAZY)
    made.take(Proposal((line(LOCKED, LAZY),)))
    assert made.current == LOCKED
    made.step(1)
    made.take(Proposal((line(LOCKED),)))
    assert made.current == LOCKED
    assert made.is_done


def test_a_lock_is_opened_on_purpose_and_closed_again() -> None:
    made = course(LOCKED, LAZY)
    made.toggle_lock()
    assert LOCKED not in made.free, "the current one was not locked"
    made.step(-1)
    made.toggle_lock()
    assert [one.old for one in made.free] == ["fox", "lazv"]
    assert made.current is not None
    assert made.was_locked(made.current)
    made.toggle_lock()
    assert made.free == (LAZY,)


def test_both_lines_tell_what_goes_what_comes_and_what_stays_locked() -> None:
    shown = line(BROWN, LOCKED)
    old = [(piece.text, piece.kind) for piece in old_pieces(shown)]
    new = [(piece.text, piece.kind) for piece in new_pieces(shown)]

    assert "".join(text for text, _ in old) == OLD
    assert ("browh", PieceKind.REMOVED) in old
    assert ("fox", PieceKind.LOCKED) in old
    assert ("brown", PieceKind.ADDED) in new
    assert new.index(("fox", PieceKind.LOCKED)) + 1 == new.index(("box", PieceKind.REFUSED))


def test_added_words_are_parted_by_a_blank_and_a_new_line_has_nothing_old() -> None:
    added = ProposedChange(Span(1, 1), "", "very", None, 0, False)
    assert [one.text for one in new_pieces(line(added))][:2] == ["a", " very"]

    own = ProposedChange(Span(26, 26), "", "the end", None, 0, False, own_line=True)
    fresh = ProposedLine(0, own.span, "", "the end", None, (own,))
    assert old_pieces(fresh) == []
    assert [one.text for one in new_pieces(fresh)] == ["the end"]
