"""Drafts: what is being typed, on the disk as it happens, apart from the versions."""

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from corrector.record.entries import Draft
from corrector.record.packing import (
    packed_marks,
    packed_statements,
    unpacked_marks,
    unpacked_statements,
)
from corrector.record.schema import DRAFT
from corrector.record.versions import require_storable


def put_draft(connection: Connection, page_id: int, draft: Draft) -> None:
    """Keep `draft` as the page's only draft.

    Raises:
        InputError: if the text holds NUL or half a surrogate pair.
    """
    require_storable(draft.text)
    row = {
        "base": draft.base,
        "text": draft.text,
        "marks": packed_marks(draft.marks),
        "statements": packed_statements(draft.statements),
        "caret": draft.caret,
        "author": draft.author,
        "time": draft.time,
    }
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    put = insert(DRAFT).values(page_id=page_id, **row)
    connection.execute(put.on_conflict_do_update(index_elements=[DRAFT.c.page_id], set_=row))


def draft_of(connection: Connection, page_id: int) -> Draft | None:
    """Return the page's draft, or None."""
    row = connection.execute(select(DRAFT).where(DRAFT.c.page_id == page_id)).mappings().first()
    if row is None:
        return None
    return Draft(
        base=row["base"],
        text=row["text"],
        marks=unpacked_marks(row["marks"]),
        statements=unpacked_statements(row["statements"]),
        caret=row["caret"],
        author=row["author"],
        time=row["time"],
    )


def drop_draft(connection: Connection, page_id: int) -> None:
    """Forget the page's draft, if there is one: it was saved, or the person discarded it."""
    connection.execute(delete(DRAFT).where(DRAFT.c.page_id == page_id))


def pages_with_drafts(connection: Connection) -> tuple[int, ...]:
    """Return the ids of the pages that have a draft."""
    return tuple(connection.scalars(select(DRAFT.c.page_id).order_by(DRAFT.c.page_id)))
