"""Steps of the work on a text: a word or a row of deletions is one; undo and redo meet again."""

from corrector.text.edits import Edit, apply_edits
from corrector.text.steps import Steps
from corrector.text.tokens import Span


class Typist:
    """Types into a text and follows its steps."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.steps: Steps[str] = Steps("nothing said")

    def put(self, at: int, new: str, removed: int = 0) -> None:
        edit = Edit(Span(at, at + removed), new)
        self.steps.note((edit,), self.text)
        self.text = apply_edits(self.text, (edit,))

    def undo(self) -> str:
        move = self.steps.undo()
        self.text = apply_edits(self.text, move.edits) if move else self.text
        return self.text

    def redo(self) -> str:
        move = self.steps.redo()
        self.text = apply_edits(self.text, move.edits) if move else self.text
        return self.text


def test_a_typed_word_is_one_step_with_the_blank_behind_it() -> None:
    typist = Typist()
    for at, letter in enumerate("one two"):
        typist.put(at, letter)

    assert typist.undo() == "one "
    assert typist.undo() == ""
    assert typist.redo() == "one "
    assert typist.redo() == "one two"


def test_a_row_of_backspaces_or_deletes_is_one_step() -> None:
    for places in ((3, 2, 1), (1, 1, 1)):
        typist = Typist("abcd")
        for at in places:
            typist.put(at, "", removed=1)

        assert typist.text == "a"
        assert typist.undo() == "abcd"
        assert typist.redo() == "a"


def test_typing_elsewhere_or_a_line_end_begins_a_new_step() -> None:
    typist = Typist("ab")
    typist.put(2, "x")
    typist.put(0, "y")
    typist.put(1, "\n")

    assert [typist.undo(), typist.undo(), typist.undo()] == ["yabx", "abx", "ab"]


def test_what_was_said_goes_back_and_on_with_the_text() -> None:
    typist = Typist("ab")
    typist.steps.do("b is doubtful", Span(1, 2))
    typist.put(1, "", removed=1)
    typist.steps.say("nothing left of b")

    typist.undo()
    assert (typist.text, typist.steps.said) == ("ab", "b is doubtful")
    typist.undo()
    assert typist.steps.said == "nothing said"
    typist.redo()
    typist.redo()
    assert (typist.text, typist.steps.said) == ("a", "nothing left of b")
    assert not typist.steps.can_redo


def test_a_new_key_after_undo_ends_the_way_forward() -> None:
    typist = Typist()
    typist.put(0, "a")
    typist.undo()
    typist.put(0, "b")

    assert not typist.steps.can_redo
    assert typist.redo() == "b"
