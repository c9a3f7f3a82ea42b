"""Verifies a record: the database, every version's hashes, and the files it was made from.

Versions are read fifty at a time, each time in a reading of its own, so that memory does
not grow with the record and nobody who saves meanwhile has to wait.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import RowMapping, select, tuple_

from corrector.messages import message
from corrector.record.chain import FORM, chain_hash, text_hash
from corrector.record.entries import Version
from corrector.record.fixity import file_problems
from corrector.record.integrity_messages import (
    DAMAGED_DATABASE,
    LATER_FORM,
    MISSING_VERSION,
    WRONG_CHAIN,
    WRONG_TEXT,
)
from corrector.record.record import Record
from corrector.record.remarks import IntegrityProblem
from corrector.record.schema import PAGE, VERSION
from corrector.record.version_rows import read_versions

_AT_ONCE: Final = 50


@dataclass(frozen=True, slots=True)
class _Stored:
    """A version with what stands around it."""

    page_id: int
    page_key: str
    label: str
    chain_form: int
    version: Version


def verify(
    record: Record, root: Path, *, advanced: Callable[[str], None] = lambda _label: None
) -> tuple[IntegrityProblem, ...]:
    """Return all that does not agree with what the record remembers; empty means sound.

    Args:
        record: an open record.
        root: the collection's folder, to which the paths of scans and texts are relative.
        advanced: called with a page's label as the work goes on; what it raises ends the work.

    Raises:
        InputError: if the record can no longer be read at all.
    """
    problems = [
        IntegrityProblem(None, "database", message(DAMAGED_DATABASE, fault=fault))
        for fault in record.faults()
    ]
    problems += _version_problems(record, advanced)
    problems += file_problems(record, root, advanced)
    return tuple(problems)


def _version_problems(
    record: Record, advanced: Callable[[str], None]
) -> Iterator[IntegrityProblem]:
    page_id, number, chain = -1, -1, ""
    for stored in _all_versions(record):
        if stored.page_id != page_id:
            page_id, number, chain = stored.page_id, -1, ""
            advanced(stored.label)
        for missing in range(number + 1, stored.version.number):
            yield IntegrityProblem(stored.label, "chain", message(MISSING_VERSION, number=missing))
        yield from _problems_of(stored, chain or None)
        number, chain = stored.version.number, stored.version.chain


def _problems_of(stored: _Stored, predecessor: str | None) -> Iterator[IntegrityProblem]:
    version = stored.version
    if text_hash(version.text) != version.sha256:
        yield IntegrityProblem(stored.label, "text", message(WRONG_TEXT, number=version.number))
    if stored.chain_form != FORM:
        yield IntegrityProblem(stored.label, "chain", message(LATER_FORM, number=version.number))
    elif chain_hash(stored.page_key, version, predecessor) != version.chain:
        yield IntegrityProblem(stored.label, "chain", message(WRONG_CHAIN, number=version.number))


def _all_versions(record: Record) -> Iterator[_Stored]:
    last = (-1, -1)
    while batch := _next_versions(record, last):
        yield from batch
        last = (batch[-1].page_id, batch[-1].version.number)


def _next_versions(record: Record, last: tuple[int, int]) -> Sequence[_Stored]:
    wanted = (
        select(VERSION, PAGE.c.key.label("page_key"), PAGE.c.label)
        .join(PAGE, PAGE.c.id == VERSION.c.page_id)
        .where(tuple_(VERSION.c.page_id, VERSION.c.number) > last)
        .order_by(VERSION.c.page_id, VERSION.c.number)
        .limit(_AT_ONCE)
    )
    with record.reading() as connection:
        rows: list[RowMapping] = list(connection.execute(wanted).mappings())
        versions = read_versions(connection, rows)
    return [
        _Stored(row["page_id"], row["page_key"], row["label"], row["chain_form"], version)
        for row, version in zip(rows, versions, strict=True)
    ]
