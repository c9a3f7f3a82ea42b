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

_FOR_EVER: Final = 1_000_000_000
"""What counts for entries that do not say how often the lesson had been taught."""

Entry = tuple[str, str, str, int]
"""What a lesson is about, what was read, what it was corrected to, and how often it had been taught
when it was to be forgotten: what is taught after that counts again."""


def forgotten_lessons(connection: Connection) -> frozenset[Entry]:
    """Return all lessons that are not to be learned."""
    stored = json.loads(_details(connection).get(_FORGOTTEN, "[]"))
    return frozenset(
        (what, read, true, times[0] if times else _FOR_EVER) for what, read, true, *times in stored
    )


def set_forgotten(connection: Connection, lessons: Iterable[Entry]) -> None:
    """Let these lessons, and no others, not be learned.

    Raises:
        InputError: if one of them holds what no text can.
    """
    entries = sorted(set(lessons))
    for part in (part for entry in entries for part in entry[:3]):
        require_storable(part)
    details = _details(connection)
    details.pop(_FORGOTTEN, None)
    if entries:
        details[_FORGOTTEN] = canonical(entries)
    where = COLLECTION.c.id == 1
    connection.execute(update(COLLECTION).where(where).values(details=canonical(details)))


def _details(connection: Connection) -> dict[str, str]:
    return dict(unpacked_mapping(connection.execute(select(COLLECTION.c.details)).scalar_one()))
