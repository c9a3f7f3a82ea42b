"""Remembers that a person went through a proposal, so that it is not offered again."""

from corrector.record import readings
from corrector.record.claims import require_unclaimed
from corrector.record.connection import Connection
from corrector.record.declined import decline_reading, declined_reading
from corrector.record.readings import StoredReading
from corrector.tasks.collection import Collection
from corrector.tasks.placing import is_only_for_places


def settle_proposal(collection: Collection, page_id: int, *, taken: bool) -> None:
    """Say of the newest reading of a page that nothing of it is open any more.

    Args:
        collection: opened for work.
        page_id: of the page.
        taken: whether anything of it went into the text; else all was declined.

    Raises:
        OutputError: if the record cannot be written; the proposal is then offered again.
        ClaimedError: if somebody else edits the page in a shared collection.
    """
    with collection.record.writing() as connection:
        require_unclaimed(collection.record, connection, page_id)
        stored = readings.list_readings(connection, page_id)
        if not stored or not is_open(connection, page_id, stored[-1]):
            return
        if taken:
            readings.adopt_reading(connection, stored[-1].id)
        else:
            decline_reading(connection, page_id, stored[-1].id)


def is_open(connection: Connection, page_id: int, newest: StoredReading) -> bool:
    """Tell whether the newest reading of a page is a proposal that nobody has gone through."""
    return (
        not newest.adopted
        and not is_only_for_places(newest.engine)
        and declined_reading(connection, page_id) != newest.id
    )
