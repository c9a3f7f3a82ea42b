"""Packs a collection for an archive: a BagIt bag, written whole or not at all."""

import contextlib
import os
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corrector import VERSION
from corrector.errors import OutputError, UsageError, unreadable, unwritable
from corrector.formats.file_names import safe_stem
from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.record.backups import copy_into
from corrector.record.entries import Page
from corrector.scans.fingerprint import sha256_of
from corrector.tasks.clock import now
from corrector.tasks.collection import Collection
from corrector.tasks.progress import Progress
from corrector.tasks.whereabouts import RECORD_NAME

SCANS, IMPORTED, RECORD = "scans", "imported", "record"
TEXTS: Final = ("txt", "tei", "prov")
"""The formats of the texts in a package, and the folders that they are in."""
HASHES_ONLY: Final = "hashes"
"""The profile that packs the hashes of the scans and not the scans."""

_REFUSED: Final = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")

WriteTexts = Callable[[str, Path], None]
"""Writes the whole collection in a format into a folder."""


@dataclass(frozen=True, slots=True)
class Packing:
    """What is packed, and how.

    Attributes:
        collection: that is packed.
        pages: all of it.
        profile: `HASHES_ONLY`, or anything else to pack the scans too.
        write_texts: writes the texts in one format into a folder.
        progress: is told of every file.
    """

    collection: Collection
    pages: Sequence[Page]
    profile: str
    write_texts: WriteTexts
    progress: Progress


def pack(packing: Packing, folder: Path) -> tuple[Path, tuple[Message, ...]]:
    """Write a bag of the whole collection into `folder`; return it and what is to be said of it.

    Raises:
        UsageError: if the pages are not all of the collection.
        OutputError: if there is such a folder already, or it cannot be written.
        InputError: if a file cannot be read.
    """
    collection = packing.collection
    if len(packing.pages) != len(collection.pages()):
        raise _only_whole()
    target = package_in(collection, folder)
    if target.exists():
        raise _in_the_way(target)
    with _built_beside(target) as building:
        notices = tuple(_fill(packing, building))
        _seal(packing, building, target.name)
    return target, notices


def package_in(collection: Collection, folder: Path) -> Path:
    """Return where in `folder` the package of `collection` is put."""
    return folder / f"{safe_stem(collection.root.resolve().name)}-bag"


@contextlib.contextmanager
def _built_beside(target: Path) -> Iterator[Path]:
    """Give a passing folder that takes the name of `target` only when all went well."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        building = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    except OSError as error:
        raise unwritable(target, error) from error
    try:
        yield building
        building.chmod(0o777 & ~_mask())
        building.rename(target)
    except OSError as error:
        shutil.rmtree(building, ignore_errors=True)
        raise unwritable(target, error) from error
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _fill(packing: Packing, building: Path) -> Iterator[Message]:
    from corrector.formats.bag.sealing import PAYLOAD

    payload, pages = building / PAYLOAD, packing.pages
    payload.mkdir()
    if any(page.versions for page in pages):
        for kind in TEXTS:
            packing.write_texts(kind, payload / kind)
    imported = {page.text_source.path for page in pages if page.text_source is not None}
    yield from _copied(packing, sorted(imported), payload / IMPORTED)
    scans = list(dict.fromkeys(page.scan for page in pages if page.scan is not None))
    if packing.profile == HASHES_ONLY:
        yield from _listed(packing, scans, payload)
    else:
        yield from _copied(packing, scans, payload / SCANS)
    yield from _recorded(packing.collection, payload / RECORD)


def _copied(packing: Packing, files: Sequence[str], folder: Path) -> Iterator[Message]:
    for done, file in enumerate(files):
        packing.progress.raise_if_cancelled()
        packing.progress.step(done, len(files), file)
        source = packing.collection.root / file
        if not source.is_file():
            yield _missing(file)
            continue
        copy = folder / _safe_path(file)
        copy.parent.mkdir(parents=True, exist_ok=True)
        try:
            content = source.open("rb")
        except OSError as error:
            raise unreadable(source, error) from error
        with content, copy.open("xb") as written:
            shutil.copyfileobj(content, written)


def _listed(packing: Packing, scans: Sequence[str], payload: Path) -> Iterator[Message]:
    """Write the hashes of the scans as the usual programs for checking files read them."""
    root, lines = packing.collection.root, list[str]()
    for done, scan in enumerate(scans):
        packing.progress.raise_if_cancelled()
        packing.progress.step(done, len(scans), scan)
        if not (root / scan).is_file():
            yield _missing(scan)
            continue
        lines.append(f"{sha256_of(root / scan)}  {_safe_path(scan).as_posix()}\n")
    (payload / f"{SCANS}.sha256").write_text("".join(lines), encoding="utf-8", newline="\n")


def _recorded(collection: Collection, folder: Path) -> Iterator[Message]:
    if collection.record.shared:
        yield _no_record()
        return
    folder.mkdir()
    path = collection.record.path
    with collection.record.reading() as connection:
        try:
            copy_into(connection, folder / (path.name if path else RECORD_NAME))
        except sqlite3.Error as error:
            raise OSError(str(error)) from error


def _seal(packing: Packing, building: Path, name: str) -> None:
    from corrector.formats.bag.sealing import check, seal

    collection, pages = packing.collection, len(packing.pages)
    seal(
        building,
        {
            "External-Description": collection.root.resolve().name,
            "External-Identifier": collection.record.identifier,
            "Internal-Sender-Identifier": name,
            "Bagging-Date": f"{now():%Y-%m-%d}",
            "Bag-Software-Agent": f"Corrector {VERSION}",
            "Bag-Count": "1 of 1",
            "Internal-Sender-Description": "1 page" if pages == 1 else f"{pages} pages",
        },
    )
    check(building)


def _safe_path(file: str) -> Path:
    """Return the path for the bag: no name that a manifest cannot hold."""
    parts = [_REFUSED.sub("_", part) for part in Path(file).parts]
    return Path(*[part for part in parts if part not in {"..", "/"}])


def _only_whole() -> UsageError:
    return UsageError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "A package for an archive is always of the whole collection. Nothing was written. "
            "Leave the choice of pages out.",
        )
    )


def _in_the_way(target: Path) -> OutputError:
    return OutputError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "“{target}” is there already and was left as it is. Move it away or choose another "
            "folder.",
        ),
        target=str(target),
    )


def _missing(file: str) -> Message:
    return message(
        QT_TRANSLATE_NOOP("Errors", "“{file}” is not there any more and is not in the package."),
        file=file,
    )


def _no_record() -> Message:
    return message(
        QT_TRANSLATE_NOOP(
            "Errors",
            "The record of a shared collection is a database of a server and is not in the "
            "package; the history is in its provenance files.",
        )
    )
