"""Types and saves without end, saying on its output what is surely on the disk; to be killed.

    python tests/faults/record_writer.py RECORD

Each line is `draft LENGTH` or `version NUMBER SHA256`, written after the transaction ended.
"""

import itertools
import random
import sys
from datetime import UTC, datetime
from pathlib import Path

from corrector.record import drafts, versions
from corrector.record.corrections import corrections_between
from corrector.record.entries import Draft, Origin, Person
from corrector.record.record import Record
from corrector.record.saving import save_version
from corrector.record.versions import NewVersion

KEYS_PER_VERSION = 6


def main() -> None:
    with Record.open(Path(sys.argv[1]), create=False) as record:
        with record.reading() as connection:
            draft = drafts.draft_of(connection, 1)
            text = draft.text if draft else versions.text_of(connection, 1)
        for count in itertools.count(1):
            text = typed(text)
            if count % KEYS_PER_VERSION:
                put(record, text)
            else:
                save(record, text)


def typed(text: str) -> str:
    """Return the text after the next key: one letter more at a place of its own."""
    place = random.randrange(len(text) + 1)  # noqa: S311 - no secret
    return text[:place] + random.choice("abc \n") + text[place:]  # noqa: S311 - no secret


def put(record: Record, text: str) -> None:
    with record.writing() as connection:
        base = versions.latest_number(connection, 1)
        draft = Draft(base, text, (), (), 0, "Ada Example", "")
        drafts.put_draft(connection, 1, draft)
    print("draft", len(text), flush=True)


def save(record: Record, text: str) -> None:
    with record.reading() as connection:
        parent = versions.latest(connection, 1)
    assert parent is not None
    found = corrections_between(parent.text, text)
    new = NewVersion(text, Person("Ada Example"), Origin.TYPED, parent.number, corrections=found)
    saved = save_version(record, 1, new, now=datetime.now(UTC))
    assert saved is not None
    print("version", saved.number, saved.sha256, flush=True)


if __name__ == "__main__":
    main()
