"""Reads the texts that were paired with pages, each file once, and keeps what was wrong."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from corrector.errors import InputError
from corrector.record.entries import TextSource
from corrector.scans.listing import FolderProblem, FoundText
from corrector.scans.texts import TextFile, read_text_file


@dataclass(frozen=True, slots=True)
class FoundPart:
    """The text of one page, and where it came from."""

    text: str
    source: TextSource


class FoundTexts:
    """The text files of a folder; the last one read stays at hand for its other parts."""

    def __init__(self, root: Path) -> None:
        self.problems: list[FolderProblem] = []
        self._root = root
        self._path: PurePosixPath | None = None
        self._file: TextFile | None = None

    def part(self, found: FoundText) -> FoundPart | None:
        """Return the text that `found` names, or None where the file cannot be read."""
        file = self._read(found.path)
        if file is None:
            return None
        if found.part is None:
            whole = "".join(map("".join, zip(file.parts, file.after, strict=True)))
            return FoundPart(whole, self._source(found.path, file, 0, ""))
        return FoundPart(
            file.parts[found.part],
            self._source(found.path, file, found.part, file.after[found.part]),
        )

    def _read(self, path: PurePosixPath) -> TextFile | None:
        if path != self._path:
            self._path, self._file = path, self._new(path)
        return self._file

    def _new(self, path: PurePosixPath) -> TextFile | None:
        try:
            file = read_text_file(self._root / path)
        except InputError as error:
            self.problems.append(FolderProblem(path, error.message))
            return None
        self.problems += [FolderProblem(path, notice) for notice in file.notices]
        return file

    def _source(self, path: PurePosixPath, file: TextFile, part: int, after: str) -> TextSource:
        return TextSource(str(path), part, after, file.form, file.sha256)
