"""Documents and pages of the record: adding, listing and finding them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, RowMapping, Select, func, insert, select, update

from corrector.record.changes import note_arrangement
from corrector.record.entries import Document, Page, Status, TextSource
from corrector.record.inserting import insert_row
from corrector.record.packing import packed_source, unpacked_source
from corrector.record.schema import DOCUMENT, PAGE, STATUS_CHANGE, VERSION
from corrector.record.whole_texts import waits


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page to be added.

    Attributes:
        document: the record's id of its document.
        label: what people call it; unique in the collection.
        scan: relative to the collection's folder, with forward slashes; None without one.
        frame: which image of a multi-page file, from 0.
        scan_sha256: of the scan's file; empty until it was computed.
        text_source: where its imported text came from, or None.
    """

    document: int
    label: str
    scan: str | None = None
    frame: int = 0
    scan_sha256: str = ""
    text_source: TextSource | None = None


def add_document(connection: Connection, key: str, label: str) -> int:
    """Add a document behind the others; return its id."""
    last = connection.scalar(select(func.max(DOCUMENT.c.number))) or 0
    row = {"key": key, "label": label, "number": last + 1, "details": "{}"}
    return insert_row(connection, DOCUMENT, row)


def list_documents(connection: Connection) -> tuple[Document, ...]:
    """Return all documents in collection order."""
    wanted = select(DOCUMENT.c.id, DOCUMENT.c.key, DOCUMENT.c.label).order_by(DOCUMENT.c.number)
    return tuple(Document(row.id, row.key, row.label) for row in connection.execute(wanted))


def add_page(connection: Connection, page: NewPage) -> int:
    """Add a page behind the others; return its id."""
    return add_pages(connection, [page])[0]


def add_pages(connection: Connection, pages: Sequence[NewPage]) -> tuple[int, ...]:
    """Add many pages behind the others in one statement; return their ids in the same order."""
    if not pages:
        return ()
    last = connection.scalar(select(func.max(PAGE.c.number))) or 0
    rows = [_row_of(page, last + position) for position, page in enumerate(pages, start=1)]
    connection.execute(insert(PAGE), rows)
    note_arrangement(connection)
    added = select(PAGE.c.id).where(PAGE.c.number > last).order_by(PAGE.c.number)
    return tuple(connection.scalars(added))


def _row_of(page: NewPage, number: int) -> dict[str, object]:
    return {
        "document_id": page.document,
        "key": str(uuid.uuid4()),
        "number": number,
        "label": page.label,
        "scan": page.scan,
        "frame": page.frame,
        "scan_sha256": page.scan_sha256,
        "text_source": packed_source(page.text_source),
    }


def list_pages(connection: Connection) -> tuple[Page, ...]:
    """Return all pages in collection order, with their numbers of versions and statuses."""
    found = connection.execute(_pages().order_by(PAGE.c.number)).mappings()
    return _without_begun([_page(row) for row in found])


def page_of(connection: Connection, page_id: int) -> Page:
    """Return the page with the record's id `page_id`, which must exist."""
    row = connection.execute(_pages().where(PAGE.c.id == page_id)).mappings().one()
    return _alone(connection, _page(row))


def pages_of_document(connection: Connection, key: str) -> tuple[Page, ...]:
    """Return the pages of the document called `key`, in collection order."""
    wanted = _pages().where(DOCUMENT.c.key == key).order_by(PAGE.c.number)
    return _without_begun([_page(row) for row in connection.execute(wanted).mappings()])


def _alone(connection: Connection, page: Page) -> Page:
    """Return `page`, of which the others of its document say whether it waits for its text."""
    if not page.waiting:
        return page
    return next(one for one in pages_of_document(connection, page.document) if one.id == page.id)


def _without_begun(found: Sequence[Page]) -> tuple[Page, ...]:
    """Return the pages; where one of a document has a text, none of it waits for its part."""
    begun = {page.document for page in found if page.versions}
    return tuple(
        replace(page, waiting=False) if page.waiting and page.document in begun else page
        for page in found
    )


def lock_page(connection: Connection, page_id: int) -> str:
    """Keep others from changing the page until this transaction ends; return the page's key.

    Other pages stay free. In a file the whole record is locked anyway.
    """
    page = select(PAGE.c.key).where(PAGE.c.id == page_id).with_for_update(key_share=True)
    return str(connection.execute(page).scalar_one())


def set_scan_hash(connection: Connection, page_id: int, sha256: str) -> None:
    """Remember the SHA-256 of the page's scan file as it is known from now on."""
    connection.execute(update(PAGE).where(PAGE.c.id == page_id).values(scan_sha256=sha256))


def set_scan(connection: Connection, page_id: int, scan: str | None, frame: int = 0) -> None:
    """Say where the page's scan is now; its hash stays and tells whether it is the same file."""
    connection.execute(update(PAGE).where(PAGE.c.id == page_id).values(scan=scan, frame=frame))


def set_text_source(connection: Connection, page_id: int, source: TextSource) -> None:
    """Say where the text of a page comes from that had none before."""
    packed = packed_source(source)
    connection.execute(update(PAGE).where(PAGE.c.id == page_id).values(text_source=packed))


def _pages() -> Select[*tuple[object, ...]]:
    """Return the query of pages; the counts come from indexes, never from the texts."""
    versions = (
        select(func.count())
        .select_from(VERSION)
        .where(VERSION.c.page_id == PAGE.c.id)
        .correlate(PAGE)
        .scalar_subquery()
    )
    last_change = (
        select(func.max(STATUS_CHANGE.c.id))
        .where(STATUS_CHANGE.c.page_id == PAGE.c.id)
        .correlate(PAGE)
        .scalar_subquery()
    )
    return (
        select(
            PAGE,
            DOCUMENT.c.key.label("document"),
            DOCUMENT.c.details.label("document_details"),
            STATUS_CHANGE.c.status,
            versions.label("versions"),
        )
        .join(DOCUMENT, DOCUMENT.c.id == PAGE.c.document_id)
        .join(STATUS_CHANGE, STATUS_CHANGE.c.id == last_change, isouter=True)
    )


def _page(row: RowMapping) -> Page:
    status = row["status"]
    return Page(
        id=row["id"],
        number=row["number"],
        label=row["label"],
        document=row["document"],
        scan=row["scan"],
        frame=row["frame"],
        scan_sha256=row["scan_sha256"],
        text_source=unpacked_source(row["text_source"]),
        status=Status.NOT_STARTED if status is None else Status(status),
        versions=row["versions"],
        waiting=waits(row["document_details"]),
    )
