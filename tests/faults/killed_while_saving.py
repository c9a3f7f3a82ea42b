"""Kills the writer at random moments and looks whether anything that it acknowledged is lost.

python tests/faults/killed_while_saving.py FOLDER [MOMENTS]
"""

import os
import random
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from corrector.record import drafts, versions
from corrector.record.entries import Origin, Person
from corrector.record.integrity import verify
from corrector.record.pages import NewPage, add_document, add_page
from corrector.record.record import Record
from corrector.record.schema import VERSION
from corrector.record.versions import NewVersion

PROJECT = Path(__file__).resolve().parents[2]
WRITER = Path(__file__).with_name("record_writer.py")
LONGEST_SECONDS = 0.6


def prepare(path: Path) -> None:
    with Record.open(path, create=True) as record, record.writing() as connection:
        page = add_page(connection, NewPage(add_document(connection, "d", "D"), "p"))
        new = NewVersion("it begins " * 300, Person("Ada Example"), Origin.IMPORTED)
        versions.add_version(connection, page, new, now=datetime.now(UTC))


def said_until_killed(path: Path) -> list[str]:
    """Run the writer, kill it at a random moment after its first word; return what it said."""
    process = subprocess.Popen(
        [sys.executable, str(WRITER), str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
    )
    assert process.stdout
    first = process.stdout.readline()
    delay = random.uniform(0, LONGEST_SECONDS)  # noqa: S311 - no secret
    killer = threading.Timer(delay, process.kill)
    killer.start()
    rest = process.stdout.readlines()
    process.wait()
    killer.join()
    process.stdout.close()
    return [line for line in [first, *rest] if line.endswith("\n")]


def look(path: Path, said: list[str]) -> int:
    """Check that all that was said is there; return how many versions there are."""
    with Record.open(path, create=False) as record, record.reading() as connection:
        rows = connection.execute(select(VERSION.c.number, VERSION.c.sha256))
        kept = {row.number: row.sha256 for row in rows}
        draft = drafts.draft_of(connection, 1)
        latest = versions.text_of(connection, 1)
    for line in said:
        kind, *values = line.split()
        if kind == "version":
            assert kept[int(values[0])] == values[1], line
    # Every key adds one letter, so no text on the disk may be shorter than what was said last.
    longest = max(len(latest), len(draft.text) if draft else 0)
    if said[-1].startswith("draft"):
        assert longest >= int(said[-1].split()[1]), said[-1]
    return len(kept)


def run(folder: Path, moments: int) -> tuple[int, float]:
    """Kill so many times; return the number of versions and the longest opening in seconds."""
    path, slowest, count = folder / "corrections.corrector", 0.0, 0
    prepare(path)
    for _ in range(moments):
        said = said_until_killed(path)
        start = time.perf_counter()
        count = look(path, said)
        slowest = max(slowest, time.perf_counter() - start)
    with Record.open(path, create=False) as record:
        assert verify(record, folder) == ()
    return count, slowest


if __name__ == "__main__":
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    found = run(Path(sys.argv[1]), wanted)
    print(f"{wanted} kills, {found[0]} versions kept, slowest opening {found[1]:.3f} s")
