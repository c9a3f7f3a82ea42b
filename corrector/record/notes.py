"""Notes on a page, a span, a version or a correction; a note is added and never rewritten."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, RowMapping, select

from corrector.record.entries import NO_DETAILS, Person
from corrector.record.inserting import insert_row
from corrector.record.packing import canonical, unpacked_mapping
from corrector.record.schema import NOTE
from corrector.record.times import stamp
from corrector.record.versions import require_storable
from corrector.text.tokens import Span


@dataclass(frozen=True, slots=True)
class Subject:
    """What a note is about: the page as a whole, unless more is given.

    Attributes:
        version: number of the version it speaks of.
        correction: which correction of that version, from 0 in order of the text.
        span: where in that version's text.
    """

    version: int | None = None
    correction: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A provenance remark.

    Attributes:
        id: the record's own key.
        subject: what it is about.
        author: who wrote it.
        time: ISO 8601 with zone.
        text: in the person's own words.
        details: what the remark changes, such as the cause of a correction seen later.
    """

    id: int
    subject: Subject
    author: Person
    time: str
    text: str
    details: Mapping[str, str] = field(default_factory=lambda: NO_DETAILS)


def add_note(
    connection: Connection,
    page_id: int,
    text: str,
    author: Person,
    *,
    now: datetime,
    subject: Subject | None = None,
    details: Mapping[str, str] = NO_DETAILS,
) -> int:
    """Add a note; return its id.

    Raises:
        ValueError: if a correction or span is named without its version.
        InputError: if the text holds NUL or half a surrogate pair.
    """
    about = subject or Subject()
    if about.version is None and (about.correction is not None or about.span is not None):
        raise ValueError("a note on a span or a correction must name the version")
    require_storable(text)
    row = {
        "page_id": page_id,
        "version": about.version,
        "correction": about.correction,
        "start": about.span.start if about.span else None,
        "end": about.span.end if about.span else None,
        "author": author.name,
        "author_identifier": author.identifier,
        "time": stamp(now),
        "text": text,
        "details": canonical(dict(details)),
    }
    return insert_row(connection, NOTE, row)


def notes_of(connection: Connection, page_id: int) -> tuple[Note, ...]:
    """Return the notes of a page, oldest first."""
    wanted = select(NOTE).where(NOTE.c.page_id == page_id).order_by(NOTE.c.id)
    return tuple(_note(row) for row in connection.execute(wanted).mappings())


def _note(row: RowMapping) -> Note:
    span = None if row["start"] is None else Span(row["start"], row["end"])
    return Note(
        id=row["id"],
        subject=Subject(row["version"], row["correction"], span),
        author=Person(row["author"], row["author_identifier"]),
        time=row["time"],
        text=row["text"],
        details=unpacked_mapping(row["details"]),
    )
