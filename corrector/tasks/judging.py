"""What a person says about a page: its status, notes on it and its parts, later insights."""

from collections.abc import Mapping

from corrector.record import notes, statuses
from corrector.record.conflicts import SamePersonError
from corrector.record.entries import NO_DETAILS, Cause, Certainty, Page, Person, Status
from corrector.record.remarks import Note, StatusChange, Subject
from corrector.tasks.clock import now
from corrector.tasks.collection import Collection
from corrector.tasks.insights import CAUSE, CERTAINTY

__all__ = ["SamePersonError", "add_insight", "add_note", "notes_of", "set_status", "statuses_of"]


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


def add_note(
    collection: Collection,
    page: Page,
    text: str,
    author: Person,
    *,
    subject: Subject | None = None,
    details: Mapping[str, str] = NO_DETAILS,
) -> None:
    """Add a note on the page, or on what `subject` names of it."""
    with collection.record.writing() as connection:
        notes.add_note(
            connection, page.id, text, author, now=now(), subject=subject, details=details
        )


def add_insight(
    collection: Collection,
    page: Page,
    author: Person,
    subject: Subject,
    *,
    cause: Cause | None = None,
    certainty: Certainty | None = None,
) -> None:
    """Say something about a saved correction anew, as a record of its own."""
    said = {CAUSE: cause, CERTAINTY: certainty}
    details = {name: value.value for name, value in said.items() if value is not None}
    add_note(collection, page, "", author, subject=subject, details=details)


def statuses_of(collection: Collection, page: Page) -> tuple[StatusChange, ...]:
    """Return all changes of the status of `page`, oldest first."""
    with collection.record.reading() as connection:
        return tuple(statuses.status_changes(connection, page.id))


def notes_of(collection: Collection, page: Page) -> tuple[Note, ...]:
    """Return all notes on `page`, oldest first."""
    with collection.record.reading() as connection:
        return tuple(notes.notes_of(connection, page.id))
