"""Finds the scans, texts and OCR files below a folder, whatever state the folder is in."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from corrector.errors import CancelledError, InputError, reason_of, unreadable
from corrector.messages import QT_TRANSLATE_NOOP, message
from corrector.scans.kinds import OCR_SUFFIXES, SCAN_SUFFIXES, TEXT_SUFFIXES
from corrector.scans.listing import FolderProblem
from corrector.scans.ocr_files import holds_ocr
from corrector.scans.ordering import path_key

_RECORD: Final = "corrections.corrector"
_WANTED: Final = SCAN_SUFFIXES | TEXT_SUFFIXES | OCR_SUFFIXES


@dataclass(slots=True)
class FoundFiles:
    """Files with at least one byte, relative to the folder, in natural order.

    OCR files are those in hOCR, ALTO or PAGE; of other XML and HTML nothing is said.
    """

    scans: list[PurePosixPath] = field(default_factory=list)
    texts: list[PurePosixPath] = field(default_factory=list)
    ocr_files: list[PurePosixPath] = field(default_factory=list)
    problems: list[FolderProblem] = field(default_factory=list)


def find_files(root: Path, cancelled: Callable[[], bool]) -> FoundFiles:
    """Return the scans, texts and OCR files below `root`; hidden files and records are passed over.

    A folder that can be reached in several ways through links is taken once, by its real place
    where that lies below `root`.

    Raises:
        InputError: if `root` is not a folder or cannot be read.
        CancelledError: if `cancelled` said so.
    """
    found = FoundFiles()
    for place, entry in _walk(root, found, cancelled):
        suffix = place.suffix.lower()
        if suffix in _WANTED and _is_usable(place, entry, found):
            _add(root, place, suffix, found)
    for files in (found.scans, found.texts, found.ocr_files):
        files.sort(key=path_key)
    return found


def _add(root: Path, place: PurePosixPath, suffix: str, found: FoundFiles) -> None:
    if suffix in TEXT_SUFFIXES:
        found.texts.append(place)
    elif suffix in SCAN_SUFFIXES:
        found.scans.append(place)
    else:
        try:
            if holds_ocr(root / place):
                found.ocr_files.append(place)
        except OSError as error:
            found.problems.append(_unreadable(place, error))


def _walk(
    root: Path, found: FoundFiles, cancelled: Callable[[], bool]
) -> Iterator[tuple[PurePosixPath, os.DirEntry[str]]]:
    """Yield all files; real folders are entered first, linked ones when those are done."""
    folders, linked = [PurePosixPath()], list[PurePosixPath]()
    seen: set[tuple[int, int]] = set()
    while folders or linked:
        folder = folders.pop() if folders else linked.pop(0)
        if cancelled():
            raise CancelledError
        for entry in _entries(root, folder, seen, found):
            place = folder / entry.name
            if not _is_folder(entry):
                yield place, entry
            else:
                (linked if entry.is_symlink() else folders).append(place)


def _entries(
    root: Path, folder: PurePosixPath, seen: set[tuple[int, int]], found: FoundFiles
) -> list[os.DirEntry[str]]:
    """Return what lies in `folder`, or nothing if it was seen already or cannot be read."""
    path = root / folder
    try:
        status = path.stat()
        identity = (status.st_dev, status.st_ino)
        if identity in seen:
            return []
        seen.add(identity)
        with os.scandir(path) as entries:
            wanted = [entry for entry in entries if _is_visible(entry.name)]
    except OSError as error:
        if folder == PurePosixPath():
            raise _no_folder(root, error) from error
        found.problems.append(_unreadable(folder, error))
        return []
    return sorted(wanted, key=lambda entry: entry.name)


def _is_visible(name: str) -> bool:
    return not name.startswith((".", _RECORD))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_usable(place: PurePosixPath, entry: os.DirEntry[str], found: FoundFiles) -> bool:
    """Tell whether the file can be used at all; if not, say why."""
    try:
        str(place).encode()
        size = entry.stat().st_size
    except UnicodeEncodeError:
        found.problems.append(_unspeakable(place))
        return False
    except OSError as error:
        found.problems.append(_unreadable(place, error))
        return False
    if not size:
        found.problems.append(_empty(place))
    return size > 0


def _no_folder(root: Path, error: OSError) -> InputError:
    if isinstance(error, NotADirectoryError):
        return InputError(
            QT_TRANSLATE_NOOP(
                "Opening", "“{path}” is not a folder. Open the folder in which the scans lie."
            ),
            path=str(root),
        )
    return unreadable(root, error)


def _unreadable(place: PurePosixPath, error: OSError) -> FolderProblem:
    template = QT_TRANSLATE_NOOP("Opening", "It cannot be read: {reason}. It was left out.")
    return FolderProblem(_speakable(place), message(template, reason=reason_of(error)))


def _empty(place: PurePosixPath) -> FolderProblem:
    template = QT_TRANSLATE_NOOP(
        "Opening", "The file is empty (zero bytes) and was left out; copy it again."
    )
    return FolderProblem(place, message(template))


def _unspeakable(place: PurePosixPath) -> FolderProblem:
    template = QT_TRANSLATE_NOOP(
        "Opening", "The name of the file is broken (not Unicode), so it was left out; rename it."
    )
    return FolderProblem(_speakable(place), message(template))


def _speakable(place: PurePosixPath) -> PurePosixPath:
    """Return `place` with broken bytes of the name replaced, so that it can be shown and stored."""
    return PurePosixPath(str(place).encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
