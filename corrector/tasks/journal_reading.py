"""Finds the journals that programs left which are gone, and reads what can be believed of them."""

import os
import platform
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corrector.atomic import write_whole
from corrector.errors import unreadable, unwritable
from corrector.record.entries import Draft
from corrector.record.processes import birth_of
from corrector.tasks.journal_lines import (
    DONE,
    STATE,
    Header,
    Line,
    LineError,
    chained,
    draft_after,
    header_of,
    line_of,
    packed,
    unpacked,
)
from corrector.tasks.typing_journal import SUFFIX, is_open_here

MOST_BYTES: Final = 128 * 1024 * 1024
"""A sitting of many days without a record takes some ten million; more is no journal."""
_LONGEST_HEADER: Final = 4096


@dataclass(slots=True)
class LeftRun:
    """What a journal holds of a page.

    Attributes:
        lines: since the record had all of it; the first one is a state.
        raw: the same lines as they stand in the file.
        digest: of the last one.
    """

    lines: list[Line]
    raw: list[bytes]
    digest: str

    def states(self) -> Iterator[Draft]:
        """Yield all that stood on the page, line after line.

        Raises:
            LineError: at the first line that does not fit the one before.
        """
        draft: Draft | None = None
        for line in self.lines:
            draft = draft_after(draft, line)
            yield draft


@dataclass(frozen=True, slots=True)
class LeftJournal:
    """A journal whose writer is gone.

    Attributes:
        path: of its file.
        collection: identifier of the record that it speaks of; empty where nothing can be read.
        first: its first line.
        runs: by the id of the page.
        broken: whether something in the file cannot be believed.
    """

    path: Path
    collection: str
    first: bytes
    runs: dict[int, LeftRun]
    broken: bool


def left_journals(folder: Path, collection: str) -> list[Path]:
    """Return the journals of a collection whose programs are gone, the oldest first."""
    found = [
        (path.stat().st_mtime_ns, path)
        for path in folder.glob(f"{collection}-*{SUFFIX}")
        if path.is_file() and _is_left(path)
    ]
    return [path for _, path in sorted(found)]


def read_journal(path: Path) -> LeftJournal:
    """Read all of a journal that can be believed.

    Raises:
        InputError: if the file cannot be read.
    """
    try:
        too_large = path.stat().st_size > MOST_BYTES
        data = b"" if too_large else path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    first, *lines = data.split(b"\n")
    try:
        header, begin = header_of(first)
    except LineError:
        return LeftJournal(path, "", b"", {}, broken=too_large or bool(data))
    runs: dict[int, LeftRun] = {}
    # Behind the last line end nothing stands, unless the program was killed while it wrote.
    torn = bool(lines and lines.pop())
    unbelieved = [line for line in lines if line and not _take(runs, line, begin)]
    return LeftJournal(path, header.collection, first, runs, torn or bool(unbelieved))


def without_broken(journal: LeftJournal) -> LeftJournal:
    """Write a journal anew with only what can be believed of it.

    Raises:
        OutputError: if it cannot be written; it is as it was then.
    """
    lines = [line for run in journal.runs.values() for line in run.raw]
    write_whole(journal.path, [b"%s\n" % line for line in (journal.first, *lines)])
    return read_journal(journal.path)


def drop_page(journal: LeftJournal, page_id: int) -> None:
    """Say in a journal that a page is done; one that holds no other page is removed.

    Raises:
        OutputError: if it cannot be written.
    """
    run = journal.runs.pop(page_id)
    try:
        if not journal.runs:
            journal.path.unlink(missing_ok=True)
            return
        with journal.path.open("ab") as file:
            file.write(packed([DONE, page_id], run.digest)[0])
    except OSError as error:
        raise unwritable(journal.path, error) from error


def _take(runs: dict[int, LeftRun], raw: bytes, begin: str) -> bool:
    """Add a line to what is known of its page; return whether it can be believed."""
    try:
        digest, body = unpacked(raw)
        line = line_of(body)
    except LineError:
        return False
    run = runs.get(line.page_id)
    if run is not None and chained(run.digest, body) == digest:
        if line.kind == DONE:
            del runs[line.page_id]
        else:
            run.lines.append(line)
            run.raw.append(raw)
            run.digest = digest
        return True
    # The program began anew with this page.
    if line.kind != STATE or chained(begin, body) != digest:
        return False
    runs[line.page_id] = LeftRun([line], [raw], digest)
    return True


def _is_left(path: Path) -> bool:
    """Tell whether the writer of a journal is surely gone, on this machine."""
    try:
        with path.open("rb") as file:
            header, _ = header_of(file.readline(_LONGEST_HEADER).rstrip(b"\n"))
    except OSError:
        return False
    except LineError:
        return _is_gone_by_name(path)
    if header.host != platform.node():
        return False
    return not is_open_here(header.token) and _is_gone(header)


def _is_gone(header: Header) -> bool:
    if header.process == os.getpid():
        return True
    birth = birth_of(header.process)
    return birth is None or bool(birth and header.birth and birth != header.birth)


def _is_gone_by_name(path: Path) -> bool:
    """Tell by its name whose journal a file without a readable first line is."""
    with suppress(ValueError, OverflowError):
        process = int(path.stem.split("-")[-2])
        return process != os.getpid() and birth_of(process) is None
    return True
