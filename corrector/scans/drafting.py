"""Pages and documents while a folder is being listed: filled step by step, then made final."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from corrector.scans.grouping import Group
from corrector.scans.listing import FoundPage, FoundText


@dataclass(slots=True)
class PageDraft:
    """A page to be.

    Attributes:
        file: whose name the page bears, a scan or a text.
        number: of the frame or part in that file, from 1; None if it is the only one.
        scan: the scan's file, or None.
        frame: which image of the scan's file, from 0.
        text: the text paired with the page.
        others: further texts of its name.
        ocr_file: what another program read on the scan, or None.
        ocr_is_own: whether that file is of this page alone, not of all in the scan's file.
        parts: how many pages the file has.
    """

    file: PurePosixPath
    number: int | None
    scan: PurePosixPath | None = None
    frame: int = 0
    text: FoundText | None = None
    others: tuple[PurePosixPath, ...] = ()
    ocr_file: PurePosixPath | None = None
    ocr_is_own: bool = False
    parts: int = 1

    def labelled(self, label: str) -> FoundPage:
        """Return the final page."""
        return FoundPage(
            label,
            self.scan,
            self.frame,
            self.text,
            self.others,
            self.ocr_file,
            0 if self.ocr_is_own else (self.number or 1) - 1,
            1 if self.ocr_is_own else self.parts,
        )


@dataclass(slots=True)
class DocumentDraft:
    """A document to be: what its files have in common, and its pages so far.

    Attributes:
        group: what its files have in common.
        pages: so far.
        text: of all its pages together, without marks between them, or None.
    """

    group: Group
    pages: list[PageDraft] = field(default_factory=list)
    text: PurePosixPath | None = None


def scan_pages(scan: PurePosixPath, frames: Sequence[int]) -> list[PageDraft]:
    """Return the pages of a scan file, of which `frames` are pages."""
    if len(frames) == 1:
        return [PageDraft(scan, None, scan, frames[0])]
    return [
        PageDraft(scan, number, scan, frame, parts=len(frames))
        for number, frame in enumerate(frames, 1)
    ]


def text_pages(text: PurePosixPath, parts: int) -> list[PageDraft]:
    """Return the pages without scan that the parts of a text make."""
    if parts == 1:
        return [PageDraft(text, None, text=FoundText(text))]
    return [PageDraft(text, part + 1, text=FoundText(text, part)) for part in range(parts)]
