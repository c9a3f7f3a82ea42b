"""Who changed this word, when and why: its span followed back through the versions."""

from collections.abc import Sequence
from dataclasses import dataclass

from corrector.record.corrections import corrections_between
from corrector.record.entries import Cause, Certainty, Correction, Origin, Statement, Version
from corrector.text.edits import Edit
from corrector.text.marks import moved_span
from corrector.text.tokens import Span


@dataclass(frozen=True, slots=True)
class WordChange:
    """One thing that happened to a word.

    Attributes:
        version: in which it was saved; None while it is unsaved.
        correction: which correction of that version, from 0; None where the word came with it.
        author: who saved it; empty while it is unsaved.
        time: ISO 8601 with zone; empty while it is unsaved.
        old: how it was read before; empty where it was added or came with the version.
        new: how it was read then.
        span: where `new` stood in the text of the version, or in the text as it is now.
        origin: how it came to be.
        cause: why the old reading was wrong; None where there was none.
        certainty, evidence, note: what the person said of it.
    """

    version: int | None
    correction: int | None
    author: str
    time: str
    old: str
    new: str
    span: Span
    origin: Origin
    cause: Cause | None = None
    certainty: Certainty = Certainty.UNKNOWN
    evidence: str = ""
    note: str = ""


def word_history(
    versions: Sequence[Version],
    text: str,
    span: Span,
    *,
    base: int | None = None,
    statements: Sequence[Statement] = (),
) -> tuple[WordChange, ...]:
    """Return what happened to the word at `span` of `text`, the latest first.

    Args:
        versions: of the page.
        text: as it is now, saved or not.
        span: of the word in it.
        base: number of the version that `text` was made from; None for the newest.
        statements: what was said about places of `text` since that version.
    """
    known = {one.number: one for one in versions}
    newest = max(known, default=None)
    start = known.get(newest if base is None else base) if newest is not None else None
    unsaved = corrections_between(start.text if start else "", text, statements)
    changes = [_change(None, at, unsaved[at]) for at in _about(unsaved, span)]
    here = _before(span, unsaved) if start is not None else None
    version = start
    while version is not None and here is not None:
        parent = known.get(version.parent) if version.parent is not None else None
        if parent is None:
            changes.append(_first(version, here))
            break
        found = version.corrections
        changes += [_change(version, at, found[at]) for at in _about(found, here)]
        here, version = _before(here, found), parent
    return tuple(changes)


def _about(corrections: Sequence[Correction], span: Span) -> list[int]:
    """Return the corrections of the word itself, not those that took something away beside it."""
    return [
        at
        for at, one in enumerate(corrections)
        if one.span.overlaps(span)
        and (one.span.length or span.start < one.span.start < span.end or not span.length)
    ]


def _before(span: Span, corrections: Sequence[Correction]) -> Span | None:
    """Return where the word stood before `corrections`, or None where they brought it."""
    return moved_span(span, [Edit(one.span, one.old) for one in corrections])


def _change(version: Version | None, at: int, found: Correction) -> WordChange:
    return WordChange(
        version=None if version is None else version.number,
        correction=at,
        author="" if version is None else version.author.name,
        time="" if version is None else version.time,
        old=found.old,
        new=found.new,
        span=found.span,
        origin=found.origin,
        cause=found.cause,
        certainty=found.certainty,
        evidence=found.evidence,
        note=found.note,
    )


def _first(version: Version, span: Span) -> WordChange:
    return WordChange(
        version=version.number,
        correction=None,
        author=version.author.name,
        time=version.time,
        old="",
        new=span.of(version.text),
        span=span,
        origin=version.origin,
        evidence=version.evidence,
        note=version.note,
    )
