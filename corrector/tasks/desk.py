"""Lays a page on the desk: all that is needed to work on it, read in one go."""

from dataclasses import dataclass

from corrector.messages import Message
from corrector.ocr.words import Reading
from corrector.record import drafts, pages, readings, versions
from corrector.record.claims import require_unclaimed
from corrector.record.entries import Draft, Page, Version
from corrector.scans.listing import ScanSource
from corrector.tasks.access import OPEN, Access
from corrector.tasks.collection import Collection
from corrector.tasks.left_typing import require_own_draft
from corrector.tasks.settling_proposals import is_open


@dataclass(frozen=True, slots=True)
class PageContent:
    """A page as it lies on the desk.

    Attributes:
        page: its entry in the record.
        scan: where its scan is, or None.
        versions: all of them, version 0 first; empty where there is no text yet.
        draft: typing that was not saved, or None.
        reading: the newest reading of its scan, or None.
        proposal: whether that reading is a proposal that nobody has gone through.
        access: whether it may be edited just now.
        asides: what is to be said of typing of an earlier sitting that does not fit.
    """

    page: Page
    scan: ScanSource | None
    versions: tuple[Version, ...]
    draft: Draft | None
    reading: Reading | None
    proposal: bool
    access: Access = OPEN
    asides: tuple[Message, ...] = ()

    @property
    def newest(self) -> Version | None:
        """The newest version, or None."""
        return self.versions[-1] if self.versions else None

    @property
    def first_text(self) -> str:
        """What no person typed: the text of version 0; empty where there is none."""
        return self.versions[0].text if self.versions else ""


def lay_out(collection: Collection, page_id: int) -> PageContent:
    """Return the page with the record's id `page_id` and all that belongs to it."""
    with collection.record.reading() as connection:
        page = pages.page_of(connection, page_id)
        stored = readings.list_readings(connection, page_id)
        return PageContent(
            page=page,
            scan=collection.scan_of(page),
            versions=versions.history(connection, page_id),
            draft=drafts.draft_of(connection, page_id),
            reading=readings.latest_reading(connection, page_id),
            proposal=bool(stored) and is_open(connection, page_id, stored[-1]),
        )


def keep_draft(collection: Collection, page_id: int, draft: Draft) -> None:
    """Put `draft` on the disk in place of the one before.

    Raises:
        OutputError: if the record cannot be written.
        InputError: if the text holds a character that is none.
        ClaimedError: if somebody else edits the page in a shared collection.
        LeftTypingError: if unsaved typing of somebody else lies there in a shared collection.
    """
    with collection.record.writing() as connection:
        require_unclaimed(collection.record, connection, page_id)
        if collection.record.shared:
            require_own_draft(connection, page_id, draft)
        drafts.put_draft(connection, page_id, draft)


def discard_draft(collection: Collection, page_id: int) -> None:
    """Forget unsaved typing, because the person said so or because it equals a version."""
    with collection.record.writing() as connection:
        require_unclaimed(collection.record, connection, page_id)
        drafts.drop_draft(connection, page_id)


def pages_with_drafts(collection: Collection) -> frozenset[int]:
    """Return the ids of the pages with unsaved typing."""
    with collection.record.reading() as connection:
        return frozenset(drafts.pages_with_drafts(connection))
