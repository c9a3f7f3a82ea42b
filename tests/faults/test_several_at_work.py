"""Several clients on one collection lose nothing, on a server and, taking turns, on a file."""

from pathlib import Path

import pytest
from several_at_work import look, prepare, work

from corrector.record.addresses import DatabaseAddress


@pytest.mark.parametrize("kills", [0, 2])
def test_clients_of_a_server_lose_nothing_even_when_some_are_killed(
    kills: int, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    place = request.getfixturevalue("postgresql").new_database()
    address = DatabaseAddress(place, "the server")
    said = work(place, prepare(address), seconds=3, clients=2, kills=kills)
    counted = look(address, tmp_path, said)
    print(dict(counted))
    assert counted["version"] > 0


def test_programs_on_one_file_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "corrections.corrector"
    said = work(str(path), prepare(path), seconds=2, clients=2, kills=0)
    assert look(path, tmp_path, said)["version"] > 0
