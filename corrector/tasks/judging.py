"""What a person says about a page as a whole: its status, and notes on it."""

from corrector.record import notes, statuses
from corrector.record.conflicts import SamePersonError
from corrector.record.entries import Note, Page, Person, Status, StatusChange
from corrector.tasks.clock import now
from corrector.tasks.collection import Collection

__all__ = ["Note", "SamePersonError", "add_note", "notes_of", "set_status"]


def set_status(
    collection: Collection,
    page: Page,
    status: Status,
    author: Person,
    note: str = "",
    *,
    override: bool = False,
) -> StatusChange:
    """Record that `author` set the status of `page`.

    Raises:
        SamePersonError: if the person would validate what she proofread, and `override` is not
            set.
    """
    with collection.record.writing() as connection:
        return statuses.set_status(
            connection, page.id, status, author, now=now(), note=note, override=override
        )


def add_note(collection: Collection, page: Page, text: str, author: Person) -> None:
    """Add a note on the page as a whole."""
    with collection.record.writing() as connection:
        notes.add_note(connection, page.id, text, author, now=now())


def notes_of(collection: Collection, page: Page) -> tuple[Note, ...]:
    """Return all notes on `page`, oldest first."""
    with collection.record.reading() as connection:
        return tuple(notes.notes_of(connection, page.id))
