"""The typing journal: every edit in a local file at once, until the record has it.

A line is handed to the system without waiting for the disk: it outlives the program, and
`duplicate` lets a worker bring it to the disk about once a second. The journal never stands in the
way of typing: where it cannot be written, that is remembered in `failure` and tried again later.
"""

import errno
import os
import platform
import time
import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corrector.errors import OutputError, unwritable
from corrector.paths import data_folder
from corrector.record.entries import Draft
from corrector.record.processes import birth_of
from corrector.tasks.journal_lines import (
    DONE,
    Header,
    edits_body,
    packed,
    packed_header,
    state_body,
)
from corrector.text.edits import Edit

SUFFIX: Final = ".journal"
RETRY_SECONDS: Final = 5.0
"""After a failure: not at every key, as a disk that is gone may take long to say so."""

_FLAGS: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0)
_open_here: set[str] = set()


def journals_folder() -> Path:
    """Return the folder of typing journals; it may not exist yet."""
    return data_folder() / "journals"


def is_open_here(token: str) -> bool:
    """Tell whether a journal is being written by this very process."""
    return token in _open_here


@dataclass(slots=True)
class _Run:
    """What the journal holds of a page.

    Attributes:
        position: of the last line, also of one that could not be written.
        whole: whether every line since the last state could be written.
        digest: of the last line that was written.
    """

    position: int
    whole: bool
    digest: str


class TypingJournal:
    """The journal of one sitting with one collection; its file is made with the first line."""

    def __init__(self, collection: str, folder: Path | None = None) -> None:
        """Begin without a file.

        Args:
            collection: identifier of the record.
            folder: where to write; the usual place where None.
        """
        self._token = str(uuid.uuid4())
        self._collection = collection
        name = f"{collection}-{os.getpid()}-{self._token[:8]}{SUFFIX}"
        self.path = (folder or journals_folder()) / name
        self.failure: OutputError | None = None
        self._file: int | None = None
        self._first = ""
        self._begin = self._end = self._count = 0
        self._torn = False
        self._retry_at = 0.0
        self._runs: dict[int, _Run] = {}

    @property
    def settled(self) -> bool:
        """Whether the record has all that the journal was given."""
        return not self._runs

    def follows(self, page_id: int) -> bool:
        """Tell whether an edit of the page can be written by itself."""
        run = self._runs.get(page_id)
        return run is not None and run.whole

    def holds(self, page_id: int) -> bool:
        """Tell whether there is something of the page that the record may lack."""
        return page_id in self._runs

    def position(self, page_id: int) -> int:
        """Return how far the page's typing has come, to be given to `settle`."""
        run = self._runs.get(page_id)
        return 0 if run is None else run.position

    def state(self, page_id: int, *drafts: Draft) -> None:
        """Write all that stands on a page now; before the first edit what the record has of it."""
        self._write(page_id, [state_body(page_id, one) for one in drafts], whole=True)

    def edit(self, page_id: int, length: int, edits: Sequence[Edit], caret: int) -> None:
        """Write an edit of the text that the line before led to.

        Args:
            page_id: of the page.
            length: of the text before the edit, in code points.
            edits: with spans of that text.
            caret: where it stands now.
        """
        body = edits_body(page_id, length, edits, caret)
        self._write(page_id, [body], whole=self.follows(page_id))

    def settle(self, page_id: int, position: int) -> None:
        """Hear that the record has what was typed until `position`; forget it if that is all."""
        if self.position(page_id) == position:
            self.forget(page_id)

    def forget(self, page_id: int) -> None:
        """Forget a page: the record has all of it, or the person has discarded it."""
        run = self._runs.pop(page_id, None)
        if run is None or self._file is None:
            return
        try:
            if self._runs:
                self._append(self._file, packed([DONE, page_id], run.digest)[0])
            else:
                os.ftruncate(self._file, self._begin)
                self._end, self._torn = self._begin, False
        except OSError as error:
            self._fail(error)

    def duplicate(self) -> int | None:
        """Return a handle of the file for a worker to sync and close; None where there is none."""
        if self._file is None:
            return None
        try:
            return os.dup(self._file)
        except OSError as error:
            self._fail(error)
            return None

    def close(self) -> None:
        """End the sitting; a journal that the record has all of is removed, another one stays."""
        _open_here.discard(self._token)
        if self._file is None:
            return
        with suppress(OSError):
            os.close(self._file)
            if not self._runs:
                self.path.unlink()
        self._file = None

    def _write(self, page_id: int, bodies: Sequence[Sequence[object]], *, whole: bool) -> None:
        self._count += 1
        run = self._runs.setdefault(page_id, _Run(self._count, whole, ""))
        run.position, run.whole = self._count, False
        if not whole or (self.failure is not None and time.monotonic() < self._retry_at):
            return
        try:
            file = self._opened()
            digest, lines = run.digest or self._first, []
            for body in bodies:
                line, digest = packed(body, digest)
                lines.append(line)
            self._append(file, b"".join(lines))
        except OSError as error:
            self._fail(error)
            return
        run.digest, run.whole, self.failure = digest, True, None

    def _opened(self) -> int:
        if self._file is not None:
            return self._file
        self.path.parent.mkdir(parents=True, exist_ok=True)
        process = os.getpid()
        birth = birth_of(process) or ""
        header = Header(self._collection, platform.node(), process, birth, self._token)
        line, self._first = packed_header(header)
        file, self._end = os.open(self.path, _FLAGS, 0o600), 0
        _open_here.add(self._token)
        try:
            self._append(file, line)
        except OSError:
            os.close(file)
            with suppress(OSError):
                self.path.unlink()
            raise
        self._file, self._begin = file, self._end
        return file

    def _append(self, file: int, data: bytes) -> None:
        """Write `data` whole, or take back what got through of it."""
        data = b"\n" + data if self._torn else data
        try:
            written = os.write(file, data)
        except OSError:
            self._take_back(file)
            raise
        if written != len(data):
            self._take_back(file)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._torn = False
        self._end += written

    def _take_back(self, file: int) -> None:
        try:
            os.ftruncate(file, self._end)
        except OSError:
            # The next line begins behind a line end, so that only this one cannot be read.
            self._torn = True

    def _fail(self, error: OSError) -> None:
        self.failure = unwritable(self.path, error)
        self._retry_at = time.monotonic() + RETRY_SECONDS
