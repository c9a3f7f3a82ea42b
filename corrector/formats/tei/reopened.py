"""What a TEI file of ours still says of a document, as plain data: pages, versions, marks."""

from collections.abc import Mapping
from dataclasses import dataclass

from corrector.record.entries import Correction, Origin, Person
from corrector.scans.geometry import Box
from corrector.text.marks import Mark
from corrector.text.tokens import Span


@dataclass(frozen=True, slots=True)
class ReopenedVersion:
    """One saved version.

    Attributes:
        number: that it had.
        author: who made it.
        time: when, ISO 8601; empty where the file does not say.
        origin: how it came to be.
        note: why it was made.
        evidence: what the person relied on.
        text: as far as the file tells: what was changed and changed back is not in it.
        corrections: against the version before.
    """

    number: int
    author: Person
    time: str
    origin: Origin
    note: str
    evidence: str
    text: str
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class ReopenedPage:
    """One page.

    Attributes:
        label: what people called it.
        scan: its file; None where it had none.
        frame: which image of the file, from 0.
        sha256: of the file; empty where the file does not say.
        size: width and height of the scan in pixels; None where that is not known.
        versions: oldest first; empty where there was no text.
        marks: of the last version.
        words: spans of the current text with their places on the scan.
    """

    label: str
    scan: str | None
    frame: int
    sha256: str
    size: tuple[int, int] | None
    versions: tuple[ReopenedVersion, ...]
    marks: tuple[Mark, ...]
    words: tuple[tuple[Span, Box], ...]


@dataclass(frozen=True, slots=True)
class ReopenedDocument:
    """One document.

    Attributes:
        label: what people called it.
        description: what was said of it, by the names of the fields.
        pages: in order.
    """

    label: str
    description: Mapping[str, str]
    pages: tuple[ReopenedPage, ...]
