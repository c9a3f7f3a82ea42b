"""A collection that is open: its folder, its record, and what was found on the way."""

import logging
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from corrector.errors import CorrectorError
from corrector.messages import Message
from corrector.record import pages
from corrector.record.claims import release_all
from corrector.record.entries import Document, Page
from corrector.record.lock import Lock, release
from corrector.record.record import Record
from corrector.scans.listing import FolderProblem, ScanSource

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Collection:
    """An opened folder with its record; close it, or use it in a with statement.

    Attributes:
        root: the folder of scans and texts.
        record: what is remembered of it.
        lock: that keeps others from working on it meanwhile; None where it is only looked at.
        problems: files that are not used, or used with a reservation.
        notices: what the person should know, such as a record that lies elsewhere.
        owner: who works, for others to read.
    """

    root: Path
    record: Record
    lock: Lock | None = None
    problems: tuple[FolderProblem, ...] = ()
    notices: tuple[Message, ...] = ()
    owner: str = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def writable(self) -> bool:
        """Whether versions can be saved."""
        return self.lock is not None or (self.record.shared and not self.record.read_only)

    def pages(self) -> tuple[Page, ...]:
        """Return all pages in collection order."""
        with self.record.reading() as connection:
            return tuple(pages.list_pages(connection))

    def documents(self) -> tuple[Document, ...]:
        """Return all documents in collection order."""
        with self.record.reading() as connection:
            return tuple(pages.list_documents(connection))

    def scan_of(self, page: Page) -> ScanSource | None:
        """Return where the scan of `page` is, whether or not the file is still there."""
        return None if page.scan is None else ScanSource(self.root / page.scan, page.frame)

    def problems_of(self, page: Page) -> tuple[Message, ...]:
        """Return what is wrong with the files of `page`."""
        files = {page.scan, page.text_source.path if page.text_source else None}
        return tuple(one.message for one in self.problems if str(one.path) in files)

    def close(self) -> None:
        """Give the lock back and close the record.

        A lock that cannot be given back counts as a dead process's once this one has ended.
        """
        try:
            release_all(self.record)
            if self.lock is not None:
                release(self.record, self.lock)
        except CorrectorError as error:
            log.warning("The lock could not be given back: %s", error)
        self.record.close()
