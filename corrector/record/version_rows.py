"""Versions as rows of the tables version, correction and mark, and back."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from sqlalchemy import Connection, RowMapping, Table, insert, select

from corrector.record.chain import FORM
from corrector.record.entries import Cause, Certainty, Correction, Origin, Person, Version
from corrector.record.inserting import insert_row
from corrector.record.packing import canonical, unpacked_fields, unpacked_mapping
from corrector.record.schema import CORRECTION, MARK, VERSION
from corrector.text.marks import Mark
from corrector.text.tokens import Span

_LARGEST_QUESTION = 500
"""Databases limit the values of one statement; 999 is the smallest limit among them."""


def write_versions(connection: Connection, versions: Sequence[tuple[int, Version]]) -> None:
    """Write complete versions, each with the id of its page."""
    ids: list[int] = []
    for page_id, version in versions:
        ids.append(insert_row(connection, VERSION, _version_row(page_id, version)))
    pairs = list(zip(ids, (version for _page, version in versions), strict=True))
    corrections = [row for key, version in pairs for row in _correction_rows(key, version)]
    marks = [row for key, version in pairs for row in _mark_rows(key, version)]
    if corrections:
        connection.execute(insert(CORRECTION), corrections)
    if marks:
        connection.execute(insert(MARK), marks)


def read_versions(connection: Connection, rows: Iterable[RowMapping]) -> tuple[Version, ...]:
    """Return the versions of rows of the table version, with their corrections and marks."""
    found = list(rows)
    ids = [int(row["id"]) for row in found]
    corrections = _grouped(connection, CORRECTION, ids)
    marks = _grouped(connection, MARK, ids)
    return tuple(
        _version(row, corrections.get(row["id"], ()), marks.get(row["id"], ())) for row in found
    )


def _grouped(
    connection: Connection, table: Table, ids: Sequence[int]
) -> Mapping[int, Sequence[RowMapping]]:
    groups: dict[int, Sequence[RowMapping]] = {}
    for start in range(0, len(ids), _LARGEST_QUESTION):
        wanted = (
            select(table)
            .where(table.c.version_id.in_(ids[start : start + _LARGEST_QUESTION]))
            .order_by(table.c.version_id, table.c.position)
        )
        rows = connection.execute(wanted).mappings()
        groups |= {key: list(group) for key, group in groupby(rows, lambda row: row["version_id"])}
    return groups


def _version_row(page_id: int, version: Version) -> dict[str, object]:
    return {
        "page_id": page_id,
        "number": version.number,
        "parent": version.parent,
        "author": version.author.name,
        "author_identifier": version.author.identifier,
        "time": version.time,
        "origin": version.origin,
        "details": canonical(dict(version.details)),
        "note": version.note,
        "evidence": version.evidence,
        "text": version.text,
        "sha256": version.sha256,
        "chain_form": FORM,
        "chain": version.chain,
    }


def _correction_rows(version_id: int, version: Version) -> list[dict[str, object]]:
    return [
        {
            "version_id": version_id,
            "position": position,
            "old": correction.old,
            "new": correction.new,
            "old_start": correction.old_span.start,
            "old_end": correction.old_span.end,
            "start": correction.span.start,
            "end": correction.span.end,
            "cause": correction.cause,
            "certainty": correction.certainty,
            "evidence": correction.evidence,
            "note": correction.note,
            "origin": correction.origin,
            "details": canonical(dict(correction.details)),
        }
        for position, correction in enumerate(version.corrections)
    ]


def _mark_rows(version_id: int, version: Version) -> list[dict[str, object]]:
    return [
        {
            "version_id": version_id,
            "position": position,
            "kind": mark.kind,
            "start": mark.span.start,
            "end": mark.span.end,
            "author": mark.author,
            "time": mark.time,
            "note": mark.note,
            "fields": canonical(mark.fields),
        }
        for position, mark in enumerate(version.marks)
    ]


def _version(
    row: RowMapping, corrections: Sequence[RowMapping], marks: Sequence[RowMapping]
) -> Version:
    return Version(
        number=row["number"],
        parent=row["parent"],
        author=Person(row["author"], row["author_identifier"]),
        time=row["time"],
        origin=Origin(row["origin"]),
        details=unpacked_mapping(row["details"]),
        note=row["note"],
        evidence=row["evidence"],
        text=row["text"],
        sha256=row["sha256"],
        chain=row["chain"],
        corrections=tuple(_correction(found) for found in corrections),
        marks=tuple(_mark(found) for found in marks),
    )


def _correction(row: RowMapping) -> Correction:
    return Correction(
        old=row["old"],
        new=row["new"],
        old_span=Span(row["old_start"], row["old_end"]),
        span=Span(row["start"], row["end"]),
        cause=Cause(row["cause"]),
        certainty=Certainty(row["certainty"]),
        evidence=row["evidence"],
        note=row["note"],
        origin=Origin(row["origin"]),
        details=unpacked_mapping(row["details"]),
    )


def _mark(row: RowMapping) -> Mark:
    span = Span(row["start"], row["end"])
    fields = unpacked_fields(row["fields"])
    return Mark(row["kind"], span, row["author"], row["time"], row["note"], fields)
