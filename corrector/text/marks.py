"""Marks: things said about spans of a text, and how spans move when the text is edited."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corrector.text.edits import Edit
from corrector.text.tokens import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Something a person said about a span.

    Attributes:
        kind: `confirmed`, `doubtful`, or an editorial phenomenon.
        span: what it is about, in the text it belongs to.
        author: who said so.
        time: when, ISO 8601 with zone.
        note: in the person's own words; empty where nothing was said.
        fields: what else was said of it, as names and values in order of the names; which fields
            a kind has stands in `corrector.text.phenomena`.
    """

    kind: str
    span: Span
    author: str
    time: str
    note: str = ""
    fields: tuple[tuple[str, str], ...] = ()

    def value(self, field: str) -> str:
        """Return what was said in `field`; empty where nothing was."""
        return dict(self.fields).get(field, "")


def moved_span(span: Span, edits: Iterable[Edit]) -> Span | None:
    """Return where `span` of the old text stands after `edits`, or None when it was deleted.

    Text put at a border stays outside; text put inside, or in place of a part, belongs to it.
    """
    start, end = span.start, span.end
    for edit in edits:
        if edit.span.end <= span.start:
            start += edit.growth
        elif edit.span.start <= span.start:
            start += edit.span.start - span.start
        if edit.span.start < span.end:
            end += edit.growth if edit.span.end <= span.end else _cut(span, edit)
    moved = Span(start, max(start, end) if span.length else start)
    return None if span.length and not moved.length else moved


def _cut(span: Span, edit: Edit) -> int:
    """Return how far the end of `span` moves under an edit that reaches over it."""
    return edit.span.start + len(edit.new) - span.end


def moved_marks(marks: Sequence[Mark], edits: Sequence[Edit]) -> tuple[Mark, ...]:
    """Return `marks` where they stand after `edits`; those whose text was deleted are gone."""
    moved = ((mark, moved_span(mark.span, edits)) for mark in marks)
    return tuple(replace(mark, span=span) for mark, span in moved if span is not None)
