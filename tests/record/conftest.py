"""A record in a file or on a server, with one page, and moments that do not depend on the clock."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from postgresql_server import Server
from sqlalchemy import insert, select, text

from corrector.record.addresses import DatabaseAddress, parse_address
from corrector.record.entries import Person
from corrector.record.pages import NewPage, add_document, add_page
from corrector.record.record import Record
from corrector.record.schema import COLLECTION, METADATA

NOW = datetime(2026, 3, 4, 5, 6, 7, 890_000, UTC)
ON_BOTH = {"test_versions", "test_pages", "test_drafts_readings_remarks", "test_changes"}
"""Files whose tests run on a file and on a server."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "record" in metafunc.fixturenames and metafunc.module.__name__.split(".")[-1] in ON_BOTH:
        metafunc.parametrize("kind", ["sqlite", "postgresql"])


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
def kind() -> str:
    return "sqlite"


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A record without pages, made once: making one takes longer than most tests."""
    path = tmp_path_factory.mktemp("blank") / "corrections.corrector"
    Record.open(path, create=True).close()
    return path.read_bytes()


@pytest.fixture
def record(kind: str, path: Path, blank: bytes, request: pytest.FixtureRequest) -> Iterator[Record]:
    place = path if kind == "sqlite" else request.getfixturevalue("address")
    if place == path:
        path.write_bytes(blank)
    with Record.open(place, create=False) as opened:
        yield opened


@pytest.fixture
def page(record: Record) -> int:
    with record.writing() as connection:
        document = add_document(connection, "letter", "A letter")
        return add_page(connection, NewPage(document, "letter/1", scan="letter/1.png"))


@pytest.fixture(scope="session")
def used_address(postgresql: Server) -> DatabaseAddress:
    """A database that holds a record, used by one test after another."""
    address = parse_address(postgresql.new_database(), "scans")[0]
    Record.open(address, create=True).close()
    return address


@pytest.fixture
def address(used_address: DatabaseAddress) -> DatabaseAddress:
    """The address of a database whose record is empty again."""
    with Record.open(used_address, create=False) as record, record.writing() as connection:
        row = connection.execute(select(COLLECTION)).mappings().one()
        names = ", ".join(f'"{table.name}"' for table in METADATA.sorted_tables)
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))
        connection.execute(insert(COLLECTION).values(dict(row)))
    return used_address


@pytest.fixture
def fresh_address(postgresql: Server) -> DatabaseAddress:
    """The address of a database that holds nothing."""
    return parse_address(postgresql.new_database(), "scans")[0]
