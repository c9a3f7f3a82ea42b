"""Whatever a sitting consists of, texts, marks, drafts and corrections stay consistent."""

import shutil
import tempfile
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from corrector.record import drafts, versions
from corrector.record.corrections import corrections_between
from corrector.record.entries import Draft, Origin, Person
from corrector.record.integrity import verify
from corrector.record.pages import NewPage, add_document, add_page
from corrector.record.record import Record
from corrector.record.saving import save_version
from corrector.record.versions import NewVersion
from corrector.text.edits import Edit, apply_edits, smallest_edits
from corrector.text.marks import Mark, moved_marks
from corrector.text.tokens import Span

ADA = Person("Ada Example")
NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
SIGNS = st.text(st.sampled_from("ab 1\n\u00a0\u2028é\u0301𝔄\r."), max_size=12)


class Sitting(RuleBasedStateMachine):
    """Somebody types, marks, saves, restores, is interrupted and comes back."""

    @initialize(text=SIGNS)
    def open(self, text: str) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "corrections.corrector"
        self.record = Record.open(self.path, create=True)
        with self.record.writing() as connection:
            add_page(connection, NewPage(add_document(connection, "d", "D"), "p"))
            new = NewVersion(text, ADA, Origin.IMPORTED)
            versions.add_version(connection, 1, new, now=NOW)
        self.text, self.marks, self.saved = text, tuple[Mark, ...](), [(text, tuple[Mark, ...]())]

    @rule(start=st.integers(0, 30), length=st.integers(0, 6), put=SIGNS)
    def type(self, start: int, length: int, put: str) -> None:
        self.become(self.text[:start] + put + self.text[start + length :])

    def become(self, text: str) -> None:
        self.marks = moved_marks(self.marks, smallest_edits(self.text, text))
        self.text = text
        draft = Draft(self.saved_number(), text, self.marks, (), 0, ADA.name, "")
        with self.record.writing() as connection:
            drafts.put_draft(connection, 1, draft)

    def saved_number(self) -> int:
        return len(self.saved) - 1

    @rule(start=st.integers(0, 30))
    def mark(self, start: int) -> None:
        span = Span(min(start, len(self.text)), min(start + 3, len(self.text)))
        self.marks = (*self.marks, Mark("doubtful", span, ADA.name, ""))

    @rule()
    def save(self) -> None:
        found = corrections_between(self.saved[-1][0], self.text)
        new = NewVersion(
            self.text,
            ADA,
            Origin.TYPED,
            self.saved_number(),
            corrections=found,
            marks=self.marks,
        )
        if save_version(self.record, 1, new, now=NOW) is not None:
            self.saved.append((self.text, self.marks))

    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        number = data.draw(st.integers(0, self.saved_number()))
        self.become(self.saved[number][0])

    @rule()
    def reopen(self) -> None:
        self.record.close()
        self.record = Record.open(self.path, create=False)
        with self.record.reading() as connection:
            draft = drafts.draft_of(connection, 1)
        if draft is not None:
            assert draft.text == self.text
        else:
            assert self.text == self.saved[-1][0]

    @invariant()
    def all_is_consistent(self) -> None:
        with self.record.reading() as connection:
            kept = versions.history(connection, 1)
        assert [(one.text, one.marks) for one in kept] == self.saved
        for before, after in pairwise(kept):
            edits = [Edit(fix.old_span, fix.new) for fix in after.corrections]
            assert apply_edits(before.text, edits) == after.text
            assert all(fix.span.of(after.text) == fix.new for fix in after.corrections)
            assert all(mark.span.end <= len(after.text) for mark in after.marks)

    def teardown(self) -> None:
        if hasattr(self, "record"):
            assert verify(self.record, self.folder) == ()
            self.record.close()
            shutil.rmtree(self.folder)


TestSitting = Sitting.TestCase
TestSitting.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)
