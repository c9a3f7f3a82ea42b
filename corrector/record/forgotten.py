"""Which lessons persons took back in a collection: they are not learned again from its record."""

import json
from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, select, update

from corrector.record.packing import canonical, unpacked_mapping
from corrector.record.schema import COLLECTION
from corrector.record.versions import require_storable

_FORGOTTEN: Final = "forgotten-lessons"
"""A name among the details of the collection; other names are kept as they are."""

Entry = tuple[str, str, str]
"""What a lesson is about, what was read, and what it was corrected to."""


def forgotten_lessons(connection: Connection) -> frozenset[Entry]:
    """Return all lessons that are not to be learned."""
    stored = json.loads(_details(connection).get(_FORGOTTEN, "[]"))
    return frozenset((what, read, true) for what, read, true in stored)


def set_forgotten(connection: Connection, lessons: Iterable[Entry]) -> None:
    """Let these lessons, and no others, not be learned.

    Raises:
        InputError: if one of them holds what no text can.
    """
    entries = sorted(set(lessons))
    for part in (part for entry in entries for part in entry):
        require_storable(part)
    details = _details(connection)
    details.pop(_FORGOTTEN, None)
    if entries:
        details[_FORGOTTEN] = canonical(entries)
    where = COLLECTION.c.id == 1
    connection.execute(update(COLLECTION).where(where).values(details=canonical(details)))


def _details(connection: Connection) -> dict[str, str]:
    return dict(unpacked_mapping(connection.execute(select(COLLECTION.c.details)).scalar_one()))
