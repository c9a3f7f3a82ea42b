"""Lets several clients work on one record for a while, and looks whether anything is lost.

    PYTHONPATH=.:tests python tests/faults/several_at_work.py FOLDER [SECONDS [CLIENTS [KILLS]]]

Starts a PostgreSQL server of its own. With KILLS, clients are killed at random moments and others
take their place.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from postgresql_server import Server, programs
from sqlalchemy import select

from corrector.record import versions
from corrector.record.addresses import DatabaseAddress
from corrector.record.drafts import draft_of
from corrector.record.entries import Origin, Person
from corrector.record.integrity import verify
from corrector.record.notes import notes_of
from corrector.record.pages import NewPage, add_document, add_pages
from corrector.record.record import Record
from corrector.record.schema import VERSION
from corrector.record.statuses import status_changes
from corrector.record.versions import NewVersion

PROJECT = Path(__file__).resolve().parents[2]
WRITER = Path(__file__).with_name("shared_writer.py")
PAGES = 6
WANTED = ("version", "note", "status")
USUALLY = (60, 2, 0)


def prepare(place: Path | DatabaseAddress) -> list[int]:
    with Record.open(place, create=True) as record, record.writing() as connection:
        document = add_document(connection, "d", "D")
        ids = add_pages(connection, [NewPage(document, str(number)) for number in range(PAGES)])
        first = NewVersion("it begins ", Person("Ada Example"), Origin.IMPORTED)
        now = datetime.now(UTC)
        versions.add_first_versions(connection, [(page, first) for page in ids], now=now)
    return list(ids)


def client(place: str, number: int, seconds: float, pages: list[int]) -> subprocess.Popen[str]:
    """Start a client on the first pages, which are everybody's, and on one of its own."""
    own = [*pages[:2], pages[2 + number % (PAGES - 2)]]
    return subprocess.Popen(
        [sys.executable, str(WRITER), place, f"P{number}", str(seconds), *map(str, own)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
    )


def work(place: str, pages: list[int], seconds: float, clients: int, kills: int) -> list[str]:
    """Return all that was acknowledged, by clients that ended and by such that were killed."""
    running = [client(place, number, seconds, pages) for number in range(clients)]
    ended: list[subprocess.Popen[str]] = []
    said: list[str] = []
    for kill in range(kills):
        victim = running.pop(0)
        assert victim.stdout
        said.append(victim.stdout.readline())
        time.sleep(random.uniform(0, 1.5))  # noqa: S311 - no secret
        victim.kill()
        ended.append(victim)
        running.append(client(place, clients + kill, seconds, pages))
    for process in (*ended, *running):
        output, _nothing = process.communicate()
        assert process.returncode == 0 or process in ended, "a client failed"
        said += output.splitlines(keepends=True)
    # A line that was cut off by the kill acknowledged nothing.
    return [line.rstrip("\n") for line in said if line.endswith("\n")]


def look(place: Path | DatabaseAddress, root: Path, said: list[str]) -> Counter[str]:
    """Check that all that was acknowledged is there and that the record is sound."""
    with Record.open(place, create=False) as record:
        assert verify(record, root) == ()
        with record.reading() as connection:
            rows = connection.execute(select(VERSION.c.page_id, VERSION.c.number, VERSION.c.sha256))
            kept = {("version", str(page), str(number), sha) for page, number, sha in rows}
            for page in {line.split()[1] for line in said}:
                notes = notes_of(connection, int(page))
                changes = status_changes(connection, int(page))
                kept |= {("note", page, note.text) for note in notes}
                kept |= {("status", page, change.note) for change in changes}
                if any(line.startswith(f"draft {page} ") for line in said):
                    assert draft_of(connection, int(page)) is not None
    lasting = {tuple(line.split()) for line in said if line.split()[0] in WANTED}
    assert lasting <= kept, f"lost: {sorted(lasting - kept)[:5]}"
    saved = [line for line in said if line.startswith("version")]
    assert len(saved) == len(set(saved)), "one version was acknowledged twice"
    return Counter(line.split()[0] for line in said)


def main() -> None:
    folder, given = Path(sys.argv[1]), [int(value) for value in sys.argv[2:5]]
    seconds, clients, kills = [*given, *USUALLY[len(given) :]]
    found = programs()
    assert found is not None, "no PostgreSQL server is installed"
    server = Server.set_up(Path(tempfile.mkdtemp(prefix="corrector-")), found)
    server.start()
    try:
        place = server.new_database()
        address = DatabaseAddress(place, "the server")
        said = work(place, prepare(address), seconds, clients, kills)
        print(f"{clients} clients, {seconds} s, {kills} killed:", dict(look(address, folder, said)))
    finally:
        server.stop()


if __name__ == "__main__":
    main()
