"""A record in a file with one page, and moments that do not depend on the clock."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corrector.record.entries import Person
from corrector.record.pages import NewPage, add_document, add_page
from corrector.record.record import Record

NOW = datetime(2026, 3, 4, 5, 6, 7, 890_000, UTC)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def ada() -> Person:
    return Person("Ada Example", "https://orcid.org/0000-0000-0000-0000")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "corrections.corrector"


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with Record.open(path, create=True) as opened:
        yield opened


@pytest.fixture
def page(record: Record) -> int:
    with record.writing() as connection:
        document = add_document(connection, "letter", "A letter")
        return add_page(connection, NewPage(document, "letter/1", scan="letter/1.png"))
