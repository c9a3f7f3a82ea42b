"""Turns accepted changes of a proposal into the edits of the text, blanks and lines included."""

from collections.abc import Iterable, Iterator, Sequence

from corrector.tasks.proposed import ProposedChange
from corrector.text.edits import Edit
from corrector.text.tokens import Span


def edits_of_changes(
    text: str, accepted: Iterable[ProposedChange], *, unlocked: bool = False
) -> tuple[Edit, ...]:
    """Return the edits that bring accepted changes into `text`, in order, not overlapping.

    Args:
        text: as it was when the proposal was made.
        accepted: in any order; each stands for itself, alone, by line or all.
        unlocked: take locked changes too, because the person said so; else they are left out.
    """
    taken = sorted(
        (one for one in accepted if unlocked or not one.locked),
        key=lambda one: (one.span, one.own_line),
    )
    emptied = list(_removed_lines(text, taken))
    edits = [Edit(line, "") for line in emptied]
    left = [one for one in taken if not any(_covers(line, one.span) for line in emptied)]
    return tuple(sorted([*edits, *_edits(text, left)], key=lambda edit: edit.span))


def _covers(line: Span, span: Span) -> bool:
    return line.start <= span.start and span.end <= line.end


def _removed_lines(text: str, taken: Sequence[ProposedChange]) -> Iterator[Span]:
    """Yield lines, with their line break, of which nothing would be left."""
    for number in dict.fromkeys(one.line for one in taken if not one.new):
        here = [one for one in taken if one.line == number]
        if any(one.new for one in here):
            continue
        start = text.rfind("\n", 0, here[0].span.start) + 1
        end = text.find("\n", here[0].span.start)
        line = Span(start, len(text) if end < 0 else end + 1)
        if sum(_letters(one.old) for one in here) == _letters(line.of(text)):
            yield line


def _letters(text: str) -> int:
    return len("".join(text.split()))


def _edits(text: str, taken: Sequence[ProposedChange]) -> Iterator[Edit]:
    end = 0
    for number, one in enumerate(taken):
        if one.own_line:
            edit = _line_edit(text, one, end, is_first=number == 0)
        else:
            following = taken[number + 1].span.start if number + 1 < len(taken) else len(text)
            edit = _word_edit(text, one, Span(end, max(end, following)))
        yield edit
        end = max(end, edit.span.end)


def _line_edit(text: str, change: ProposedChange, taken_until: int, *, is_first: bool) -> Edit:
    """Return the edit that adds a line: before the first one, or after another.

    Behind a word that goes on in the next line this is behind that line.
    """
    at = change.span.start
    if at == 0 and text:
        return Edit(change.span, f"{change.new}\n")
    if at < taken_until:
        found = text.find("\n", taken_until)
        at = found if found >= 0 else len(text)
    return Edit(Span(at, at), f"\n{change.new}" if text or not is_first else change.new)


def _word_edit(text: str, change: ProposedChange, free: Span) -> Edit:
    """Return the edit of a change inside a line, which touches only what is `free`."""
    if change.old and change.new:
        return Edit(change.span, change.new)
    if change.old:
        return Edit(_with_one_blank(text, change.span, free), "")
    start = max(change.span.start, free.start)
    after_a_token = start > 0 and not text[start - 1].isspace()
    return Edit(Span(start, start), f" {change.new}" if after_a_token else f"{change.new} ")


def _with_one_blank(text: str, span: Span, free: Span) -> Span:
    """Return `span` with the blank before it, or the one after it where that is taken."""
    if span.start > free.start and text[span.start - 1] == " ":
        return Span(span.start - 1, span.end)
    may_take = span.end < free.end and text[span.end] == " "
    return Span(span.start, span.end + may_take)
