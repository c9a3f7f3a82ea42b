"""Gathers what the writer of a format needs: pages with versions, readings and places."""

import mimetypes
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corrector import VERSION
from corrector.errors import InputError
from corrector.formats.material import DocumentMaterial, LineBoxes, PageMaterial, line_boxes_of
from corrector.linking.align import align
from corrector.linking.interpolation import placed
from corrector.linking.line_direction import direction_of
from corrector.linking.links import Link
from corrector.ocr.words import Reading
from corrector.record import readings, statuses, versions
from corrector.record.descriptions import description_of_collection, whole_description
from corrector.record.entries import Document, Page, Version
from corrector.record.notes import notes_of
from corrector.record.times import stamp
from corrector.scans.fingerprint import sha256_of
from corrector.scans.image import scan_info
from corrector.tasks.clock import now
from corrector.tasks.collection import Collection
from corrector.tasks.page_files import image_of, original_of
from corrector.tasks.progress import NO_PROGRESS, Progress


def material_of(
    collection: Collection,
    name: str,
    pages: Sequence[Page],
    *,
    hashes: bool = False,
    progress: Progress = NO_PROGRESS,
) -> DocumentMaterial:
    """Return `pages` as one document called `name`, ready to be written.

    Args:
        collection: that they are in.
        name: of the document.
        pages: at least one.
        hashes: hash the scans of which the record has no hash yet; it reads the whole files.
        progress: is asked before each page whether to go on.

    Raises:
        CancelledError: if the person has asked to stop.
    """
    if hashes:
        pages = [_hashed(collection, page, progress) for page in pages]
    return DocumentMaterial(
        document=Document(pages[0].id, name, name),
        collection_title=collection.root.resolve().name,
        pages=tuple(_page(collection, page, progress) for page in pages),
        exported=stamp(now()),
        program_version=VERSION,
        collection_identifier=collection.record.identifier,
        description=_description(collection, pages),
    )


def _description(collection: Collection, pages: Sequence[Page]) -> Mapping[str, str]:
    """Return what was said of the document; of pages of several, what holds for all of them."""
    keys = {page.document for page in pages}
    with collection.record.reading() as connection:
        if len(keys) > 1:
            return description_of_collection(connection)
        return whole_description(connection, keys.pop())


def _page(collection: Collection, page: Page, progress: Progress) -> PageMaterial:
    progress.raise_if_cancelled()
    with collection.record.reading() as connection:
        history = versions.history(connection, page.id)
        reading = readings.latest_reading(connection, page.id)
        changes = statuses.status_changes(connection, page.id)
        notes = notes_of(connection, page.id)
    width, height = _size(collection, page, reading)
    links = _links(history, reading)
    return PageMaterial(
        page=page,
        versions=history,
        reading=reading,
        line_boxes=_boxes(history, links),
        scan_width=width,
        scan_height=height,
        scan_mime=mimetypes.guess_type(page.scan)[0] if page.scan else None,
        status_changes=changes,
        notes=notes,
        links=links,
        original=original_of(collection, page, history),
        image=image_of(collection, page),
    )


def _hashed(collection: Collection, page: Page, progress: Progress) -> Page:
    """Return the page with the hash of its scan; a scan that cannot be read has none."""
    progress.raise_if_cancelled()
    source = collection.scan_of(page)
    if page.scan_sha256 or source is None:
        return page
    try:
        return replace(page, scan_sha256=sha256_of(source.path))
    except InputError:
        return page


def _links(history: Sequence[Version], reading: Reading | None) -> tuple[Link, ...]:
    """Return where the words of the current text stand, those between others computed."""
    if reading is None or not history:
        return ()
    text = history[-1].text
    return placed(align(text, reading), text, direction_of(reading.words))


def _boxes(history: Sequence[Version], links: Sequence[Link]) -> LineBoxes:
    seen = ((link.span, link.box) for link in links if link.words and link.box is not None)
    return line_boxes_of(history[-1].text, seen) if links else ()


def _size(
    collection: Collection, page: Page, reading: Reading | None
) -> tuple[int | None, int | None]:
    """Return the pixels of the stored scan, as an engine saw it or as its header says."""
    source = collection.scan_of(page)
    if reading is not None:
        return reading.width, reading.height
    if source is None:
        return None, None
    try:
        info = scan_info(source)
    except InputError:
        return None, None
    return info.width, info.height
