"""Addresses of databases: understood as libpq does, without a password, and with any folder."""

import sys
from pathlib import Path

import pytest

from corrector.errors import InputError, MissingProgramError, UsageError
from corrector.record.addresses import parse_address
from corrector.record.record import Record
from corrector.tasks.places import SharedPlace, place_of


@pytest.mark.parametrize(
    ("text", "name", "connection", "root"),
    [
        ("postgresql:///letters?scans=/srv/a b+c", "postgresql:///letters", None, "/srv/a b+c"),
        ("postgres://u@h:5433/d?scans=%2F50%25%26", "postgres://u@h:5433/d", None, "/50%&"),
        (
            "postgresql://h/d?sslmode=require&scans=C:/Scans&service=x",
            "postgresql://h/d",
            "postgresql://h/d?sslmode=require&service=x",
            "C:/Scans",
        ),
    ],
)  # fmt: skip
def test_the_folder_is_taken_out_and_the_rest_is_left_to_libpq(
    text: str, name: str, connection: str | None, root: str
) -> None:
    place = place_of(text)
    assert isinstance(place, SharedPlace)
    assert str(place) == place.address.name == name
    assert place.address.connection == (connection or name)
    assert place.root == Path(root)


@pytest.mark.parametrize("text", ["scans/", "C:\\Scans", "/srv/postgresql:", "./postgresql://h"])
def test_anything_else_is_a_path(text: str) -> None:
    assert place_of(text) == Path(text)


@pytest.mark.parametrize(
    "text",
    ["postgresql://u:secret@h/d?scans=/x", "postgresql://h/d?password=secret&scans=/x"],
)
def test_a_password_in_the_address_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(UsageError, match=r"\.pgpass") as caught:
        place_of(text)
    assert "secret" not in str(caught.value)


def test_an_address_without_a_folder_says_how_to_write_it() -> None:
    with pytest.raises(UsageError, match=r"postgresql://h/d\?scans="):
        place_of("postgresql://h/d")


def test_a_missing_driver_is_named_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingProgramError, match=r"corrector\[postgresql\]"):
        Record.open(parse_address("postgresql:///d", "scans")[0], create=False)


def test_a_parameter_that_libpq_does_not_know_is_said() -> None:
    with pytest.raises(InputError, match="no address of a database"):
        Record.open(parse_address("postgresql:///d?colour=red", "scans")[0], create=False)


def test_a_server_that_is_not_there_is_said(tmp_path: Path) -> None:
    address = parse_address(f"postgresql:///d?host={tmp_path}", "scans")[0]
    with pytest.raises(InputError, match=r"cannot be reached.*safe on the server.*\.pgpass"):
        Record.open(address, create=True)
