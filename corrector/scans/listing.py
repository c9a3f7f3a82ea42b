"""What was found in a folder, as plain data: documents, pages, their scans and texts, problems."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from corrector.messages import Message


@dataclass(frozen=True, slots=True)
class ScanSource:
    """Where the image of a page is.

    Attributes:
        path: of the file.
        frame: which image of a multi-page TIFF or page of a PDF, from 0.
    """

    path: Path
    frame: int = 0


@dataclass(frozen=True, slots=True)
class FoundText:
    """The text that was paired with a page.

    Attributes:
        path: of the file, relative to the folder.
        part: which part between form feeds, from 0; None for the whole file.
    """

    path: PurePosixPath
    part: int | None = None


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page to be: a scan, a text, or both.

    Attributes:
        label: unique in the folder: the path without its last suffix, and the number of the
            frame or part behind a colon where there are several.
        scan: the scan's file relative to the folder, or None.
        frame: which image of a multi-page file, from 0.
        text: the text paired with it, or None.
        other_texts: further texts of the same name, not used as the page's text.
        ocr_file: what another program read on the scan (hOCR, ALTO, PAGE), or None. It gives the
            places of the words and, where `text` is None, the text.
        ocr_part: which page of that file, from 0, where it is of a scan's file of several pages.
        ocr_parts: how many pages that file should describe: as many as the scan's file has, or one
            where it is of this page alone.
    """

    label: str
    scan: PurePosixPath | None
    frame: int = 0
    text: FoundText | None = None
    other_texts: tuple[PurePosixPath, ...] = ()
    ocr_file: PurePosixPath | None = None
    ocr_part: int = 0
    ocr_parts: int = 1


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """An ordered run of pages that belong together.

    Attributes:
        key: unique in the folder, and the same at the next listing.
        label: what people call it; unique in the folder.
        pages: in order.
        text: of all its pages together, without marks between them, or None.
    """

    key: str
    label: str
    pages: tuple[FoundPage, ...]
    text: PurePosixPath | None = None


@dataclass(frozen=True, slots=True)
class FolderProblem:
    """A file that is not used, or used with a reservation, and why."""

    path: PurePosixPath
    message: Message


@dataclass(frozen=True, slots=True)
class Listing:
    """All that was found in a folder, in natural order."""

    root: Path
    documents: tuple[FoundDocument, ...]
    problems: tuple[FolderProblem, ...]
