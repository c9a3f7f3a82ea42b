"""Takes what was found in a folder into its record: documents, pages, texts, OCR of others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from corrector import VERSION
from corrector.record import arranging, pages, readings, versions
from corrector.record.connection import Connection
from corrector.record.entries import Origin, Person, TextSource
from corrector.record.pages import NewPage
from corrector.record.record import Record
from corrector.scans.listing import FolderProblem, FoundPage, Listing
from corrector.tasks.clock import now
from corrector.tasks.completing import complete_pages
from corrector.tasks.found_ocr import FoundOcr, FoundOcrFiles
from corrector.tasks.found_texts import FoundPart, FoundTexts
from corrector.tasks.known_pages import Labels, place_found, place_of, places_of
from corrector.tasks.progress import Progress
from corrector.tasks.refinding import refind_scans
from corrector.tasks.undivided import (
    keep_new_undivided,
    keep_undivided,
    undivided,
    unused_texts,
)

PROGRAM = Person(f"Corrector {VERSION}")


@dataclass(frozen=True, slots=True)
class _Fresh:
    """A page that the record does not know yet, its text, and what another program read on it.

    Its part of an undivided text is better than what another program read: that only gives places.
    """

    document: str
    page: FoundPage
    part: FoundPart | None
    ocr: FoundOcr | None
    waits: bool = False

    @property
    def source(self) -> TextSource | None:
        """Where its text comes from; a text file comes before a file of OCR."""
        if self.part is not None:
            return self.part.source
        return None if self.ocr is None or self.waits else self.ocr.source


def import_listing(
    record: Record, listing: Listing, progress: Progress
) -> tuple[FolderProblem, ...]:
    """Add the documents, pages, texts and OCR of `listing` that the record does not know yet.

    What is known stays as it is; files are only read. All of it is one transaction.

    Returns:
        what is wrong with files of the folder: found while listing, and while reading texts.
    """
    texts, ocr_files = FoundTexts(listing.root), FoundOcrFiles(listing.root)
    refind_scans(record, listing)
    unused = complete_pages(record, listing, texts)
    with record.reading() as connection:
        listed = pages.list_pages(connection)
    known = {place for page in listed for place in places_of(page)}
    whole = undivided(listing, listed, texts)
    wanted = [
        (document.key, page)
        for document in listing.documents
        for page in document.pages
        if place_found(page) not in known
    ]
    fresh = list(_read(wanted, texts, ocr_files, progress, waiting=frozenset(whole)))
    if fresh:
        with record.writing() as connection:
            _add(connection, listing, fresh)
            _arrange(connection, listing)
            keep_undivided(connection, whole)
    else:
        keep_new_undivided(record, whole)
    unused = (*unused, *unused_texts(listing, listed))
    return (*listing.problems, *unused, *texts.problems, *ocr_files.problems)


def _read(
    wanted: Sequence[tuple[str, FoundPage]],
    texts: FoundTexts,
    ocr_files: FoundOcrFiles,
    progress: Progress,
    *,
    waiting: frozenset[str],
) -> Iterable[_Fresh]:
    for done, (document, page) in enumerate(wanted):
        progress.step(done, len(wanted), page.label)
        progress.raise_if_cancelled()
        part = texts.part(page.text) if page.text else None
        if page.scan is not None or part is not None:
            yield _Fresh(document, page, part, ocr_files.of(page), document in waiting)


def _add(connection: Connection, listing: Listing, fresh: Sequence[_Fresh]) -> None:
    documents = {one.key: one.id for one in pages.list_documents(connection)}
    wanted = {one.document for one in fresh}
    for found in listing.documents:
        if found.key in wanted and found.key not in documents:
            documents[found.key] = pages.add_document(connection, found.key, found.label)
    labels = Labels(page.label for page in pages.list_pages(connection))
    new = [_new_page(one, documents, labels.free(one.page)) for one in fresh]
    ids = pages.add_pages(connection, new)
    first = [
        (page_id, version)
        for page_id, one in zip(ids, fresh, strict=True)
        if (version := _version_zero(one)) is not None
    ]
    moment = now()
    versions.add_first_versions(connection, first, now=moment)
    for page_id, one in zip(ids, fresh, strict=True):
        _add_reading(connection, page_id, one, moment)


def _add_reading(connection: Connection, page_id: int, fresh: _Fresh, moment: datetime) -> None:
    """Keep what another program read; beside a text of its own it only gives places.

    The hash of the scan stays empty: nobody knows which bytes that program had before it.
    """
    reading = None if fresh.ocr is None else fresh.ocr.reading
    if reading is None:
        return
    from corrector.tasks.placing import only_for_places

    adopted = fresh.part is None and not fresh.waits
    kept = reading if adopted else only_for_places(reading)
    readings.add_reading(connection, page_id, kept, "", now=moment, adopted=adopted)


def _new_page(fresh: _Fresh, documents: dict[str, int], label: str) -> NewPage:
    page = fresh.page
    return NewPage(
        document=documents[fresh.document],
        label=label,
        scan=None if page.scan is None else str(page.scan),
        frame=page.frame,
        text_source=fresh.source,
    )


def _version_zero(fresh: _Fresh) -> versions.NewVersion | None:
    found, source = fresh.part or fresh.ocr, fresh.source
    if found is None or source is None:
        return None
    engine = found.engine if isinstance(found, FoundOcr) else {}
    details = {"file": source.path, "part": str(source.part), "file-sha256": source.sha256}
    return versions.NewVersion(found.text, PROGRAM, Origin.IMPORTED, details=engine | details)


def _arrange(connection: Connection, listing: Listing) -> None:
    """Put pages in the order of the folder; those that vanished from it stay behind their like."""
    order = {
        place_found(page): number
        for number, page in enumerate(page for one in listing.documents for page in one.pages)
    }
    found = pages.list_pages(connection)
    ranked: list[tuple[int, int, int]] = []
    rank = -1
    for page in sorted(found, key=lambda page: page.number):
        rank = order.get(place_of(page), rank)
        ranked.append((rank, page.number, page.id))
    arranging.arrange_pages(connection, [page_id for _, _, page_id in sorted(ranked)])
    keys = {one.key: number for number, one in enumerate(listing.documents)}
    documents = sorted(
        pages.list_documents(connection), key=lambda one: keys.get(one.key, len(keys))
    )
    arranging.arrange_documents(connection, [one.id for one in documents])
