"""What the record remembers of a page."""

from corrector.record import versions
from corrector.record.entries import Page, Version
from corrector.tasks.collection import Collection


def history_of(collection: Collection, page: Page) -> tuple[Version, ...]:
    """Return all versions of `page`, version 0 first; empty where it has no text yet."""
    with collection.record.reading() as connection:
        return tuple(versions.history(connection, page.id))
