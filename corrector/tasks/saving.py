"""Saves texts as versions, completed by what the person said, and restores old ones."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from corrector.errors import UsageError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record import pages, statuses, versions
from corrector.record.corrections import corrections_between
from corrector.record.entries import (
    NO_DETAILS,
    Cause,
    Certainty,
    Correction,
    Origin,
    Page,
    Person,
    Statement,
    Status,
    Version,
)
from corrector.record.saving import save_version
from corrector.tasks.clock import now
from corrector.tasks.collection import Collection
from corrector.text.edits import smallest_edits
from corrector.text.marks import Mark, moved_marks


@dataclass(frozen=True, slots=True)
class Saving:
    """What is to be saved, and what the person says of it.

    Attributes:
        text: the whole text as it is now.
        author: who answers for it.
        parent: number of the version the work started from; None to start from the newest.
        note: why, in the person's own words.
        evidence: what the person relied on.
        cause: of all its corrections; None to have it guessed for each.
        certainty: of all its corrections that nothing else was said about.
        origin: how the version came to be.
        details: of the origin.
        marks: as they stand in `text`; None to move those of the parent.
        statements: what was said about places of `text`.
    """

    text: str
    author: Person
    parent: int | None = None
    note: str = ""
    evidence: str = ""
    cause: Cause | None = None
    certainty: Certainty = Certainty.UNKNOWN
    origin: Origin = Origin.TYPED
    details: Mapping[str, str] = field(default_factory=lambda: NO_DETAILS)
    marks: tuple[Mark, ...] | None = None
    statements: tuple[Statement, ...] = ()


def save(
    collection: Collection, page: Page, saving: Saving, *, keep_draft: bool = False
) -> Version | None:
    """Save a version of `page`; None when nothing differs from the one it was made from.

    Args:
        collection: opened for work.
        page: whose text it is.
        saving: the text and what the person says of it.
        keep_draft: leave unsaved typing alone, which is not what is being saved.

    Raises:
        ConflictError: if somebody saved a newer version than `saving.parent`.
        ClaimedError: if somebody else edits the page in a shared collection.
        OutputError: if the record cannot be written; nothing is lost.
    """
    moment = now()
    parent = _parent(collection, page, saving.parent)
    version = save_version(
        collection.record, page.id, _completed(parent, saving), now=moment, keep_draft=keep_draft
    )
    if version is not None and version.parent is not None and page.status is Status.NOT_STARTED:
        _begin(collection, page, saving.author, moment)
    return version


def _begin(collection: Collection, page: Page, author: Person, moment: datetime) -> None:
    """Say that work on the page began, unless somebody said more of it meanwhile."""
    with collection.record.writing() as connection:
        pages.lock_page(connection, page.id)
        if pages.page_of(connection, page.id).status is Status.NOT_STARTED:
            statuses.set_status(connection, page.id, Status.IN_PROGRESS, author, now=moment)


def _parent(collection: Collection, page: Page, number: int | None) -> Version | None:
    with collection.record.reading() as connection:
        if number is None:
            return versions.latest(connection, page.id)
        return versions.version(connection, page.id, number)


def _completed(parent: Version | None, saving: Saving) -> versions.NewVersion:
    corrections = corrections_between(parent.text, saving.text, saving.statements) if parent else ()
    return versions.NewVersion(
        text=saving.text,
        author=saving.author,
        origin=saving.origin,
        parent=None if parent is None else parent.number,
        details=saving.details,
        note=saving.note,
        evidence=saving.evidence,
        marks=_marks(parent, saving),
        corrections=tuple(_as_said(one, saving) for one in corrections),
    )


def _as_said(correction: Correction, saving: Saving) -> Correction:
    """Return the correction with what was said of all of them, where nothing else was said."""
    unsure = correction.certainty is Certainty.UNKNOWN
    special = saving.origin in {Origin.RESTORED, Origin.MERGED}
    return replace(
        correction,
        cause=saving.cause or correction.cause,
        certainty=saving.certainty if unsure else correction.certainty,
        origin=saving.origin if special else correction.origin,
    )


def _marks(parent: Version | None, saving: Saving) -> tuple[Mark, ...]:
    if saving.marks is not None or parent is None:
        return saving.marks or ()
    return moved_marks(parent.marks, smallest_edits(parent.text, saving.text))


def restore(
    collection: Collection, page: Page, number: int, author: Person, note: str = ""
) -> Version | None:
    """Make the text of version `number` the newest version; None when it is the newest already.

    Raises:
        UsageError: if there is no such version.
    """
    old = version_of(collection, page, number)
    saving = Saving(
        text=old.text,
        author=author,
        note=note,
        origin=Origin.RESTORED,
        details={"restored": str(number)},
        marks=old.marks,
    )
    return save(collection, page, saving, keep_draft=True)


def version_of(collection: Collection, page: Page, number: int | None) -> Version:
    """Return version `number` of `page`, or the newest.

    Raises:
        UsageError: if there is no such version.
    """
    with collection.record.reading() as connection:
        latest = versions.latest(connection, page.id)
        if latest is None:
            raise UsageError(_WAITING if page.waiting else _NO_TEXT, page=page.label)
        if number is None:
            return latest
        known = 0 <= number <= latest.number
        version = versions.version(connection, page.id, number) if known else None
        if version is None:
            raise UsageError(
                QT_TRANSLATE_NOOP(
                    "Errors", "Page {page} has no version {number}; its newest is version {latest}."
                ),
                page=page.label,
                number=number,
                latest=latest.number,
            )
        return version


_NO_TEXT = QT_TRANSLATE_NOOP(
    "Errors", "Page {page} has no text yet. “corrector ocr” recognises it."
)
_WAITING = QT_TRANSLATE_NOOP(
    "Errors",
    "The text of page {page} is part of one text for its whole document, which waits to be "
    "divided among the pages. “corrector divide” proposes how.",
)
