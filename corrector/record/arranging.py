"""The order of documents and pages in the collection, changed without touching anything else."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, update

from corrector.record.changes import note_arrangement
from corrector.record.schema import DOCUMENT, PAGE


def arrange_documents(connection: Connection, ids: Sequence[int]) -> None:
    """Number the documents in the order of `ids`, which names all of them."""
    change = update(DOCUMENT).where(DOCUMENT.c.id == bindparam("one")).values(number=bindparam("n"))
    connection.execute(change, _numbered(ids))


def arrange_pages(connection: Connection, ids: Sequence[int]) -> None:
    """Number the pages in the order of `ids`, which names all of them."""
    change = update(PAGE).where(PAGE.c.id == bindparam("one")).values(number=bindparam("n"))
    connection.execute(change, _numbered(ids))
    note_arrangement(connection)


def _numbered(ids: Sequence[int]) -> list[dict[str, int]]:
    return [{"one": one, "n": number} for number, one in enumerate(ids, start=1)]
