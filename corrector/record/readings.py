"""What engines read on the scans, kept exactly; a new reading is a proposal until adopted."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, select, update

from corrector.ocr.words import EngineDescription, Reading
from corrector.record.changes import note_change
from corrector.record.inserting import insert_row
from corrector.record.packing import (
    canonical,
    packed_words,
    unpacked_mapping,
    unpacked_names,
    unpacked_words,
)
from corrector.record.schema import READING
from corrector.record.times import stamp


@dataclass(frozen=True, slots=True)
class StoredReading:
    """What is known of a kept reading without its words.

    Attributes:
        id: the record's own key.
        adopted: whether the page's text was made from it; a proposal otherwise.
        engine: who read the scan and how.
        scan_sha256: of the scan's file when it was read.
        width: of the stored scan in pixels.
        height: of the stored scan in pixels.
        words: how many words it has.
        time: ISO 8601 with zone.
    """

    id: int
    adopted: bool
    engine: EngineDescription
    scan_sha256: str
    width: int
    height: int
    words: int
    time: str


def add_reading(
    connection: Connection,
    page_id: int,
    reading: Reading,
    scan_sha256: str,
    *,
    now: datetime,
    adopted: bool,
) -> int:
    """Keep `reading`; return its id."""
    row = {
        "page_id": page_id,
        "adopted": adopted,
        "engine": reading.engine.name,
        "engine_version": reading.engine.version,
        "languages": canonical(reading.engine.languages),
        "parameters": canonical(dict(reading.engine.parameters)),
        "scan_sha256": scan_sha256,
        "width": reading.width,
        "height": reading.height,
        "time": stamp(now),
        "text": reading.text,
        "word_count": len(reading.words),
        "words": packed_words(reading.words),
    }
    key = insert_row(connection, READING, row)
    note_change(connection, page_id)
    return key


def adopt_reading(connection: Connection, reading_id: int) -> None:
    """Say that the page's text was made from this reading."""
    connection.execute(update(READING).where(READING.c.id == reading_id).values(adopted=True))


def list_readings(connection: Connection, page_id: int) -> tuple[StoredReading, ...]:
    """Return what is known of a page's readings, oldest first, without loading their words."""
    columns = [column for column in READING.c if column.name not in {"words", "text"}]
    wanted = select(*columns).where(READING.c.page_id == page_id).order_by(READING.c.id)
    return tuple(_stored(row) for row in connection.execute(wanted).mappings())


def reading_of(connection: Connection, reading_id: int) -> Reading:
    """Return a kept reading exactly as it was given; it must exist."""
    wanted = select(READING).where(READING.c.id == reading_id)
    return _reading(connection.execute(wanted).mappings().one())


def latest_reading(
    connection: Connection, page_id: int, *, adopted_only: bool = False
) -> Reading | None:
    """Return the page's latest reading, or None; with `adopted_only`, no mere proposal."""
    wanted = select(READING).where(READING.c.page_id == page_id)
    if adopted_only:
        wanted = wanted.where(READING.c.adopted)
    row = connection.execute(wanted.order_by(READING.c.id.desc()).limit(1)).mappings().first()
    return None if row is None else _reading(row)


def _engine(row: RowMapping) -> EngineDescription:
    return EngineDescription(
        name=row["engine"],
        version=row["engine_version"],
        languages=unpacked_names(row["languages"]),
        parameters=unpacked_mapping(row["parameters"]),
    )


def _reading(row: RowMapping) -> Reading:
    words = unpacked_words(row["words"])
    return Reading(row["text"], words, row["width"], row["height"], _engine(row))


def _stored(row: RowMapping) -> StoredReading:
    return StoredReading(
        id=row["id"],
        adopted=row["adopted"],
        engine=_engine(row),
        scan_sha256=row["scan_sha256"],
        width=row["width"],
        height=row["height"],
        words=row["word_count"],
        time=row["time"],
    )
