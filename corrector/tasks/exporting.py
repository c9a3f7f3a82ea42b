"""Exports corrected texts: whole files or none, never over a scan or an imported text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from corrector.atomic import write_whole
from corrector.errors import CorrectorError, OutputError, UsageError
from corrector.formats.file_names import distinct_stems
from corrector.formats.material import DocumentMaterial
from corrector.formats.options import checked_wishes
from corrector.formats.registry import format_named
from corrector.formats.units import Unit
from corrector.formats.written import CannotHoldError, WrittenFile
from corrector.messages import QT_TRANSLATE_NOOP, Message
from corrector.record.entries import Page, Version
from corrector.tasks.collection import Collection
from corrector.tasks.material import material_of
from corrector.tasks.progress import NO_PROGRESS, Progress
from corrector.text.decoding import TextForm, encode

__all__ = [
    "Export",
    "Exported",
    "Part",
    "Unit",
    "export_files",
    "export_one",
    "material_for",
    "parts_of",
    "refuse_own_folder",
    "text_bytes",
]


@dataclass(frozen=True, slots=True)
class Exported:
    """One file that was written, and what has to be said of it."""

    path: Path
    pages: int
    notices: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be exported.

    Attributes:
        format: name of the format.
        profile: one of its kinds; None for the usual one.
        unit: what goes into one file; None for what is usual in the format.
        wishes: values of the format's options, by their names; see `formats.options`.
    """

    format: str
    profile: str | None = None
    unit: Unit | None = None
    wishes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """What goes into one file: its name without suffix, and its pages."""

    name: str
    pages: tuple[Page, ...]


def export_files(
    collection: Collection,
    pages: Sequence[Page],
    wish: Export,
    folder: Path,
    progress: Progress = NO_PROGRESS,
) -> Iterator[Exported]:
    """Write `pages` to files in `folder`, each whole or not at all; yield them as they are done.

    Pages without a text are left out of TXT; a document without any text is not written. A page
    that the format cannot hold is left out, and the notices of the last file say why.

    Raises:
        UsageError: if there is no such format, profile or option, or none of the pages has a
            text.
        OutputError: if a file cannot be written, or would take the place of a scan or an
            imported text.
        CancelledError: if the person has asked to stop; what was yielded before is complete.
    """
    kind = format_named(wish.format)
    profile = kind.profile(wish.profile)
    checked_wishes(kind.name, wish.wishes)
    refuse_own_folder(collection, folder)
    if kind.package:
        yield _packed(collection, pages, profile, folder, progress)
        return
    parts = parts_of(collection, pages, wish)
    yield from _one_by_one(collection, parts, wish, folder, progress)


def _packed(
    collection: Collection, pages: Sequence[Page], profile: str, folder: Path, progress: Progress
) -> Exported:
    """Write the whole collection into one package."""
    from corrector.tasks.packing import Packing, pack

    def write_texts(kind: str, place: Path) -> None:
        for _ in export_files(collection, pages, Export(kind), place, progress):
            pass

    path, notices = pack(Packing(collection, pages, profile, write_texts, progress), folder)
    return Exported(path, len(pages), notices)


def _one_by_one(
    collection: Collection, parts: Sequence[Part], wish: Export, folder: Path, progress: Progress
) -> Iterator[Exported]:
    """Write and yield the files; the last one says which pages are in none, and why."""
    last: Exported | None = None
    left_out: list[Message] = []
    for done, part in enumerate(parts):
        progress.step(done, len(parts), part.name)
        try:
            written = _write(collection, part, wish, folder, progress)
        except CannotHoldError as error:
            left_out.append(error.message)
            continue
        except CorrectorError:
            if last is not None:
                yield last  # it is complete, whatever became of this one
            raise
        if last is not None:
            yield last
        last = written
    if last is None:
        raise UsageError(left_out[0].template, **left_out[0].values)
    yield replace(last, notices=(*last.notices, *left_out))


def _write(
    collection: Collection, part: Part, wish: Export, folder: Path, progress: Progress
) -> Exported:
    """Write one file, and those that belong beside it."""
    kind = format_named(wish.format)
    written = kind.write(material_for(collection, part, wish, progress), wish.profile)
    path = folder / f"{part.name}{kind.suffix}"
    write_whole(path, [written.content])
    for suffix, content in written.beside:
        write_whole(folder / f"{part.name}{suffix}", [content])
    return Exported(path, len(part.pages), written.notices)


