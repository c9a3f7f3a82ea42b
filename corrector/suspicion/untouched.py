"""Finds the suspicions of an earlier result that later edits did not come near."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from corrector.suspicion.findings import CheckResult, Suspicion
from corrector.text.edits import Edit, new_spans
from corrector.text.tokens import Span


def untouched_suspicions(
    previous: CheckResult, text: str, edits: Sequence[Edit]
) -> dict[int, Suspicion]:
    """Return the shown suspicions of `previous` by where they begin in `text` now.

    Left out are those in a line that was edited and in the lines next to it.

    Args:
        previous: the result for the text before.
        text: as it is now.
        edits: what was done to the text before, in order.
    """
    touched = [_with_next_lines(span, text) for span in new_spans(edits)]
    ends = [edit.span.end for edit in edits]
    shifts = [0, *accumulate(edit.growth for edit in edits)]
    found: dict[int, Suspicion] = {}
    for one in previous.suspicions:
        span = one.span.shifted(shifts[bisect_right(ends, one.span.start)])
        near = any(zone.overlaps(span) for zone in touched)
        if one.shown and not near and span.of(text) == one.text:
            found[span.start] = one
    return found


def _with_next_lines(span: Span, text: str) -> Span:
    """Return `span` widened to whole lines, and the lines before and after."""
    start = text.rfind("\n", 0, span.start)
    start = text.rfind("\n", 0, max(start, 0)) + 1
    end = text.find("\n", span.end)
    end = text.find("\n", end + 1) if end >= 0 else -1
    return Span(start, end if end >= 0 else len(text))
