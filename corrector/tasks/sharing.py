"""Working on one collection with others: opening it, claiming pages, seeing what they changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from corrector.record import claims
from corrector.record.changes import changes_since
from corrector.record.claims import Claim, ClaimedError
from corrector.record.entries import Page
from corrector.record.postgresql_failures import NoRecordError
from corrector.record.record import Record
from corrector.scans.folder import list_folder
from corrector.tasks.clock import now
from corrector.tasks.collection import Collection
from corrector.tasks.importing import import_listing
from corrector.tasks.places import SharedPlace
from corrector.tasks.progress import Progress
from corrector.tasks.whereabouts import root_of

__all__ = ["Claim", "ClaimedError", "News", "changed_pages", "claim_page", "release_page"]


@dataclass(frozen=True, slots=True)
class News:
    """What others did, and what they are doing.

    Attributes:
        until: to be given with the next question.
        pages: ids of pages whose versions, status, notes, reading or claim changed; our own too.
        arrangement: whether pages were added or put in another order: list them anew.
        claims: who edits which page just now, by the page's id, without our own claims.
    """

    until: int
    pages: frozenset[int]
    arrangement: bool
    claims: Mapping[int, Claim]


def claim_page(collection: Collection, page: Page, *, take_over: bool = False) -> Claim:
    """Claim `page` before it is edited; who has the collection's lock has all its pages.

    Raises:
        ClaimedError: if somebody else edits it: show it read-only.
        OutputError: if the record cannot be written.
    """
    return claims.claim(
        collection.record, page.id, collection.owner, now=now(), take_over=take_over
    )


def release_page(collection: Collection, claim: Claim) -> None:
    """Give a page back that is not edited any more.

    Raises:
        OutputError: if the record cannot be written; the claim ends with the program.
    """
    claims.release(collection.record, claim)


def changed_pages(collection: Collection, since: int | None) -> News:
    """Return what changed since an earlier answer, or what is so now; ask every few seconds.

    It also shows others that this program is still there, should the connection have been lost.

    Raises:
        InputError: if the record cannot be reached just now.
    """
    own = collection.record.session() if collection.writable else 0
    with collection.record.reading() as connection:
        changes = changes_since(connection, since)
    others = {one.page_id: one for one in claims.claims_of(collection.record) if one.session != own}
    return News(changes.until, changes.pages, changes.arrangement, others)


def look_at_shared(place: SharedPlace, progress: Progress) -> Collection:
    """Open a shared collection for reading; one without a record is read in memory.

    Raises:
        InputError: if the folder or the server cannot be reached.
    """
    root = root_of(place.root)
    try:
        return Collection(root, Record.open(place.address, create=False, read_only=True))
    except NoRecordError:
        record = Record.in_memory()
        listing = list_folder(root, cancelled=progress.cancelled)
        return Collection(root, record, problems=import_listing(record, listing, progress))


def open_shared(place: SharedPlace, owner: str, progress: Progress) -> Collection:
    """Open a shared collection for work; its record is made where there is none yet.

    Raises:
        InputError: if the folder or the server cannot be reached.
        OutputError: if the record cannot be written.
        LockedError: if somebody else is adding pages and does not finish within seconds.
    """
    root = root_of(place.root)
    record = Record.open(place.address, create=True)
    try:
        record.session()
        listing = list_folder(root, cancelled=progress.cancelled)
        with record.alone():
            problems = import_listing(record, listing, progress)
    except BaseException:
        record.close()
        raise
    return Collection(root, record, problems=problems, owner=owner)