def export_one(collection: Collection, pages: Sequence[Page], wish: Export) -> WrittenFile:
    """Return the one file that `pages` make, without writing it.

    Raises:
        UsageError: if they make none or several.
    """
    parts = parts_of(collection, pages, wish)
    if len(parts) != 1:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "Only one file can be written to standard output. Files of these pages: {count}. "
                "Choose fewer pages, a larger unit, or a folder.",
            ),
            count=len(parts),
        )
    kind = format_named(wish.format)
    return kind.write(material_for(collection, parts[0], wish), wish.profile)


def text_bytes(page: Page, version: Version) -> bytes:
    """Return the text of `version` in UTF-8, with the line ends of the imported file."""
    source = page.text_source
    return encode(version.text, TextForm(newline=source.form.newline if source else "\n"))


def material_for(
    collection: Collection, part: Part, wish: Export, progress: Progress = NO_PROGRESS
) -> DocumentMaterial:
    """Return what the writer of the format needs for one file.

    Raises:
        UsageError: if there is no such format or option.
        CancelledError: if the person has asked to stop.
    """
    kind = format_named(wish.format)
    wishes = checked_wishes(kind.name, wish.wishes)
    material = material_of(
        collection, part.name, part.pages, hashes=kind.needs_hashes, progress=progress
    )
    return replace(material, wishes=wishes)


def parts_of(collection: Collection, pages: Sequence[Page], wish: Export) -> tuple[Part, ...]:
    """Return what goes into each file, in order, with names that differ.

    Raises:
        UsageError: if there is no such format, or none of the pages has a text.
    """
    kind = format_named(wish.format)
    unit = kind.unit if kind.only_unit or wish.unit is None else wish.unit
    found = [
        Part(name, together)
        for name, together in _groups(collection, pages, unit)
        if any(page.versions for page in together)
    ]
    if not found:
        raise UsageError(
            QT_TRANSLATE_NOOP("Errors", "None of these pages has a text yet. Nothing was written.")
        )
    names = distinct_stems(part.name for part in found)
    return tuple(Part(name, part.pages) for part, name in zip(found, names, strict=True))


def _groups(
    collection: Collection, pages: Sequence[Page], unit: Unit
) -> Iterator[tuple[str, tuple[Page, ...]]]:
    """Yield name and pages of each file to be."""
    labels = {one.key: one.label for one in collection.documents()}
    if unit is Unit.COLLECTION:
        yield collection.root.resolve().name, tuple(pages)
    elif unit is Unit.DOCUMENT:
        for key, group in groupby(pages, key=lambda page: page.document):
            yield labels[key], tuple(group)
    elif unit is Unit.PAGE:
        yield from ((page.label, (page,)) for page in pages)
    else:
        yield from _as_imported(pages)


def _as_imported(pages: Sequence[Page]) -> Iterator[tuple[str, tuple[Page, ...]]]:
    """Group pages whose texts came from one file, so that it comes out again as it went in."""
    texts = (page for page in pages if page.versions)
    for key, group in groupby(texts, key=_file_of):
        together = tuple(group)
        several = len(together) > 1 and together[0].text_source is not None
        name = Path(key).with_suffix("").as_posix() if several else together[0].label
        yield name, together


def _file_of(page: Page) -> str:
    return page.text_source.path if page.text_source else f"\0{page.number}"


def refuse_own_folder(collection: Collection, folder: Path) -> None:
    """Keep exports away from files that must never change, and from where they would be read.

    A text below the collection's folder would be taken for a page of it at the next opening.

    Raises:
        OutputError: if `folder` is such a place.
    """
    root = collection.root.resolve()
    own = {root}
    for page in collection.pages():
        for file in (page.scan, page.text_source.path if page.text_source else None):
            if file is not None:
                own.add((collection.root / file).resolve().parent)
    place = folder.resolve()
    if place in own or root in place.parents:
        raise OutputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{folder}” belongs to the collection, whose scans and texts are never "
                "overwritten and which takes every text in it for a page. Nothing was written. "
                "Choose a folder outside of it, such as “{other}”.",
            ),
            folder=str(folder),
            other=str(root.with_name(f"{root.name}-export")),
        )
