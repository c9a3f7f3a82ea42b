"""What the record holds, as plain data: documents, pages, versions, corrections, drafts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from corrector.text.decoding import TextForm
from corrector.text.marks import Mark
from corrector.text.tokens import Span

NO_DETAILS: Mapping[str, str] = MappingProxyType({})


class Origin(StrEnum):
    """How a version, or one correction in it, came to be."""

    IMPORTED = "imported"
    RECOGNISED = "recognised"
    TYPED = "typed"
    CANDIDATE = "candidate"
    SERIES = "series"
    RESTORED = "restored"
    MERGED = "merged"
    PROPOSAL = "proposal"
    TOOL = "tool"


class Cause(StrEnum):
    """Why a reading was wrong; all but the last two are misreadings of the machine."""

    MISREAD_CHARACTER = "misread-character"
    SPLIT = "split"
    JOINED = "joined"
    INSERTED_NOISE = "inserted-noise"
    OMITTED = "omitted"
    CASE = "case"
    PUNCTUATION = "punctuation"
    SPACING = "spacing"
    SOURCE_ERROR = "source-error"
    EDITORIAL = "editorial"


class Certainty(StrEnum):
    """How sure the person is of the new reading."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """How far the work on a page is."""

    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    PROBLEM = "problem"
    PROOFREAD = "proofread"
    VALIDATED = "validated"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Person:
    """Who did something: a name and, where wished, an identifier such as an ORCID."""

    name: str
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """An ordered run of pages that belong together; the unit of a TEI file."""

    id: int
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class TextSource:
    """Where the imported text of a page came from.

    Attributes:
        path: of the file, relative to the collection's folder, with forward slashes.
        part: which part this page has, from 0: between form feeds, or of a division.
        after: what stands behind this part in the file: a form feed, or nothing.
        form: encoding, byte order mark and line ends of the file.
        sha256: of the file's bytes when it was imported.
        span: of the file's text, lines ended by a line feed, where it was divided among pages
            without marks between them; None otherwise.
    """

    path: str
    part: int
    after: str
    form: TextForm
    sha256: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class WholeText:
    """The text of a whole document, without marks between its pages, that is not divided yet.

    Attributes:
        source: the file, as it was when it was found.
        aside: whether a person said that it is not to be divided.
    """

    source: TextSource
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One side: a scan, maybe missing, and its text.

    Attributes:
        id: the record's own key of the page.
        number: in collection order, from 1.
        label: what people call it; unique in the collection.
        document: the key of its document.
        scan: the scan's file relative to the collection's folder, or None.
        frame: which image of a multi-page file, from 0.
        scan_sha256: of the scan's file when it was first seen; empty until it was computed.
        text_source: where its imported text came from, or None.
        status: how far the work on it is.
        versions: how many versions it has.
        waiting: whether it has no text only because that of its document waits to be divided.
    """

    id: int
    number: int
    label: str
    document: str
    scan: str | None
    frame: int
    scan_sha256: str
    text_source: TextSource | None
    status: Status
    versions: int
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """One changed reading.

    Attributes:
        old: the reading before; empty where something was added.
        new: the reading after; empty where something was removed.
        old_span: where `old` stands in the parent's text.
        span: where `new` stands in the version's text.
        cause: why the old reading was wrong.
        certainty: how sure the person is of the new one.
        evidence: what the person relied on, in free words.
        note: in the person's own words.
        origin: how this correction was made.
        details: of the origin, such as the rule of a series.
    """

    old: str
    new: str
    old_span: Span
    span: Span
    cause: Cause
    certainty: Certainty = Certainty.UNKNOWN
    evidence: str = ""
    note: str = ""
    origin: Origin = Origin.TYPED
    details: Mapping[str, str] = field(default_factory=lambda: NO_DETAILS)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a person said about one place while correcting, before the version was saved.

    Attributes:
        span: of the corrected reading in the text as it is now; it moves with later edits.
        origin: how the reading came to be; None where nothing special was done.
        cause: as chosen by the person; None to have it guessed from the edit.
        certainty: as chosen by the person.
        evidence: what the person relied on.
        note: in the person's own words.
        details: of the origin.
    """

    span: Span
    origin: Origin | None = None
    cause: Cause | None = None
    certainty: Certainty = Certainty.UNKNOWN
    evidence: str = ""
    note: str = ""
    details: Mapping[str, str] = field(default_factory=lambda: NO_DETAILS)


@dataclass(frozen=True, slots=True)
class Version:
    """An immutable saved text of a page.

    Attributes:
        number: from 0, which is what was imported or recognised.
        parent: number of the version it was made from; None for version 0.
        author: who made it; for a machine its name and version.
        time: ISO 8601 with zone.
        origin: how it came to be.
        details: of the origin: engine, parameters, restored version and the like.
        note: why it was made, in the person's own words.
        evidence: what the person relied on.
        text: the whole text, lines ended by a line feed.
        sha256: of the text in UTF-8.
        chain: SHA-256 over this version and its predecessor's chain.
        corrections: against the parent, in order of the text.
        marks: as they stood when it was saved.
    """

    number: int
    parent: int | None
    author: Person
    time: str
    origin: Origin
    details: Mapping[str, str]
    note: str
    evidence: str
    text: str
    sha256: str
    chain: str
    corrections: tuple[Correction, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """Unsaved typing of a page, as it was last put on the disk.

    Attributes:
        base: number of the version that the typing started from; None where there was none.
        text: the whole text as typed.
        marks: where they stand in it.
        statements: what was said about places in it.
        caret: position of the caret in code points.
        author: who was typing.
        time: ISO 8601 with zone.
    """

    base: int | None
    text: str
    marks: tuple[Mark, ...]
    statements: tuple[Statement, ...]
    caret: int
    author: str
    time: str
