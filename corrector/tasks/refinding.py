"""Finds the scans of pages again whose files were renamed or moved inside the collection."""

from pathlib import Path

from corrector.errors import InputError
from corrector.record import pages
from corrector.record.entries import Page
from corrector.record.record import Record
from corrector.scans.fingerprint import sha256_of
from corrector.scans.listing import Listing


def refind_scans(record: Record, listing: Listing) -> int:
    """Point pages whose scans vanished to new files with the same bytes; return how many.

    Only files of the same kind that no page has yet are looked at, and only where something is
    missing, so that opening stays quick. Text, versions and status of the pages stay.
    """
    with record.reading() as connection:
        known = [page for page in pages.list_pages(connection) if page.scan is not None]
    lost = [page for page in known if page.scan_sha256 and not _is_there(listing.root, page)]
    if not lost:
        return 0
    new = _new_files(listing, {str(page.scan) for page in known}, lost)
    found = [(page, new[page.scan_sha256]) for page in lost if page.scan_sha256 in new]
    if found:
        with record.writing() as connection:
            for page, scan in found:
                pages.set_scan(connection, page.id, scan, page.frame)
    return len(found)


def _is_there(root: Path, page: Page) -> bool:
    return (root / str(page.scan)).exists()


def _new_files(listing: Listing, used: set[str], lost: list[Page]) -> dict[str, str]:
    """Return the files that could be a lost scan, by the hash of their bytes."""
    kinds = {Path(str(page.scan)).suffix.lower() for page in lost}
    candidates = {
        str(page.scan)
        for document in listing.documents
        for page in document.pages
        if page.scan is not None and page.scan.suffix.lower() in kinds
    }
    hashes: dict[str, str] = {}
    for scan in sorted(candidates - used):
        try:
            hashes.setdefault(sha256_of(listing.root / scan), scan)
        except InputError:
            continue  # what cannot be read is reported where scans are read
    return hashes
