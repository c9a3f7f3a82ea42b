"""Compares a text with a new reading of its page, or of a region, word by word in its place.

Words are compared where they stand on the scan, not in the order of the engine: another reading
of the same page may well bring its blocks in another order, and that is no change of the text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from corrector.linking.links import Link, united
from corrector.ocr.words import Reading, Word
from corrector.scans.geometry import Box
from corrector.tasks.accepted_changes import edits_of_changes
from corrector.tasks.proposal_places import Added, places_of_added
from corrector.tasks.proposal_scope import Scope, scope_of
from corrector.tasks.proposed import Proposal, ProposedChange, ProposedLine
from corrector.text.edits import apply_edits
from corrector.text.tokens import Span, tokenise


def propose(
    text: str,
    links: Sequence[Link],
    reading: Reading,
    settled: Sequence[Span],
    region: Box | None = None,
) -> Proposal:
    """Return what `reading` would change in `text`; nothing is changed by it.

    Args:
        text: as it is now.
        links: of its tokens to an earlier reading, for their places; may be empty for a page
            that was never read, but then a region has no words of the text in it.
        reading: of the page, or of `region`; boxes in pixels of the stored scan.
        settled: spans of `text` that a person typed, confirmed or marked (`tasks.settled`).
        region: the rectangle that was read, in pixels of the stored scan; None for all.
            Tokens that stand outside are not touched.
    """
    scope = scope_of(text, links, reading, region)
    changes = _merged([*_changed(scope), *_lost(scope)], places_of_added(scope), text)
    locked = [replace(one, locked=_is_locked(one, scope.text, settled)) for one in changes]
    return Proposal(tuple(_lines(scope, locked)), region)


def _changed(scope: Scope) -> Iterator[ProposedChange]:
    """Yield tokens, alone or several for one word, that the reading has otherwise."""
    for tokens, words in scope.ties():
        span = Span(tokens[0].span.start, tokens[-1].span.end)
        old, new = span.of(scope.text), _joined(words)
        if "".join(old.split()) != "".join(new.split()) or ("\n" not in old and old != new):
            yield _change(scope, span, new, words)


def _lost(scope: Scope) -> Iterator[ProposedChange]:
    """Yield runs of tokens of a line for which the reading has nothing."""
    for run in scope.lost_runs():
        yield _change(scope, Span(run[0].span.start, run[-1].span.end), "", ())


def _merged(
    changes: list[ProposedChange], added: Sequence[Added], text: str
) -> list[ProposedChange]:
    """Return all changes in order; added words that stand beside lost tokens replace them."""
    by_start = {one.span.start: one for one in changes if not one.new}
    by_end = {one.span.end: one for one in changes if not one.new}
    for one in added:
        after = by_start.get(_next_token(text, one.position))
        before = by_end.get(_last_end(text, one.position))
        lost = None if one.own_line else after or before
        if lost is None or lost not in changes:
            changes.append(_addition(one, text))
        else:
            box = united([lost.box, one.box])
            new = replace(lost, new=one.text, box=box, confidence=one.confidence)
            changes[changes.index(lost)] = new
    return sorted(changes, key=lambda one: (one.span, one.own_line))


def _next_token(text: str, position: int) -> int:
    """Return where the next token of the same line starts, or -1."""
    rest = text[position : _line_end(text, position)]
    return position + len(rest) - len(rest.lstrip()) if rest.strip() else -1


def _last_end(text: str, position: int) -> int:
    """Return where the token before `position` in the same line ends, or -1."""
    start = text.rfind("\n", 0, position) + 1
    before = text[start:position].rstrip()
    return start + len(before) if before else -1


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return end if end >= 0 else len(text)


def _addition(added: Added, text: str) -> ProposedChange:
    return ProposedChange(
        span=Span(added.position, added.position),
        old="",
        new=added.text,
        box=added.box,
        line=text.count("\n", 0, added.position),
        locked=False,
        own_line=added.own_line,
        confidence=added.confidence,
    )


def _change(scope: Scope, span: Span, new: str, words: Sequence[Word]) -> ProposedChange:
    known = [word.confidence for word in words if word.confidence is not None]
    boxes = [word.box for word in words if word.line == words[0].line]
    return ProposedChange(
        span=span,
        old=span.of(scope.text),
        new=new,
        box=united([scope.box_of(span), *boxes]),
        line=scope.text.count("\n", 0, span.start),
        locked=False,
        confidence=min(known, default=None),
    )


def _joined(words: Sequence[Word]) -> str:
    """Return what words read that stand for one token; one divided at a line end is put together.

    The text has it undivided, by the editor's rules or by hand, and that is no misreading.
    """
    joined = words[0].text
    for before, word in pairwise(words):
        if word.line == before.line:
            joined = f"{joined} {word.text}"
        else:
            joined = joined.removesuffix("-") + word.text
    return joined


def _is_locked(change: ProposedChange, text: str, settled: Sequence[Span]) -> bool:
    """Tell whether a person settled the place.

    Words are not added beside settled ones either: a person may have taken out just these.
    """
    if change.old:
        return any(change.span.overlaps(span) for span in settled)
    position = change.span.start
    before, after = text[:position].rstrip(), text[position:].lstrip()
    neighbours = Span(len(before) - 1, len(text) - len(after) + 1)
    return any(span.start < neighbours.end and neighbours.start < span.end for span in settled)


def _lines(scope: Scope, changes: Sequence[ProposedChange]) -> Iterator[ProposedLine]:
    """Yield the changes line by line; a line to be added is one of its own."""
    whole = [one for one in changes if not one.own_line]
    grouped = [list(group) for _, group in groupby(whole, key=lambda one: one.line)]
    grouped += [[one] for one in changes if one.own_line]
    for group in sorted(grouped, key=lambda one: (one[0].span, one[0].own_line)):
        yield _line(scope, group)


def _line(scope: Scope, changes: Sequence[ProposedChange]) -> ProposedLine:
    first, text = changes[0], scope.text
    boxes = [one.box for one in changes]
    if first.own_line:
        span = first.span
        return ProposedLine(first.line, span, "", first.new, united(boxes), tuple(changes))
    start = text.rfind("\n", 0, first.span.start) + 1
    span = Span(start, _line_end(text, first.span.start))
    inside = [replace(one, span=one.span.shifted(-start)) for one in changes]
    old = span.of(text)
    new = apply_edits(old, edits_of_changes(old, inside))
    box = united([*boxes, *(scope.box_of(token.span.shifted(start)) for token in tokenise(old))])
    return ProposedLine(first.line, span, old, new, box, tuple(changes))
