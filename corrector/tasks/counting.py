"""How many suspicions each page has, remembered between runs by the text that was checked.

The counts are a cache among Corrector's own files; losing it costs only time.
"""

import hashlib
import json
import logging
import os
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from corrector import VERSION
from corrector.atomic import write_whole
from corrector.errors import OutputError
from corrector.paths import cache_folder
from corrector.record.entries import Page
from corrector.tasks.collection import Collection
from corrector.tasks.progress import NO_PROGRESS, Progress
from corrector.tasks.review import Reviewer, settled_in
from corrector.tasks.witness import latest_reading, witness_of

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)


def count_suspicions(
    collection: Collection, pages: Sequence[Page], progress: Progress = NO_PROGRESS
) -> dict[int, int]:
    """Return the number of shown suspicions by page id, for the pages that have a text."""
    reviewer = cache(partial(Reviewer, collection, None, progress))
    return count_pages(collection, reviewer, pages, None, progress)


def count_pages(
    collection: Collection,
    reviewer: Callable[[], Reviewer],
    pages: Sequence[Page],
    threshold: float | None = None,
    progress: Progress = NO_PROGRESS,
) -> dict[int, int]:
    """Return the same with a reviewer that is only asked for where a count is not known yet."""
    known = _Known(collection, f"{VERSION} {threshold}")
    counts: dict[int, int] = {}
    for done, page in enumerate(pages):
        progress.raise_if_cancelled()
        if page.versions:
            progress.step(done, len(pages), page.label)
            counts[page.id] = _count(collection, page, known, reviewer, threshold)
    known.keep()
    return counts


def _count(
    collection: Collection,
    page: Page,
    known: "_Known",
    reviewer: Callable[[], Reviewer],
    threshold: float | None,
) -> int:
    text, settled = settled_in(collection, page)
    key = known.key(text, settled)
    if key not in known.counts:
        witness = witness_of(text, latest_reading(collection, page))
        result = reviewer().check(text, settled, witness, threshold=threshold)
        known.counts[key] = len(result.suspicions)
    return known.counts[key]


class _Known:
    """The counts of earlier runs over one collection, under one way of checking."""

    def __init__(self, collection: Collection, way: str) -> None:
        name = hashlib.sha256(os.fsencode(collection.root.resolve())).hexdigest()[:16]
        self._path: Path = cache_folder() / "counts" / f"{name}.json"
        self._way = way
        self.counts: dict[str, int] = self._read()
        self._before = dict(self.counts)

    def key(self, text: str, settled: Iterable[object]) -> str:
        """Return what the count of a page depends on, made short."""
        what = "\0".join((self._way, repr(tuple(settled)), text))
        return hashlib.sha256(what.encode("utf-8", "surrogatepass")).hexdigest()[:24]

    def keep(self) -> None:
        """Write the counts for the next run; a cache that cannot be written is no failure."""
        if self.counts == self._before:
            return
        try:
            write_whole(self._path, [json.dumps(self.counts).encode()])
        except OutputError as error:
            log.info("The counts of suspicions are not kept: %s", error)

    def _read(self) -> dict[str, int]:
        try:
            stored = json.loads(self._path.read_bytes())
        except (OSError, ValueError):
            return {}
        if not isinstance(stored, dict):
            return {}
        return {str(key): value for key, value in stored.items() if isinstance(value, int)}
