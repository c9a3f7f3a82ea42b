"""Makes a collection of TEI files that Corrector wrote: texts, versions, corrections, marks."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from corrector.errors import InputError, OutputError
from corrector.formats.tei.reading_back import read_back
from corrector.formats.tei.reopened import ReopenedDocument, ReopenedPage, ReopenedVersion
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.ocr.words import EngineDescription, Reading, Word
from corrector.record import pages, readings, versions
from corrector.record.descriptions import describe
from corrector.record.notes import add_note
from corrector.record.pages import NewPage
from corrector.record.record import Record
from corrector.record.versions import NewVersion
from corrector.tasks.clock import now
from corrector.tasks.folders import make_folder
from corrector.tasks.placing import only_for_places
from corrector.tasks.whereabouts import record_of

_LARGEST_FILE = 256 * 1024 * 1024
"""A TEI file of a thousand pages takes some thirty megabytes."""


def reopen(files: Sequence[Path], folder: Path) -> int:
    """Make a collection in `folder` out of TEI files; return how many pages it has.

    Scans are looked for in `folder` under the names that the files give them. All of it is made
    or nothing; the files are only read.

    Raises:
        InputError: if a file cannot be read or was not written by Corrector.
        OutputError: if `folder` has a record already, or none can be written.
    """
    documents = [read_back(_content(file), file.name) for file in files]
    make_folder(folder)
    place = record_of(folder)
    if place.exists():
        raise OutputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{folder}” is a collection already. Nothing was changed. Choose a new folder, or "
                "one that only holds the scans.",
            ),
            folder=str(folder),
        )
    try:
        with Record.open(place, create=True) as record, record.writing() as connection:
            return _fill(connection, documents)
    except BaseException:
        place.unlink(missing_ok=True)
        raise


def _fill(connection: Connection, documents: Sequence[ReopenedDocument]) -> int:
    labels, keys = set[str](), set[str]()
    count = 0
    for document in documents:
        key = _free(document.label or "document", keys)
        made = pages.add_document(connection, key, document.label or key)
        describe(connection, key, document.description)
        for page in document.pages:
            label = _free(page.label or "page", labels)
            new = NewPage(made, label, page.scan, page.frame, page.sha256)
            _write_page(connection, pages.add_page(connection, new), page)
            count += 1
    return count


def _free(wanted: str, taken: set[str]) -> str:
    key, number = wanted, 1
    while key in taken:
        number += 1
        key = f"{wanted}-{number}"
    taken.add(key)
    return key


def _write_page(connection: Connection, page_id: int, page: ReopenedPage) -> None:
    """Save the versions of a page that differ; a note tells of those that do not."""
    parent: int | None = None
    for version in page.versions:
        last = version is page.versions[-1]
        new = NewVersion(
            text=version.text,
            author=version.author,
            origin=version.origin,
            parent=parent,
            details={"tei-version": str(version.number)},
            note=version.note,
            evidence=version.evidence,
            marks=page.marks if last else (),
            corrections=version.corrections if parent is not None else (),
        )
        saved = versions.add_version(connection, page_id, new, now=_moment(version.time))
        if saved is None:
            _tell_of(connection, page_id, version)
        else:
            parent = saved.number
    if page.words and page.size and page.versions:
        readings.add_reading(
            connection,
            page_id,
            only_for_places(_reading(page, page.size)),
            "",
            now=now(),
            adopted=False,
        )


def _tell_of(connection: Connection, page_id: int, version: ReopenedVersion) -> None:
    text = f"Version {version.number} ({version.time}): its changes were undone later. "
    add_note(connection, page_id, f"{text}{version.note}".strip(), version.author, now=now())


def _reading(page: ReopenedPage, size: tuple[int, int]) -> Reading:
    """Return the places of words as if an engine had read them there."""
    text = page.versions[-1].text
    words = tuple(
        Word(span.of(text), span, box, None, 0, text.count("\n", 0, span.start))
        for span, box in page.words
    )
    return Reading(text, words, *size, EngineDescription("Corrector", "TEI", (), {}))


def _moment(time: str) -> datetime:
    try:
        found = datetime.fromisoformat(time)
    except ValueError:
        return now()
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            content = opened.read(_LARGEST_FILE + 1)
    except OSError as error:
        raise _unreadable(file, error.strerror or "") from error
    if len(content) > _LARGEST_FILE:
        raise _unreadable(file, f"it is larger than {_LARGEST_FILE // 1024 // 1024} MB")
    return content


def _unreadable(file: Path, reason: str) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("Errors", "“{path}” cannot be read: {reason}. Nothing was made of it."),
        path=str(file),
        reason=reason,
    )
