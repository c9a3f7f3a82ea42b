"""Versions of a page: saving a new one, and reading those that are there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import IntegrityError

from corrector.errors import InputError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.chain import chain_hash, text_hash
from corrector.record.changes import note_arrangement, note_change
from corrector.record.conflicts import ConflictError
from corrector.record.entries import NO_DETAILS, Correction, Origin, Person, Version
from corrector.record.pages import lock_page
from corrector.record.schema import PAGE, VERSION
from corrector.record.times import stamp
from corrector.record.version_rows import read_versions, write_versions
from corrector.text.edits import Edit, apply_edits
from corrector.text.marks import Mark

_NO_CHARACTER: Final = re.compile("[\0\ud800-\udfff]")
_ONE_OF_EACH_NUMBER: Final = "uq_version_page_id_number"
"""A server names the constraint that a version of somebody else's program would break."""


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A text about to be saved.

    Attributes:
        text: the whole text, lines ended by a line feed.
        author: who made it; for a machine its name and version.
        origin: how it came to be.
        parent: number of the version it was made from; None for the first one.
        details: of the origin: engine, parameters, restored version and the like.
        note: why it was made, in the person's own words.
        evidence: what the person relied on.
        marks: where they stand in `text`.
        corrections: against the parent, as `corrections.corrections_between` finds them.
    """

    text: str
    author: Person
    origin: Origin
    parent: int | None = None
    details: Mapping[str, str] = field(default_factory=lambda: NO_DETAILS)
    note: str = ""
    evidence: str = ""
    marks: tuple[Mark, ...] = ()
    corrections: tuple[Correction, ...] = ()


def add_version(
    connection: Connection, page_id: int, new: NewVersion, *, now: datetime
) -> Version | None:
    """Save `new` as the page's latest version within the running transaction.

    Returns:
        the version, or None where there is nothing to save: text and marks are the parent's.

    Raises:
        ConflictError: if the latest version is not `new.parent`; nothing was saved.
        InputError: if the text holds NUL or half a surrogate pair, which no text can.
        ValueError: if the corrections do not lead from the parent's text to the new one.
    """
    require_storable(new.text)
    key = lock_page(connection, page_id)
    parent = latest(connection, page_id)
    if (None if parent is None else parent.number) != new.parent:
        raise ConflictError(new.parent, None if parent is None else parent.number)
    if parent is not None:
        if parent.text == new.text and _in_order(parent.marks) == _in_order(new.marks):
            return None
        _require_agreement(parent.text, new)
    version = _completed(new, parent, key, stamp(now))
    try:
        write_versions(connection, [(page_id, version)])
    except IntegrityError as error:
        if _ONE_OF_EACH_NUMBER not in str(error.orig):
            raise
        raise ConflictError(new.parent, version.number) from error
    note_change(connection, page_id)
    return version


def add_first_versions(
    connection: Connection, new: Sequence[tuple[int, NewVersion]], *, now: datetime
) -> None:
    """Save version 0 of many pages that have none: the first import of a folder.

    Raises:
        InputError: if a text holds NUL or half a surrogate pair.
    """
    for _page, version in new:
        require_storable(version.text)
    keys = {row.id: row.key for row in connection.execute(select(PAGE.c.id, PAGE.c.key))}
    time = stamp(now)
    write_versions(
        connection,
        [(page_id, _completed(version, None, keys[page_id], time)) for page_id, version in new],
    )
    note_arrangement(connection)


def require_storable(text: str) -> None:
    """Refuse what is not text.

    Raises:
        InputError: if `text` holds NUL or half a surrogate pair.
    """
    found = _NO_CHARACTER.search(text)
    if found:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Record",
                "Line {line} of the text holds a character that is none (U+{code}), so it cannot "
                "be saved. The text is still as you see it. Remove that character and save again.",
            ),
            line=text.count("\n", 0, found.start()) + 1,
            code=f"{ord(found[0]):04X}",
        )


def version(connection: Connection, page_id: int, number: int) -> Version | None:
    """Return the version `number` of a page with its corrections and marks, or None."""
    wanted = select(VERSION).where(VERSION.c.page_id == page_id, VERSION.c.number == number)
    found = read_versions(connection, connection.execute(wanted).mappings())
    return found[0] if found else None


def latest(connection: Connection, page_id: int) -> Version | None:
    """Return the latest version of a page, or None where it has none."""
    number = latest_number(connection, page_id)
    return None if number is None else version(connection, page_id, number)


def latest_number(connection: Connection, page_id: int) -> int | None:
    """Return the number of the latest version of a page, or None where it has none."""
    wanted = select(func.max(VERSION.c.number)).where(VERSION.c.page_id == page_id)
    number: int | None = connection.scalar(wanted)
    return number


def history(connection: Connection, page_id: int) -> tuple[Version, ...]:
    """Return all versions of a page, oldest first."""
    wanted = select(VERSION).where(VERSION.c.page_id == page_id).order_by(VERSION.c.number)
    return read_versions(connection, connection.execute(wanted).mappings())


def text_of(connection: Connection, page_id: int) -> str:
    """Return the text of a page's latest version; empty where it has none."""
    wanted = (
        select(VERSION.c.text)
        .where(VERSION.c.page_id == page_id)
        .order_by(VERSION.c.number.desc())
        .limit(1)
    )
    return connection.scalar(wanted) or ""


def _completed(new: NewVersion, parent: Version | None, page_key: str, time: str) -> Version:
    version = Version(
        number=0 if parent is None else parent.number + 1,
        parent=new.parent,
        author=new.author,
        time=time,
        origin=new.origin,
        details=new.details,
        note=new.note,
        evidence=new.evidence,
        text=new.text,
        sha256=text_hash(new.text),
        chain="",
        corrections=new.corrections,
        marks=new.marks,
    )
    chain = chain_hash(page_key, version, None if parent is None else parent.chain)
    return replace(version, chain=chain)


def _in_order(marks: Sequence[Mark]) -> list[Mark]:
    return sorted(
        marks,
        key=lambda mark: (mark.span, mark.kind, mark.author, mark.time, mark.note, mark.fields),
    )


def _require_agreement(parent_text: str, new: NewVersion) -> None:
    edits = [Edit(correction.old_span, correction.new) for correction in new.corrections]
    stand = all(found.old_span.of(parent_text) == found.old for found in new.corrections)
    if not stand or apply_edits(parent_text, edits) != new.text:
        raise ValueError("the corrections do not lead from the parent's text to the new one")
