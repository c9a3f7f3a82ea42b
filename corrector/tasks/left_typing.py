"""Unsaved typing that somebody else left on a page: kept in her name before another goes on."""

from sqlalchemy import Connection

from corrector.errors import OutputError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record import drafts, notes
from corrector.record.claims import require_unclaimed
from corrector.record.conflicts import ConflictError
from corrector.record.entries import Draft, Origin, Page, Person, Version
from corrector.tasks.clock import now
from corrector.tasks.collection import Collection
from corrector.tasks.joined_drafts import JOINED, without_joined
from corrector.tasks.saving import Saving, save


class LeftTypingError(OutputError):
    """A draft would take the place of somebody else's."""

    def __init__(self, owner: str) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{owner}” left unsaved typing on this page, and it is kept. What you typed is "
                "still as you see it. Show the page again, or save your text elsewhere.",
            ),
            owner=owner,
        )


def is_left_by_another(draft: Draft | None, person: str) -> bool:
    """Tell whether `draft` was typed by somebody known who is not `person`."""
    return draft is not None and draft.author not in {"", person}


def require_own_draft(connection: Connection, page_id: int, draft: Draft) -> None:
    """Make sure that `draft` takes no other person's place, within a transaction.

    Raises:
        LeftTypingError: if somebody else's typing lies there.
    """
    found = drafts.draft_of(connection, page_id)
    if found is not None and is_left_by_another(found, draft.author):
        raise LeftTypingError(found.author)


def keep_left_typing(collection: Collection, page: Page, person: str) -> Version | None:
    """Save what somebody else left unsaved on `page` as a version of hers.

    Where a newer version was saved since she typed, her text is kept whole as a note of hers.

    Args:
        collection: shared, and opened for work.
        page: claimed.
        person: who goes on with the page.

    Returns:
        the version; None where none was needed.

    Raises:
        ClaimedError: if somebody else edits the page.
        OutputError: if the record cannot be written; the typing is where it was.
    """
    with collection.record.reading() as connection:
        found = drafts.draft_of(connection, page.id)
    if found is None or not is_left_by_another(found, person):
        return None
    statements, joined = without_joined(found.statements)
    details = {"unsaved_typing": found.time, "kept_by": person}
    saving = Saving(
        text=found.text,
        author=Person(found.author),
        parent=found.base,
        origin=Origin.TYPED if joined is None else Origin.MERGED,
        details=details if joined is None else {**details, JOINED: str(joined)},
        marks=found.marks,
        statements=statements,
    )
    try:
        return save(collection, page, saving)
    except ConflictError:
        _keep_as_note(collection, page, found, person)
        return None


def _keep_as_note(collection: Collection, page: Page, found: Draft, person: str) -> None:
    details = {"unsaved_typing": found.time, "kept_by": person, "base": str(found.base)}
    with collection.record.writing() as connection:
        require_unclaimed(collection.record, connection, page.id)
        author = Person(found.author)
        notes.add_note(connection, page.id, found.text, author, now=now(), details=details)
        drafts.drop_draft(connection, page.id)
