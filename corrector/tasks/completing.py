"""Completes pages that the record knows: with the scan or the text that came into the folder later.

What a page has already stays as it is.
"""

from collections.abc import Iterator

from corrector import VERSION
from corrector.messages import QT_TRANSLATE_NOOP, message
from corrector.record import pages, versions
from corrector.record.entries import Origin, Page, Person
from corrector.record.record import Record
from corrector.scans.listing import FolderProblem, FoundPage, Listing
from corrector.tasks.clock import now
from corrector.tasks.found_texts import FoundPart, FoundTexts
from corrector.tasks.known_pages import Place, place_found, place_of, place_of_text


def complete_pages(
    record: Record, listing: Listing, texts: FoundTexts
) -> tuple[FolderProblem, ...]:
    """Give known pages the scans and texts that they lack; return which texts were not used."""
    with record.reading() as connection:
        known = {place_of(page): page for page in pages.list_pages(connection)}
    if not known:
        return ()
    found = [page for document in listing.documents for page in document.pages]
    new_scans, new_texts = list(_scans(found, known)), list(_texts(found, known, texts))
    if new_scans or new_texts:
        with record.writing() as connection:
            for page, one in new_scans:
                pages.set_scan(connection, page.id, str(one.scan), one.frame)
            for page, part in new_texts:
                pages.set_text_source(connection, page.id, part.source)
            first = [(page.id, _version_zero(part)) for page, part in new_texts]
            versions.add_first_versions(connection, first, now=now())
    return tuple(_unused(found, known))


def _scans(found: list[FoundPage], known: dict[Place, Page]) -> Iterator[tuple[Page, FoundPage]]:
    """Yield the pages that had only a text, and what was found with a scan now."""
    for one in found:
        page = known.get(place_of_text(one.text)) if one.text else None
        if page is not None and one.scan is not None and place_found(one) not in known:
            known[place_found(one)] = page
            yield page, one


def _texts(
    found: list[FoundPage], known: dict[Place, Page], texts: FoundTexts
) -> Iterator[tuple[Page, FoundPart]]:
    """Yield the pages that had only a scan, and their texts."""
    for one in found:
        page = known.get(place_found(one))
        if page is None or page.versions or one.text is None:
            continue
        part = texts.part(one.text)
        if part is not None:
            yield page, part


def _version_zero(part: FoundPart) -> versions.NewVersion:
    source = part.source
    details = {"file": source.path, "part": str(source.part), "file-sha256": source.sha256}
    return versions.NewVersion(
        part.text, Person(f"Corrector {VERSION}"), Origin.IMPORTED, details=details
    )


def _unused(found: list[FoundPage], known: dict[Place, Page]) -> Iterator[FolderProblem]:
    for one in found:
        page = known.get(place_found(one))
        if page is not None and page.versions and one.text is not None and not page.text_source:
            yield FolderProblem(one.text.path, message(_UNUSED, page=page.label))


_UNUSED = QT_TRANSLATE_NOOP(
    "Opening",
    "It came when page “{page}” had a text already, so it was not used; that text is unchanged. "
    "“corrector save --text” takes it as a new version.",
)
