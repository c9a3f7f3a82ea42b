"""Recognises pages: a first reading becomes version 0, any further one is only a proposal."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from corrector.errors import CorrectorError, InputError, MissingProgramError, UsageError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.ocr.engine import Engine
from corrector.ocr.languages import choose_languages
from corrector.ocr.preparations import NONE
from corrector.ocr.readers import best_reader
from corrector.ocr.words import EngineDescription, Reading
from corrector.record import pages as page_rows
from corrector.record import readings, versions
from corrector.record.entries import Origin, Page, Person
from corrector.scans.fingerprint import sha256_of
from corrector.tasks.clock import now
from corrector.tasks.collection import Collection
from corrector.tasks.engines import engine_for
from corrector.tasks.opening import look_at, open_for_work
from corrector.tasks.page_languages import language_wish
from corrector.tasks.places import Place
from corrector.tasks.progress import NO_PROGRESS, Progress
from corrector.tasks.whereabouts import has_record


@dataclass(frozen=True, slots=True)
class Recognised:
    """What became of one page.

    Attributes:
        page: which page.
        words: how many words were read.
        proposal: whether the page had a text already, or one that waits to be divided, so that the
            reading only stands beside it.
        error: why the page could not be recognised; None when it was.
    """

    page: Page
    words: int = 0
    proposal: bool = False
    error: CorrectorError | None = None


def open_for_recognition(
    path: Place, owner: str, languages: str | None = None, progress: Progress = NO_PROGRESS
) -> Collection:
    """Open the collection at `path` for work; where nothing could be read, leave no new record.

    A folder without a record is then only looked at: `recognise` says what is missing before it
    writes anything, and says nothing where there is nothing to read.

    Raises:
        InputError: if the folder or its record cannot be read.
        OutputError: if the record cannot be written.
        LockedError: if somebody else has it open.
    """
    if has_record(path) or _can_read(languages):
        return open_for_work(path, owner, progress)
    return look_at(path, progress)


def _can_read(languages: str | None) -> bool:
    try:
        choose_languages(languages, best_reader().installed_languages())
    except (MissingProgramError, UsageError):
        return False
    return True


def recognise(
    collection: Collection,
    pages: Sequence[Page],
    *,
    languages: str | None = None,
    usual: str | None = None,
    jobs: int = 0,
    time_limit: float = 180.0,
    preparation: str = NONE,
    engine: Engine | None = None,
    progress: Progress = NO_PROGRESS,
    finished: Callable[[Recognised], None] = lambda _: None,
) -> tuple[Recognised, ...]:
    """Recognise `pages`; each is stored as soon as it is read, so that stopped work can go on.

    Args:
        collection: opened for work.
        pages: those with a scan are read; the others are said to have none.
        languages: as the person names them, such as ``en+de``, for all pages; None to go by what
            is set for a page, its document or the collection.
        usual: languages for pages of which nothing is set; None means the engine's.
        jobs: pages read at the same time; 0 means one a processor.
        time_limit: seconds for one page.
        preparation: what is done to the scans first: `none`, `auto`, or a name of
            `ocr.preparations.PREPARATIONS`.
        engine: another engine than Tesseract.
        progress: hears of every page and may stop the task between pages.
        finished: called for every page, from this thread.

    Raises:
        MissingProgramError: if there are pages, but the engine or a language is not installed.
        UsageError: if there is no such preparation.
        CancelledError: if it was stopped; what was read until then is stored.
    """
    if not pages:
        return ()
    wish = language_wish(collection, languages, usual)
    wanted = {page.id: wish.for_reading(page.id) for page in pages}
    ways = {
        one: _way_of(one, engine or engine_for(one, preparation)) for one in set(wanted.values())
    }
    by_page = {page_id: ways[one] for page_id, one in wanted.items()}
    reader = _Reader(collection, by_page, time_limit)
    results: dict[int, Recognised] = {}
    for page, future in _in_parallel(reader, pages, jobs or os.cpu_count() or 1, progress):
        results[page.number] = result = _stored(collection, page, future)
        finished(result)
        progress.step(len(results), len(pages), page.label)
    progress.raise_if_cancelled()
    return tuple(results[page.number] for page in pages)


@dataclass(frozen=True, slots=True)
class _Way:
    """What reads a page, in which languages."""

    engine: Engine
    languages: tuple[str, ...]


def _way_of(languages: str | None, engine: Engine) -> _Way:
    return _Way(engine, choose_languages(languages, engine.installed_languages()))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one page after another, in any thread; writes nothing."""

    collection: Collection
    ways: Mapping[int, _Way]
    time_limit: float

    def read(self, page: Page) -> "_Read":
        """Return the reading of `page` and the hash of its scan."""
        source = self.collection.scan_of(page)
        if source is None:
            raise InputError(
                QT_TRANSLATE_NOOP("Errors", "Page {page} has no scan to recognise."),
                page=page.label,
            )
        digest = sha256_of(source.path)
        way = self.ways[page.id]
        reading = way.engine.recognise(source, way.languages, time_limit=self.time_limit)
        return _Read(reading, digest)


@dataclass(frozen=True, slots=True)
class _Read:
    reading: Reading
    scan_sha256: str


def _in_parallel(
    reader: _Reader, pages: Sequence[Page], jobs: int, progress: Progress
) -> Iterator[tuple[Page, Future[_Read]]]:
    """Yield the pages as they are read; after a wish to stop only those already begun."""
    with ThreadPoolExecutor(jobs, thread_name_prefix="recognition") as pool:
        futures = {pool.submit(reader.read, page): page for page in pages}
        try:
            for future in as_completed(futures):
                if not future.cancelled():
                    yield futures[future], future
                if progress.cancelled():
                    pool.shutdown(wait=False, cancel_futures=True)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _stored(collection: Collection, page: Page, future: Future[_Read]) -> Recognised:
    """Keep what was read of `page`; a failure of this one page does not stop the others."""
    try:
        read = future.result()
    except MissingProgramError:
        raise
    except CorrectorError as error:
        return Recognised(page, error=error)
    words = len(read.reading.words)
    with collection.record.writing() as connection:
        first = versions.latest_number(connection, page.id) is None and not page.waiting
        readings.add_reading(
            connection, page.id, read.reading, read.scan_sha256, now=now(), adopted=first
        )
        if not page.scan_sha256:
            page_rows.set_scan_hash(connection, page.id, read.scan_sha256)
        if first:
            versions.add_version(connection, page.id, _version_zero(read), now=now())
    return Recognised(page, words, proposal=not first)


def _version_zero(read: _Read) -> versions.NewVersion:
    engine = read.reading.engine
    return versions.NewVersion(
        text=read.reading.text,
        author=Person(f"{engine.name} {engine.version}"),
        origin=Origin.RECOGNISED,
        details=_details(engine, read.scan_sha256),
    )


def _details(engine: EngineDescription, scan_sha256: str) -> dict[str, str]:
    return {
        "engine": engine.name,
        "engine-version": engine.version,
        "languages": "+".join(engine.languages),
        "scan-sha256": scan_sha256,
        **engine.parameters,
    }
