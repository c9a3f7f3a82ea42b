"""Opening a collection: to look at it without a trace, or to work on it under a lock."""

import logging
from dataclasses import replace
from pathlib import Path

from corrector.errors import OutputError
from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.record import lock
from corrector.record.backups import back_up_daily
from corrector.record.record import Record
from corrector.scans.folder import list_folder
from corrector.tasks.clock import now
from corrector.tasks.collection import Collection
from corrector.tasks.folders import make_folder
from corrector.tasks.importing import import_listing
from corrector.tasks.places import Place, SharedPlace
from corrector.tasks.progress import NO_PROGRESS, Progress
from corrector.tasks.sharing import look_at_shared, open_shared
from corrector.tasks.surroundings import gone_scans
from corrector.tasks.whereabouts import is_write_protected, record_of, root_of

log = logging.getLogger(__name__)


def look_at(path: Place, progress: Progress = NO_PROGRESS) -> Collection:
    """Open the collection at `path` for reading; nothing is written into its folder.

    A folder without a record is read as if it were opened for the first time, in memory.

    Raises:
        InputError: if the folder or its record cannot be read.
    """
    if isinstance(path, SharedPlace):
        return look_at_shared(path, progress)
    root, place = root_of(path), record_of(path)
    if place.exists():
        record = Record.open(place, create=False, read_only=True)
        notices = (*_elsewhere(root, place), *_write_protected(path, place))
        return Collection(root, record, notices=notices)
    record = Record.in_memory()
    listing = list_folder(root, cancelled=progress.cancelled)
    return Collection(root, record, problems=import_listing(record, listing, progress))


def open_for_work(
    path: Place, owner: str, progress: Progress = NO_PROGRESS, *, take_over: bool = False
) -> Collection:
    """Open the collection at `path` for work and lock it; its record is made where there is none.

    A shared collection is not locked: its pages are claimed, see `sharing`.

    Args:
        path: the folder, its record, or a shared place.
        owner: who works, for others to read.
        progress: hears how many texts were read.
        take_over: take the lock even where somebody else seems to hold it.

    Raises:
        InputError: if the folder or its record cannot be read.
        OutputError: if the record cannot be written.
        LockedError: if somebody else has it open.
    """
    if isinstance(path, SharedPlace):
        return open_shared(path, owner, progress)
    place = record_of(path)
    make_folder(place.parent)
    new = not place.exists()
    collection = open_as_it_is(path, owner, take_over=take_over)
    try:
        if not new:
            _back_up(collection.record, place)
        listing = list_folder(collection.root, cancelled=progress.cancelled)
        problems = import_listing(collection.record, listing, progress)
        gone = gone_scans(collection, collection.pages(), seen=listing)
    except BaseException:
        collection.close()
        raise
    return replace(collection, problems=(*problems, *gone))


def open_as_it_is(path: Path, owner: str, *, take_over: bool = False) -> Collection:
    """Open and lock the collection at `path` without looking for new files in its folder.

    Raises:
        InputError: if the folder or its record cannot be read.
        OutputError: if the record cannot be written.
        LockedError: if somebody else has it open.
    """
    root, place = root_of(path), record_of(path)
    # A file that was named is a record already: an empty scan must not be made one.
    record = Record.open(place, create=path.is_dir())
    try:
        held = lock.acquire(record, owner, now=now(), take_over=take_over)
    except BaseException:
        record.close()
        raise
    return Collection(root, record, held, notices=_elsewhere(root, place), owner=owner)


def _back_up(record: Record, place: Path) -> None:
    """Keep a copy once a day; where there is no room for one, work goes on with a warning."""
    try:
        with record.reading() as connection:
            back_up_daily(connection, place, now())
    except OutputError as error:
        log.warning("%s", error)


def _write_protected(path: Path, place: Path) -> tuple[Message, ...]:
    if not is_write_protected(path):
        return ()
    return (
        message(
            QT_TRANSLATE_NOOP(
                "Notices",
                "“{place}” is write-protected. To correct the collection, copy its folder to a "
                "place that can be written.",
            ),
            place=str(place),
        ),
    )


def _elsewhere(root: Path, place: Path) -> tuple[Message, ...]:
    if place.parent.resolve() == root.resolve():
        return ()
    return (
        message(
            QT_TRANSLATE_NOOP(
                "Notices", "“{root}” was read-only; the record is kept in “{place}” instead."
            ),
            root=str(root),
            place=str(place),
        ),
    )
