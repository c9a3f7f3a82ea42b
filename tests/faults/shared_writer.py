"""One of several clients that work on the pages of one record until their time is over.

    python tests/faults/shared_writer.py PLACE NAME SECONDS PAGE...

PLACE is a path or the URL of a database. Each line on its output says what the record had
acknowledged (`version PAGE NUMBER SHA256`, `draft PAGE SHA256`, `note PAGE TEXT`,
`status PAGE NOTE`) or that it was refused (`conflict PAGE`, `claimed PAGE`).
"""

import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from corrector.record import claims, drafts, notes, statuses, versions
from corrector.record.addresses import DatabaseAddress, is_address
from corrector.record.chain import text_hash
from corrector.record.conflicts import ConflictError
from corrector.record.corrections import corrections_between
from corrector.record.entries import Draft, Origin, Person, Status
from corrector.record.record import Record
from corrector.record.saving import save_version
from corrector.record.versions import NewVersion

CHANCE = random.Random()  # noqa: S311 - no secret


def place_of(text: str) -> Path | DatabaseAddress:
    return DatabaseAddress(text, "the server") if is_address(text) else Path(text)


def say(*words: object) -> None:
    print(*words, flush=True)


def save(record: Record, page: int, me: str) -> None:
    """Save from what was the latest version a moment ago, as a window does."""
    with record.reading() as connection:
        parent = versions.latest(connection, page)
    assert parent is not None
    if CHANCE.random() < 0.5:
        time.sleep(CHANCE.uniform(0, 0.02))
    text = f"{parent.text}{me}{CHANCE.randrange(10**6)} "
    found = corrections_between(parent.text, text)
    new = NewVersion(text, Person(me), Origin.TYPED, parent.number, corrections=found)
    try:
        saved = save_version(record, page, new, now=datetime.now(UTC), keep_draft=True)
    except ConflictError:
        say("conflict", page)
    else:
        assert saved is not None
        say("version", page, saved.number, saved.sha256)


def put_draft(record: Record, page: int, me: str) -> None:
    """Claim the page, type into it, give it back: nobody can put a draft in between."""
    held = claims.claim(record, page, me, now=datetime.now(UTC))
    for _key in range(3):
        text = f"{me}{CHANCE.randrange(10**9)}"
        with record.writing() as connection:
            claims.require_unclaimed(record, connection, page)
            drafts.put_draft(connection, page, Draft(0, text, (), (), 0, me, ""))
        with record.reading() as connection:
            kept = drafts.draft_of(connection, page)
        assert kept is not None
        if record.shared:
            assert kept.text == text, "somebody else's draft stands in the place of ours"
        say("draft", page, text_hash(text))
    claims.release(record, held)


def add_note(record: Record, page: int, me: str) -> None:
    said = f"{me}:{CHANCE.randrange(10**9)}"
    with record.writing() as connection:
        notes.add_note(connection, page, said, Person(me), now=datetime.now(UTC))
    say("note", page, said)


def set_status(record: Record, page: int, me: str) -> None:
    said = f"{me}:{CHANCE.randrange(10**9)}"
    with record.writing() as connection:
        statuses.set_status(
            connection, page, Status.PROBLEM, Person(me), now=datetime.now(UTC), note=said
        )
    say("status", page, said)


DEEDS: tuple[Callable[[Record, int, str], None], ...] = (
    *(save, save, save, put_draft, add_note, set_status),
)


def main() -> None:
    place, me, seconds, *pages = sys.argv[1:]
    end = time.monotonic() + float(seconds)
    with Record.open(place_of(place), create=False) as record:
        while time.monotonic() < end:
            page = int(CHANCE.choice(pages))
            try:
                CHANCE.choice(DEEDS)(record, page, me)
            except claims.ClaimedError:
                say("claimed", page)


if __name__ == "__main__":
    main()
