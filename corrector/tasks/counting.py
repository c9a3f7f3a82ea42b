"""How many suspicions of each kind each page has, remembered between runs by what decides them.

The counts are a cache among Corrector's own files; losing it costs only time.
"""

import hashlib
import json
import logging
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from corrector import VERSION
from corrector.atomic import write_whole
from corrector.errors import OutputError
from corrector.paths import cache_folder
from corrector.record import readings
from corrector.record.entries import Page
from corrector.tasks.collection import Collection
from corrector.tasks.collection_lexicon import CollectionLexicon
from corrector.tasks.kinds import Kind, tally
from corrector.tasks.lessons import lessons_in
from corrector.tasks.page_languages import LanguageWish, language_wish
from corrector.tasks.personal_lexicon import PersonalLexicon
from corrector.tasks.progress import NO_PROGRESS, Progress
from corrector.tasks.review import Reviewer, settled_in
from corrector.tasks.taught_words import TaughtWords
from corrector.tasks.witness import latest_reading, witness_of

if TYPE_CHECKING:
    from pathlib import Path

Tally = Mapping[Kind, int]

log = logging.getLogger(__name__)


def count_suspicions(
    collection: Collection,
    pages: Sequence[Page],
    progress: Progress = NO_PROGRESS,
    *,
    usual: str | None = None,
) -> dict[int, int]:
    """Return the number of shown suspicions by page id, for the pages that have a text.

    Args:
        collection: whose pages they are.
        pages: to be counted.
        progress: hears of them.
        usual: languages where nothing is set; None to guess them.
    """
    reviewer = cache(partial(Reviewer, collection, None, progress, usual=usual))
    lexicons = PersonalLexicon(), CollectionLexicon(collection)
    with collection.record.reading() as connection:
        taught = TaughtWords(lessons_in(connection).learned, lexicons)
    counting = _Counting(collection, reviewer, taught, language_wish(collection, usual=usual))
    found = counting.tallies(pages, None, progress)
    return {page_id: sum(counts.values()) for page_id, counts in found.items()}


def tally_pages(
    collection: Collection,
    reviewer: Reviewer,
    pages: Sequence[Page],
    threshold: float | None = None,
) -> dict[int, Tally]:
    """Return how many suspicions of each kind are shown, by page id, where there is a text.

    Args:
        collection: whose pages they are.
        reviewer: that checks the pages of which the count is not known yet.
        pages: to be counted.
        threshold: from which a suspicion is shown; None for the default.
    """
    counting = _Counting(collection, lambda: reviewer, reviewer.taught_words(), reviewer.wish)
    return counting.tallies(pages, threshold, NO_PROGRESS)


@dataclass(frozen=True, slots=True)
class _Counting:
    """Counts pages; the reviewer is only asked for where a count is not known yet."""

    collection: Collection
    reviewer: Callable[[], Reviewer]
    taught: TaughtWords
    wish: LanguageWish

    def tallies(
        self, pages: Sequence[Page], threshold: float | None, progress: Progress
    ) -> dict[int, Tally]:
        """Return the counts by page id."""
        known = _Known(self.collection)
        counts: dict[int, Tally] = {}
        for done, page in enumerate(pages):
            progress.raise_if_cancelled()
            if page.versions:
                progress.step(done, len(pages), page.label)
                counts[page.id] = self._tally(page, known, threshold)
        known.keep()
        return counts

    def _tally(self, page: Page, known: "_Known", threshold: float | None) -> Tally:
        text, settled = settled_in(self.collection, page)
        with self.collection.record.reading() as connection:
            stored = readings.list_readings(connection, page.id)
        reading = stored[-1].id if stored else None
        languages = self.wish.for_checking(page.id)
        taught = self.taught.concerning(text)
        key = _key(VERSION, threshold, languages, reading, settled, taught, text)
        found = known.tally(page, key)
        if found is None:
            witness = witness_of(text, latest_reading(self.collection, page))
            result = self.reviewer().check(
                text, settled, witness, threshold=threshold, page_id=page.id
            )
            found = tally(result.suspicions)
            known.remember(page, key, found)
        return found


def _key(*parts: object) -> str:
    """Return what the count of a page depends on, made short."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(repr(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()[:24]


class _Known:
    """The counts of earlier runs over one collection; the latest of each page."""

    def __init__(self, collection: Collection) -> None:
        name = hashlib.sha256(os.fsencode(collection.root.resolve())).hexdigest()[:16]
        self._path: Path = cache_folder() / "counts" / f"{name}.json"
        self._counts = self._read()
        self._changed = False

    def tally(self, page: Page, key: str) -> Tally | None:
        """Return what was counted on a page under the same conditions, or None."""
        stored = self._counts.get(str(page.id))
        if not isinstance(stored, dict) or stored.get("key") != key:
            return None
        kinds = stored.get("kinds")
        if not isinstance(kinds, dict) or not all(
            name in set(Kind) and isinstance(count, int) for name, count in kinds.items()
        ):
            return None
        return Counter({Kind(name): count for name, count in kinds.items()})

    def remember(self, page: Page, key: str, found: Tally) -> None:
        """Take what was counted just now in place of what was counted before."""
        kinds = {kind.value: count for kind, count in found.items()}
        self._counts[str(page.id)] = {"key": key, "kinds": kinds}
        self._changed = True

    def keep(self) -> None:
        """Write the counts for the next run; a cache that cannot be written is no failure."""
        if not self._changed:
            return
        try:
            write_whole(self._path, [json.dumps(self._counts).encode()])
        except OutputError as error:
            log.info("The counts of suspicions are not kept: %s", error)

    def _read(self) -> dict[str, object]:
        try:
            stored = json.loads(self._path.read_bytes())
        except (OSError, ValueError):
            return {}
        return stored if isinstance(stored, dict) else {}
