"""The lines of a typing journal: packed when a key was pressed, and unpacked again with distrust.

The first line says whose journal it is. Every other line speaks of one page and carries a hash
over itself and the line before of the same page, so that a line that is missing, torn or foreign
ends what can be believed of that page, and of no other.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Final

from corrector.record.entries import Draft
from corrector.record.packing import (
    packed_marks,
    packed_statements,
    unpacked_marks,
    unpacked_statements,
)
from corrector.text.edits import Edit, apply_edits
from corrector.text.marks import Mark, moved_marks, moved_span
from corrector.text.tokens import Span

FORM: Final = 1
STATE: Final = "state"
"""All that was typed and said on a page."""
EDITS: Final = "edits"
"""What a key or a command changed in it."""
DONE: Final = "done"
"""The record has what was typed on a page, or the person has discarded it."""

_DIGITS: Final = 16
"""Of the hash: 64 bits tell a line that was cut or mixed up; they are no seal against forgery."""

_PIECE: Final = 2_000
"""Bytes hashed at once: for more, Python would let another thread run first, for some 5 ms."""


class LineError(ValueError):
    """A line is not what a journal can hold."""


@dataclass(frozen=True, slots=True)
class Header:
    """Whose journal it is.

    Attributes:
        collection: identifier of the record.
        host: name of the machine.
        process: number of the process that wrote it.
        birth: what names the start of that process; may be empty.
        token: tells this journal from every other one.
    """

    collection: str
    host: str
    process: int
    birth: str
    token: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: what it does is in `body`, whose first two values are kind and page."""

    kind: str
    page_id: int
    body: tuple[Any, ...]


def chained(before: str, body: str) -> str:
    """Return the hash of a line's body behind the line whose hash is `before`."""
    data = f"{before}\n{body}".encode()
    digest = sha256()
    for start in range(0, len(data), _PIECE):
        digest.update(data[start : start + _PIECE])
    return digest.hexdigest()[:_DIGITS]


def packed(body: Sequence[object], before: str) -> tuple[bytes, str]:
    """Return a line with its end, and its hash."""
    text = json.dumps(body, separators=(",", ":"))
    digest = chained(before, text)
    return f"{digest} {text}\n".encode("ascii"), digest


def packed_header(header: Header) -> tuple[bytes, str]:
    """Return the first line of a journal, and the hash that every page begins with."""
    named = [header.collection, header.host, header.process, header.birth, header.token]
    return packed([FORM, *named], "")


def state_body(page_id: int, draft: Draft) -> list[object]:
    """Return what a line says that holds all of a page."""
    said = [packed_marks(draft.marks), packed_statements(draft.statements)]
    return [STATE, page_id, draft.base, draft.text, *said, draft.caret, draft.author, draft.time]


def edits_body(page_id: int, length: int, edits: Sequence[Edit], caret: int) -> list[object]:
    """Return what a line says that holds a change to a text of so many code points."""
    changes = [[one.span.start, one.span.end, one.new] for one in edits]
    return [EDITS, page_id, length, changes, caret]


def unpacked(line: bytes) -> tuple[str, str]:
    """Return hash and body of a line without its end.

    Raises:
        LineError: if it is no such line.
    """
    digest, blank, body = line.partition(b" ")
    if len(digest) != _DIGITS or not blank:
        raise LineError("no hash")
    try:
        return digest.decode("ascii"), body.decode("ascii")
    except UnicodeDecodeError as error:
        raise LineError("no plain text") from error


def header_of(line: bytes) -> tuple[Header, str]:
    """Return whose journal begins with `line`, and the hash that every page begins with.

    Raises:
        LineError: if it is no such line, or of a form that this program does not know.
    """
    digest, body = unpacked(line)
    values = _values(body)
    kinds = (int, str, str, int, str, str)
    if chained("", body) != digest or tuple(map(type, values)) != kinds or values[0] != FORM:
        raise LineError("no header")
    return Header(*values[1:]), digest


def line_of(body: str) -> Line:
    """Return what a body says, of which only kind and page are looked at yet.

    Raises:
        LineError: if it says nothing of a page.
    """
    values = _values(body)
    kind, page_id = [*values, None, None][:2]
    if kind not in (STATE, EDITS, DONE) or type(page_id) is not int:
        raise LineError("no page")
    return Line(str(kind), page_id, tuple(values))


def draft_after(before: Draft | None, line: Line) -> Draft:
    """Return all of a page as it is after a line of the kinds `STATE` and `EDITS`.

    Raises:
        LineError: if the line does not fit what was before, or holds what no page can hold.
    """
    try:
        return _state(line) if line.kind == STATE else _edited(before, line)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        raise LineError(str(error)) from error


def _state(line: Line) -> Draft:
    base, text, marks, statements, caret, author, time = line.body[2:]
    _require(base is None or _is_number(base))
    _require(all(type(one) is str for one in (text, marks, statements, author, time)))
    draft = Draft(base, text, unpacked_marks(marks), unpacked_statements(statements), caret, "", "")
    for mark in draft.marks:
        _require_mark(mark, text)
    for said in draft.statements:
        _require_span(said.span, text)
        _require(all(type(one) is str for one in (said.evidence, said.note)))
        _require(all(type(one) is str for pair in said.details.items() for one in pair))
    _require(_is_number(caret) and caret <= len(text))
    return replace(draft, author=author, time=time)


def _edited(before: Draft | None, line: Line) -> Draft:
    length, changes, caret = line.body[2:]
    if before is None or length != len(before.text):
        raise LineError("not of this text")
    edits = tuple(Edit(Span(start, end), new) for start, end, new in changes)
    end = 0
    for edit in edits:
        _require_span(edit.span, before.text)
        _require(type(edit.new) is str and edit.span.start >= end)
        end = edit.span.end
    text = apply_edits(before.text, edits)
    moved = ((one, moved_span(one.span, edits)) for one in before.statements)
    _require(_is_number(caret))
    return replace(
        before,
        text=text,
        marks=moved_marks(before.marks, edits),
        statements=tuple(replace(one, span=span) for one, span in moved if span is not None),
        caret=min(caret, len(text)),
    )


def _values(body: str) -> list[Any]:
    try:
        values = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise LineError("no JSON") from error
    if not isinstance(values, list):
        raise LineError("no list")
    return values


def _require_mark(mark: Mark, text: str) -> None:
    _require_span(mark.span, text)
    said = (mark.kind, mark.author, mark.time, mark.note)
    _require(all(type(one) is str for one in said))
    _require(all(type(one) is str for pair in mark.fields for one in pair))


def _require_span(span: Span, text: str) -> None:
    _require(_is_number(span.start) and _is_number(span.end))
    _require(span.start <= span.end <= len(text))


def _is_number(value: object) -> bool:
    return type(value) is int and value >= 0


def _require(condition: bool) -> None:
    if not condition:
        raise LineError("out of bounds")
