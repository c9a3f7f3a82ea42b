"""What a writer of a format gets: pages with their versions and places, Qt-free and record-free."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from corrector.formats.originals.original import Original
from corrector.formats.page_image import PageImage
from corrector.linking.links import Link
from corrector.ocr.words import Reading
from corrector.record.entries import Document, Page, Version
from corrector.record.remarks import Note, StatusChange
from corrector.scans.geometry import Box
from corrector.text.tokens import Span

LineBoxes = tuple[Box | None, ...]


@dataclass(frozen=True, slots=True)
class PageMaterial:
    """One page, ready to be written.

    Attributes:
        page: its entry in the record.
        versions: all of them, version 0 first; empty where there is no text yet.
        reading: what an engine read on the scan, or None.
        line_boxes: for each line of the current text, split at line feeds, where it stands on the
            stored scan; None or a missing entry where that is not known.
        scan_width: of the stored scan in pixels; None when it is not known.
        scan_height: of the stored scan in pixels; None when it is not known.
        scan_mime: media type of the scan's file; None when it is not known.
        status_changes: all of them, oldest first.
        notes: on the page, its versions and corrections, oldest first.
        links: of the current text to `reading`, one a token; empty without a reading.
        original: the file of OCR that the text was imported from; None where it was none.
        image: opens the scan for formats that hold it; None without a scan.
    """

    page: Page
    versions: tuple[Version, ...] = ()
    reading: Reading | None = None
    line_boxes: LineBoxes = ()
    scan_width: int | None = None
    scan_height: int | None = None
    scan_mime: str | None = None
    status_changes: tuple[StatusChange, ...] = ()
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()
    original: Original | None = None
    image: Callable[[], PageImage] | None = None

    @property
    def text(self) -> str:
        """The current text; empty where there is none."""
        return self.versions[-1].text if self.versions else ""

    @property
    def lines(self) -> list[str]:
        """The lines of the current text; the last is empty where the text ends with a line feed."""
        return self.text.split("\n")

    @property
    def size(self) -> tuple[int, int] | None:
        """Width and height of the stored scan, also as the engine saw it; None if unknown."""
        if self.scan_width and self.scan_height:
            return self.scan_width, self.scan_height
        return (self.reading.width, self.reading.height) if self.reading is not None else None

    def boxes_of_lines(self) -> LineBoxes:
        """Return the given boxes or, where the text is still what the engine read, the engine's."""
        if not self.line_boxes and self.reading is not None and self.reading.text == self.text:
            return line_boxes_of(self.text, ((word.span, word.box) for word in self.reading.words))
        return self.line_boxes


@dataclass(frozen=True, slots=True)
class DocumentMaterial:
    """One document, ready to be written.

    Attributes:
        document: its entry in the record.
        collection_title: what people call the collection.
        pages: in order.
        exported: when the export was asked for, ISO 8601 with zone.
        program_version: of Corrector.
        languages: of the text where known, as BCP 47 tags such as ``en``.
        collection_identifier: UUID of the collection's record; empty where there is none.
        description: what people said of the document, by the names of the fields.
        wishes: what is wished of the format, by the names of its options.
    """

    document: Document
    collection_title: str
    pages: tuple[PageMaterial, ...]
    exported: str
    program_version: str
    languages: tuple[str, ...] = ()
    collection_identifier: str = ""
    description: Mapping[str, str] = field(default_factory=dict)
    wishes: Mapping[str, str] = field(default_factory=dict)


def line_boxes_of(text: str, places: Iterable[tuple[Span, Box]]) -> LineBoxes:
    """Return for each line of `text` the smallest box around the `places` that begin in it.

    Args:
        text: as it is now.
        places: spans of `text` (words as a rule) and where they stand on the scan.
    """
    lines = text.split("\n")
    boxes: list[Box | None] = [None] * len(lines)
    line, end = 0, len(lines[0])
    for span, box in sorted(places, key=lambda place: place[0]):
        while span.start > end and line + 1 < len(lines):
            line += 1
            end += 1 + len(lines[line])
        known = boxes[line]
        boxes[line] = box if known is None else known.united(box)
    return tuple(boxes)
