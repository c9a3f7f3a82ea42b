"""Two programs write into one record at the same time, and neither loses anything."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from corrector.record import versions
from corrector.record.entries import Origin, Person
from corrector.record.integrity import verify
from corrector.record.pages import NewPage, add_document, add_pages
from corrector.record.record import Record
from corrector.record.versions import NewVersion

PROJECT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
WRITE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from corrector.record.conflicts import ConflictError
from corrector.record.corrections import corrections_between
from corrector.record.entries import Origin, Person
from corrector.record.record import Record
from corrector.record.saving import save_version
from corrector.record.versions import NewVersion, latest
record, own, conflicts = Record.open(Path(sys.argv[1]), create=False), int(sys.argv[2]), 0
for page in [own, 3] * 8:
    while True:
        with record.reading() as connection:
            parent = latest(connection, page)
        text = f"{parent.text}{own} "
        found = corrections_between(parent.text, text)
        new = NewVersion(text, Person(f"P{own}"), Origin.TYPED, parent.number, corrections=found)
        try:
            save_version(record, page, new, now=datetime.now(UTC))
            break
        except ConflictError:
            conflicts += 1
record.close()
"""


def test_two_programs_on_their_own_and_on_a_common_page_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "corrections.corrector"
    with Record.open(path, create=True) as record, record.writing() as connection:
        document = add_document(connection, "d", "D")
        ids = add_pages(connection, [NewPage(document, str(number)) for number in range(3)])
        first = NewVersion("", Person("Ada Example"), Origin.IMPORTED)
        versions.add_first_versions(connection, [(page, first) for page in ids], now=NOW)
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITE, str(path), str(page)], cwd=PROJECT)
        for page in ids[:2]
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    with Record.open(path, create=False) as record:
        assert verify(record, tmp_path) == ()
        with record.reading() as connection:
            texts = [versions.text_of(connection, page).split() for page in ids]
    assert texts[:2] == [["1"] * 8, ["2"] * 8]
    assert sorted(texts[2]) == ["1"] * 8 + ["2"] * 8
