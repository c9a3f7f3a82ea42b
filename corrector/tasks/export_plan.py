"""What an export would write, before it is written: names, what exists, how a file begins."""

import codecs
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from corrector.formats.changes_table import SUFFIX as CHANGES_SUFFIX
from corrector.formats.registry import format_named
from corrector.messages import Message
from corrector.record.drafts import pages_with_drafts
from corrector.record.entries import Page
from corrector.tasks.collection import Collection
from corrector.tasks.exporting import Export, Part, material_for, parts_of, refuse_own_folder
from corrector.tasks.packing import package_in
from corrector.tasks.progress import NO_PROGRESS, Progress

PREVIEW_LINES: Final = 200
PREVIEW_PAGES: Final = 10
"""Pages of which a preview is made; ten pages of TEI take a tenth of a second or two."""
LONGEST_LINE: Final = 500
"""Code points of a line in a preview; pictures within files would be one line of megabytes."""
ELISION: Final = "…"

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What an export would do to a folder.

    Attributes:
        files: that would be written, in order.
        existing: those of them, and of the tables beside them, that are there already.
        unsaved: labels of pages with typing that is not saved as a version, and so in no file.
    """

    files: tuple[Path, ...]
    existing: tuple[Path, ...]
    unsaved: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """How a file begins.

    Attributes:
        name: of the file.
        text: its beginning; a last line of `ELISION` stands for the rest.
        shown: pages of which the preview was made.
        pages: pages that the file will have.
        notices: what has to be said of it.
        readable: whether it is a text at all.
    """

    name: str
    text: str
    shown: int
    pages: int
    notices: tuple[Message, ...] = ()
    readable: bool = True


def plan(collection: Collection, pages: Sequence[Page], wish: Export, folder: Path) -> Plan:
    """Return what exporting `pages` to `folder` would write; nothing is changed.

    Raises:
        UsageError: if there is no such format, or none of the pages has a text.
        OutputError: if `folder` belongs to the collection.
    """
    kind = format_named(wish.format)
    refuse_own_folder(collection, folder)
    with collection.record.reading() as connection:
        drafts = set(pages_with_drafts(connection))
    unsaved = tuple(page.label for page in pages if page.id in drafts)
    if kind.package:
        files = [package_in(collection, folder)]
        return Plan(tuple(files), tuple(_there(files)), unsaved)
    names = [part.name for part in parts_of(collection, pages, wish)]
    files = [folder / f"{name}{kind.suffix}" for name in names]
    tables = [folder / f"{name}{CHANGES_SUFFIX}" for name in names if wish.wishes.get("changes")]
    return Plan(tuple(files), tuple(_there([*files, *tables])), unsaved)


def preview(
    collection: Collection,
    pages: Sequence[Page],
    wish: Export,
    near: int | None = None,
    progress: Progress = NO_PROGRESS,
) -> Preview:
    """Return how the file with the page numbered `near` begins, else the first file.

    Of a file of many pages only the first `PREVIEW_PAGES` are put together.

    Raises:
        UsageError: if there is no such format, profile or option, or nothing to be written.
        CancelledError: if it is no longer wanted.
    """
    kind = format_named(wish.format)
    kind.profile(wish.profile)
    if kind.package:
        return Preview(package_in(collection, Path()).name, "", 0, len(pages), readable=False)
    part = _part_with(parts_of(collection, pages, wish), near)
    name = f"{part.name}{kind.suffix}"
    if not kind.readable:
        return Preview(name, "", 0, len(part.pages), readable=False)
    some = replace(part, pages=part.pages[:PREVIEW_PAGES])
    written = kind.write(material_for(collection, some, wish, progress), wish.profile)
    text = beginning(readable(written.content, wish.wishes.get("encoding", "")))
    if len(some.pages) < len(part.pages) and not text.endswith(f"\n{ELISION}"):
        text = f"{text.rstrip()}\n{ELISION}"
    return Preview(name, text, len(some.pages), len(part.pages), written.notices)


def beginning(text: str) -> str:
    """Return the first lines of `text`, long ones shortened, with a sign for what is left out."""
    lines = text.split("\n")
    shown = [
        line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}{ELISION}"
        for line in lines[:PREVIEW_LINES]
    ]
    return "\n".join([*shown, ELISION] if len(lines) > PREVIEW_LINES else shown)


def readable(content: bytes, encoding: str = "") -> str:
    """Return the text of a file that was just written, its line ends as line feeds.

    Args:
        content: of the file.
        encoding: that was wished; the writer used UTF-8 where it could not hold the text.
    """
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    text = _decoded(content, marked or "utf-8", encoding or "windows-1252")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes, first: str, second: str) -> str:
    try:
        return content.decode(first)
    except UnicodeDecodeError:
        return content.decode(second, errors="replace")


def _part_with(parts: Sequence[Part], near: int | None) -> Part:
    return next(
        (part for part in parts if any(page.number == near for page in part.pages)), parts[0]
    )


def _there(files: Sequence[Path]) -> list[Path]:
    return [file for file in files if file.exists()]
