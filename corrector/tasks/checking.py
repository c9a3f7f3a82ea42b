"""Checks what a path means: a text file, one scan of a collection, or a whole collection."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corrector.errors import UsageError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.entries import Page
from corrector.scans.kinds import SCAN_SUFFIXES
from corrector.scans.texts import read_text_file
from corrector.suspicion.findings import CheckResult
from corrector.tasks.choosing import pages_of
from corrector.tasks.collection import Collection
from corrector.tasks.opening import look_at
from corrector.tasks.places import Place, SharedPlace
from corrector.tasks.progress import NO_PROGRESS, Progress
from corrector.tasks.review import Reviewer, check_text, settled_in
from corrector.tasks.whereabouts import RECORD_NAME, folder_around, root_of
from corrector.tasks.witness import latest_reading, witness_of
from corrector.text.decoding import DecodedText, decode


@dataclass(frozen=True, slots=True)
class Wish:
    """How to check: in which languages, from which score on, and whether to list all tokens.

    `usual` names the languages of texts for which none are asked for and none are set.
    """

    languages: str | None = None
    threshold: float | None = None
    all_tokens: bool = False
    pages: str | None = None
    usual: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """One checked text: the path it was asked for under and, in a collection, its page."""

    path: str
    page: Page | None
    result: CheckResult


def check_path(path: Place, wish: Wish, progress: Progress = NO_PROGRESS) -> Iterator[Checked]:
    """Check what `path` means: a text file, a scan in its folder, or a collection.

    Nothing is written anywhere.

    Raises:
        InputError: if there is nothing there, or it cannot be read.
        UsageError: if the pages asked for do not exist.
    """
    if isinstance(path, SharedPlace) or path.is_dir() or path.suffix == Path(RECORD_NAME).suffix:
        with look_at(path, progress) as collection:
            pages = pages_of(collection.pages(), wish.pages)
            yield from _pages(collection, str(path), pages, wish, progress)
    elif path.suffix.lower() in SCAN_SUFFIXES:
        with look_at(_folder_of(path), progress) as collection:
            yield from _pages(collection, str(path), _on_scan(collection, path), wish, progress)
    else:
        yield Checked(str(path), None, checked_text(whole_text(path), wish))


def _folder_of(scan: Path) -> Path:
    root_of(scan)
    return folder_around(scan)


def _on_scan(collection: Collection, scan: Path) -> tuple[Page, ...]:
    """Return the pages of a scan.

    Raises:
        UsageError: if none of them has a text that could be checked.
    """
    place = scan.absolute().relative_to(collection.root.absolute()).as_posix()
    pages = tuple(page for page in collection.pages() if page.scan == place)
    if not any(page.versions for page in pages):
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{path}” has no text yet, so that there is nothing to check. “corrector ocr” "
                "recognises it; “corrector info” tells whether it can be read.",
            ),
            path=str(scan),
        )
    return pages


def checked_text(text: str, wish: Wish) -> CheckResult:
    """Check a text of which nothing else is known."""
    languages = wish.languages or wish.usual
    return check_text(text, languages, wish.threshold, all_tokens=wish.all_tokens)


def decoded_text(data: bytes) -> DecodedText:
    """Return the text of bytes that lie in no file.

    Raises:
        InputError: if they are no text.
    """
    return decode(data)


def whole_text(path: Path) -> str:
    """Return the text of a file with its form feeds, lines ended by a line feed.

    Raises:
        InputError: if it cannot be read.
    """
    file = read_text_file(path)
    return "".join(map("".join, zip(file.parts, file.after, strict=True)))


def _pages(
    collection: Collection, path: str, pages: Sequence[Page], wish: Wish, progress: Progress
) -> Iterator[Checked]:
    reviewer = Reviewer(collection, wish.languages, progress, usual=wish.usual)
    for done, page in enumerate(pages):
        progress.step(done, len(pages), page.label)
        if page.versions:
            text, settled = settled_in(collection, page)
            witness = witness_of(text, latest_reading(collection, page))
            result = reviewer.check(
                text,
                settled,
                witness,
                threshold=wish.threshold,
                all_tokens=wish.all_tokens,
                page_id=page.id,
            )
            yield Checked(path, page, result)
