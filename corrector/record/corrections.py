"""Corrections: what changed between two texts, token by token, and what was said about it.

Where words were joined, split, added or removed, one correction spans them with their blanks.
A changed blank or line break is a correction of its own whose cause is `spacing`. So the
corrections, put into the old text at their old spans, always give the new text exactly.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from corrector.record.causes import guessed_cause
from corrector.record.entries import Certainty, Correction, Statement
from corrector.record.token_pairs import paired_tokens
from corrector.text.edits import item_opcodes
from corrector.text.tokens import Span, Token, tokenise

_ITEM: Final = re.compile(r"\S+|\s+")
_Stretch = tuple[Span, Span]
"""A span of the old text and the span of the new text that took its place."""


def corrections_between(
    old: str, new: str, statements: Sequence[Statement] = ()
) -> tuple[Correction, ...]:
    """Return the corrections that lead from `old` to `new`, in order of the text.

    Args:
        old: the parent's text.
        new: the version's text.
        statements: what the person said about places in `new`; each gives its origin, cause,
            certainty, evidence and note to the corrections it overlaps, the later one first.
    """
    found = [
        _correction(old, new, *stretch)
        for changed in _changed_stretches(old, new)
        for stretch in _finer(old, new, *changed)
    ]
    return _with_statements(found, statements)


def _changed_stretches(old: str, new: str) -> list[_Stretch]:
    """Return the stretches that differ by whole tokens; those parted by blanks only are one."""
    old_items, new_items = _ITEM.findall(old), _ITEM.findall(new)
    old_at, new_at = _starts(old_items), _starts(new_items)
    stretches: list[_Stretch] = []
    for tag, start, end, new_start, new_end in item_opcodes(old_items, new_items):
        if tag == "equal":
            continue
        before = Span(old_at[start], old_at[end])
        after = Span(new_at[new_start], new_at[new_end])
        if stretches and not old[stretches[-1][0].end : before.start].strip():
            earlier = stretches.pop()
            before = Span(earlier[0].start, before.end)
            after = Span(earlier[1].start, after.end)
        stretches.append((before, after))
    return stretches


def _starts(items: Sequence[str]) -> list[int]:
    starts = [0]
    for item in items:
        starts.append(starts[-1] + len(item))
    return starts


def _finer(old: str, new: str, before: Span, after: Span) -> Iterator[_Stretch]:
    """Divide a changed stretch at its paired tokens; yield the parts that differ."""
    old_tokens, new_tokens = _tokens(old, before), _tokens(new, after)
    pairings = paired_tokens(old_tokens, new_tokens)
    if pairings is None:
        yield before, after
        return
    old_at, new_at = before.start, after.start
    for first, behind, new_first, new_behind in pairings:
        pair = (
            Span(old_tokens[first].span.start, old_tokens[behind - 1].span.end),
            Span(new_tokens[new_first].span.start, new_tokens[new_behind - 1].span.end),
        )
        yield from _gap(old, new, Span(old_at, pair[0].start), Span(new_at, pair[1].start))
        if pair[0].of(old) != pair[1].of(new):
            yield pair
        old_at, new_at = pair[0].end, pair[1].end
    yield from _gap(old, new, Span(old_at, before.end), Span(new_at, after.end))


def _tokens(text: str, span: Span) -> list[Token]:
    return [Token(token.text, token.span.shifted(span.start)) for token in tokenise(span.of(text))]


def _gap(old: str, new: str, before: Span, after: Span) -> Iterator[_Stretch]:
    """Yield what changed between two pairs: blanks, and tokens that one side lacks."""
    left, right = before.of(old), after.of(new)
    if left == right:
        return
    head = _shared_blanks(left, right)
    tail = _shared_blanks(left[head:][::-1], right[head:][::-1])
    yield (
        Span(before.start + head, before.end - tail),
        Span(after.start + head, after.end - tail),
    )


def _shared_blanks(one: str, other: str) -> int:
    """Return how many blanks both strings begin with alike."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right or not left.isspace():
            break
        count += 1
    return count


def _correction(old: str, new: str, before: Span, after: Span) -> Correction:
    was, now = before.of(old), after.of(new)
    return Correction(was, now, before, after, guessed_cause(was, now))


def _with_statements(
    corrections: list[Correction], statements: Iterable[Statement]
) -> tuple[Correction, ...]:
    for said in statements:
        for place in _places(corrections, said):
            corrections[place] = _completed(corrections[place], said)
    return tuple(corrections)


def _places(corrections: Sequence[Correction], said: Statement) -> list[int]:
    """Return which corrections a statement is about: those it covers, or else one it touches."""
    touched = [at for at, found in enumerate(corrections) if found.span.overlaps(said.span)]
    covered = [at for at in touched if bool(corrections[at].span.length) == bool(said.span.length)]
    return covered or touched[:1]


def _completed(found: Correction, said: Statement) -> Correction:
    """Return the correction with what was said; what a later statement leaves open stays."""
    unsure = said.certainty is Certainty.UNKNOWN
    return replace(
        found,
        cause=said.cause or found.cause,
        certainty=found.certainty if unsure else said.certainty,
        evidence=said.evidence or found.evidence,
        note=said.note or found.note,
        origin=said.origin or found.origin,
        details=said.details or found.details,
    )
