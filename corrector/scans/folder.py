"""Lists a folder: its documents, their pages in order, each with its scan and its text."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from corrector.errors import CancelledError, InputError
from corrector.scans.dividing import WholeTexts, divide_first, find_whole_texts
from corrector.scans.drafting import DocumentDraft, PageDraft, scan_pages, text_pages
from corrector.scans.finding import find_files
from corrector.scans.fingerprint import never
from corrector.scans.frames import frames_of
from corrector.scans.grouping import Grouping, base_of
from corrector.scans.labelling import labelled
from corrector.scans.listing import FolderProblem, FoundText, Listing
from corrector.scans.ordering import name_key, path_key
from corrector.scans.pairing import Pairing, pair_texts
from corrector.scans.pairing_ocr import OcrPairing, pair_ocr_files
from corrector.scans.texts import read_text_file

Read = TypeVar("Read")
_Documents = dict[str, DocumentDraft]


def list_folder(root: Path, *, cancelled: Callable[[], bool] = never) -> Listing:
    """Return what lies in the folder `root`, in natural order; nothing in it is changed.

    Only what says how many pages a file holds is read: the headers of TIFF and PDF, and texts that
    belong to no single scan. Whatever cannot be used is among the problems; the rest is listed.

    Raises:
        InputError: if `root` is not a folder or cannot be read.
        CancelledError: if `cancelled` said so.
    """
    found = find_files(root, cancelled)
    reading = _Reading(root, cancelled, found.problems)
    frames = reading.each(found.scans, frames_of)
    pairing = pair_texts(list(frames), found.texts)
    counts = {scan: len(numbers) for scan, numbers in frames.items()}
    ocr = pair_ocr_files(counts, found.ocr_files, pairing)
    base = base_of(frames or pairing.unpaired)
    documents = _scanned(frames, pairing, ocr, Grouping(base))
    name = root.resolve().name
    whole = find_whole_texts(documents.values(), pairing.unpaired, name)
    _add_whole_texts_of_files(whole, frames, pairing)
    problems = _add_texts(documents, whole, reading, base)
    problems += [*found.problems, *pairing.problems, *ocr.problems]
    return Listing(
        root,
        tuple(labelled(sorted(documents.values(), key=_document_key), name, base)),
        tuple(sorted(problems, key=lambda problem: path_key(problem.path))),
    )


class _Reading:
    """Reads one file after another; what cannot be read becomes a problem."""

    def __init__(
        self, root: Path, cancelled: Callable[[], bool], problems: list[FolderProblem]
    ) -> None:
        self._root = root
        self._cancelled = cancelled
        self._problems = problems

    def each(
        self, files: Iterable[PurePosixPath], read: Callable[[Path], Read]
    ) -> dict[PurePosixPath, Read]:
        """Return what `read` makes of each file that can be read, in the same order."""
        done: dict[PurePosixPath, Read] = {}
        for file in files:
            if self._cancelled():
                raise CancelledError
            try:
                done[file] = read(self._root / file)
            except InputError as error:
                self._problems.append(FolderProblem(file, error.message))
        return done


def _scanned(
    frames: Mapping[PurePosixPath, tuple[int, ...]],
    pairing: Pairing,
    ocr: OcrPairing,
    grouping: Grouping,
) -> _Documents:
    """Return the documents of all scans, with the texts of those that are one page each."""
    documents: _Documents = {}
    for scan, numbers in frames.items():
        pages = scan_pages(scan, numbers)
        pages[0].others = tuple(pairing.others.get(scan, ()))
        for page in pages:
            own = ocr.of_pages.get((scan, page.number or 0))
            page.ocr_file, page.ocr_is_own = own or ocr.chosen.get(scan), own is not None
        if len(pages) == 1 and scan in pairing.chosen:
            pages[0].text = FoundText(pairing.chosen[scan])
        _add(documents, scan, pages, grouping)
    return documents


def _add(
    documents: _Documents, file: PurePosixPath, pages: list[PageDraft], grouping: Grouping
) -> None:
    group = grouping.group_of(file, several=len(pages) > 1)
    documents.setdefault(group.key, DocumentDraft(group)).pages += pages


def _add_whole_texts_of_files(
    whole: WholeTexts, frames: Mapping[PurePosixPath, tuple[int, ...]], pairing: Pairing
) -> None:
    """Add the texts that were paired with files of several pages, each a document of its own."""
    for scan, text in pairing.chosen.items():
        if len(frames[scan]) > 1:
            whole.of_documents.setdefault(str(scan), []).insert(0, text)


def _add_texts(
    documents: _Documents, whole: WholeTexts, reading: _Reading, base: PurePosixPath
) -> list[FolderProblem]:
    """Add pages without scans and divide the texts of whole documents; return what is odd."""
    grouping = Grouping(base, frozenset(documents))
    for text, parts in reading.each(whole.alone, _parts_of).items():
        _add(documents, text, text_pages(text, parts), grouping)
    for document in documents.values():
        document.pages.sort(key=_page_key)
    divisible = [text for texts in whole.of_documents.values() for text in texts]
    parts_of = reading.each(divisible, _parts_of)
    return [
        problem
        for key, texts in whole.of_documents.items()
        for problem in divide_first(documents[key], texts, parts_of)
    ]


def _parts_of(path: Path) -> int:
    return len(read_text_file(path).parts)


def _page_key(page: PageDraft) -> tuple[Any, ...]:
    """Return what to sort pages by: a text from elsewhere stands where its name belongs."""
    return name_key(page.file.stem), path_key(page.file), page.number or 0


def _document_key(document: DocumentDraft) -> tuple[Any, ...]:
    group = document.group
    return path_key(group.folder / group.name if group.name else group.folder), group.key
