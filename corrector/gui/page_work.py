"""The work on one page: its text as it is now, and what was said while correcting it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Self

from corrector.record.entries import NO_DETAILS, Draft, Origin, Statement, Version
from corrector.tasks.joined_drafts import JOINED, with_joined, without_joined
from corrector.tasks.settled import settled_spans, typed_spans
from corrector.text.edits import Edit, apply_edits
from corrector.text.marks import Mark, moved_marks, moved_span
from corrector.text.steps import Steps
from corrector.text.tokens import Span

if TYPE_CHECKING:
    from corrector.tasks.desk import PageContent

TAKEN: Final = "candidate"
"""Detail of a statement: the candidate that was taken there."""

PROPOSED: Final = "proposed"
"""Detail of a statement: what was taken there from a new reading."""

Said = tuple[tuple[Mark, ...], tuple[Statement, ...]]
"""All that was said of a text: marks and statements."""


@dataclass(slots=True)
class PageWork:
    """What changes while a person works on a page; knows no widget.

    Attributes:
        content: the page as it was laid out, with its versions.
        text: as it is now.
        marks: where they stand in it.
        statements: what was said about places of it since the last version.
        caret: where it was when the page was last left.
        from_draft: whether the text came from unsaved typing of an earlier sitting.
        base: the version that the work started from.
        joined: number of the version of somebody else that was joined into the text, or None.
        being_saved: whether a version of it is on its way to the disk.
        steps: what was done in this sitting; text, marks and statements go back and on together.
    """

    content: "PageContent"
    text: str = ""
    marks: tuple[Mark, ...] = ()
    statements: tuple[Statement, ...] = ()
    caret: int = 0
    from_draft: bool = False
    base: Version | None = None
    joined: int | None = None
    being_saved: bool = False
    steps: Steps[Said] = field(init=False)

    def __post_init__(self) -> None:
        """Begin with no steps behind."""
        self.steps = Steps((self.marks, self.statements))

    @classmethod
    def begin(cls, content: "PageContent") -> Self:
        """Return the work on a page as it lies there, with its unsaved typing if there is any."""
        newest, draft = content.newest, content.draft
        if draft is not None:
            base = next((one for one in content.versions if one.number == draft.base), None)
            said, joined = without_joined(draft.statements)
            return cls(content, draft.text, draft.marks, said, draft.caret, True, base, joined)
        if newest is None:
            return cls(content)
        return cls(content, newest.text, newest.marks, base=newest)

    @property
    def number(self) -> int:
        """The page's number in the collection."""
        return self.content.page.number

    @property
    def is_unsaved(self) -> bool:
        """Whether text or marks differ from the version that the work started from."""
        if self.base is None:
            return bool(self.text or self.marks)
        return (self.text, set(self.marks)) != (self.base.text, set(self.base.marks))

    @property
    def is_outdated(self) -> bool:
        """Whether somebody saved a newer version than the one that the work started from."""
        newest = self.content.newest
        return (self.base and self.base.number) != (newest and newest.number)

    @property
    def is_as_in_draft(self) -> bool:
        """Whether nothing was done to the text since it was put on the disk."""
        draft = self.content.draft
        return draft is not None and (self.text, set(self.marks)) == (draft.text, set(draft.marks))

    def holds_left_typing(self, person: str) -> bool:
        """Tell whether unsaved typing of somebody else lies on the disk, on a shared page."""
        draft = self.content.draft
        return (
            draft is not None and self.content.access.claimed and draft.author not in {"", person}
        )

    def follow(self, edits: Sequence[Edit]) -> None:
        """Take over what was typed; marks and statements move along."""
        self.text = apply_edits(self.text, edits)
        self.marks = moved_marks(self.marks, edits)
        moved = ((one, moved_span(one.span, edits)) for one in self.statements)
        self.statements = tuple(replace(one, span=span) for one, span in moved if span is not None)
        self.steps.say((self.marks, self.statements))

    def recall(self) -> None:
        """Take over what was said at the step that the text went back or on to."""
        self.marks, self.statements = self.steps.said

    def say(self, statement: Statement) -> None:
        """Remember what was said about what was just typed, in place of what was said before."""
        kept = (one for one in self.statements if one.span != statement.span)
        self.statements = (*kept, statement)
        self.steps.say((self.marks, self.statements))

    def mark(self, mark: Mark) -> None:
        """Mark a place, in place of a mark of the same kind there; a step that can be undone."""
        kept = (one for one in self.marks if (one.kind, one.span) != (mark.kind, mark.span))
        self.marks = (*kept, mark)
        self.steps.do((self.marks, self.statements), mark.span)

    def change_marks(self, old: Sequence[Mark], new: Sequence[Mark]) -> None:
        """Put the marks `new` in the place of `old`; one step that can be undone."""
        gone = set(old) | set(new)
        self.marks = (*(one for one in self.marks if one not in gone), *new)
        place = (*new, *old)[0].span
        self.steps.do((self.marks, self.statements), place)

    def remark(self, span: Span, note: str) -> None:
        """Say something about a word that was typed; a step that can be undone."""
        known = next((one for one in self.statements if one.span == span), Statement(span))
        kept = (one for one in self.statements if one.span != span)
        self.statements = (*kept, replace(known, note=note))
        self.steps.do((self.marks, self.statements), span)

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Take these marks for the text as it is now, with what was just done to it."""
        self.marks = marks
        self.steps.say((self.marks, self.statements))

    def go_on_from(self, version: Version, *, joined: bool) -> None:
        """Take another version as the one that the work started from; the text stays."""
        self.base = version
        self.joined = version.number if joined else None

    def take_steps_of(self, earlier: "PageWork") -> bool:
        """Go on with the steps of earlier work on the same page, where nothing differs since."""
        if (earlier.text, set(earlier.marks)) != (self.text, set(self.marks)):
            return False
        self.caret, self.steps = earlier.caret, earlier.steps
        self.steps.seal()
        self.steps.say((self.marks, self.statements))
        return True

    def sign(self, author: str) -> None:
        """Put the name of `author` to what was said while nobody was named."""

        def signed(said: Said) -> Said:
            marks, statements = said
            named = (one if one.author else replace(one, author=author) for one in marks)
            return tuple(named), statements

        self.steps.rewrite(signed)
        self.recall()

    def settled(self) -> tuple[Span, ...]:
        """Return the spans that need not be asked about again."""
        return settled_spans(self.content.first_text, self.text, self.marks)

    def restored(self) -> int | None:
        """Return the number of the older version whose text this is again, or None."""
        older = (one for one in self.content.versions if one is not self.base)
        return next((one.number for one in older if one.text == self.text), None)

    def origin(self) -> tuple[Origin, Mapping[str, str]]:
        """Return how the version that is saved now came to be, and the details of that."""
        if self.joined is not None:
            return Origin.MERGED, {JOINED: str(self.joined)}
        restored = self.restored()
        if restored is not None:
            return Origin.RESTORED, {"restored": str(restored)}
        return Origin.TYPED, NO_DETAILS

    def saved_text(self) -> str | None:
        """Return the text that a person has changed since; None where others did, too."""
        return None if self.base is None or self.origin()[0] is not Origin.TYPED else self.base.text

    def changed_tokens(self) -> int:
        """Return how many tokens differ from the version that the work started from."""
        return len(typed_spans(self.base.text if self.base else "", self.text))

    def draft(self, author: str, time: str) -> Draft:
        """Return what has to be on the disk."""
        base = None if self.base is None else self.base.number
        said = with_joined(self.statements, self.joined)
        return Draft(base, self.text, self.marks, said, self.caret, author, time)

    def valid_statements(self) -> tuple[Statement, ...]:
        """Return what was said, but for what was taken and is undone or typed over since."""
        return tuple(one for one in self.statements if _still_stands(one, one.span.of(self.text)))

    def forget_draft(self) -> None:
        """Hear that the disk holds no unsaved typing of this page any more."""
        self.content = replace(self.content, draft=None)

    def was_overtaken_by(self, version: Version) -> None:
        """Hear of a version of somebody else; the text goes on from the one before."""
        self.content = replace(self.content, versions=(*self.content.versions, version), draft=None)

    def was_saved(self, version: Version) -> None:
        """Go on from `version`; what was typed since the save began stays to be saved."""
        self.content = replace(self.content, versions=(*self.content.versions, version), draft=None)
        self.base, self.joined = version, None
        self.from_draft = False
        since = typed_spans(version.text, self.text)
        self.statements = tuple(
            one for one in self.statements if any(one.span.overlaps(span) for span in since)
        )
        self.steps.rewrite(lambda said: (said[0], ()))
        self.steps.say((self.marks, self.statements))


def _still_stands(said: Statement, text: str) -> bool:
    """Tell whether what was taken, if the statement is about that, is still `text`."""
    taken = said.details.get(TAKEN, said.details.get(PROPOSED))
    return taken is None or taken == text
