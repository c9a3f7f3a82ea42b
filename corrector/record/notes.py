"""Notes on a page, a span, a version or a correction; a note is added and never rewritten."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, RowMapping, select

from corrector.record.changes import note_change
from corrector.record.entries import NO_DETAILS, Person
from corrector.record.inserting import insert_row
from corrector.record.packing import canonical, unpacked_mapping
from corrector.record.remarks import Note, Subject
from corrector.record.schema import NOTE
from corrector.record.times import stamp
from corrector.record.versions import require_storable
from corrector.text.tokens import Span


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
    key = insert_row(connection, NOTE, row)
    note_change(connection, page_id)
    return key


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
