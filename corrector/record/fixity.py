"""Compares scans and imported texts with the hashes that were taken when they were first seen."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from corrector.errors import reason_of
from corrector.messages import message
from corrector.record.integrity_messages import (
    CHANGED_FILE,
    MISSING_FILE,
    MOVED_SCAN,
    UNREADABLE_FILE,
)
from corrector.record.pages import list_pages
from corrector.record.record import Record
from corrector.record.remarks import IntegrityProblem
from corrector.record.whole_texts import whole_texts


@dataclass(frozen=True, slots=True)
class _File:
    """A file that a page was made from."""

    page: str
    path: str
    sha256: str
    kind: str


@dataclass(slots=True)
class _Searcher:
    """Finds a moved file by its hash among those of the same suffix that no page uses."""

    root: Path
    used: frozenset[str]
    known: dict[str, dict[str, str]] = field(default_factory=dict)

    def place_of(self, lost: _File) -> str | None:
        suffix = PurePosixPath(lost.path).suffix.lower()
        if suffix not in self.known:
            self.known[suffix] = dict(self._hashes(suffix))
        return self.known[suffix].get(lost.sha256)  # a scan never hashed is found nowhere

    def _hashes(self, suffix: str) -> Iterator[tuple[str, str]]:
        for path in sorted(self.root.rglob("*")):
            relative = path.relative_to(self.root).as_posix()
            if path.suffix.lower() != suffix or relative in self.used or not path.is_file():
                continue
            try:
                yield file_hash(path), relative
            except OSError:
                continue  # what cannot be read cannot be recognised either


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file's bytes in hexadecimal digits, whatever its size.

    Raises:
        OSError: if it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def file_problems(
    record: Record, root: Path, advanced: Callable[[str], None]
) -> Iterator[IntegrityProblem]:
    """Yield what is missing, moved or changed among the files of the collection in `root`."""
    files = _files(record)
    searcher = _Searcher(root, frozenset(file.path for file in files))
    for file in files:
        advanced(file.page)
        problem = _problem_of(file, root, searcher)
        if problem is not None:
            yield problem


def _files(record: Record) -> list[_File]:
    """Return each file once, with the first page that was made from it."""
    with record.reading() as connection:
        pages, whole = list_pages(connection), whole_texts(connection)
    files: dict[tuple[str, str], _File] = {}
    for page in pages:
        if page.scan is not None:
            found = _File(page.label, page.scan, page.scan_sha256, "scan")
            files.setdefault((found.path, found.kind), found)
        waiting = whole[page.document].source if page.waiting else None
        source = page.text_source or waiting
        if source is not None:
            found = _File(page.label, source.path, source.sha256, "text-file")
            files.setdefault((found.path, found.kind), found)
    return list(files.values())


def _problem_of(file: _File, root: Path, searcher: _Searcher) -> IntegrityProblem | None:
    try:
        same = file_hash(root / file.path) == file.sha256 or not file.sha256
    except FileNotFoundError:
        return _missing(file, searcher)
    except OSError as error:
        said = message(UNREADABLE_FILE, path=file.path, reason=reason_of(error))
        return IntegrityProblem(file.page, f"{file.kind}-missing", said)
    if same:
        return None
    return IntegrityProblem(
        file.page, f"{file.kind}-changed", message(CHANGED_FILE, path=file.path)
    )


def _missing(file: _File, searcher: _Searcher) -> IntegrityProblem:
    found = searcher.place_of(file)
    if found is None:
        said = message(MISSING_FILE, path=file.path)
    else:
        said = message(MOVED_SCAN, path=file.path, found=found)
    return IntegrityProblem(file.page, f"{file.kind}-missing", said)
