"""What is wrong with the folder of a collection whose record is only looked at."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from corrector.errors import InputError
from corrector.messages import QT_TRANSLATE_NOOP, message
from corrector.record.entries import Page
from corrector.scans.folder import list_folder
from corrector.scans.listing import FolderProblem, Listing
from corrector.scans.texts import read_text_file
from corrector.tasks.collection import Collection
from corrector.tasks.known_pages import place_found, place_of, place_of_text
from corrector.tasks.progress import NO_PROGRESS, Progress


def problems_around(
    collection: Collection, progress: Progress = NO_PROGRESS
) -> tuple[FolderProblem, ...]:
    """Return what cannot be read, what came or went since, and what was read with a reservation.

    Raises:
        InputError: if the folder cannot be read.
    """
    listing = list_folder(collection.root, cancelled=progress.cancelled)
    pages = collection.pages()
    return (
        *listing.problems,
        *_new(listing, pages),
        *gone_scans(collection, pages, seen=listing),
        *_guessed(collection, pages),
    )


def _new(listing: Listing, pages: Sequence[Page]) -> Iterator[FolderProblem]:
    known = {place_of(page) for page in pages}
    for document in listing.documents:
        for page in document.pages:
            file = page.scan or (page.text.path if page.text else None)
            if file and not {place_found(page), place_of_text(page.text)} & known:
                yield FolderProblem(file, message(_NEW))


def gone_scans(
    collection: Collection, pages: Sequence[Page], *, seen: Listing
) -> Iterator[FolderProblem]:
    """Yield the scans of `pages` that are not there any more; of those just `seen` none is."""
    there = {str(page.scan) for document in seen.documents for page in document.pages}
    for scan in dict.fromkeys(page.scan for page in pages if page.scan):
        if scan not in there and not (collection.root / scan).exists():
            yield FolderProblem(PurePosixPath(scan), message(_GONE))


def _guessed(collection: Collection, pages: Sequence[Page]) -> Iterator[FolderProblem]:
    """Say again what was said of texts that are not UTF-8 when they were imported."""
    sources = (page.text_source for page in pages)
    paths = (one.path for one in sources if one and one.form.encoding != "utf-8")
    for path in dict.fromkeys(paths):
        try:
            notices = read_text_file(collection.root / path).notices
        except InputError:
            continue  # a text that changed or went is told by “corrector verify”
        yield from (FolderProblem(PurePosixPath(path), notice) for notice in notices)


_NEW = QT_TRANSLATE_NOOP(
    "Opening", "It came after the last opening and is taken in at the next one."
)
_GONE = QT_TRANSLATE_NOOP(
    "Opening",
    "The scan is not there any more. Its page and all versions are kept in the record; bring the "
    "file back under this name.",
)
