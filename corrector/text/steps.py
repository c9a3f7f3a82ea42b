"""The steps of the work on a text: edits and what was said, undone and redone together."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

from corrector.text.edits import Edit, new_spans
from corrector.text.tokens import Span

Said = TypeVar("Said")

MOST: Final = 5_000
"""Steps that are kept; a sitting on one page has some hundred."""


@dataclass(frozen=True, slots=True)
class Step(Generic[Said]):
    """One thing a person did: typed a word, took a candidate, confirmed a token.

    Attributes:
        edits: what it did to the text; empty where something was only said.
        back: what undoes it.
        before, after: what was said of the text before and after.
        place: where it happened, in the text after it.
        open: whether the next key may still belong to it.
    """

    edits: tuple[Edit, ...]
    back: tuple[Edit, ...]
    before: Said
    after: Said
    place: Span
    open: bool


@dataclass(frozen=True, slots=True)
class Move:
    """What takes the text one step back or on: edits in order, and where to look then."""

    edits: tuple[Edit, ...]
    place: Span


class Steps(Generic[Said]):
    """Everything done to a text since it was laid out, and the way back and forth in it.

    It knows neither Qt nor a document, so that it outlives saves and the turning of pages. A word
    typed without interruption is one step, and so is a row of deleted characters. At every moment
    what is said after the last step done is what is said now.
    """

    def __init__(self, said: Said) -> None:
        """Begin without steps; `said` is what is said of the text now."""
        self._said = said
        self._done: list[Step[Said]] = []
        self._undone: list[Step[Said]] = []
        self._still = False

    @property
    def said(self) -> Said:
        """What is said of the text as it is now."""
        return self._said

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to redo."""
        return bool(self._undone)

    def note(self, edits: Sequence[Edit], text: str) -> None:
        """Note what was typed into `text`; `say` tells afterwards what is said of it then."""
        if self._still or not edits:
            return
        self._undone.clear()
        after = new_spans(edits)
        back = tuple(
            Edit(span, edit.span.of(text)) for span, edit in zip(after, edits, strict=True)
        )
        step = Step(
            edits=tuple(edits),
            back=back,
            before=self._said,
            after=self._said,
            place=Span(after[-1].end, after[-1].end),
            open=_is_a_key(edits, text),
        )
        joined = _joined(self._done[-1], step) if self._done else None
        if joined is None:
            self._done.append(step)
            del self._done[:-MOST]
        else:
            self._done[-1] = joined

    def say(self, said: Said) -> None:
        """Tell what is said of the text now; it belongs to the last step, and is none itself."""
        if self._still:
            return
        self._said = said
        if self._done:
            self._done[-1] = replace(self._done[-1], after=said)
        if self._undone:
            self._undone[-1] = replace(self._undone[-1], before=said)

    def do(self, said: Said, place: Span) -> None:
        """Note a step that changes only what is said, at `place`."""
        self._undone.clear()
        self._done.append(Step((), (), self._said, said, place, open=False))
        del self._done[:-MOST]
        self._said = said

    def seal(self) -> None:
        """Let the next key begin a step of its own."""
        if self._done:
            self._done[-1] = replace(self._done[-1], open=False)

    def undo(self) -> Move | None:
        """Go a step back; return what has to be done to the text, or None at the beginning."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self._said = step.before
        self.seal()
        return Move(step.back, _end_of(step.back) or step.place)

    def redo(self) -> Move | None:
        """Go a step on again; return what has to be done to the text, or None at the end."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(replace(step, open=False))
        self._said = step.after
        return Move(step.edits, step.place)

    def rewrite(self, change: Callable[[Said], Said]) -> None:
        """Change what was said at every step, as when a save has taken it over."""
        self._said = change(self._said)
        for steps in (self._done, self._undone):
            steps[:] = [
                replace(one, before=change(one.before), after=change(one.after)) for one in steps
            ]

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Note nothing inside the block: there the text is taken where a step leads."""
        self._still = True
        try:
            yield
        finally:
            self._still = False


def _end_of(edits: Sequence[Edit]) -> Span | None:
    spans = new_spans(edits)
    return Span(spans[-1].end, spans[-1].end) if spans else None


def _is_a_key(edits: Sequence[Edit], text: str) -> bool:
    """Tell whether a single key can have done this: one character more, or one less."""
    if len(edits) != 1:
        return False
    edit = edits[0]
    changed = edit.new or edit.span.of(text)
    return len(edit.new) + edit.span.length == 1 and changed != "\n"


def _joined(last: Step[Said], step: Step[Said]) -> Step[Said] | None:
    """Return both steps as one where the second goes on with the first, or None."""
    if not (last.open and step.open) or bool(last.edits[0].new) != bool(step.edits[0].new):
        return None
    both = _typed_on(last, step) if step.edits[0].new else _deleted_on(last, step)
    if both is None:
        return None
    return replace(step, edits=(both[0],), back=(both[1],), before=last.before)


def _typed_on(last: Step[Said], step: Step[Said]) -> tuple[Edit, Edit] | None:
    """Return the edit and its reverse where a key goes on with a word, or with its blanks."""
    edit, more = last.edits[0], step.edits[0]
    begins_word = edit.new[-1].isspace() and not more.new.isspace()
    if begins_word or more.span.start != edit.span.start + len(edit.new):
        return None
    forth = Edit(edit.span, edit.new + more.new)
    return forth, Edit(Span(edit.span.start, edit.span.start + len(forth.new)), "")


def _deleted_on(last: Step[Said], step: Step[Said]) -> tuple[Edit, Edit] | None:
    """Return the edit and its reverse where a key deletes what stands next to what is gone."""
    gone, more = last.edits[0].span, step.edits[0].span
    if more.end == gone.start:
        span, old = Span(more.start, gone.end), step.back[0].new + last.back[0].new
    elif more.start == gone.start:
        span, old = Span(gone.start, gone.end + 1), last.back[0].new + step.back[0].new
    else:
        return None
    return Edit(span, ""), Edit(Span(span.start, span.start), old)
