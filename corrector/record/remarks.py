"""What is said of what the record holds, as plain data: statuses, notes, what does not agree."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from corrector.messages import Message
from corrector.record.entries import NO_DETAILS, Person, Status
from corrector.text.tokens import Span


@dataclass(frozen=True, slots=True)
class StatusChange:
    """Who set which status when, and why.

    Attributes:
        status: what was set.
        author: who set it.
        time: ISO 8601 with zone.
        note: in the person's own words.
        overrides: whether the rule that validating takes a second person was set aside.
    """

    status: Status
    author: Person
    time: str
    note: str
    overrides: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What a note is about: the page as a whole, unless more is given.

    Attributes:
        version: number of the version it speaks of.
        correction: which correction of that version, from 0 in order of the text.
        span: where in that version's text.
    """

    version: int | None = None
    correction: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A provenance remark.

    Attributes:
        id: the record's own key.
        subject: what it is about.
        author: who wrote it.
        time: ISO 8601 with zone.
        text: in the person's own words.
        details: what the remark changes, such as the cause of a correction seen later.
    """

    id: int
    subject: Subject
    author: Person
    time: str
    text: str
    details: Mapping[str, str] = field(default_factory=lambda: NO_DETAILS)


@dataclass(frozen=True, slots=True)
class IntegrityProblem:
    """Something that does not agree with what the record remembers.

    Attributes:
        page: the page's label, or None for the record as a whole.
        kind: one word: `database`, `chain`, `text`, `scan-missing`, `scan-changed`,
            `text-file-missing`, `text-file-changed`.
        message: the sentence for the person.
    """

    page: str | None
    kind: str
    message: Message
