"""Verifies a collection, and fixes the hashes of scans that were never looked at before."""

from pathlib import Path

from corrector.errors import LockedError, OutputError
from corrector.record import pages as page_rows
from corrector.record.entries import Page
from corrector.record.integrity import verify
from corrector.record.remarks import IntegrityProblem
from corrector.scans.fingerprint import sha256_of
from corrector.tasks.collection import Collection
from corrector.tasks.opening import look_at, open_as_it_is
from corrector.tasks.places import Place, SharedPlace
from corrector.tasks.progress import NO_PROGRESS, Progress
from corrector.tasks.whereabouts import record_of


def verify_collection(
    path: Place, progress: Progress = NO_PROGRESS
) -> tuple[IntegrityProblem, ...]:
    """Return what does not agree with the record of the collection at `path`.

    Scans without a hash get one afterwards, where the record can be written just now: from then
    on their changes are noticed.
    """
    with look_at(path, progress) as collection:
        problems = verify(collection.record, collection.root)
    if not isinstance(path, SharedPlace) and record_of(path).exists():
        _remember_scans(path, progress)
    return problems


def problems_of(collection: Collection) -> tuple[IntegrityProblem, ...]:
    """Return what does not agree with the record of an open collection."""
    return verify(collection.record, collection.root)


def hash_scans(collection: Collection, progress: Progress = NO_PROGRESS) -> int:
    """Remember the hash of every scan that has none yet; return how many were added."""
    unknown = [page for page in collection.pages() if page.scan and not page.scan_sha256]
    hashes: dict[str, str] = {}
    for done, page in enumerate(unknown):
        progress.raise_if_cancelled()
        progress.step(done, len(unknown), page.label)
        _hash(collection, page, hashes)
    return len(unknown)


def _hash(collection: Collection, page: Page, hashes: dict[str, str]) -> None:
    source = collection.scan_of(page)
    if source is None or not source.path.is_file():
        return
    name = str(source.path)
    if name not in hashes:
        hashes[name] = sha256_of(source.path)
    with collection.record.writing() as connection:
        page_rows.set_scan_hash(connection, page.id, hashes[name])


def _remember_scans(path: Path, progress: Progress) -> None:
    """Take the hashes that are missing, unless somebody is working or the record is read-only."""
    try:
        with open_as_it_is(path, "corrector verify") as collection:
            hash_scans(collection, progress)
    except (LockedError, OutputError):
        return
