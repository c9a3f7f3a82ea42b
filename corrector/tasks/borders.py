"""The borders between the parts of a divided text, counted in lines, as people see them."""

from collections.abc import Sequence
from dataclasses import dataclass

from corrector.errors import UsageError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.entries import Page
from corrector.tasks.accepting import spans_between
from corrector.tasks.dividing import ProposedPart
from corrector.text.tokens import Span


@dataclass(frozen=True, slots=True)
class Cut:
    """The part of one page.

    Attributes:
        page: which page.
        span: of the whole text.
        line: of the whole text, from 1, with which the part begins.
        confidence: that it begins at the right line, 0..1; None where a person said it.
    """

    page: Page
    span: Span
    line: int
    confidence: float | None = None


def starts_of_lines(text: str) -> list[int]:
    """Return where each line of `text` starts, and the end of a last line that is ended."""
    starts = [0]
    while (end := text.find("\n", starts[-1])) >= 0:
        starts.append(end + 1)
    return starts


def cuts_of(text: str, parts: Sequence[ProposedPart]) -> tuple[Cut, ...]:
    """Return the proposed parts with the lines at which they begin."""
    return tuple(
        Cut(part.page, part.span, _line_at(text, part.span.start), part.confidence)
        for part in parts
    )


def cuts_at(text: str, pages: Sequence[Page], lines: Sequence[int]) -> tuple[Cut, ...]:
    """Return the parts that `lines`, counted from 1, begin: those of the second and later pages.

    Raises:
        UsageError: if there is no such line, or they are not in order, or not one a page.
    """
    starts = starts_of_lines(text)
    for line in lines:
        if not 1 <= line <= len(starts):
            raise UsageError(
                QT_TRANSLATE_NOOP("Errors", "There is no line {line}. Lines of the text: {count}."),
                line=line,
                count=len(starts),
            )
    spans = spans_between(text, [starts[line - 1] for line in lines], len(pages))
    return tuple(
        Cut(page, span, line) for page, span, line in zip(pages, spans, [1, *lines], strict=True)
    )


def _line_at(text: str, start: int) -> int:
    return text.count("\n", 0, start) + 1
